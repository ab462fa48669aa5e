"""The days a company is closed every year, as people write them: 12/29-1/3, 8/13-8/15."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from ..errors import UserError
from .calendar import MonthDay

MOST = 60
"""Days a year; a calendar looks only so far for the next day that is worked."""

_LEAP = 2024
_YEAR = [date(_LEAP, 1, 1) + timedelta(days=n) for n in range(366)]
_DAYS: list[MonthDay] = [(day.month, day.day) for day in _YEAR]
_PLACES = {day: place for place, day in enumerate(_DAYS)}
_SPACE = r"\s*"
_TO = re.compile(rf"{_SPACE}(?:-|–|—|−|ー|~|〜|から|to){_SPACE}")
_BETWEEN = re.compile(r"[,、;\s]+")
_SPAN = re.compile(r"(\d{1,2})[/月](\d{1,2})日?(?:>(?:(\d{1,2})[/月])?(\d{1,2})日?(?:まで)?)?")


def read(text: str, field: str = "") -> tuple[MonthDay, ...]:
    """Each day (month, day) once, in the order of the year; none for an empty text.

    Raises UserError for a piece that is no day, and for more than MOST days.
    """
    pieces = _BETWEEN.split(_TO.sub(">", unicodedata.normalize("NFKC", text)).strip())
    days = {day for piece in pieces if piece for day in _span(piece, field)}
    if len(days) > MOST:
        raise UserError("error.closing_days_many", field=field, limit=MOST)
    return tuple(sorted(days))


def written(days: Iterable[MonthDay]) -> str:
    """As `read` reads it; days in a row as one span, also over the end of the year."""
    its = set(days)
    firsts = [day for day in sorted(its) if _DAYS[_PLACES[day] - 1] not in its]
    return ", ".join(_written(first, its) for first in firsts)


def _span(piece: str, field: str) -> list[MonthDay]:
    found = _SPAN.fullmatch(piece)
    month, day, last_month, last_day = found.groups() if found else ("0", "0", None, None)
    first = (int(month), int(day))
    last = (int(last_month or month), int(last_day or day))
    if first not in _PLACES or last not in _PLACES:
        raise UserError("error.closing_days", field=field, piece=piece.replace(">", "-"))
    length = (_PLACES[last] - _PLACES[first]) % len(_DAYS) + 1
    return [_DAYS[(_PLACES[first] + n) % len(_DAYS)] for n in range(length)]


def _written(first: MonthDay, days: set[MonthDay]) -> str:
    last = first
    while (after := _DAYS[(_PLACES[last] + 1) % len(_DAYS)]) in days:
        last = after
    spans = [first] if first == last else [first, last]
    return "-".join(f"{month}/{day}" for month, day in spans)
