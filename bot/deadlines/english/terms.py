"""The building blocks of the English rules: patterns that recur, and what their parts say."""

from bot.deadlines.meaning import Clock, Edge, Half, Meaning, Nth, Part, PartOfDay, Period, Shift, Step, Unit
from bot.deadlines.numbers import amount
from bot.deadlines.patterns import any_of, one_of

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"("
    + any_of(
        r"jan(?:uary)?",
        r"feb(?:ruary)?",
        r"mar(?:ch)?",
        r"apr(?:il)?",
        r"may|june?|july?",
        r"aug(?:ust)?",
        r"sept?(?:ember)?",
        r"oct(?:ober)?",
        r"nov(?:ember)?",
        r"dec(?:ember)?",
    )
    + r")\b(?:\.(?=\s*[a-z0-9,]))?"
)
DOT = r"(?:\.(?=\s*[a-z0-9,]))?"  # of an abbreviation, not of a sentence
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LONG_DAY = r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b"
SHORT_DAY = rf"(tues?|weds|thur?s?|fri)\b{DOT}(?!-)"
CAPITAL_DAY = rf"(mon|wed|sat|sun)\b{DOT}(?!-)"
ANY_DAY = (
    r"("
    + any_of(
        r"mon(?:day)?",
        r"tue(?:s(?:day)?)?",
        r"wed(?:s|nesday)?",
        r"thu(?:r(?:s(?:day)?)?)?",
        r"fri(?:day)?",
        r"sat(?:urday)?",
        r"sun(?:day)?",
    )
    + rf")\b(?:(?<!day){DOT}|(?<=day))"
)
NTH = r"([0-9]{1,2})(?:st|nd|rd|th)\b"
PLAIN_NTH = r"([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:%a-z]|[./][0-9])"
TAIL = (
    r"(?:\s?(?:[-–—~/]|to|or|and|through)\s?([0-9]{1,2})(?:st|nd|rd|th)?"
    r"(?![0-9:a-z]|\s?[ap]\.?m\b|\s(?:business|hours?|days?)))?"
)
HOUR = r"(1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
# before our call on Friday, my 1:1 with Emma, it lapses on 31 December
OCCASION = one_of(
    r"(?:the|our|my|your|his|her|their|a|an)"
    r"(?!\s(?:end|close|start|beginning|top|middle|first|second|last|day|week|month|"
    r"quarter|year|weekend)\b)(?:\s(?:[a-z][a-z'’-]*|1:1s?)){1,4}?",
    r"it\s[a-z]+",
    r"1:1s?|stand-?up|payroll|class|school|practice|discharge|launch|kick-?off|go-?live",
    r"hand-?over|departure|training",
)
DAY_AHEAD = (
    r"(?=\s(?:today|tomorrow|tonight|next\s|this\s|(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day))"
)
# before the second shift starts tomorrow
HAPPENS = one_of(
    r"(?:i|we|you|s?he|they|it)\s[a-z]+(?:\s[a-z'/]+){0,4}?",
    r"(?!morning|evening)[a-z]+ing(?:\s[a-z']+){0,3}?",
    r"(?:[a-z-]+\s){1,3}?(?:starts|begins|opens|ends|closes|arrives|leaves|comes|"
    r"launches)",
)
COUNT = (
    r"(?:(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s?"
    + r"(?:-|–|to|or)\s?)?("
    + any_of(
        r"[0-9]{1,3}(?:\.5)?",
        r"an?\scouple\sof|an?\scouple|couple\sof|a\sfew|half\san?|an?|one|two|three|four|five",
        r"six|seven|eight|nine|ten|eleven|twelve|several|few",
    )
    + r")"
)
UNIT = (
    r"("
    + any_of(
        r"(?:business|working|work)[\s-]days?",
        r"days?|weeks?|wks?|fortnights?|months?|quarters?|years?|hours?|hrs?|h|minutes?|mins?",
    )
    + r")\b"
)
SPAN = rf"{COUNT}[\s-]?(?:more\s)?{UNIT}"
STEPS: dict[str, Step] = {"d": "day", "w": "week", "m": "month", "y": "year", "h": "hour"}
UNITS: dict[str, Unit] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}
OFFSETS = {
    "this": 0,
    "the": 0,
    "the current": 0,
    "current": 0,
    "next": 1,
    "the next": 1,
    "the following": 1,
    "the coming": 1,
}
WHICH = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": -1,
    "final": -1,
}
ORDINAL = rf"({'|'.join(WHICH)})"
EDGE_WORDS: dict[str, Edge] = {
    "end": "end", "close": "end", "start": "start", "beginning": "start", "top": "start", "middle": "mid",
    "mid": "mid", "early": "early", "late": "late", "later": "late", "first half": "first",
    "second half": "second",
}  # fmt: skip
ZONES = {
    "jst": "Asia/Tokyo", "utc": "UTC", "gmt": "UTC", "et": "America/New_York", "est": "America/New_York",
    "edt": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "cet": "Europe/Paris", "cest": "Europe/Paris", "bst": "Europe/London", "ist": "Asia/Kolkata",
    "kst": "Asia/Seoul", "sgt": "Asia/Singapore", "hkt": "Asia/Hong_Kong",
}  # fmt: skip
QUESTIONS = (
    r"q[0-9]{1,2}\b(?:(?:\s?[-–—/&,]\s?|,?\s(?:and|to|or)\s)q?[0-9]{1,2}\b){0,6}"  # of a survey: Q1–Q3
)
# "the 2nd attempt": no day of the month
NOUN_AFTER = (
    r"(?!"
    + any_of(
        r"-",
        r"\s+(?!(?:at|by|or|and|please|pls|plz|if|so|because|bc|cause|but|to|for|the|in|with|"
        r"without|end|eod|cob|noon|before|after|latest|morning|afternoon|evening|when|while|"
        r"since|as|we|i|you|it|they|he|she|thanks?|thx|ty|is|are|was|will|would|should|must|"
        r"can|could|may|might|whether|that|which|who|where|how|what|unless|until|till?|once|"
        r"though|although|then|than|via|using|through|from|on|off|about|around|per|during|"
        r"given|due|plus|not|no|only|also|too|again|instead|rather|otherwise|already|sharp|"
        r"asap|latest|my|our|your|their|his|her|this|these|those|me|us|them|everyone|next|"
        r"of(?=\s(?:next|this|the\s(?:[a-z]+\s)?month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
        r"nov|dec))|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b)[a-z]",
    )
    + r")"
)


