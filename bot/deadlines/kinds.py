"""Whether a deadline is a point in time, an end or a period."""

from bot.deadlines.days import begins
from bot.deadlines.meaning import Meaning
from bot.deadlines.model import Kind

WHOLE = {None, "whole", "early", "middle", "late", "first", "second"}
NARROW = {"day", "weekday", "nth", "clock", "rest", "shift"}
LONG = {"month", "quarter", "year"}


def kind_of(meaning: Meaning) -> Kind:
    if "end" in meaning:
        return "end"
    if meaning.get("edge") == "whole" or "during" in meaning:
        return "period"
    return (
        "period"
        if is_long(meaning)
        and meaning.get("edge") in WHOLE
        and NARROW.isdisjoint(meaning)
        and not begins(meaning)
        else "point"
    )


def is_long(meaning: Meaning) -> bool:
    if not LONG.isdisjoint(meaning) or "edge" in meaning:
        return True
    return "period" in meaning and meaning["period"].unit != "day"
