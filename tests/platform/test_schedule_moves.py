"""A daily post whose time or zone is changed: still one post on each date, in every zone and around every
transition.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from bot.platform import engines, schedule
from bot.platform.schedule import Due, Schedule, Slot
from bot.platform.tables import Base
from tests.platform.test_schedule import (
    DAY,
    MINUTE,
    MONDAY,
    NINE,
    NUUK,
    WALL_TIMES,
    ZONES,
    begun,
    days_of_transition,
    session,
)

__all__ = ["session"]


def move(session: Session, now: datetime, wall_time: time, zone: str = "Asia/Tokyo") -> None:
    schedule.move(session, "digest", "T1", "C1", wall_time, zone, now)
    session.commit()


def test_moved_after_its_post_it_has_no_second_one_that_day(session: Session) -> None:
    started = begun(session, MONDAY - MINUTE)
    assert schedule.take(session, started.id, MONDAY)
    move(session, MONDAY + 60 * MINUTE, time(11))
    assert started.due_at == MONDAY + DAY + 120 * MINUTE


def test_moved_to_later_before_its_post_it_is_posted_later(session: Session) -> None:
    started = begun(session, MONDAY - MINUTE)
    move(session, MONDAY - MINUTE, time(11))
    assert started.due_at == MONDAY + 120 * MINUTE


def test_moved_on_the_day_it_was_begun_too_late_for_it_comes_that_day(session: Session) -> None:
    started = begun(session, MONDAY + MINUTE)
    move(session, MONDAY + 2 * MINUTE, time(11))
    assert started.due_at == MONDAY + 120 * MINUTE


def test_moved_to_a_time_that_has_passed_it_comes_that_day_as_it_was_announced_and_not_late(
    session: Session,
) -> None:
    started = begun(session, MONDAY - 60 * MINUTE)
    move(session, MONDAY - 60 * MINUTE, time(7))
    taken = schedule.take(session, started.id, MONDAY)
    assert taken == Due(started, date(2026, 11, 23), timedelta(0))
    assert started.due_at == MONDAY + DAY - 120 * MINUTE


def test_moved_while_it_is_due_it_is_posted_once_at_the_time_that_holds_then(session: Session) -> None:
    started = begun(session, MONDAY - MINUTE)
    move(session, MONDAY + MINUTE, time(8))
    assert schedule.due(session, MONDAY + MINUTE) == [started.id]
    move(session, MONDAY + MINUTE, time(10))
    assert schedule.due(session, MONDAY + MINUTE) == []
    assert started.due_at == MONDAY + 60 * MINUTE


def test_moved_to_where_the_date_has_passed_it_comes_on_the_next(session: Session) -> None:
    """07:00 in Los Angeles is midnight in Tokyo: nothing is posted there at two in the night."""
    now = datetime(2026, 11, 25, 15, tzinfo=UTC)
    started = begun(session, now, NINE, "America/Los_Angeles")
    move(session, now, NINE, "Asia/Tokyo")
    assert started.due_at == datetime(2026, 11, 26, 0, tzinfo=UTC)


def test_what_has_not_begun_is_not_moved(session: Session) -> None:
    move(session, MONDAY, time(11))
    assert schedule.find(session, "digest", "T1", "C1") is None


def test_ended_and_begun_again_it_repeats_no_date(session: Session) -> None:
    started = begun(session, MONDAY - MINUTE)
    assert schedule.take(session, started.id, MONDAY)
    schedule.stop(session, "digest", "T1", "C1", MONDAY + MINUTE)
    assert schedule.find(session, "digest", "T1", "C1") is None
    assert schedule.due(session, MONDAY + 2 * DAY) == []
    assert schedule.take(session, started.id, MONDAY + 2 * DAY) is None
    again = begun(session, MONDAY + 2 * MINUTE, time(10))
    assert (again.id, again.due_at) == (started.id, MONDAY + DAY + 60 * MINUTE)


@dataclass(frozen=True)
class Move:
    """What a channel's people do `after` their last change."""

    after: timedelta
    wall_time: time
    zone: ZoneInfo | None
    """None keeps the zone it has."""


SPANS = st.integers(1, 5 * 24 * 60).map(lambda minutes: minutes * MINUTE)
MOVES = st.builds(Move, SPANS, WALL_TIMES, ZONES)
MOVES_IN_PLACE = st.builds(Move, SPANS, WALL_TIMES, st.none())


def lived(begins: datetime, wall_time: time, zone: ZoneInfo, moves: list[Move]) -> list[date]:
    """The dates of the posts of a channel that moves them so, each taken as soon as it is due."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine, [Schedule.__table__, Slot.__table__])  # type: ignore[list-item]
    dates, now = [], begins
    with Session(engine) as session:
        daily = schedule.start(session, "digest", "T1", "C1", wall_time, zone.key, now)
        for each in [*moves, Move(4 * DAY, wall_time, None)]:
            now += each.after
            while daily.due_at < now:
                taken = schedule.take(session, daily.id, daily.due_at)
                assert taken is not None
                assert taken.late == timedelta(0)
                dates.append(taken.local_date)
            zone = each.zone or zone
            schedule.move(session, "digest", "T1", "C1", each.wall_time, zone.key, now)
            assert daily.due_at >= now
    engine.dispose()
    return dates


def steps(dates: list[date]) -> list[int]:
    """Days from each date to the next."""
    return [(after - before).days for before, after in pairwise(dates)]


@settings(deadline=None)
@given(days_of_transition(), WALL_TIMES, st.lists(MOVES_IN_PLACE, max_size=8))
@example((NUUK, date(2025, 3, 29)), time(23, 30), [Move(4 * DAY, time(23, 45), None)])
def test_each_date_has_one_post_whenever_its_time_is_moved(
    at: tuple[ZoneInfo, date], wall_time: time, moves: list[Move]
) -> None:
    zone, day = at
    begins = datetime.combine(day - 4 * DAY, time(), zone).astimezone(UTC)
    assert set(steps(lived(begins, wall_time, zone, moves))) <= {1}


@settings(deadline=None)
@given(days_of_transition(), WALL_TIMES, st.lists(MOVES, max_size=8))
def test_no_date_has_two_posts_whatever_zone_it_is_moved_to(
    at: tuple[ZoneInfo, date], wall_time: time, moves: list[Move]
) -> None:
    """A date may be passed over by a move, where it was over or its time had passed at the new place."""
    zone, day = at
    begins = datetime.combine(day - 4 * DAY, time(), zone).astimezone(UTC)
    between = steps(lived(begins, wall_time, zone, moves))
    assert all(1 <= step <= 1 + len(moves) for step in between)
    assert sum(step - 1 for step in between) <= len(moves)


def test_a_move_and_a_tick_at_once_make_one_post(migrated_url: str) -> None:
    engine = engines.writer(migrated_url)
    with Session(engine) as session:
        schedule_id = begun(session, MONDAY - MINUTE).id

    def either(number: int) -> bool:
        with Session(engine) as own:
            if number % 2:
                move(own, MONDAY, time(8, number), "Asia/Seoul")
                return False
            taken = schedule.take(own, schedule_id, MONDAY)
            own.commit()
            return taken is not None

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(either, range(24))) == 1
    with Session(engine) as session:
        assert session.get_one(Schedule, schedule_id).due_at > MONDAY
    engine.dispose()
