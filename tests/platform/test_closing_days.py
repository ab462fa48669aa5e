"""Closing days as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UserError
from bot.platform import closing_days
from bot.platform.calendar import Calendar, MonthDay

NEW_YEAR = ((1, 1), (1, 2), (1, 3), (12, 29), (12, 30), (12, 31))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", ()),
        ("  ", ()),
        ("8/13", ((8, 13),)),
        ("12/29-1/3", NEW_YEAR),
        ("12/29 〜 1/3", NEW_YEAR),
        ("１２／２９～１／３", NEW_YEAR),
        ("12月29日から1月3日まで", NEW_YEAR),
        ("8/13-15、10/1", ((8, 13), (8, 14), (8, 15), (10, 1))),
        ("2/28-3/1", ((2, 28), (2, 29), (3, 1))),
        ("8/13, 8/13-8/14", ((8, 13), (8, 14))),
    ],
)
def test_days_are_read_as_they_are_written(text: str, days: tuple[MonthDay, ...]) -> None:
    assert closing_days.read(text) == days


@pytest.mark.parametrize(
    ("text", "piece"),
    [("12/29-1/3, お盆", "お盆"), ("13/1", "13/1"), ("2/30", "2/30"), ("8/13-8/32", "8/13-8/32"), ("8", "8")],
)
def test_what_is_no_day_is_named_at_its_field(text: str, piece: str) -> None:
    with pytest.raises(UserError) as caught:
        closing_days.read(text, "closing")
    assert (caught.value.key, caught.value.field) == ("error.closing_days", "closing")
    assert caught.value.values == {"piece": piece}


def test_a_company_that_is_hardly_ever_open_is_asked_again() -> None:
    with pytest.raises(UserError) as caught:
        closing_days.read("1/1-12/31")
    assert caught.value.key == "error.closing_days_many"


DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: (day.month, day.day))


@given(st.sets(DAYS, max_size=closing_days.MOST))
def test_what_is_written_is_read_again_as_it_was(days: set[MonthDay]) -> None:
    assert closing_days.read(closing_days.written(days)) == tuple(sorted(days))


@given(st.sets(DAYS, min_size=closing_days.MOST, max_size=closing_days.MOST), st.sampled_from(["JP", "CN"]))
def test_however_many_days_are_closed_there_is_a_next_business_day(days: set[MonthDay], country: str) -> None:
    assert Calendar(country, days).next_business_day(date(2026, 1, 1)) < date(2027, 1, 1)


def test_the_longest_closure_that_can_be_written_ends() -> None:
    weekdays = [day for n in range(90) if (day := date(2026, 8, 1) + timedelta(days=n)).weekday() < 5]
    closed = Calendar("JP", [(day.month, day.day) for day in weekdays[: closing_days.MOST]])
    assert closed.next_business_day(date(2026, 7, 31)) > date(2026, 10, 20)
