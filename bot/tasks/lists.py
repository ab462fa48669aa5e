"""Lists of open tasks, by deadline, then priority."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, nulls_last, select
from sqlalchemy.orm import Session

from ..platform import cards
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces import visibility
from .model import CARD, HIGH, OPEN, Task

PAGE = 20


@dataclass(frozen=True)
class Found:
    """The first of them, and how many there are."""

    tasks: Sequence[Task]
    total: int


def listed(session: Session, viewer: Viewer, channel_id: str, owner_id: str | None = None) -> Found:
    """The open ones of this channel, perhaps of one owner; by deadline, then priority."""
    statement = _open(viewer).where(Task.channel_id == channel_id)
    return _found(session, statement.where(Task.owner_id == owner_id) if owner_id else statement)


def unowned(session: Session, viewer: Viewer, channel_id: str) -> Found:
    return _found(session, _open(viewer).where(Task.channel_id == channel_id, Task.owner_id.is_(None)))


def mine(session: Session, viewer: Viewer) -> Found:
    """The viewer's own, from every channel they are in."""
    return _found(session, _open(viewer).where(Task.owner_id == viewer.person_id))


def open_in(session: Session, team_id: str, channel_id: str) -> Sequence[Task]:
    """All open tasks of a channel, for a post that stands in that channel."""
    return session.scalars(
        _sorted(
            select(Task).where(Task.team_id == team_id, Task.channel_id == channel_id, Task.state == OPEN)
        )
    ).all()


def links(session: Session, tasks: Sequence[Task]) -> dict[int, str]:
    """By task id: the message it came from, else its own card; missing while neither stands."""
    places = cards.first_ts(session, CARD, [task.id for task in tasks])
    found = {}
    for task in tasks:
        if task.source_ts:
            where = (task.channel_id, task.source_ts, task.source_thread_ts)
        elif task.id in places:
            where = (*places[task.id], None)
        else:
            continue
        found[task.id] = workspaces.permalink(session, task.team_id, *where)
    return found


def _open(viewer: Viewer) -> Select[Task]:
    return visibility.visible(Task, viewer).where(Task.state == OPEN)


def _sorted(statement: Select[Task]) -> Select[Task]:
    return statement.order_by(
        nulls_last(Task.due_on.asc()), nulls_last(Task.due_at.asc()), Task.priority != HIGH, Task.number
    )


def _found(session: Session, statement: Select[Task]) -> Found:
    total = session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    return Found(session.scalars(_sorted(statement).limit(PAGE)).all(), total)
