"""Tasks nobody owns: when their channel is told, and their author after it. Never commits, knows no Slack."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from ..platform import cards, schedule
from ..platform.cards import Place
from ..platform.schedule import Schedule
from ..platform.viewer import Viewer
from ..workspaces import nudges, posts, settings
from ..workspaces import service as workspaces
from ..workspaces.automatic_model import Automatic
from ..workspaces.model import Channel
from ..workspaces.settings_model import ChannelSettings
from . import lists
from .model import CARD as TASK_CARD
from .model import OPEN, Task
from .unowned_model import CARD, MOST_LINES, UnownedAlert

KIND = "unowned"
AUTOMATIC = Automatic(KIND, lambda its: its.opens)
"""On in a channel while it has this schedule. Its slot is the morning's look; the clock looks all day."""
PART = TASK_CARD
"""What changes a message that reminds of them."""
HURRIED = timedelta(hours=1)
"""Working time that a task due within a business day may be without an owner: its card was just seen."""
TOGETHER = timedelta(hours=1)
"""What would be named within so much time is named at once: one message before three."""

Where = tuple[str, str]
"""(team id, channel id)."""


def begin(task: Task, now: datetime) -> None:
    """Its owner is another, or nobody from now on."""
    task.unowned_since, task.named_at = (now, None) if task.owner_id is None else (None, None)


def due(session: Session, now: datetime) -> list[Where]:
    """The channels that are to be told of something now."""
    watched = exists().where(
        Schedule.kind == KIND,
        Schedule.ended_at.is_(None),
        Schedule.team_id == Task.team_id,
        Schedule.channel_id == Task.channel_id,
    )
    waiting = select(Task.team_id, Task.channel_id).where(*_unnamed(), watched).distinct()
    places = [(team_id, channel_id) for team_id, channel_id in session.execute(waiting)]
    return [where for where in places if _due_in(session, where, now)]


def alert(session: Session, where: Where, now: datetime) -> UnownedAlert | None:
    """Name the channel's tasks without an owner; None when another process was quicker."""
    team_id, channel_id = where
    begun = schedule.held(session, KIND, team_id, channel_id)
    tasks = _due_in(session, where, now) if begun else []
    if not tasks:
        return None
    told = UnownedAlert(
        team_id=team_id, channel_id=channel_id, posted_at=now, task_ids=[task.id for task in tasks]
    )
    session.add(told)
    session.flush()
    parts = [(TASK_CARD, task.id) for task in tasks[:MOST_LINES]]
    cards.show(session, CARD, told.id, Place(*where), now, parts)
    for task in tasks:
        _named(session, task, now)
    posts.rest_older(session, CARD, told)
    return told


def named(session: Session, alert_id: int) -> tuple[UnownedAlert, list[Task]]:
    """A posted message and its tasks as they are now; those taken back are left out."""
    told = session.get_one(UnownedAlert, alert_id)
    there = select(Task).where(Task.id.in_(told.task_ids), Task.channel_id == told.channel_id)
    found = {task.id: task for task in session.scalars(there)}
    return told, [found[task_id] for task_id in told.task_ids if task_id in found]


def still(session: Session, viewer: Viewer, task_ids: Sequence[int], _now: datetime) -> list[int]:
    """Those that had no owner ever since their channel was told, and that the viewer may see."""
    seen = lists.those(session, viewer, task_ids)
    return [task.id for task in seen if task.state == OPEN and task.named_at]


def is_late(task: Task, there: ChannelSettings, now: datetime) -> bool:
    """Whether it has been without an owner for longer than the channel wants."""
    if task.unowned_since is None:
        return False
    patience = timedelta(hours=there.unowned_hours)
    if _is_hurried(task, there, now):
        patience = min(patience, HURRIED)
    return there.working.after(task.unowned_since, patience) <= now


def _due_in(session: Session, where: Where, now: datetime) -> list[Task]:
    """What is to be named now, and what soon would be: in working hours, once a day if nothing hurries."""
    channel = session.get(Channel, where)
    if channel is None or not workspaces.may_be_told(channel):
        return []
    there = settings.of(session, channel)
    tasks = _waiting_in(session, where)
    late = [task for task in tasks if is_late(task, there, now)]
    if not there.working.is_now(now) or not late:
        return []
    if _told_today(session, where, there, now) and not any(_is_hurried(task, there, now) for task in late):
        return []
    return [task for task in tasks if is_late(task, there, now + TOGETHER)]


def _waiting_in(session: Session, where: Where) -> Sequence[Task]:
    team_id, channel_id = where
    here = (Task.team_id == team_id, Task.channel_id == channel_id)
    return session.scalars(select(Task).where(*here, *_unnamed()).order_by(Task.number)).all()


def _unnamed() -> tuple[ColumnElement[bool], ...]:
    return Task.state == OPEN, Task.owner_id.is_(None), Task.named_at.is_(None)


def _is_hurried(task: Task, there: ChannelSettings, now: datetime) -> bool:
    """Due within one business day."""
    today, day = now.astimezone(there.zone).date(), task.due_day(there.zone)
    return day is not None and day <= there.calendar.next_business_day(today)


def _told_today(session: Session, where: Where, there: ChannelSettings, now: datetime) -> bool:
    team_id, channel_id = where
    latest = select(func.max(UnownedAlert.posted_at)).where(
        UnownedAlert.team_id == team_id, UnownedAlert.channel_id == channel_id
    )
    told_at = session.scalar(latest)
    return told_at is not None and told_at.astimezone(there.zone).date() == now.astimezone(there.zone).date()


def _named(session: Session, task: Task, now: datetime) -> None:
    """Its author hears of it on the next business day, should nobody have taken it by then."""
    task.named_at = now
    author = (task.team_id, task.author_id)
    nudges.add(session, author, CARD, task.id, nudges.tomorrow(session, author, now))
