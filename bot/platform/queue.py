"""What the inbox and the outbox share: rows worked off in order within a lane, by any number of processes.

A row waits, is taken with a lease, and ends done, parked or uncertain. Only the oldest unfinished row
of a lane may be taken, so that order holds within a channel while other channels go on. A lease that
ran out means that its holder died or hung: the row may have had its effect.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import ColumnElement, String, and_, func, or_, select, true
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from .tables import Instant

WAITING, TAKEN, DONE, PARKED, UNCERTAIN = "waiting", "taken", "done", "parked", "uncertain"
"""Parked: certainly without effect. Uncertain: it may have had its effect, and only a person can tell."""
PAUSES = (1, 2, 5, 15, 60, 300, 900)
"""Seconds before the second try, the third, and so on; the last one repeats."""


class Queued:
    """Mixed into a table; `problem` says why a row is parked or tried again.

    `told_to` is who was shown that it is parked; of what shows that, its reader, so that it ends there.
    """

    __tablename__: str
    id: Mapped[int] = mapped_column(primary_key=True)
    lane: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(16), default=WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(Instant)
    not_before: Mapped[datetime] = mapped_column(Instant)
    leased_until: Mapped[datetime | None] = mapped_column(Instant)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)
    problem: Mapped[str | None] = mapped_column(String(500))
    told_to: Mapped[str | None] = mapped_column(String(32))


Row = TypeVar("Row", bound=Queued)


EVERY = true()


def has_work(session: Session, table: type[Row], now: datetime, free: ColumnElement[bool] = EVERY) -> bool:
    return session.scalar(select(table.id).where(_takeable(table, now), free).limit(1)) is not None


def take(
    session: Session,
    table: type[Row],
    now: datetime,
    lease: timedelta,
    limit: int,
    free: ColumnElement[bool] = EVERY,
) -> Sequence[Row]:
    """Up to `limit` of the `free` rows, the head of one lane each; `attempts` tells how often each was taken.

    Replicas skip what another has locked. A row whose lease ran out keeps its old `leased_until`
    until it is taken, so `was_in_hand` can tell it from a fresh one.
    """
    rows = session.scalars(
        select(table)
        .where(_takeable(table, now), free)
        .order_by(table.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.attempts += 1
        row.problem = INTERRUPTED if row.state == TAKEN else row.problem
        row.state, row.leased_until = TAKEN, now + lease
    return rows


def is_held(session: Session, row: Row, until: datetime) -> bool:
    """Whether it stays in the hands that took it for so long: who slept over a lease finds it in others'."""
    kept = session.get(type(row), row.id)
    return _is_ours(row, kept) and row.leased_until is not None and row.leased_until > until


def held(session: Session, row: Row, by_anybody: bool = False) -> Row | None:
    """The row, locked, as it left our hands; None when it is over, or in the hands of another.

    `by_anybody` gives it also then, unless it is over.
    """
    kept = session.get(type(row), row.id, with_for_update=True)
    ours = _is_ours(row, kept) or (by_anybody and kept is not None and kept.state in (WAITING, TAKEN))
    return session.merge(row) if ours else None


INTERRUPTED = "interrupted"
"""The problem of a row that was in hand when its lease ran out."""


def finish(row: Queued, now: datetime) -> None:
    row.state, row.finished_at, row.leased_until, row.problem = DONE, now, None, None


def park(row: Queued, now: datetime, problem: str, state: str = PARKED) -> None:
    """Set aside for a person to look at; its lane goes on without it."""
    row.state, row.finished_at, row.leased_until, row.problem = state, now, None, problem[:500]


def postpone(row: Queued, until: datetime, problem: str) -> None:
    """Certainly without effect so far, or harmless to repeat: to be tried again."""
    row.state, row.not_before, row.leased_until, row.problem = WAITING, until, None, problem[:500]


def again(row: Queued, now: datetime, state: str = WAITING) -> None:
    """Out of the parking, to be taken at once; as TAKEN, like something that was in hand when we died."""
    row.state, row.not_before, row.leased_until = state, now, now if state == TAKEN else None
    row.finished_at, row.problem = None, None
    row.attempts = 1


def pause_after(attempts: int) -> timedelta:
    return timedelta(seconds=PAUSES[min(attempts, len(PAUSES)) - 1])


def _is_ours(row: Queued, kept: Queued | None) -> bool:
    """Each taking has its own lease."""
    return kept is not None and kept.state == TAKEN and kept.leased_until == row.leased_until


def _takeable(table: type[Row], now: datetime) -> ColumnElement[bool]:
    other = aliased(table)
    heads = select(func.min(other.id)).where(other.state.in_((WAITING, TAKEN))).group_by(other.lane)
    fresh = and_(table.state == WAITING, table.not_before <= now)
    orphaned = and_(table.state == TAKEN, table.leased_until <= now)
    return and_(table.id.in_(heads), or_(fresh, orphaned))
