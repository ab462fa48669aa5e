"""Weeks from Monday to Sunday, each known by its Monday."""

from __future__ import annotations

from datetime import date, timedelta

from .calendar import Calendar

WEEK = timedelta(days=7)


def week_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def last_day(week: date) -> date:
    return week + WEEK - timedelta(days=1)


def reflection_day(week: date, weekday: int, calendar: Calendar) -> date | None:
    """The last business day of the week up to that weekday (Monday is 0), None where there is none."""
    days = (week + timedelta(days=number) for number in range(weekday, -1, -1))
    return next((day for day in days if calendar.is_business_day(day)), None)


def opening_day(week: date, calendar: Calendar) -> date | None:
    """The first business day of the week."""
    days = (week + timedelta(days=number) for number in range(7))
    return next((day for day in days if calendar.is_business_day(day)), None)
