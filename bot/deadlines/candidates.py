"""Expressions that may be deadlines, and which of them is meant."""

from dataclasses import dataclass

from bot.deadlines.meaning import Meaning
from bot.deadlines.model import Deadline, Kind, Reference
from bot.deadlines.moments import moment_of
from bot.deadlines.plain import Plain
from bot.deadlines.scan import Expression, expressions


@dataclass(frozen=True, slots=True)
class Candidate:
    """A deadline and where it stands in the plain text, with the words that announce it."""

    deadline: Deadline
    start: int
    end: int
    bound: bool


def candidates(plain: Plain, reference: Reference) -> list[Candidate]:
    found = (candidate(expression, plain, reference) for expression in expressions(plain, reference.language))
    return [one for one in found if one]


def candidate(expression: Expression, plain: Plain, reference: Reference) -> Candidate | None:
    meaning = expression.meaning
    if "void" in meaning or ("leaning" in meaning):
        return None
    moment = moment_of(meaning, reference)
    if moment is None:
        return None
    deadline = Deadline(
        moment.day,
        moment.time,
        kind_of(meaning),
        plain.span(expression.first, expression.last),
        moment.is_past(reference),
        moment.weekday_differs,
        "several" in meaning,
    )
    return Candidate(deadline, expression.start, expression.end, "end" in meaning)


def kind_of(meaning: Meaning) -> Kind:
    if "end" in meaning:
        return "end"
    narrow = meaning.keys() & {"day", "weekday", "nth", "clock", "rest", "shift"}
    if not narrow and meaning.get("edge") in PERIOD_EDGES and meaning.keys() & {"period", "month", "quarter", "year"}:
        return "period" if meaning.get("edge") or is_long(meaning) else "point"
    return "period" if meaning.get("edge") == "whole" else "point"


PERIOD_EDGES = {None, "whole", "early", "middle", "late", "first", "second"}


def is_long(meaning: Meaning) -> bool:
    return "period" not in meaning or meaning["period"].unit != "day"


def chosen(found: list[Candidate]) -> Candidate | None:
    live = [one for one in found if not one.deadline.is_past] or found
    bound = [one for one in live if one.bound]
    return (bound or live or [None])[0]
