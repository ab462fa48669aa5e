"""Weeks, months and years around a day, and the days that stand out in them.

Weeks start on Monday; fiscal years in April and their halves in October, as in Japan.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from bot.deadlines.meaning import Edge, Unit
from bot.deadlines.model import BusinessCalendar

FISCAL_START = 4
LONGEST_REST = 400
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "fiscal": 12}


class Interval(NamedTuple):
    """Days from `first` to `last`, both included."""

    unit: Unit
    first: date
    last: date


def month_of(year: int, month: int) -> Interval:
    return Interval("month", date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def quarter_of(year: int, quarter: int) -> Interval:
    return months_from("quarter", year * 12 + (quarter - 1) * 3)


def fiscal_year(year: int) -> Interval:
    """The one that begins in that year."""
    return months_from("fiscal", year * 12 + FISCAL_START - 1)


def around(unit: Unit, offset: int, today: date) -> Interval:
    """The period of that unit which holds today, `offset` periods on."""
    if unit == "day":
        day = today + timedelta(days=offset)
        return Interval(unit, day, day)
    if unit == "week":
        monday = today + timedelta(days=7 * offset - today.weekday())
        return Interval(unit, monday, monday + timedelta(days=6))
    length = MONTHS[unit]
    shift = FISCAL_START - 1 if unit in ("fiscal", "half") else 0
    count = today.year * 12 + today.month - 1 - shift
    return months_from(unit, (count // length + offset) * length + shift)


def months_from(unit: Unit, count: int) -> Interval:
    year, month = divmod(count, 12)
    last_year, last_month = divmod(count + MONTHS[unit] - 1, 12)
    return Interval(unit, date(year, month + 1, 1), month_of(last_year, last_month + 1).last)


def last_worked(first: date, last: date, calendar: BusinessCalendar) -> date:
    """The last business day in the interval, its last day if there is none."""
    return next((day for day in days_back(last, first) if calendar.is_business_day(day)), last)


def first_worked(first: date, last: date, calendar: BusinessCalendar) -> date:
    return next((day for day in days_on(first, last) if calendar.is_business_day(day)), first)


def days_on(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def days_back(last: date, first: date) -> Iterator[date]:
    return (last - timedelta(days=step) for step in range((last - first).days + 1))


def edge_day(interval: Interval, edge: Edge | None, calendar: BusinessCalendar) -> date:
    """The day meant by the start, the middle, the end … of a period; without an edge, the whole of it."""
    unit, first, last = interval
    if edge == "start" or (edge == "early" and unit != "month"):
        return first_worked(first, last, calendar)
    if edge == "end" and unit not in ("week", "year"):
        return last
    return last_worked(first, edge_limit(interval, edge), calendar)


def edge_limit(interval: Interval, edge: Edge | None) -> date:
    unit, first, last = interval
    if unit == "month" and edge in ("early", "mid", "first", "middle"):
        return first.replace(day={"early": 10, "middle": 20}.get(edge, 15))
    if edge in ("mid", "first", "middle"):
        return first + (last - first) // 2 - timedelta(days=unit == "week")
    return last


def business_days_from(day: date, count: int, calendar: BusinessCalendar) -> date:
    """The count-th business day after the day (before it, if negative)."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    limit = left * 10 + LONGEST_REST
    while left and limit:
        day += step
        limit -= 1
        left -= calendar.is_business_day(day)
    return day


def add_months(day: date, count: int) -> date:
    """The same day of the month, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def rest_after(today: date, at_least: int, calendar: BusinessCalendar) -> tuple[date, date] | None:
    """The business days before and after the next run of non-working days that is long enough."""
    before = business_days_from(today + timedelta(days=1), -1, calendar)
    for day in days_on(today, today + timedelta(days=LONGEST_REST)):
        if not calendar.is_business_day(day):
            continue
        if (day - before).days > at_least:
            return before, day
        before = day
    return None
