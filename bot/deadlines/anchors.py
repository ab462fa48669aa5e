"""What is said of another day than today: the one the text has named before."""

from typing import cast

from bot.deadlines.meaning import Meaning
from bot.deadlines.patterns import Late
from bot.deadlines.scan import LEVELS, Expression, coarser

NEXT_TO_IT = 2  # characters between
TIMES = {"part", "clock"}
LONGEST_TOPIC = 11
TOPIC = Late("は[^、。,.!?\n]+")


def anchored(expression: Expression, before: Expression) -> Expression:
    """水曜にデモをするので、前日までに: what counts from a day counts from the one said before."""
    meaning = expression.meaning
    if expression.start - before.end <= NEXT_TO_IT and is_later_weekday(meaning, before.meaning):
        return expression._replace(meaning=meaning | Meaning(period=before.meaning["period"]))
    if "shift" not in meaning or not counts_from_another(meaning):
        return expression
    if says_then(expression):
        return meant_again(expression, before)
    return expression._replace(meaning=coarser(before.meaning, LEVELS["part"]) | expression.meaning)


def says_then(expression: Expression) -> bool:
    """それまでに, by then: the day said before, of several the one that was meant."""
    shift = expression.meaning.get("shift")
    return shift is not None and shift.anchored and shift.amount == 0


def at_its_time(expression: Expression, before: Expression, between: str) -> Expression:
    """土曜は全員9時集合: the time of the day that is spoken of."""
    said = LEVELS.keys() & expression.meaning.keys()
    if not said or not said <= TIMES or not TIMES.isdisjoint(before.meaning) or not TOPIC.fullmatch(between):
        return expression
    return expression._replace(meaning=coarser(before.meaning, LEVELS["part"]) | expression.meaning)


def counts_from_another(meaning: Meaning) -> bool:
    """前日, 到着から3日以内: the day itself is not said."""
    named = LEVELS.keys() & meaning.keys() - {"part", "clock"}
    return named == {"shift"} and meaning["shift"].anchored


def is_later_weekday(meaning: Meaning, before: Meaning) -> bool:
    """来週水曜、遅くても木曜まで: the Thursday of that week."""
    if "weekday" not in meaning or "weekday" not in before or not {"period", "nth"}.isdisjoint(meaning):
        return False
    named = LEVELS.keys() & meaning.keys() - {"weekday", "part", "clock", "zone"}
    of_week = "period" in before and before["period"].unit == "week"
    return of_week and not named and meaning["weekday"] > before["weekday"]


def meant_again(expression: Expression, before: Expression) -> Expression:
    """期限は12/10です。それまでに: the day said before, which is its span, with the limit said here."""
    said = {slot: value for slot, value in expression.meaning.items() if slot != "shift"}
    meaning = cast(Meaning, coarser(before.meaning, len(LEVELS)) | said)
    return expression._replace(first=before.first, last=before.last, meaning=meaning)
