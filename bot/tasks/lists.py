"""Finding tasks: the open ones by deadline, then priority, narrowed to whatever somebody asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    String,
    and_,
    bindparam,
    cast,
    exists,
    func,
    nulls_last,
    or_,
    select,
)
from sqlalchemy.orm import Session

from ..platform import cards, filters, pages, search
from ..platform.filters import Filter
from ..platform.pages import Page
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces import visibility
from ..workspaces.model import Activity
from .model import CARD, DONE, HIGH, OPEN, Task

Parameter = BindParameter[Any]

OPEN_FIRST = (
    Task.state != OPEN,
    Task.closed_at.desc(),
    nulls_last(Task.due_on.asc()),
    nulls_last(Task.due_at.asc()),
    Task.priority != HIGH,
    Task.number,
)
"""By deadline, then priority; below them what is closed, the latest first."""


@dataclass(frozen=True)
class Open:
    """What is open in a channel: the tasks that are due soon, and how many others there are.

    `unmoved` are the ids of those that do not move; `named` counts, among the others, those whose
    channel was told that they have no owner.
    """

    near: Sequence[Task]
    unmoved: Collection[int]
    later: int
    undated: int
    named: int


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


def open_in(session: Session, team_id: str, channel_id: str, until: datetime, since: datetime) -> Open:
    """The open tasks of a channel, for a post that stands in that channel.

    `until` is the midnight before which the near ones are due; what was due before the day of `since`
    and not touched from then on does not move.
    """
    here = {"team": team_id, "channel": channel_id, "until": until, "until_day": until.date()}
    near = session.execute(_NEAR, {**here, "since": since, "since_day": since.date()}).all()
    unmoved = {task.id for task, is_unmoved in near if is_unmoved}
    return Open([task for task, _ in near], unmoved, *session.execute(_FAR, here).one())


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
        statement = statement.where(*_unmoved(asked.still.date(), asked.still))
    return statement.where(
        *asked.during(Task.created_at, viewer.zone), *search.holding(asked.words, Task.folded)
    )


def _in_state(state: str) -> list[ColumnElement[bool]]:
    match state:
        case filters.OPEN:
            return [Task.state == OPEN]
        case filters.UNOWNED:
            return [Task.state == OPEN, Task.owner_id.is_(None)]
        case filters.CLOSED:
            return [Task.state != OPEN]
    return []


def _unmoved(day: date | Parameter, since: datetime | Parameter) -> list[ColumnElement[bool]]:
    """One whose owner was asked and has not answered is nobody's yet."""
    moved = exists().where(
        Activity.subject == CARD,
        Activity.subject_id == cast(Task.id, String),
        Activity.team_id == Task.team_id,
        Activity.at >= since,
    )
    return [Task.due_on < day, Task.asked_at.is_(None), ~moved]


_HERE = (Task.team_id == bindparam("team"), Task.channel_id == bindparam("channel"), Task.state == OPEN)
_UNTIL: Parameter = bindparam("until")
_UNTIL_DAY: Parameter = bindparam("until_day")
_NEAR = (
    select(Task, and_(*_unmoved(bindparam("since_day"), bindparam("since"))))
    .where(*_HERE, or_(Task.due_at < _UNTIL, and_(Task.due_at.is_(None), Task.due_on < _UNTIL_DAY)))
    .order_by(*OPEN_FIRST)
)
_FAR = select(
    func.count(Task.due_on), func.count() - func.count(Task.due_on), func.count(Task.named_at)
).where(
    *_HERE,
    or_(Task.due_on.is_(None), Task.due_at >= _UNTIL, and_(Task.due_at.is_(None), Task.due_on >= _UNTIL_DAY)),
)
"""Asked for every channel each morning, so they are built once."""
