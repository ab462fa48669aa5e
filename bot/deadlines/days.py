"""From what a phrase says to the day it means."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot.deadlines.meaning import Edge, Meaning, Nth, Period, Shift
from bot.deadlines.model import Reference
from bot.deadlines.periods import (
    Interval,
    add_months,
    around,
    business_days_from,
    edge_day,
    fiscal_year,
    month_of,
    quarter_of,
    rest_after,
)

PAST_DAYS = 30
DAY_SLOTS = {"year", "month", "day", "period", "quarter", "weekday", "nth", "edge", "rest"}
PERIOD_SLOTS = {"period", "quarter", "month", "year"}
WHOLE_DAY_STEPS = {"day", "business", "week", "month", "year"}
REACHES_THE_END: set[Edge | None] = {None, "whole", "end", "late", "second"}


def names_day(meaning: Meaning) -> bool:
    named = DAY_SLOTS & meaning.keys()
    of_part = named == {"edge"} and "part" in meaning  # 昼のうちに
    return (bool(named) and not of_part) or shifts_days(meaning)


def shifts_days(meaning: Meaning) -> bool:
    return "shift" in meaning and meaning["shift"].step in WHOLE_DAY_STEPS


def is_weekday_in_weeks(meaning: Meaning) -> bool:
    shift = meaning.get("shift")
    return bool(
        shift and shift.step == "week" and not shift.anchored and DAY_SLOTS & meaning.keys() == {"weekday"}
    )


def day_of(meaning: Meaning, reference: Reference) -> date | None:
    """The day meant, None when the phrase names none that exists."""
    if is_weekday_in_weeks(meaning):
        return weekday_after(meaning["weekday"], meaning["shift"], reference)
    base = named_day(meaning, reference)
    if not shifts_days(meaning):
        return base
    shift = meaning["shift"]
    if base is None and (shift.anchored or not DAY_SLOTS.isdisjoint(meaning)):
        return None
    return shifted(base or reference.today, shift, reference)


def weekday_after(weekday: int, shift: Shift, reference: Reference) -> date:
    """2週間後の金曜: the weekday in that week."""
    return around("week", int(shift.amount), reference.today).first + timedelta(days=weekday)


def shifted(day: date, shift: Shift, reference: Reference) -> date:
    amount = int(shift.amount)
    if shift.step == "business":
        return business_days_from(day, amount, reference.calendar)
    if shift.step in ("month", "year"):
        return add_months(day, round(shift.amount * (12 if shift.step == "year" else 1)))
    return day + timedelta(days=round(shift.amount * (7 if shift.step == "week" else 1)))


def named_day(meaning: Meaning, reference: Reference) -> date | None:
    if "day" in meaning:
        return numbered_day(meaning["day"], meaning, reference)
    if "rest" in meaning:
        return day_around_rest(meaning, reference)
    if "nth" in meaning:
        return in_months(meaning, reference, lambda month: nth_day(month, meaning, reference))
    if "weekday" in meaning:
        return weekday_day(meaning["weekday"], meaning, reference)
    if not PERIOD_SLOTS.isdisjoint(meaning):
        return period_day(meaning, reference)
    if "edge" in meaning:  # 中旬 alone is that of a month
        return period_day(meaning | Meaning(period=Period("month")), reference)
    return None


def numbered_day(number: int, meaning: Meaning, reference: Reference) -> date | None:
    day = in_months(meaning, reference, lambda month: nth_of_month(month, number))
    if day and "nth" in meaning:  # the week of Dec 7
        return day_in_week(day - timedelta(days=day.weekday()), meaning, reference)
    return day


def nth_of_month(month: Interval, number: int) -> date | None:
    return month.first.replace(day=number) if 1 <= number <= month.last.day else None


def day_around_rest(meaning: Meaning, reference: Reference) -> date | None:
    side, days = meaning["rest"]
    found = rest_after(reference.today, days, reference.calendar)
    return found and found[side == "after"]


def weekday_day(weekday: int, meaning: Meaning, reference: Reference) -> date | None:
    """A bare weekday that is today means seven days on; the time beside it may bring it back."""
    if "period" in meaning and meaning["period"].unit == "week":
        return period_interval(meaning, reference).first + timedelta(days=weekday)
    if "period" in meaning and meaning["period"].unit == "day":
        return period_day(meaning, reference)
    ahead = (weekday - reference.today.weekday()) % 7 or 7
    return reference.today + timedelta(days=ahead)


def nth_day(month: Interval, meaning: Meaning, reference: Reference) -> date | None:
    nth = meaning["nth"]
    if nth.of == "business":
        return nth_business_day(month, nth, reference)
    if nth.of == "week":
        return day_in_week_of_month(month, meaning, reference)
    return nth_weekday(month, meaning.get("weekday", 0), nth.number)


def day_in_week_of_month(month: Interval, meaning: Meaning, reference: Reference) -> date | None:
    """12月第2週: its last business day, or the weekday said; never before the month."""
    first = month.first + timedelta(days=7 * (meaning["nth"].number - 1) - month.first.weekday())
    days = (day_in_week(first + timedelta(days=7 * later), meaning, reference) for later in (0, 1))
    return next((day for day in days if day >= month.first), None)


def day_in_week(monday: date, meaning: Meaning, reference: Reference) -> date:
    if "weekday" in meaning:
        return monday + timedelta(days=meaning["weekday"])
    return edge_day(Interval("week", monday, monday + timedelta(days=6)), None, reference.calendar)


def nth_business_day(month: Interval, nth: Nth, reference: Reference) -> date:
    outside = month.last if nth.number < 0 else month.first
    step = timedelta(days=1 if nth.number < 0 else -1)
    return business_days_from(outside + step, nth.number, reference.calendar)


def nth_weekday(month: Interval, weekday: int, count: int) -> date | None:
    if count < 0:
        return month.last - timedelta(days=(month.last.weekday() - weekday) % 7)
    day = month.first + timedelta(days=(weekday - month.first.weekday()) % 7 + 7 * (count - 1))
    return day if day <= month.last else None


def in_months(meaning: Meaning, reference: Reference, pick: Callable[[Interval], date | None]) -> date | None:
    """The day picked in the month said; without a month, in the next one where it has not passed."""
    today = reference.today
    if "month" in meaning:
        return said_or_nearest((pick(month) for month in months_said(meaning, reference)), meaning, reference)
    if "period" in meaning and meaning["period"].unit == "year":
        return pick(month_of(period_interval(meaning, reference).first.year, 1))
    if "period" in meaning and meaning["period"].unit == "month":
        return pick(period_interval(meaning, reference))
    coming = (pick(around("month", offset, today)) for offset in range(13))
    return next((day for day in coming if day and day >= today), None)


def months_said(meaning: Meaning, reference: Reference) -> Iterator[Interval]:
    month = meaning["month"]
    return (month_of(year, month) for year in years_said(meaning, reference))


def years_said(meaning: Meaning, reference: Reference) -> Iterator[int]:
    """The one year said, or last year and the following ones to choose from."""
    today = reference.today
    if "year" in meaning and "period" not in meaning:
        yield meaning["year"]
    elif "period" in meaning and meaning["period"].unit in ("year", "fiscal") and "month" in meaning:
        first = period_interval(meaning, reference).first
        yield first.year + (meaning["month"] < first.month)
    else:
        yield from range((today - timedelta(days=PAST_DAYS)).year, today.year + 9)


def said_or_nearest(days: Iterator[date | None], meaning: Meaning, reference: Reference) -> date | None:
    """The day in the year said, else the next such day; one up to 30 days back is that day, gone by."""
    if "year" in meaning:
        return next(days)
    earliest = reference.today - timedelta(days=PAST_DAYS)
    return next((day for day in days if day and day >= earliest), None)


def period_interval(meaning: Meaning, reference: Reference) -> Interval:
    unit, offset = meaning["period"]
    if unit == "fiscal" and "year" in meaning:
        return fiscal_year(meaning["year"])
    return around(unit, offset or 0, reference.today)


def period_day(meaning: Meaning, reference: Reference) -> date | None:
    edge = meaning.get("edge") or ("start" if begins(meaning) else None)
    if "month" in meaning:
        months = months_said(meaning, reference)
        return said_or_nearest((edge_of(month, edge, reference) for month in months), meaning, reference)
    if "quarter" in meaning:
        quarters = (quarter_of(year, meaning["quarter"]) for year in years_said(meaning, reference))
        return said_or_nearest((edge_of(one, edge, reference) for one in quarters), meaning, reference)
    if "period" not in meaning:
        year = meaning["year"]
        return edge_of(Interval("year", date(year, 1, 1), date(year, 12, 31)), edge, reference)
    if meaning["period"].offset is not None or "year" in meaning:
        return edge_of(period_interval(meaning, reference), edge, reference)
    unit, today = meaning["period"].unit, reference.today
    day = edge_of(around(unit, 0, today), edge, reference)
    return day if day >= today else edge_of(around(unit, 1, today), edge, reference)


def begins(meaning: Meaning) -> bool:
    """First thing next week, 来週朝イチ: the morning it begins with."""
    return "part" in meaning and meaning["part"].at == "opens" and "clock" not in meaning


def edge_of(interval: Interval, edge: Edge | None, reference: Reference) -> date:
    """Its business day; when that has passed in a period still running, the period's last day."""
    day = edge_day(interval, edge, reference.calendar)
    if day < reference.today <= interval.last and edge in REACHES_THE_END:
        return interval.last
    return day