def shift(count: str, unit: str, sign: int = 1, *, anchored: bool = False) -> Meaning:
    size = sign * amount(" ".join(count.split()))
    if unit.startswith(("business", "work")):
        return Meaning(shift=Shift(size, "business", anchored))
    if unit.startswith("fort"):
        return Meaning(shift=Shift(size * 2, "week", anchored))
    if unit.startswith("q"):
        return Meaning(shift=Shift(size * 3, "month", anchored))
    if unit.startswith("mi"):
        return Meaning(shift=Shift(size, "minute", anchored))
    return Meaning(shift=Shift(size, STEPS[unit[0]], anchored))


def within(count: str, unit: str) -> Meaning:
    return Meaning(end=True, **shift(count, unit))


def after(count: str, unit: str) -> Meaning:
    return Meaning(prefix=True, **shift(count, unit, anchored=True))


def earlier(count: str, unit: str) -> Meaning:
    """Five days before: than the day said before."""
    return shift(count, unit, -1, anchored=True)


def before(count: str, unit: str) -> Meaning:
    return Meaning(prefix=True, **shift(count, unit, -1, anchored=True))


def weekday(name: str) -> int:
    return DAYS.index(name[:3])


def month(name: str) -> int:
    return MONTHS.index(name[:3]) + 1


def date_in(month_number: int, first: str, last: str = "", year: str = "") -> Meaning | None:
    day = int(last or first)
    if not 1 <= day <= 31:
        return None
    said = Meaning(month=month_number, day=day)
    if last:
        said["several"] = True
    if year:
        said["year"] = int(year)
    return said


def relative(unit: Unit, offset: int | None, edge: Edge | None = None) -> Meaning:
    said = Meaning(period=Period(unit, offset))
    return Meaning(edge=edge, **said) if edge else said


def period(which: str, unit: str) -> Meaning:
    said = relative(UNITS[unit], OFFSETS[" ".join(which.split())])
    return Meaning(leaning=True, **said) if which == "the" else said


def clock(hour: str, minute: str, half: str) -> Meaning | None:
    figure = int(hour) % 12 + (12 if half == "p" else 0)
    return Meaning(clock=Clock(figure, int(minute or 0), exact=True)) if 1 <= int(hour) <= 12 else None


def clock_before(hour: str, minute: str, half: str) -> Meaning | None:
    said = clock(hour, minute, half)
    return said and Meaning(end=True, prefix=True, **said)


def clock_span(last: str, last_minute: str, half: str) -> Meaning | None:
    said = clock(last, last_minute, half)
    return said and Meaning(several=True, **said)


def bare_clock(hour: str, minute: str) -> Meaning | None:
    return Meaning(clock=Clock(int(hour), int(minute or 0))) if int(hour) <= 24 else None


def between_hours(hour: str, minute: str) -> Meaning | None:
    said = bare_clock(hour, minute)
    return said and Meaning(several=True, leaning=True, **said)


def nth_of_month(first: str, last: str) -> Meaning | None:
    day = int(last or first)
    if not 1 <= day <= 31:
        return None
    return Meaning(day=day, several=True) if last else Meaning(day=day)


def bare_at(bound: str, hour: str, minute: str, dotted: str) -> Meaning | None:
    said = bare_clock(hour, minute or dotted) if int(hour) else None
    return (
        Meaning(end=True, **said)
        if said and bound in ("by", "before", "b4", "until", "till", "til")
        else said
    )


def part(at: PartOfDay, half: Half = "") -> Meaning:
    return Meaning(part=Part(at, half))


def nth_weekday(which: str, name: str) -> Meaning:
    return Meaning(nth=Nth(WHICH[which], "weekday"), weekday=weekday(name))


VOID = Meaning(void=True)
THEN = Meaning(end=True, shift=Shift(0, "day", anchored=True))  # before then: the day said before
BOUND = Meaning(end=True, leaning=True, prefix=True)
AFTER_BOUND = Meaning(end=True, leaning=True)
LABEL = Meaning(end=True, label=True, leaning=True, prefix=True)
EARLIER = r"(?:last|past|previous|the\s(?:last|past|previous|other))"
EVERY = r"(?:every|each)"


def quarter(number: str, year: str, end: str) -> Meaning:
    said = Meaning(quarter=int(number))
    if year:
        said["year"] = int(year)
    if end:
        said["edge"] = "end"
    return said
