"""How English says dates and times.

Parts come in any order (5pm next Friday, Friday at 5), joined by at, on, of or nothing; what limits the
expression stands before it (by, until, end of).
"""

from bot.deadlines.english.bounds import BOUNDS
from bot.deadlines.english.guards import GUARDS
from bot.deadlines.english.terms import (
    ANY_DAY,
    CAPITAL_DAY,
    EDGE_WORDS,
    LONG_DAY,
    MONTH,
    NOUN_AFTER,
    NTH,
    ORDINAL,
    PLAIN_NTH,
    SHORT_DAY,
    SPAN,
    TAIL,
    THEN,
    UNITS,
    WHICH,
    after,
    before,
    date_in,
    earlier,
    month,
    nth_of_month,
    nth_weekday,
    period,
    quarter,
    relative,
    shift,
    weekday,
    within,
)
from bot.deadlines.english.times import CLOCKS, PARTS
from bot.deadlines.grammar import Language, Rule
from bot.deadlines.meaning import Meaning, Nth, Part, Period, Rest, Shift
from bot.deadlines.patterns import one_of

SHIFTS = (
    Rule(
        r"(?:before|by|until)\s"
        + one_of(
            r"then\b",
            r"that(?:\s(?:time|date|day))?(?=\s*(?:[,.;!?)]|$|(?:please|pls|so|if|and)\b))",
        ),
        THEN,
    ),
    Rule(r"within\sthe\s(?:next\s)?hour\b", Meaning(shift=Shift(1, "hour"), end=True)),
    Rule(rf"within\s(?:the\snext\s)?{SPAN}(?:\sfrom\s(?:now|today)|(?!\s(?:of|from|after)\s))", within),
    Rule(
        (
            rf"(?:in|after|over)\s(?:about\s|around\s|roughly\s|another\s)?{SPAN}"
            r"(?:(?:'s?)?\stime)?(?!\s(?:of|from|after)\b)"
        ),
        shift,
    ),
    Rule(rf"(?:in\s)?the\snext\s{SPAN}", within),
    Rule(rf"{SPAN}\s(?:from\s(?:now|today)|hence|later|out)\b", shift),
    Rule(rf"{SPAN}\s(?:(?:after|from|following|of|on)(?=\s)|(?=(?:today|tomorrow)\b))", after),
    Rule(rf"{SPAN}\s(?:before|prior\sto|ahead\sof)(?=\s)", before),
    Rule(rf"{SPAN}\sbefore(?=\s*(?:[.,;!?]|$))", earlier),
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
        (
            r"(this|next|the\snext|the\sfollowing|the\scoming|the\scurrent|current|the)\s"
            r"(week|month|quarter|year)\b(?!')(?!\s?end)"
        ),
        period,
    ),
    Rule(
        r"(?<=of\s)(week|month|quarter|year)\b",
        lambda unit: Meaning(leaning=True, **relative(UNITS[unit], 0)),
    ),
    Rule(
        (
            r"(?:over\s)?(?:the\s|this\s|that\s)?(?:coming\s)?weekend\b"
            r"(?!\s(?:rota|roster|edition|shifts?|trip|team|crew|plans|hours|sale|traffic|rates?|prices?|"
            r"surcharge|fees?|takings|figures|numbers|visitors|bookings|guests|menu|news)\b)"
        ),
        relative("week", None, "end"),
    ),
    Rule(r"next\sweekend\b", relative("week", 1, "end")),
    Rule(r"(?:the\s)?new\syear\b", relative("year", 1, "start")),
    Rule(rf"the\s{MONTH}(?=\s(?!by|at|the|is|was|please|pls)[a-z]{{2,}})"),  # the November statement
    Rule(rf"(?:this|next|the)\s{MONTH}(?![ ]?[0-9])", lambda name: Meaning(month=month(name))),
    Rule(
        r"(?:(this|next|the)\s)?(?:fiscal|financial)\s(?:year|yr)",
        lambda which: relative("fiscal", int(which == "next")),
    ),
    Rule(
        r"q([1-4])\b(?:\s?((?:19|20)[0-9]{2}))?(?:[-\s](end)\b)?",
        quarter,
    ),
    Rule(r"eow\b", Meaning(end=True, **relative("week", None, "end"))),
    Rule(r"week'?s\send|week-end\b", relative("week", None, "end")),
    Rule(r"eom\b", Meaning(end=True, **relative("month", None, "end"))),
    Rule(r"month[-\s]end|month's\send", relative("month", None, "end")),
    Rule(r"eoq\b", Meaning(end=True, **relative("quarter", None, "end"))),
    Rule(r"quarter[-\s]end", relative("quarter", None, "end")),
    Rule(r"eoy\b", Meaning(end=True, **relative("year", None, "end"))),
    Rule(
        r"year[-\s]end(?=\s(?:closing|reports?|reviews?|part(?:y|ies)|audit|sale|bonus|"
        r"figures|accounts|meeting))"
    ),
    Rule(r"year[-\s]end|year's\send", relative("year", None, "end")),
    Rule(r"mid-?\s?week\b", relative("week", None, "mid")),
    Rule(r"mid-?\s?month\b", relative("month", None, "mid")),
    Rule(r"after\sthe\s(?:long\sweekend|holidays?|break)\b", Meaning(rest=Rest("after", 3))),
    Rule(r"before\sthe\s(?:long\sweekend|holidays?|break)\b", Meaning(rest=Rest("before", 3), end=True)),
)
EDGES = (
    Rule(
        r"(?:the\s)?week\s(?:of|commencing|beginning|starting)(?=\s)|w/c(?=\s)",
        Meaning(nth=Nth(0, "week"), edge="whole", leaning=True, prefix=True),
    ),
    Rule(
        r"(?:the\s)?(?:very\s)?(end|close|start|beginning|top|middle|first\shalf|second\shalf)\sof(?=\s)",
        lambda name: Meaning(edge=EDGE_WORDS[" ".join(name.split())], leaning=True, prefix=True),
    ),
    Rule(
        (
            r"(early|late|mid|later)(?:-|\s)?(?:in\s)?(?:the\s)?"
            r"(?=next|this|week|month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        ),
        lambda name: Meaning(edge=EDGE_WORDS[name], leaning=True, prefix=True),
    ),
    Rule(
        r"within\s(?=the\s(?:week|month|quarter|year)|this|next)",
        Meaning(edge="whole", leaning=True, prefix=True),
    ),
)
WEEKDAYS = (
    Rule(
        rf"(?:the\s)?{ORDINAL}\s(?:business|working)\sday\b",
        lambda which: Meaning(nth=Nth(WHICH[which], "business")),
    ),
    Rule(rf"(?:the\s)?{ORDINAL}\s{LONG_DAY}(?=\s(?:of|in)\b)", nth_weekday),
    Rule(
        r"(?:the\s)?(first|second|third|fourth)\sweek\s(?=of|in)",
        lambda which: Meaning(nth=Nth(WHICH[which], "week")),
    ),
    Rule(rf"next\s{ANY_DAY}", lambda name: Meaning(period=Period("week", 1), weekday=weekday(name))),
    Rule(
        rf"this\s{ANY_DAY}",
        lambda name: Meaning(period=Period("week", 0), weekday=weekday(name)),
    ),
    Rule(
        one_of(
            r"(?:this\s|the\s)(?:coming|upcoming|following)",
            r"(?:coming|upcoming|following)(?<!'s coming)(?<!is coming)(?<!re coming)"
            r"(?<!be coming)",
        )
        + rf"\s{ANY_DAY}",
        lambda name: Meaning(weekday=weekday(name)),
    ),
    Rule(
        rf"(?:the\s)?{LONG_DAY}\safter\snext",
        lambda name: Meaning(period=Period("week", 2), weekday=weekday(name)),
    ),
    Rule(rf"{LONG_DAY}\sweek\b", lambda name: Meaning(shift=Shift(1, "week", True), weekday=weekday(name))),
    Rule(
        rf"{LONG_DAY}\sfortnight\b",
        lambda name: Meaning(shift=Shift(2, "week", True), weekday=weekday(name)),
    ),
    Rule(
        r"\((mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\.?\)",
        lambda name: Meaning(weekday=weekday(name), bracketed=True),
    ),
    Rule(LONG_DAY, lambda name: Meaning(weekday=weekday(name))),
    Rule(SHORT_DAY, lambda name: Meaning(weekday=weekday(name))),
    Rule(rf"(?<=by\s|on\s){CAPITAL_DAY}", lambda name: Meaning(weekday=weekday(name))),
    Rule(CAPITAL_DAY, lambda name: Meaning(weekday=weekday(name)), capital=True),
)
DATES = (
    Rule(r"christmas\seve\b", Meaning(month=12, day=24)),
    Rule(r"christmas(?:\sday)?\b", Meaning(month=12, day=25)),
    Rule(r"new\syear'?s\seve\b", Meaning(month=12, day=31)),
    Rule(
        rf"{MONTH}[ ]?(?:the\s)?{PLAIN_NTH}{TAIL}(?:,?[ ]?((?:19|20)[0-9]{{2}})(?![0-9]))?",
        lambda name, first, last, year: date_in(month(name), first, last, year),
    ),
    Rule(
        (
            r"(january|february|april|june|july|august|september|october|november|december)\b"
            r"(?:\s((?:19|20)[0-9]{2}))?"
        ),
        lambda name, year: Meaning(month=month(name), leaning=True, **({"year": int(year)} if year else {})),
    ),
    Rule(rf"(?:in|during)\s{MONTH}(?![ ]?[0-9])", lambda name: Meaning(month=month(name))),
    Rule(
        r"(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|march)\b",
        lambda name: Meaning(month=month(name), leaning=True),
        capital=True,
    ),
    Rule(
        rf"{NTH}(?:(?<=by\s...)|(?<=by\s....)|(?<=on\s....)|(?<=before\s....)){NOUN_AFTER}"
        r"(?!\s(?:of\s)?[a-z]{3,9}\b)",
        lambda day: nth_of_month(day, ""),
    ),
    Rule(
        (
            rf"the\s{NTH}(?:\s?(?:[-–]|to|or|and)\s?(?:the\s)?{NTH})?{NOUN_AFTER}"
            r"(?!\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
        ),
        nth_of_month,
    ),
)
NUMBERS = (
    Rule(
        rf"(?:the\s)?{PLAIN_NTH}{TAIL}[ ]?(?:of\s)?{MONTH}(?:,?[ ]?((?:19|20)[0-9]{{2}})(?![0-9]))?",
        lambda first, last, name, year: date_in(month(name), first, last, year),
    ),
    Rule(
        rf"([0-9]{{1,2}})[-/]{MONTH}[-/]((?:20)?[0-9]{{2}})(?![0-9])",  # 26/Nov/26
        lambda day, name, year: date_in(month(name), day, year=year if len(year) == 4 else f"20{year}"),
    ),
    *CLOCKS,
)
ENGLISH = Language(
    rules=(*GUARDS, *NUMBERS, *SHIFTS, *PARTS, *EDGES, *PERIODS, *WEEKDAYS, *DATES, *BOUNDS),
    links=(
        r"[\s,]{0,3}(?:(?:at|on|of|in|the|around|about|@|-|–|is|for)\s+){0,3}(?:the\s)?",
        r"\s?@\s?|,\ssay,?\s",
        r",?\s(?:of|in)\sthe\s",
    ),
    ranges=(r"\s?(?:to|or|and|through|thru|or\sat\slatest|/)\s?(?:on\s)?",),
)
