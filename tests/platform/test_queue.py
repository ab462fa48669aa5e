"""Rows are worked off in order within a lane, once each, by however many workers."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Event

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.platform import engines, queue
from bot.platform.inbox import Envelope
from tests.platform.world import NOW

LEASE = timedelta(seconds=20)
SECOND = timedelta(seconds=1)


@pytest.fixture
def engine(migrated_url: str) -> Iterator[Engine]:
    opened = engines.writer(migrated_url)
    yield opened
    opened.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as opened:
        yield opened


def waiting(session: Session, *names: str, not_before: datetime = NOW) -> list[Envelope]:
    """One row a name; its first letter is its lane."""
    rows = [
        Envelope(
            event_id=name,
            team_id="T1",
            type="x",
            payload={},
            lane=name[0],
            created_at=NOW,
            not_before=not_before,
        )
        for name in names
    ]
    session.add_all(rows)
    session.flush()
    return rows


def taken(session: Session, now: datetime = NOW, limit: int = 10) -> list[str]:
    return [row.event_id for row in queue.take(session, Envelope, now, LEASE, limit)]


def row(session: Session, name: str) -> Envelope:
    return session.scalars(select(Envelope).where(Envelope.event_id == name)).one()


def test_only_the_head_of_each_lane_is_taken(session: Session) -> None:
    waiting(session, "a1", "a2", "b1", "c1", "b2")
    assert taken(session) == ["a1", "b1", "c1"]
    assert taken(session) == []


def test_the_next_of_a_lane_follows_when_its_head_is_done(session: Session) -> None:
    waiting(session, "a1", "a2")
    taken(session)
    queue.finish(row(session, "a1"), NOW)
    assert taken(session) == ["a2"]


def test_a_parked_head_lets_its_lane_go_on(session: Session) -> None:
    waiting(session, "a1", "a2")
    taken(session)
    queue.park(row(session, "a1"), NOW, "refused")
    assert taken(session) == ["a2"]


def test_a_postponed_head_holds_its_own_lane_and_no_other(session: Session) -> None:
    waiting(session, "a1", "a2", "b1")
    taken(session)
    queue.postpone(row(session, "a1"), NOW + 30 * SECOND, "ratelimited")
    queue.finish(row(session, "b1"), NOW)
    waiting(session, "b2")
    assert taken(session, NOW + 29 * SECOND) == ["b2"]
    assert taken(session, NOW + 30 * SECOND) == ["a1"]


def test_what_is_not_due_yet_waits(session: Session) -> None:
    waiting(session, "a1", not_before=NOW + SECOND)
    assert not queue.has_work(session, Envelope, NOW)
    assert queue.has_work(session, Envelope, NOW + SECOND)


def test_no_more_is_taken_than_asked_for_and_the_oldest_first(session: Session) -> None:
    waiting(session, "b1", "a1", "c1")
    assert taken(session, limit=2) == ["b1", "a1"]
    assert taken(session, limit=2) == ["c1"]


def test_a_row_in_hand_is_left_alone_until_its_lease_runs_out(session: Session) -> None:
    waiting(session, "a1")
    taken(session)
    assert row(session, "a1").problem is None
    assert taken(session, NOW + LEASE - SECOND) == []
    assert taken(session, NOW + LEASE) == ["a1"]
    assert (row(session, "a1").attempts, row(session, "a1").problem) == (2, queue.INTERRUPTED)


def test_what_is_finished_or_parked_is_over(session: Session) -> None:
    waiting(session, "a1", "b1")
    taken(session)
    queue.finish(row(session, "a1"), NOW)
    queue.park(row(session, "b1"), NOW, "x" * 1000)
    session.flush()
    assert not queue.has_work(session, Envelope, NOW + 1000 * LEASE)
    assert row(session, "a1").finished_at == row(session, "b1").finished_at == NOW
    assert len(row(session, "b1").problem or "") == 500


def test_pauses_grow_and_then_stay() -> None:
    pauses = [queue.pause_after(attempts).total_seconds() for attempts in range(1, 11)]
    assert pauses == [1, 2, 5, 15, 60, 300, 900, 900, 900, 900]


def test_many_workers_at_once_take_each_row_once_and_in_the_order_of_its_lane(engine: Engine) -> None:
    lanes = "abcdefgh"
    names = [f"{lane}{number}" for number in range(6) for lane in lanes]
    with Session(engine) as session:
        waiting(session, *names)
        session.commit()
    done: list[str] = []
    over = Event()

    def work(_worker: int) -> None:
        try:
            while len(done) < len(names) and not over.is_set():
                take_some()
        finally:
            over.set()

    def take_some() -> None:
        with Session(engine) as own:
            mine = queue.take(own, Envelope, NOW, LEASE, 3)
            own.commit()
            for each in mine:
                done.append(each.event_id)
                queue.finish(each, NOW)
            own.commit()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))
    assert sorted(done) == sorted(names)
    for lane in lanes:
        assert [name for name in done if name[0] == lane] == [f"{lane}{number}" for number in range(6)]
