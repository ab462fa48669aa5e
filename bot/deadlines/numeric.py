"""Dates and times in figures, the same in every language.

12/3 is read as M/D here; `scan` turns it round for a writer whose language says D/M.
"""

from bot.deadlines.grammar import Language, Rule
from bot.deadlines.meaning import Clock, Meaning
from bot.deadlines.patterns import one_of

TO = r"[^\S\n]?[〜~\-–—]\s?"
YEAR = "((?:19|20)[0-9]{2})"
COUNTED = (  # after a fraction, a score or a part of a whole, in its line
    r"[^\S\n]?"
    + one_of(
        r"サイズ|の出来|の確率|の人|の割合|の量|の値|程度|以上|以下",
        r"に(?:縮小|削減|減|短縮|圧縮|なり|なる|カット)",
        r"倍|枚|点|件|人|名|個|本|杯|箱|袋|ケース|回|台|社|页|ページ|ステップ|スケール|完了|済",
        r"達成|終|インチ|カップ|of\b|cups?\b|inch|size|scale|done\b|complete|steps?\b",
        r"points?\b|stars?\b|tests?\b|would\b|passed|people|users|th\b",
    )
)
NOT_LIMITED = "".join(rf"(?<!{word}\s)" for word in ("by", "on", "before", "until", "due", "is", "deadline"))
PLURAL = (  # 5/12 boxes
    r"[^\S\n](?!(?:thanks|always|perhaps|works|ends|starts|needs|seems|was|has|does|looks|closes|comes|"
    r"[a-z]*(?:[0-9]|days|hours))\b)[a-z]{2,}(?<![siua])s\b"
)
COUNTING = (
    "page ",
    "room ",
    "step ",
    "part ",
    "slide ",
    "chapter ",
    "phase ",
    "scored ",
    "repro ",
    "rated ",
    "rating ",
    "進捗",
    "進捗は",
    "進捗 ",
)
NOT_COUNTED = "".join(rf"(?<!{word})" for word in COUNTING)
END = r"(?![0-9a-z%/]|[.,\-][0-9])"


def whole_date(year: str, month: str, day: str) -> Meaning:
    return Meaning(year=int(year), month=int(month), day=int(day))


def timestamp(year: str, month: str, day: str, hour: str, minute: str, zone: str) -> Meaning:
    said = Meaning(clock=Clock(int(hour), int(minute), exact=True), **whole_date(year, month, day))
    return Meaning(zone="UTC", **said) if zone else said


def month_and_day(month: str, day: str, last_month: str, last_day: str) -> Meaning | None:
    said = Meaning(month=int(last_month or month), day=int(last_day or day), figures=True)
    if last_day:
        said["several"] = True
    return said if fits(int(month), int(day)) else None


def fits(first: int, second: int) -> bool:
    return 1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31


def american_date(first: str, second: str, year: str) -> Meaning | None:
    full_year = int(year) if len(year) == 4 else 2000 + int(year)
    said = Meaning(year=full_year, month=int(first), day=int(second), figures=True)
    return said if fits(int(first), int(second)) else None


def dotted_date(day: str, month: str, year: str) -> Meaning | None:
    """4.12.2026: with points the day comes first everywhere."""
    return whole_date(year, month, day) if int(month) <= 12 else None


def clock(hour: str, minute: str) -> Clock | None:
    """17:00; nothing beyond 30:59 and no minutes beyond 59."""
    if int(hour) > 30 or int(minute or 0) > 59:
        return None
    return Clock(int(hour), int(minute or 0), exact=len(hour) == 2 or int(hour) == 0)


def clock_range(hour: str, minute: str, last_hour: str, last_minute: str) -> Meaning | None:
    first, last = clock(hour, minute), clock(last_hour or hour, last_minute or minute)
    if first is None or last is None:
        return None
    return Meaning(clock=last, several=True) if last_hour else Meaning(clock=last)


NUMERIC = Language(
    rules=(
        Rule(rf"{NOT_LIMITED}[0-9]{{1,2}}/[0-9]{{1,2}}(?={PLURAL})"),
        Rule(rf"24/7|9/11{END}|[0-9]{{1,2}}/[0-9]{{1,2}}(?={COUNTED})"),
        Rule(
            rf"{YEAR}-([0-9]{{2}})-([0-9]{{2}})t([0-2][0-9]):([0-5][0-9])(?::[0-9]{{2}})?(?:(z\b)|"
            rf"\+[0-9:]{{4,5}})?",
            timestamp,
        ),
        Rule(rf"{YEAR}-([0-9]{{1,2}})-([0-9]{{1,2}})(?![0-9-])", whole_date),
        Rule(rf"{YEAR}\s?[/.]\s?([0-9]{{1,2}})\s?[/.]\s?([0-9]{{1,2}})(?![0-9/])", whole_date),
        Rule(r"([0-9]{1,2})/([0-9]{1,2})/((?:20)?[0-9]{2})(?![0-9/])", american_date),
        Rule(r"([0-9]{1,2})-([0-9]{1,2})-(20[0-9]{2})(?![0-9-])", american_date),
        Rule(r"([0-9]{1,2})\.([0-9]{1,2})\.(20[0-9]{2})(?![0-9.])", dotted_date),
        Rule(
            (
                rf"{NOT_COUNTED}([0-9]{{1,2}})/([0-9]{{1,2}})"
                rf"(?:(?:{TO}|か|・)(?:([0-9]{{1,2}})/)?([0-9]{{1,2}})"
                rf"(?![0-9:時日月営週件名個人点泊]))?{END}"
            ),
            month_and_day,
        ),
        Rule(
            (
                rf"([0-9]{{1,2}}):([0-9]{{2}})(?::[0-9]{{2}})?(?:{TO}([0-9]{{1,2}}):([0-9]{{2}}))?"
                r"(?:z\b)?(?![0-9:])(?!\s?(?:の比率|の割合|スケール|で割))(?!\s?[ap]\.?m\b)"
            ),
            clock_range,
        ),
    ),
    links=(r"(?:[^\S\n]|[,、()・]){0,3}",),
    ranges=(r"[^\S\n]?[〜~\-–—/・]\s?",),
)
