"""English words that make a date a limit: by, until, the deadline is."""

from bot.deadlines.english.terms import (
    AFTER_BOUND,
    BOUND,
    DAY_AHEAD,
    HAPPENS,
    LABEL,
    OCCASION,
    clock_before,
)
from bot.deadlines.grammar import Rule
from bot.deadlines.meaning import Meaning
from bot.deadlines.patterns import any_of, one_of

BOUNDS = (
    Rule(
        any_of(
            one_of(
                r"submissions?|applications?|registrations?|entries|nominations|orders?|sign-?ups?",
                r"voting|polls?",
            )
            + r"\scloses?(?:\son)?(?=\s)",
            one_of(
                r"deadline|cut-?off",
                r"due(?:\sdate)?",
                r"eta",
                r"target(?:\sdate)?",
            )
            + r"\s?"
            + one_of(
                r"(?:has\sbeen|was|is|got)?\s?"
                + one_of(
                    r"extended|moved",
                    r"pushed(?:\sback)?",
                    r"postponed|changed",
                )
                + r"(?:\sfrom\s[a-z0-9/-]{3,12}(?:\s[0-9]{1,2})?)?\sto",
                r"is|are|:|=|-",
                r"(?:for|to)\s[a-z0-9\s'-]{1,30}(?:\sis|:)",
            )
            + r"\s?(?:now\s)?(?:by\s|on\s)?",
        ),
        LABEL,
    ),
    Rule(  # before the 3pm call tomorrow
        (
            r"(?:before|ahead\sof)\s(?:the|our|my|your)\s([0-9]{1,2})(?::([0-9]{2}))?\s?"
            r"([ap])m\s(?:call|meeting|sync|demo|review|session|stand-?up|interview)"
            rf"(?:\son(?=\s)|{DAY_AHEAD})"
        ),
        clock_before,
    ),
    Rule(
        rf"(?:before|prior\sto|ahead\sof|in\stime\sfor)\s{OCCASION}(?:\s(?:on|at)(?=\s)|{DAY_AHEAD})",
        BOUND,
    ),
    Rule(rf"before\s{HAPPENS}(?:{DAY_AHEAD}|(?=\sat\s[0-9]))", BOUND),
    Rule(
        any_of(
            r"(?:no|not)\slater\sthan",
            r"on\sor\sbefore|by\sno\slater\sthan|at\sthe\svery\slatest\sby",
            r"by\b(?!\sthe\sway)",
            r"until\b|till?\b",
            r"due(?:\s(?:by|on|at))?",
            r"in\stime\sfor|prior\sto|latest\sby",
            r"latest(?=\s(?:the\s)?(?:[0-9]|tomorrow|next\s|(?:mon|tues|wednes|thurs|fri)day))",
        ),
        BOUND,
    ),
    Rule(
        r"(?:before|b4|ahead\sof)\b(?:\s(?:our|my|your)(?=\s[0-9]{1,2}(?::[0-9]{2}|\s?[ap]m)))?",
        Meaning(end=True, before=True, leaning=True, prefix=True),
    ),
    Rule(
        r"is\sthe\s(?:(?:very\s)?last\s(?:day|date|chance)(?!\sof\b)|limit|deadline|cut-?off)\b", AFTER_BOUND
    ),
    Rule(r"(?:at\sthe\s(?:very\s)?)?latest\b|deadline\b|sharp\b|cutoff\b|cut-off\b", AFTER_BOUND),
)
