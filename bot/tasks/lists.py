"""Finding tasks: the open ones by deadline, then priority, narrowed to whatever somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, String, cast, exists, nulls_last, select
from sqlalchemy.orm import Session

from ..platform import cards, filters, pages, search
from ..platform.filters import Filter
from ..platform.pages import Page
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces import visibility
from ..workspaces.model import Activity
from .model import CARD, DONE, HIGH, OPEN, Task

OPEN_FIRST = (
    Task.state != OPEN,
    Task.closed_at.desc(),
    nulls_last(Task.due_on.asc()),
    nulls_last(Task.due_at.asc()),
    Task.priority != HIGH,
    Task.number,
)
"""By deadline, then priority; below them what is closed, the latest first."""


def found(session: Session, viewer: Viewer, asked: Filter, page: int = 0) -> Page[Task]:
    """Of everything the viewer may see; words are looked for in title and note."""
    return pages.page_of(session, _matching(viewer, asked), OPEN_FIRST, page)


def everything(session: Session, viewer: Viewer, asked: Filter) -> Sequence[Task]:
    """The same on one page, oldest first."""
    return session.scalars(_matching(viewer, asked).order_by(Task.number)).all()


def again(session: Session, viewer: Viewer, numbers: Sequence[int]) -> list[Task]:
    """Those of them the viewer may still see, as they are now, in the order of the numbers."""
    statement = visibility.visible(Task, viewer).where(Task.number.in_(numbers))
    return sorted(session.scalars(statement), key=lambda task: numbers.index(task.number))


def those(session: Session, viewer: Viewer, task_ids: Sequence[int]) -> list[Task]:
    """The same by their ids, in the order in which they were made."""
    statement = visibility.visible(Task, viewer).where(Task.id.in_(task_ids)).order_by(Task.number)
    return list(session.scalars(statement))


def closed_by(session: Session, viewer: Viewer, days: Filter) -> Sequence[Task]:
    """What the viewer got done in these days, oldest first."""
    statement = visibility.visible(Task, viewer).where(
        Task.state == DONE,
        Task.closed_by == viewer.person_id,
        *days.during(Task.closed_at, viewer.zone),
    )
    return session.scalars(statement.order_by(Task.closed_at, Task.number)).all()


def taken_by(session: Session, viewer: Viewer, days: Filter) -> Sequence[Task]:
    """What nobody owned until the viewer took it in these days, and still theirs."""
    taking = exists().where(
        Activity.team_id == Task.team_id,
        Activity.subject == CARD,
        Activity.subject_id == cast(Task.id, String),
        Activity.verb == "task.taken",
        Activity.person_id == viewer.person_id,
        *days.during(Activity.at, viewer.zone),
    )
    statement = visibility.visible(Task, viewer).where(Task.owner_id == viewer.person_id, taking)
    return session.scalars(statement.order_by(Task.number)).all()


def open_in(session: Session, team_id: str, channel_id: str) -> Sequence[Task]:
    """All open tasks of a channel, for a post that stands in that channel."""
    return session.scalars(
        select(Task)
        .where(Task.team_id == team_id, Task.channel_id == channel_id, Task.state == OPEN)
        .order_by(*OPEN_FIRST)
    ).all()


def unmoved_in(session: Session, team_id: str, channel_id: str, since: datetime) -> set[int]:
    """The ids of the open tasks of a channel that were due before that day, and not touched since."""
    statement = select(Task.id).where(Task.team_id == team_id, Task.channel_id == channel_id)
    return set(session.scalars(statement.where(Task.state == OPEN, *_unmoved(since))))


def links(session: Session, tasks: Sequence[Task]) -> dict[int, str]:
    """By task id: the message it came from, else its own card; missing while neither stands."""
    places = cards.first_ts(session, CARD, [task.id for task in tasks])
    found = {}
    for task in tasks:
        if task.source_ts and task.has_source:
            where = (task.channel_id, task.source_ts, task.source_thread_ts)
        elif task.id in places:
            where = places[task.id]
        else:
            continue
        found[task.id] = workspaces.permalink(session, task.team_id, *where)
    return found


def _matching(viewer: Viewer, asked: Filter) -> Select[Task]:
    statement = visibility.visible(Task, viewer).where(*_in_state(asked.state))
    if asked.channel_id:
        statement = statement.where(Task.channel_id == asked.channel_id)
    if asked.person_id:
        statement = statement.where(Task.owner_id == asked.person_id)
    if asked.still:
        statement = statement.where(*_unmoved(asked.still))
    return statement.where(
        *asked.during(Task.created_at, viewer.zone), *search.holding(asked.words, Task.folded)
    )


def _unmoved(since: datetime) -> list[ColumnElement[bool]]:
    """One whose owner was asked and has not answered is nobody's yet."""
    moved = exists().where(
        Activity.subject == CARD,
        Activity.subject_id == cast(Task.id, String),
        Activity.team_id == Task.team_id,
        Activity.at >= since,
    )
    return [Task.due_on < since.date(), Task.asked_at.is_(None), ~moved]


def _in_state(state: str) -> list[ColumnElement[bool]]:
    match state:
        case filters.OPEN:
            return [Task.state == OPEN]
        case filters.UNOWNED:
            return [Task.state == OPEN, Task.owner_id.is_(None)]
        case filters.CLOSED:
            return [Task.state != OPEN]
    return []
