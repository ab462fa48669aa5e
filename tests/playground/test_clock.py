"""A clock that can be moved, and where one click moves it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.playground import Refusal
from bot.playground.clock import Almanac, MovableClock

TOKYO = ZoneInfo("Asia/Tokyo")
FRIDAY_MORNING = datetime(2026, 11, 20, 10, 30, tzinfo=TOKYO)


def free(year: int, language: str) -> dict[date, str]:
    return {date(year, 11, 23): "勤労感謝の日" if language == "ja" else "Labour Thanksgiving Day"}


def jumps(now: datetime) -> dict[str, str]:
    return {name: f"{at:%m-%d %H:%M}" for name, at in Almanac(TOKYO, free).jumps(now).items()}


def test_jumps_are_wall_times_of_the_zone() -> None:
    assert jumps(FRIDAY_MORNING) == {
        "hour": "11-20 11:30",
        "tomorrow": "11-21 09:00",
        "working": "11-24 09:00",
        "friday": "11-20 16:00",
        "monday": "11-23 09:00",
    }


@pytest.mark.parametrize("day", [17, 23])
def test_the_next_working_day_is_left_out_where_it_is_tomorrow_anyway(day: int) -> None:
    assert "working" not in jumps(FRIDAY_MORNING.replace(day=day))


def test_a_friday_evening_and_a_monday_noon_lead_to_the_next_week() -> None:
    assert jumps(FRIDAY_MORNING.replace(hour=16, minute=0))["friday"] == "11-27 16:00"
    assert jumps(FRIDAY_MORNING.replace(day=16, hour=9, minute=0))["monday"] == "11-23 09:00"


def test_it_goes_on_from_where_it_was_moved_and_tells_those_who_follow_it() -> None:
    clock, heard = MovableClock(), list[timedelta]()
    clock.on_move.append(heard.append)
    there = datetime.now(UTC) + timedelta(days=3)
    clock.move_to(there)
    assert timedelta() <= clock() - there < timedelta(seconds=10)
    assert heard == [clock.ahead]


def test_standing_it_waits_until_it_is_moved() -> None:
    clock = MovableClock()
    clock.stand(FRIDAY_MORNING)
    assert clock() == clock() == FRIDAY_MORNING
    clock.set_ahead(timedelta())
    assert clock() > datetime.now(UTC) - timedelta(seconds=10)


def test_it_does_not_go_back() -> None:
    clock = MovableClock(timedelta(days=3))
    with pytest.raises(Refusal, match="time_has_passed"):
        clock.move_to(datetime.now(UTC) + timedelta(days=2))
