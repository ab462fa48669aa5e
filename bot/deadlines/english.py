"""How English says dates and times.

Parts come in any order (5pm next Friday, Friday at 5), joined by at, on, of or nothing; what limits the
expression stands before it (by, until, end of).
"""

from bot.deadlines.grammar import Language, Rule
from bot.deadlines.meaning import Clock, Edge, Meaning, Nth, Part, Period, Rest, Shift, Step, Unit
from bot.deadlines.numbers import amount

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b(?:\.(?=\s*[a-z0-9,]))?"
)
DOT = r"(?:\.(?=\s*[a-z0-9,]))?"  # of an abbreviation, not of a sentence
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LONG_DAY = r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b"
SHORT_DAY = rf"(tues?|thur?s?|fri)\b{DOT}(?!-)"
CAPITAL_DAY = rf"(mon|wed|sat|sun)\b{DOT}(?!-)"
ANY_DAY = rf"(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b{DOT}"
NTH = r"([0-9]{1,2})(?:st|nd|rd|th)\b"
PLAIN_NTH = r"([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:%a-z]|[./][0-9])"
TAIL = r"(?:\s?(?:[-–—~/]|to|or|and|through)\s?([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:a-z]|\s?[ap]\.?m\b|\s(?:business|hours?|days?)))?"
COUNT = (
    r"(?:(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s?(?:-|–|to|or)\s?)?"
    r"([0-9]{1,3}(?:\.5)?|an?\scouple\sof|an?\scouple|couple\sof|a\sfew|half\san?|an?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|several|few)"
)
UNIT = (
    r"((?:business|working|work)[\s-]days?|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|hours?|hrs?|h|"
    r"minutes?|mins?)\b"
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
EDGE_WORDS: dict[str, Edge] = {
    "end": "end", "close": "end", "start": "start", "beginning": "start", "top": "start", "middle": "mid",
    "mid": "mid", "early": "early", "late": "late", "later": "late", "first half": "first", "second half": "second",
}  # fmt: skip
ZONES = {
    "jst": "Asia/Tokyo", "utc": "UTC", "gmt": "UTC", "et": "America/New_York", "est": "America/New_York",
    "edt": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "cet": "Europe/Paris", "cest": "Europe/Paris", "bst": "Europe/London", "ist": "Asia/Kolkata",
    "kst": "Asia/Seoul", "sgt": "Asia/Singapore", "hkt": "Asia/Hong_Kong",
}  # fmt: skip
NOUN_AFTER = (  # "the 2nd attempt": no day of the month
    r"(?!\s?-|\s+(?!(?:at|by|or|and|of|please|pls|if|so|because|but|to|for|the|in|with|end|eod|cob|noon|before|after|"
    r"latest|morning|afternoon|evening|when|while|since|as|we|i|you|thanks|is|at\sthe|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b)[a-z])"
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


def clock_span(hour: str, minute: str, last: str, last_minute: str, half: str) -> Meaning | None:
    said = clock(last, last_minute, half)
    return said and Meaning(several=True, **said)


def bare_clock(hour: str, minute: str) -> Meaning | None:
    return Meaning(clock=Clock(int(hour), int(minute or 0))) if int(hour) <= 24 else None


def nth_of_month(first: str, last: str) -> Meaning | None:
    day = int(last or first)
    if not 1 <= day <= 31:
        return None
    return Meaning(day=day, several=True) if last else Meaning(day=day)


def bare_at(bound: str, hour: str, minute: str) -> Meaning | None:
    said = bare_clock(hour, minute) if int(hour) else None
    return Meaning(end=True, **said) if said and bound in ("by", "before", "until", "till", "til") else said


def part(at: str, half: str = "", **more: bool) -> Meaning:
    return Meaning(part=Part(at, half), **more)  # type: ignore[arg-type,typeddict-item]


def nth_weekday(which: str, name: str) -> Meaning:
    return Meaning(nth=Nth(WHICH[which], "weekday"), weekday=weekday(name))


VOID = Meaning(void=True)
BOUND = Meaning(end=True, leaning=True, prefix=True)
AFTER_BOUND = Meaning(end=True, leaning=True)
LABEL = Meaning(end=True, label=True, leaning=True, prefix=True)
EARLIER = r"(?:last|past|previous|the\s(?:last|past|previous|other))"
EVERY = r"(?:every|each)"

GUARDS = (
    Rule(
        rf"{EARLIER}\s(?:{ANY_DAY}(?!\s(?:of|in)\b)|{MONTH}|week(?:end)?|month|quarter|year|night|time|fall|spring|summer|winter)(?:'s)?",
        VOID,
    ),
    Rule(
        rf"{EVERY}\s(?:other\s)?(?:{ANY_DAY}|day|week|month|quarter|year|morning|afternoon|evening|night|time)",
        VOID,
    ),
    Rule(
        rf"{COUNT}\s(?:business\sdays?|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?)\s(?:ago|back|earlier)\b",
        VOID,
    ),
    Rule(r"yesterday(?:'s)?|the\sday\sbefore\syesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", VOID),
    Rule(
        r"at\sthe\send\sof\sthe\sday,|second\sthought|second\s(?:half|opinion|look|round)\b(?!\sof)|first\s(?:half|draft|round)\b(?!\sof)"
    ),
    Rule(r"(?:[a-z]+\s)?black\sfriday|may\s(?:be|not|have|need|want|also|i|we|you)\b|march\s(?:on|to|in)\b"),
    Rule(rf"{NTH}\s(?:party|gen|floor|place|quarter|time|attempt|round|edition|version|grade|century)\b"),
    Rule(
        r"day[-\s]to[-\s]day|day\sone|end[-\s]to[-\s]end|end[-\s]users?|night\sshift|morning,?\s(?:all|every|team|folks)|good\s(?:morning|afternoon|evening|night)"
    ),
)

SHIFTS = (
    Rule(rf"within\s(?:the\snext\s)?{SPAN}(?:\sfrom\s(?:now|today))?", within),
    Rule(
        rf"(?:in|after|over)\s(?:about\s|around\s|roughly\s|the\snext\s|another\s)?{SPAN}(?:(?:'s?)?\stime)?(?!\s(?:of|from|after)\b)",
        shift,
    ),
    Rule(rf"(?:in\s)?the\snext\s{SPAN}", within),
    Rule(rf"{SPAN}\s(?:from\s(?:now|today)|hence|later|out)\b", shift),
    Rule(rf"{SPAN}\s(?:after|from|following|of|on)(?=\s)", after),
    Rule(rf"{SPAN}\s(?:before|prior\sto|ahead\sof)(?=\s)", before),
    Rule(r"(?:the\s)?day\safter\stomorrow|overmorrow", relative("day", 2)),
    Rule(
        r"(?:the\s)?(?:day\safter|following\sday\safter)(?=\s(?!that))",
        Meaning(shift=Shift(1, "day", True), prefix=True),
    ),
    Rule(r"(?:the\s)?day\sbefore(?=\s(?!that))", Meaning(shift=Shift(-1, "day", True), prefix=True)),
    Rule(r"(?:the\s)?(?:next|following)\sday", Meaning(shift=Shift(1, "day"))),
    Rule(
        r"(?:the\s)?(?:next|following)\s(?:business|working|work)\sday", Meaning(shift=Shift(1, "business"))
    ),
)

PERIODS = (
    Rule(r"today\b|tdy\b", relative("day", 0)),
    Rule(r"tonight|tonite|this\sevening", Meaning(period=Period("day", 0), part=Part("night", "night"))),
    Rule(r"this\smorning|in\sthe\smorning", Meaning(part=Part("noon", "am"), during=True)),
    Rule(r"this\safternoon", Meaning(period=Period("day", 0), part=Part("closes", "pm"), during=True)),
    Rule(r"tomorrow\b|tmrw?\b|tmw\b|tomo\b|2moro\b", relative("day", 1)),
    Rule(r"(?:the\s)?week\safter\snext", relative("week", 2)),
    Rule(r"(?:the\s)?month\safter\snext", relative("month", 2)),
    Rule(
        r"(this|next|the\snext|the\sfollowing|the\scoming|the\scurrent|current|the)\s(week|month|quarter|year)\b(?!')(?!\s?end)",
        period,
    ),
    Rule(
        r"(?<=of\s)(week|month|quarter|year)\b",
        lambda unit: Meaning(leaning=True, **relative(UNITS[unit], 0)),
    ),
    Rule(r"(?:the\s|this\s|that\s|coming\s|over\sthe\s){0,2}weekend\b", relative("week", None, "end")),
    Rule(r"next\sweekend\b", relative("week", 1, "end")),
    Rule(r"(?:the\s)?new\syear\b", relative("year", 1, "start")),
    Rule(rf"(?:this|next|the)\s{MONTH}(?!\s?[0-9])", lambda name: Meaning(month=month(name))),
    Rule(
        r"(this|next|the)?\s?(?:fiscal|financial)\s(?:year|yr)",
        lambda which: relative("fiscal", int(which == "next")),
    ),
    Rule(
        r"q([1-4])\b(?:\s?((?:19|20)[0-9]{2}))?",
        lambda q, year: Meaning(quarter=int(q), **({"year": int(year)} if year else {})),
    ),
    Rule(r"eow\b", Meaning(end=True, **relative("week", None, "end"))),
    Rule(r"week'?s\send|week-end\b", relative("week", None, "end")),
    Rule(r"eom\b", Meaning(end=True, **relative("month", None, "end"))),
    Rule(r"month[-\s]end|month's\send", relative("month", None, "end")),
    Rule(r"eoq\b", Meaning(end=True, **relative("quarter", None, "end"))),
    Rule(r"quarter[-\s]end", relative("quarter", None, "end")),
    Rule(r"eoy\b", Meaning(end=True, **relative("year", None, "end"))),
    Rule(r"year[-\s]end|year's\send", relative("year", None, "end")),
    Rule(r"mid-?\s?week\b", relative("week", None, "mid")),
    Rule(r"mid-?\s?month\b", relative("month", None, "mid")),
    Rule(r"after\sthe\s(?:long\sweekend|holidays?|break)\b", Meaning(rest=Rest("after", 3))),
    Rule(r"before\sthe\s(?:long\sweekend|holidays?|break)\b", Meaning(rest=Rest("before", 3), end=True)),
)

EDGES = (
    Rule(
        r"(?:the\s)?(?:very\s)?(end|close|start|beginning|top|middle|first\shalf|second\shalf)\sof(?=\s)",
        lambda name: Meaning(edge=EDGE_WORDS[" ".join(name.split())], leaning=True, prefix=True),
    ),
    Rule(
        r"(early|late|mid|later)(?:-|\s)?(?:in\s)?(?:the\s)?(?=next|this|week|month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
        lambda name: Meaning(edge=EDGE_WORDS[name], leaning=True, prefix=True),
    ),
    Rule(
        r"within\s(?=the\s(?:week|month|quarter|year)|this|next)",
        Meaning(edge="whole", leaning=True, prefix=True),
    ),
)

WEEKDAYS = (
    Rule(
        r"(first|1st|second|2nd|third|3rd|fourth|4th|last|final)\s(?:business|working)\sday\b",
        lambda which: Meaning(nth=Nth(WHICH[which], "business")),
    ),
    Rule(
        rf"(?:the\s)(first|1st|second|2nd|third|3rd|fourth|4th|last|final)\s{LONG_DAY}(?=\s(?:of|in)\b)",
        nth_weekday,
    ),
    Rule(rf"(first|1st|second|2nd|third|3rd|fourth|4th|last)\s{LONG_DAY}(?=\s(?:of|in)\b)", nth_weekday),
    Rule(
        r"(?:the\s)(first|1st|second|2nd|third|3rd|fourth|4th|last|final)\s(?:business|working)\sday\b",
        lambda which: Meaning(nth=Nth(WHICH[which], "business")),
    ),
    Rule(rf"next\s{ANY_DAY}", lambda name: Meaning(period=Period("week", 1), weekday=weekday(name))),
    Rule(
        rf"this\s(?:coming\s)?{ANY_DAY}",
        lambda name: Meaning(period=Period("week", 0), weekday=weekday(name)),
    ),
    Rule(rf"(?:the\s)?(?:coming|upcoming|following)\s{ANY_DAY}", lambda name: Meaning(weekday=weekday(name))),
    Rule(rf"{LONG_DAY}\safter\snext", lambda name: Meaning(period=Period("week", 2), weekday=weekday(name))),
    Rule(rf"{LONG_DAY}\sweek\b", lambda name: Meaning(shift=Shift(1, "week", True), weekday=weekday(name))),
    Rule(
        r"\((mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\)",
        lambda name: Meaning(weekday=weekday(name), bracketed=True),
    ),
    Rule(LONG_DAY, lambda name: Meaning(weekday=weekday(name))),
    Rule(SHORT_DAY, lambda name: Meaning(weekday=weekday(name))),
    Rule(CAPITAL_DAY, lambda name: Meaning(weekday=weekday(name)), capital=True),
    Rule(rf"(?<=by\s|on\s|or\s){CAPITAL_DAY}", lambda name: Meaning(weekday=weekday(name))),
)

DATES = (
    Rule(
        rf"{MONTH}\s?(?:the\s)?{PLAIN_NTH}{TAIL}(?:,?\s?((?:19|20)[0-9]{{2}})(?![0-9]))?",
        lambda name, first, last, year: date_in(month(name), first, last, year),
    ),
    Rule(
        r"(january|february|april|june|july|august|september|october|november|december)\b(?:\s((?:19|20)[0-9]{2}))?",
        lambda name, year: Meaning(month=month(name), leaning=True, **({"year": int(year)} if year else {})),
    ),
    Rule(rf"(?:in|during)\s{MONTH}(?!\s?[0-9])", lambda name: Meaning(month=month(name))),
    Rule(
        r"(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|march)\b",
        lambda name: Meaning(month=month(name), leaning=True),
        capital=True,
    ),
    Rule(
        rf"the\s{NTH}(?:\s?(?:[-–]|to|or)\s?(?:the\s)?{NTH})?{NOUN_AFTER}(?!\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
        nth_of_month,
    ),
)

PARTS = (
    Rule(
        r"eod\b|cob\b|eob\b|cop\b|eop\b|c\.o\.b\.?|e\.o\.d\.?|(?:the\s|my\s)?(?:end|close)\sof\s(?:the\s|my\s)?(?:(?:work|working|business)\s?)?(?:day|business|play|work)\b|day's\send|end-of-day|close-of-business",
        part("closes", end=True),
    ),
    Rule(
        r"first\sthing(?:\sin\sthe\smorning)?|start\sof\s(?:the\s)?(?:day|business)|sod\b",
        part("opens", "am"),
    ),
    Rule(r"(?:early\s|later\s|late\s)?morning\b", part("opens", "am", leaning=True)),
    Rule(r"after\slunch(?:time)?|early\safternoon", part("after_noon", "pm")),
    Rule(r"(?:in\sthe\s)?(?:late\s)?afternoon\b", part("closes", "pm", leaning=True)),
    Rule(r"noon\b|midday|lunch(?:\s?time)?(?=\s|[.,!?]|$)", part("noon", "noon")),
    Rule(r"evening\b|night\b", part("night", "night", leaning=True)),
    Rule(r"midnight", part("midnight", end=True)),
    Rule(
        r"(jst|utc|gmt|[ecp][sd]?t|cest|cet|bst|ist|kst|sgt|hkt)\b",
        lambda name: Meaning(zone=ZONES[name], leaning=True),
    ),
    Rule(
        r"(at|by|before|until|till?|@|around|about)\s([0-9]{1,2})(?::([0-9]{2}))?(?=\s*(?:$|[.,;!?)]|(?:today|tomorrow|tonight|on|sharp|at\sthe|please|this|next|mon|tues|wednes|thurs|fri|jst|utc|so|if|and|or|for|latest)[a-z]*\b))(?![.,:][0-9])",
        bare_at,
    ),
    Rule(r"half\spast\s([0-9]{1,2})\b", lambda hour: Meaning(clock=Clock(int(hour), 30))),
)

BOUNDS = (
    Rule(
        r"(?:deadline|due(?:\sdate)?|eta|target(?:\sdate)?)\s?(?:(?:has\sbeen|was|is|got)?\s?(?:extended|moved|pushed(?:\sback)?|postponed|changed)\sto|is|are|:|=|-|for\s[a-z\s]{1,20}\sis)\s?(?:now\s)?(?:by\s|on\s)?",
        LABEL,
    ),
    Rule(
        r"(?:no|not)\slater\sthan|on\sor\sbefore|by\sno\slater\sthan|at\sthe\svery\slatest\sby|by\b(?!\sthe\sway)|until\b|till?\b|due(?:\s(?:by|on|at|in))?|in\stime\sfor|prior\sto|latest\sby",
        BOUND,
    ),
    Rule(r"before|ahead\sof", Meaning(end=True, before=True, leaning=True, prefix=True)),
    Rule(r"(?:at\sthe\s(?:very\s)?)?latest\b|deadline\b|sharp\b|cutoff\b|cut-off\b", AFTER_BOUND),
)

NUMBERS = (
    Rule(
        rf"{PLAIN_NTH}{TAIL}\s?(?:of\s)?{MONTH}(?:,?\s?((?:19|20)[0-9]{{2}})(?![0-9]))?",
        lambda first, last, name, year: date_in(month(name), first, last, year),
    ),
    Rule(
        r"([0-9]{1,2})(?::([0-9]{2}))?\s?(?:[-–—~]|to|and)\s?([0-9]{1,2})(?::([0-9]{2}))?\s?([ap])(?:m\b|\.m\b\.?)",
        clock_span,
    ),
    Rule(r"([0-9]{1,2})(?::([0-9]{2}))?\s?([ap])(?:m\b|\.m\b\.?)", clock),
    Rule(r"([0-9]{1,2})(?::([0-9]{2}))?\s?o'?clock", bare_clock),
    Rule(
        r"([0-9]{1,2})h([0-9]{2})?\b",
        lambda hour, minute: (
            Meaning(clock=Clock(int(hour), int(minute or 0), exact=True)) if int(hour) <= 24 else None
        ),
    ),
)


ENGLISH = Language(
    rules=(*GUARDS, *NUMBERS, *SHIFTS, *PARTS, *EDGES, *PERIODS, *WEEKDAYS, *DATES, *BOUNDS),
    links=(
        r"[\s,]{0,3}(?:(?:at|on|of|in|the|around|about|@|-|–|is|for)\s+){0,3}(?:the\s)?",
        r"\s?@\s?",
        r",?\s(?:of|in)\sthe\s",
    ),
    ranges=(r"\s?(?:to|or|and|through|thru|or\sat\slatest|/)\s?(?:on\s)?",),
)
