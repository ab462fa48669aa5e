"""The building blocks of the Japanese rules: patterns that recur, and what their parts say."""

from bot.deadlines.meaning import Clock, Edge, Half, Meaning, Part, PartOfDay, Period, Shift, Step, Unit
from bot.deadlines.numbers import DIGITS, amount, number
from bot.deadlines.patterns import any_of, one_of

WEEKDAYS = "月火水木金土日"
SOME = rf"({DIGITS}|数)"
UPTO = rf"(?:{DIGITS}\s?(?:[〜~\-–―ー・、,か]|から|or)\s?)?"  # 2〜3日: the last counts
WITHIN = r"(?:以内|内|のうち|(?<![1-3][0-9]日)中(?=に|で|まで|$))"  # 26日中に is no 26 days
LATER = r"(?:後(?!ろ)|のち|あと)"
STEPS: dict[str, Step] = {
    "営業日": "business", "稼働日": "business", "日": "day", "週": "week", "月": "month", "年": "year",
    "時": "hour", "分": "minute",
}  # fmt: skip
COUNTER = rf"{UPTO}{SOME}\s?(営業日|稼働日|日|週|[かヶカケヵ箇]月|年|時(?=間)|分)(?:間)?(半)?"


def step_of(unit: str) -> Step:
    return STEPS[unit if unit in ("営業日", "稼働日") else unit[-1]]


def shift(count: str, unit: str, half: str = "", sign: int = 1, *, anchored: bool = False) -> Meaning:
    return Meaning(shift=Shift(sign * (amount(count) + bool(half) / 2), step_of(unit), anchored))


def within(count: str, unit: str, half: str) -> Meaning:
    return Meaning(end=True, **shift(count, unit, half))


def within_of(count: str, unit: str, half: str) -> Meaning:
    """到着後3日以内: counted from something else than now."""
    return Meaning(end=True, **shift(count, unit, half, anchored=True))


def earlier(count: str, unit: str, half: str) -> Meaning:
    return shift(count, unit, half, -1, anchored=True)


def length(count: str, unit: str, half: str) -> Meaning:
    return Meaning(duration=True, leaning=True, **shift(count, unit, half, anchored=True))


def relative(unit: Unit, offset: int | None, edge: Edge | None = None) -> Meaning:
    said = Meaning(period=Period(unit, offset))
    return Meaning(edge=edge, **said) if edge else said


def weekday(name: str) -> int:
    return WEEKDAYS.index(name)


def era_year(era: str, year: str) -> Meaning:
    first = {"令": 2018, "r": 2018, "平": 1988, "h": 1988}[era]
    return Meaning(year=first + (1 if year == "元" else number(year)))


def fiscal_year(year: str) -> Meaning:
    return Meaning(year=number(year), period=Period("fiscal"), leaning=True)


def fiscal_era_year(era: str, year: str) -> Meaning:
    return fiscal_year(str(era_year(era, year)["year"]))


def era_date(era: str, year: str, month: str, day: str) -> Meaning:
    return Meaning(month=int(month), day=int(day), **era_year(era, year))


def month(figure: str) -> Meaning | None:
    said = number(figure)
    return Meaning(month=said) if 1 <= said <= 12 else None


def day(first: str, last: str) -> Meaning | None:
    said = number(last)
    if not 1 <= said <= 31:
        return None
    return Meaning(day=said, several=True) if first else Meaning(day=said)


def clock(first: str, hour: str, minute: str, half: str) -> Meaning | None:
    if number(hour) > 30 or (minute and number(minute) > 59):
        return None
    minutes = number(minute) if minute else 30 if half else 0
    said = Meaning(clock=Clock(number(hour), minutes, exact=hour[0] == "0" or number(hour) > 12))
    return Meaning(several=True, **said) if first else said


def half_day_clock(half: str, hour: str, minute: str, and_half: str) -> Meaning | None:
    """PM3時, AM10:30."""
    said = clock("", hour, minute, and_half)
    return said and part("after_noon" if half == "pm" else "noon", "pm" if half == "pm" else "am") | said


def ends(edge: Edge) -> Meaning:
    return Meaning(edge=edge, leaning=True)


def part(at: PartOfDay, half: Half = "") -> Meaning:
    return Meaning(part=Part(at, half))


VOID = Meaning(void=True)
BOUND = Meaning(end=True, leaning=True)
THEN = Meaning(end=True, shift=Shift(0, "day", anchored=True))  # それまで: the day said before
LABEL = Meaning(end=True, label=True, leaning=True)
LONE = (
    r"(?=[まのにはでがをかもと、。,.\s)(/0-9朝昼夕午中あ〜~\-・!?]|or|$)"  # after a weekday of one character
)
LABELS = one_of(
    r"締め?切り?(?![るらっれろ])",
    r"〆切り?|〆",
    r"締め日?(?=[はが:])",
    r"(?<!賞味)(?<!消費)(?<!有効)(?<!使用)期限",
    r"期日|納期|デッドライン|リミット|提出日|希望日",
)
# 3日 that is no day of the month
NO_DAY = (
    r"(?!"
    + any_of(
        r"間|分|目|付近|ぶり|連続|当た?り|あたり|ごと|おき|毎|程度|も|かけ|休",
        r"前(?!後)",
        r"後|以|内|ほど|くらい|数|産|経|立|坊|曜|本(?![社人番店部校館])|酔",
        r"に?[0-9,一二三]+(?:回(?!目)|円)",
    )
    + r")"
)
NO_CLOCK = r"(?!間|点|代|期|給|差|刻|系|限|短|速|価|事|々|報|計|折|には早|台)"
