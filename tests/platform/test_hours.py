"""Working time: what counts, and when enough of it has passed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platform.calendar import Calendar
from bot.platform.hours import WorkingTime

TOKYO = ZoneInfo("Asia/Tokyo")
JAPAN = WorkingTime(Calendar("JP"), TOKYO)
ZONES = st.sampled_from([JAPAN, *(WorkingTime(Calendar(None), ZoneInfo(name)) for name in (
    "Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Australia/Lord_Howe",
))])  # fmt: skip
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2036, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-11-25T10:00", "2026-11-25T14:00"),
        ("2026-11-25T07:00", "2026-11-25T13:00"),
        ("2026-11-25T16:00", "2026-11-26T11:00"),
        ("2026-11-25T18:00", "2026-11-26T13:00"),
        ("2026-11-20T17:00", "2026-11-24T12:00"),  # a weekend and 勤労感謝の日 between
        ("2026-12-28T16:00", "2027-01-04T11:00"),  # the year's end
    ],
)
def test_four_hours_are_counted_in_working_time_only(start: str, end: str) -> None:
    assert JAPAN.after(tokyo(start), timedelta(hours=4)) == tokyo(end)


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ("2026-11-25T09:00", "2026-11-25T09:00"),
        ("2026-11-25T17:59", "2026-11-25T17:59"),
        ("2026-11-25T18:00", "2026-11-26T09:00"),
        ("2026-11-21T12:00", "2026-11-24T09:00"),
    ],
)
def test_what_comes_outside_working_hours_waits_for_the_morning(now: str, begins: str) -> None:
    assert JAPAN.next(tokyo(now)) == tokyo(begins)


def test_the_next_day_is_a_business_day_whatever_the_hour() -> None:
    assert JAPAN.next_day(tokyo("2026-11-20T08:00")) == tokyo("2026-11-24T09:00")


@given(ZONES, INSTANTS)
def test_the_next_working_instant_is_worked_and_never_earlier(working: WorkingTime, now: datetime) -> None:
    begins = working.next(now)
    assert begins >= now
    assert working.is_now(begins)
    local = begins.astimezone(working.zone)
    assert working.calendar.is_business_day(local.date())
    assert working.hours.opens <= local.time() < working.hours.closes


@given(ZONES, INSTANTS, st.integers(0, 40), st.integers(1, 40))
def test_waiting_twice_is_waiting_for_the_sum(
    working: WorkingTime, now: datetime, one: int, two: int
) -> None:
    """Of no waiting at all, the end of a day is as good as the beginning of the next."""
    first = working.after(now, timedelta(hours=one))
    assert working.after(first, timedelta(hours=two)) == working.after(now, timedelta(hours=one + two))
