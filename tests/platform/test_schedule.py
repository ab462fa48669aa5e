"""Each local date has its slot once, at its wall time, in every zone and around every transition."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.platform import engines, schedule
from bot.platform.schedule import Due, Schedule, Slot

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
NINE = time(9)
MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
"""09:00 in Tokyo."""

ZONES = st.sampled_from(sorted(available_timezones() - {"localtime"})).map(ZoneInfo)
WALL_TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 1, 15, 30, 45, 59]))
DATES = st.dates(date(2024, 1, 1), date(2036, 12, 31))
INSTANTS = st.builds(
    lambda day, seconds: datetime.combine(day, time(), UTC) + timedelta(seconds=seconds),
    DATES,
    st.integers(0, 86_399),
)

NUUK, LORD_HOWE = ZoneInfo("America/Nuuk"), ZoneInfo("Australia/Lord_Howe")
SANTIAGO, BERLIN, CAIRO = ZoneInfo("America/Santiago"), ZoneInfo("Europe/Berlin"), ZoneInfo("Africa/Cairo")


@cache
def transitions(zone: ZoneInfo) -> list[date]:
    """The local dates from 2024 to 2036 after which the zone's offset is another."""
    weeks = [date(2024, 1, 1) + n * 7 * DAY for n in range(13 * 52)]
    changing = [monday for monday in weeks if offset(monday, zone) != offset(monday + 7 * DAY, zone)]
    days = [monday + n * DAY for monday in changing for n in range(7)]
    return [day for day in days if offset(day, zone) != offset(day + DAY, zone)]


def offset(day: date, zone: ZoneInfo) -> timedelta | None:
    return datetime.combine(day, time(), zone).utcoffset()


@cache
def gaps(zone: ZoneInfo) -> list[datetime]:
    """Wall times, a quarter of an hour apart, that do not exist."""
    quarters = [time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45)]
    walls = [datetime.combine(day, quarter) for day in transitions(zone) for quarter in quarters]
    return [wanted for wanted in walls if not exists(wanted, zone)]


@st.composite
def days_of_transition(draw: st.DrawFn) -> tuple[ZoneInfo, date]:
    zone = draw(ZONES.filter(transitions))
    return zone, draw(st.sampled_from(transitions(zone)))


@st.composite
def times_in_gaps(draw: st.DrawFn) -> tuple[ZoneInfo, datetime]:
    zone = draw(ZONES.filter(gaps))
    return zone, draw(st.sampled_from(gaps(zone)))


def wall(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None)


def exists(wanted: datetime, zone: ZoneInfo) -> bool:
    return wall(wanted.replace(tzinfo=zone).astimezone(UTC), zone) == wanted


@given(INSTANTS, WALL_TIMES, ZONES)
def test_the_next_slot_is_later_than_now_and_within_two_days(
    now: datetime, wall_time: time, zone: ZoneInfo
) -> None:
    assert timedelta(0) < schedule.next_after(now, wall_time, zone) - now <= 2 * DAY


@given(DATES, WALL_TIMES, ZONES)
def test_a_slot_is_at_its_wall_time_wherever_that_exists(day: date, wall_time: time, zone: ZoneInfo) -> None:
    wanted = datetime.combine(day, wall_time)
    assume(exists(wanted, zone))
    assert wall(schedule.instant_of(day, wall_time, zone), zone) == wanted


@given(times_in_gaps())
def test_a_wall_time_in_a_gap_moves_to_the_first_that_exists(at: tuple[ZoneInfo, datetime]) -> None:
    zone, wanted = at
    found = schedule.instant_of(wanted.date(), wanted.time(), zone)
    assert wall(found, zone) > wanted
    assert wall(found - timedelta(seconds=1), zone) < wanted


@given(days_of_transition(), WALL_TIMES)
@example((BERLIN, date(2026, 10, 25)), time(2, 30))
def test_a_wall_time_that_comes_twice_counts_the_first_time(
    at: tuple[ZoneInfo, date], wall_time: time
) -> None:
    zone, day = at
    assert schedule.instant_of(day, wall_time, zone).astimezone(zone).fold == 0


@given(days_of_transition(), WALL_TIMES)
@example((NUUK, date(2025, 3, 29)), time(23, 30))
@example((CAIRO, date(2024, 4, 26)), time(0, 0))
@example((SANTIAGO, date(2026, 9, 6)), time(0, 30))
@example((LORD_HOWE, date(2026, 10, 4)), time(2, 15))
@example((BERLIN, date(2026, 10, 25)), time(2, 30))
def test_around_a_transition_each_date_has_one_slot(at: tuple[ZoneInfo, date], wall_time: time) -> None:
    zone, day = at
    now = datetime.combine(day - 4 * DAY, time(), zone).astimezone(UTC)
    dates = []
    for _ in range(8):
        now = schedule.next_after(now, wall_time, zone)
        dates.append(schedule.latest_until(now, wall_time, zone)[0])
    assert dates == [dates[0] + n * DAY for n in range(8)]


