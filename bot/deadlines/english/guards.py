"""What looks like a date in English and is none, or one of the past (VOID)."""

from bot.deadlines.english.terms import (
    ANY_DAY,
    COUNT,
    EARLIER,
    EVERY,
    MONTH,
    NTH,
    QUESTIONS,
    VOID,
)
from bot.deadlines.grammar import Rule
from bot.deadlines.patterns import any_of, one_of

GUARDS = (
    Rule(
        rf"{EARLIER}\s"
        + one_of(
            rf"{ANY_DAY}(?!\s(?:of|in)\b)",
            MONTH,
            r"week(?:end)?",
            r"month|quarter|year|night|time|fall|spring|summer|winter",
        )
        + r"(?:'s)?",
        VOID,
    ),
    Rule(
        rf"{EVERY}\s(?:other\s)?"
        + one_of(
            ANY_DAY,
            r"day|week|month|quarter|year|morning|afternoon|evening|night|time",
        ),
        VOID,
    ),
    Rule(
        (
            rf"{COUNT}\s(?:business\sdays?|days?|weeks?|months?|years?|hours?|hrs?|minutes?|"
            r"mins?)\s(?:ago|back|earlier)\b"
        ),
        VOID,
    ),
    Rule(r"due\b(?:(?<=\bwas\sdue)|(?<=\bwere\sdue)|(?<=originally\sdue))(?:\s(?:on|by|at))?", VOID),
    Rule(rf"the\s{NTH}\sof\s{EVERY}\s[a-z]+", VOID),
    Rule(r"yesterday(?:'s)?|the\sday\sbefore\syesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", VOID),
    Rule(
        any_of(
            r"at\sthe\send\sof\sthe\sday,|second\sthought",
            r"second\s(?:half|opinion|look|round)\b(?!\sof)",
            r"first\s(?:half|draft|round)\b(?!\sof)",
        )
    ),
    Rule(
        r"christmas\s"
        + one_of(
            r"part(?:y|ies)",
            r"trees?|cards?|gifts?|presents?|lunch|dinner|market|menu|lights|play|concert|sale",
            r"campaign|decorations?|shopping|bonus|fair|season|rush|break|holidays?|stock|hours",
        )
    ),
    Rule(r"black\sfriday|may\s(?:be|not|have|need|want|also|i|we|you)\b|march\s(?:on|to|in)\b"),
    Rule(rf"{NTH}\s(?:party|gen|floor|place|quarter|time|attempt|round|edition|version|grade|century)\b"),
    Rule(rf"{QUESTIONS}(?=\s(?:of|in|on|from|under)\s(?:the|our|your|this|that)\s(?!(?:[a-z]+\s)?year))"),
    Rule(rf"(?:(?<=answer\s)|(?<=answers\sto\s)|(?<=questions\s)|(?<=question\s)){QUESTIONS}"),
    Rule(r"(?<!by\s)(?<!in\s)(?<!for\s)(?<!of\s)(?<!until\s)q[1-4]\s?[-–—~]\s?q[1-4]\b(?!\s?20[0-9]{2})"),
    Rule(r"q[1-4]\s?(?:[-–—~/&,]|to|and|,\sand)\s?q(?:[5-9]|[0-9]{2})\b|q[1-4][-–][5-9]\b"),
    Rule(
        any_of(
            r"day[-\s]to[-\s]day|day\sone|end[-\s]to[-\s]end|end[-\s]users?|night\sshift",
            r"morning,?\s(?:all|every|team|folks)",
            r"good\s(?:morning|afternoon|evening|night)",
        )
    ),
)
