"""How English says times of the day."""

from bot.deadlines.english.terms import (
    HOUR,
    ZONES,
    bare_at,
    bare_clock,
    between_hours,
    clock,
    clock_span,
    part,
)
from bot.deadlines.grammar import Rule
from bot.deadlines.meaning import Clock, Meaning, Part
from bot.deadlines.numbers import number
from bot.deadlines.patterns import any_of

PARTS = (
    Rule(
        any_of(
            r"eod\b|cob\b|eob\b|cop\b|eop\b",
            r"c\.o\.b\.?",
            r"e\.o\.d\.?",
            r"(?:the\s|my\s)?(?:end|close)\sof\s(?:the\s|my\s)?(?:(?:work|working|business)\s?)?"
            r"(?:day|business|play|work)\b",
            r"day's\send|end-of-day|close-of-business",
        ),
        Meaning(part=Part("closes"), end=True),
    ),
    Rule(
        r"closing(?:\stime)?\b(?=\W*$|\s(?:on|today|tomorrow|tonight)\b)",
        Meaning(part=Part("closes"), leaning=True),
    ),
    Rule(
        r"first\sthing(?:\sin\sthe\smorning)?|start\sof\s(?:the\s)?(?:day|business)|sod\b",
        part("opens", "am"),
    ),
    Rule(r"(?:early\s|later\s|late\s)?morning\b", Meaning(part=Part("opens", "am"), leaning=True)),
    Rule(r"after\slunch(?:time)?|early\safternoon", part("after_noon", "pm")),
    Rule(r"(?:in\sthe\s)?(?:late\s)?afternoon\b", Meaning(part=Part("closes", "pm"), leaning=True)),
    Rule(r"noon\b|midday|lunch\s?time", part("noon", "noon")),
    Rule(r"lunch(?=\s|[.,!?]|$)", Meaning(part=Part("noon", "noon"), leaning=True)),
    Rule(r"evening\b|night\b", Meaning(part=Part("night", "night"), leaning=True)),
    Rule(r"midnight", Meaning(part=Part("midnight"), end=True)),
    Rule(
        r"(jst|utc|gmt|[ecp][sd]?t|cest|cet|bst|ist|kst|sgt|hkt)\b",
        lambda name: Meaning(zone=ZONES[name], leaning=True),
    ),
    Rule(
        (
            r"(at|by|before|b4|until|till?|@|around|about)\s(?:like\s|about\s|around\s|roughly\s)?"
            r"([0-9]{1,2})(?::([0-9]{2})|\.([0-5][05]))?"
            r"(?=\s*(?:$|[.,;!?)]|(?:today|tomorrow|tonight|on|sharp|at\sthe|please|this|next|mon|"
            r"tues|wednes|thurs|fri|jst|utc|so|if|and|or|for|latest|with|when|in\sthe|"
            r"to\s(?=[a-z]))[a-z]*\b))(?![.,:][0-9])"
        ),
        bare_at,
    ),
    Rule(  # by 1530; 2030 is a year
        r"(at|by|before|until|till?)\s(0[0-9]|1[0-8]|2[1-3])([0-5][05])()"
        r"(?=\s*(?:$|[.,;!?)]|(?:hrs|hours|today|tomorrow|tonight|on|please|pls|so|if|and|or)\b))",
        bare_at,
    ),
    Rule(rf"{HOUR}\s(?:o'?clock|sharp)\b", lambda hour: Meaning(clock=Clock(number(hour)))),
    Rule(rf"half\s(?:past\s)?{HOUR}", lambda hour: Meaning(clock=Clock(number(hour), 30))),
    Rule(rf"(?:a\s)?quarter\spast\s{HOUR}", lambda hour: Meaning(clock=Clock(number(hour), 15))),
    Rule(rf"(?:a\s)?quarter\sto\s{HOUR}", lambda hour: Meaning(clock=Clock(number(hour) - 1, 45))),
)

CLOCKS = (
    Rule(
        (
            r"(?:between|from)\s[0-9]{1,2}(?::[0-9]{2})?\s(?:and|to)\s([0-9]{1,2})"
            r"(?::([0-9]{2}))?(?=\s*(?:$|[.,;!?)]|today|tomorrow|on\b))"
        ),
        between_hours,
    ),
    Rule(
        (
            r"[0-9]{1,2}(?::[0-9]{2})?\s?(?:[-–—~]|to|and)\s?([0-9]{1,2})"
            r"(?::([0-9]{2}))?\s?([ap])(?:m\b|\.m\b\.?)"
        ),
        clock_span,
    ),
    Rule(r"([0-9]{1,2})(?:[:.]([0-5][0-9]))?\s?([ap])(?:m\b|\.m\b\.?)", clock),
    Rule(r"([0-9]{1,2})(?::([0-9]{2}))?\s?o'?clock", bare_clock),
    Rule(
        r"([0-9]{1,2})h([0-9]{2})?\b",
        lambda hour, minute: (
            Meaning(clock=Clock(int(hour), int(minute or 0), exact=True)) if int(hour) <= 24 else None
        ),
    ),
)