@given(INSTANTS, WALL_TIMES, ZONES)
def test_the_latest_slot_is_the_one_before_the_next(now: datetime, wall_time: time, zone: ZoneInfo) -> None:
    day, at = schedule.latest_until(now, wall_time, zone)
    assert at <= now < schedule.next_after(now, wall_time, zone)
    assert schedule.next_after(at, wall_time, zone) > now
    assert schedule.instant_of(day, wall_time, zone) == at


@pytest.fixture
def session(migrated_url: str) -> Iterator[Session]:
    engine = engines.writer(migrated_url)
    with Session(engine) as open_session:
        yield open_session
    engine.dispose()


def begun(session: Session, now: datetime, wall_time: time = NINE, zone: str = "Asia/Tokyo") -> Schedule:
    started = schedule.start(session, "digest", "T1", "C1", wall_time, zone, now)
    session.commit()
    return started


def test_the_first_slot_is_the_next_one_after_the_start(session: Session) -> None:
    assert begun(session, MONDAY - MINUTE).due_at == MONDAY
    assert schedule.due(session, MONDAY - MINUTE) == []


def test_started_exactly_on_time_it_begins_tomorrow(session: Session) -> None:
    assert begun(session, MONDAY).due_at == MONDAY + DAY


def test_started_twice_it_is_the_one_that_has_begun(session: Session) -> None:
    assert begun(session, MONDAY).id == begun(session, MONDAY + DAY, time(17), "UTC").id
    found = schedule.find(session, "digest", "T1", "C1")
    assert found is not None
    assert found.wall_time == NINE
    assert schedule.find(session, "digest", "T1", "C2") is None


def test_a_due_slot_is_taken_once_and_sets_the_next(session: Session) -> None:
    started = begun(session, MONDAY - MINUTE)
    assert schedule.due(session, MONDAY) == [started.id]
    taken = schedule.take(session, started.id, MONDAY)
    assert taken == Due(started, date(2026, 11, 23), timedelta(0))
    assert started.due_at == MONDAY + DAY
    assert schedule.take(session, started.id, MONDAY) is None
    assert schedule.due(session, MONDAY) == []


def test_a_slot_says_how_late_it_is_taken(session: Session) -> None:
    started = begun(session, MONDAY - MINUTE)
    taken = schedule.take(session, started.id, MONDAY + 90 * MINUTE)
    assert taken is not None
    assert taken.late == 90 * MINUTE


def test_after_days_of_silence_only_the_latest_slot_is_taken(session: Session) -> None:
    started = begun(session, MONDAY - MINUTE)
    taken = schedule.take(session, started.id, MONDAY + 3 * DAY + MINUTE)
    assert taken is not None
    assert (taken.local_date, taken.late) == (date(2026, 11, 26), MINUTE)
    assert started.due_at == MONDAY + 4 * DAY
    assert session.scalar(select(func.count()).select_from(Slot)) == 1


def test_a_clock_set_back_takes_no_date_twice(session: Session) -> None:
    started = begun(session, MONDAY - MINUTE)
    assert schedule.take(session, started.id, MONDAY)
    session.execute(update(Schedule).values(due_at=MONDAY))
    session.expire_all()
    assert schedule.take(session, started.id, MONDAY + MINUTE) is None
    assert started.due_at == MONDAY + DAY


def test_a_slot_moved_past_midnight_by_a_gap_leaves_the_next_day_its_own(session: Session) -> None:
    now = datetime(2025, 3, 29, 12, tzinfo=UTC)
    started = begun(session, now, time(23, 30), "America/Nuuk")
    dates = []
    for _ in range(3):
        taken = schedule.take(session, started.id, started.due_at)
        assert taken is not None
        dates.append(taken.local_date)
    assert dates == [date(2025, 3, 29), date(2025, 3, 30), date(2025, 3, 31)]


def test_many_who_take_a_slot_at_once_take_it_once(migrated_url: str) -> None:
    engine = engines.writer(migrated_url)
    with Session(engine) as session:
        schedule_id = begun(session, MONDAY - MINUTE).id

    def take(_number: int) -> bool:
        with Session(engine) as own:
            taken = schedule.take(own, schedule_id, MONDAY)
            own.commit()
            return taken is not None

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(take, range(24))) == 1
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(Slot)) == 1
    engine.dispose()
