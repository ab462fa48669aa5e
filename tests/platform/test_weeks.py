"""Weeks, and the day of each on which people look back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platform.calendar import Calendar
from bot.platform.weeks import last_day, opening_day, reflection_day, week_of
from tests.payloads import patient

JAPAN = Calendar("JP")
FRIDAY = 4
DAYS = st.dates(date(2024, 1, 1), date(2036, 12, 31))
CALENDARS = st.sampled_from(
    [JAPAN, Calendar("GB"), Calendar(None), Calendar("JP", [(8, n) for n in range(10, 17)])]
)


@pytest.mark.parametrize(
    ("monday", "day"),
    [
        (date(2026, 11, 23), date(2026, 11, 27)),
        (date(2026, 12, 28), date(2026, 12, 28)),
        (date(2027, 4, 26), date(2027, 4, 30)),
        (date(2027, 5, 3), date(2027, 5, 7)),
        (date(2026, 7, 20), date(2026, 7, 24)),
        (date(2024, 2, 19), date(2024, 2, 22)),
    ],
)
def test_friday_or_the_last_business_day_before_it(monday: date, day: date) -> None:
    assert reflection_day(monday, FRIDAY, JAPAN) == day


def test_a_week_that_is_free_up_to_that_weekday_has_no_such_day() -> None:
    assert reflection_day(date(2027, 5, 3), 2, JAPAN) is None
    assert opening_day(date(2027, 5, 3), JAPAN) == date(2027, 5, 6)


def test_a_weekday_on_the_weekend_is_the_last_business_day_before_it() -> None:
    assert reflection_day(date(2026, 11, 23), 6, JAPAN) == date(2026, 11, 27)


@patient
@given(DAYS, st.integers(0, 6), CALENDARS)
def test_it_is_a_business_day_of_that_week_and_none_after_it_comes_up_to_the_weekday(
    day: date, weekday: int, calendar: Calendar
) -> None:
    week = week_of(day)
    assert (week.weekday(), last_day(week).weekday()) == (0, 6)
    assert week <= day <= last_day(week)
    worked = [each for n in range(weekday + 1) if calendar.is_business_day(each := week + timedelta(days=n))]
    assert reflection_day(week, weekday, calendar) == (worked[-1] if worked else None)
    opening = opening_day(week, calendar)
    assert not worked or opening == worked[0]
