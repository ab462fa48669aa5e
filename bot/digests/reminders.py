"""An owner is told before the plan of the day names what is due. Never commits, knows no Slack."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Select, and_, exists, select
from sqlalchemy.orm import Session

from ..platform.calendar import Calendar
from ..platform.schedule import Schedule
from ..platform.viewer import Viewer
from ..tasks.model import CARD as TASK_CARD
from ..tasks.model import OPEN, Task
from ..workspaces import nudges, visibility
from ..workspaces import service as workspaces
from ..workspaces.model import Person
from ..workspaces.nudge_model import Nudge
from ..workspaces.nudges import Whom
from . import service

KIND = "due"
PART = TASK_CARD
"""What changes a message that tells of them."""
DAY = timedelta(days=1)


def due(session: Session, now: datetime) -> list[Whom]:
    """Whose next morning is to begin with a deadline they were not told of yet."""
    zones = session.scalars(select(Person.zone).distinct()).all()
    return sorted({_owner(task) for zone in zones for task in _untold(session, zone, now)})


def prepare(session: Session, whom: Whom, now: datetime) -> None:
    """Have them told when their work begins. Of two processes the second finds nothing left to tell."""
    person = session.get_one(Person, whom, with_for_update=True)
    morning = nudges.working_time(person).next_opening(now)
    for task in _untold(session, person.zone, now):
        if _owner(task) == whom:
            nudges.add(session, whom, KIND, task.id, morning, day=task.due_on)


def still(session: Session, viewer: Viewer, task_ids: Sequence[int], now: datetime) -> list[int]:
    """Those that are due soon and that a plan may name, still the viewer's.

    `now` carries the viewer's time zone.
    """
    theirs = visibility.visible(Task, viewer).where(Task.owner_id == viewer.person_id)
    found = session.scalars(_planned(theirs).where(Task.id.in_(task_ids)).order_by(Task.id))
    return [task.id for task in found if is_near(task, now) and _may_be_named(session, task)]


def is_near(task: Task, now: datetime) -> bool:
    """Whether it is due from today to the next business day, on the clock that `now` carries."""
    first, last = _span(now.date(), Calendar.of_zone(str(now.tzinfo)))
    day = task.due_day(now.tzinfo)
    return day is not None and first <= day <= last


def _span(today: date, calendar: Calendar) -> tuple[date, date]:
    return today, calendar.next_business_day(today)


def _untold(session: Session, zone: str | None, now: datetime) -> list[Task]:
    """What owners in that zone are to hear of in their next morning.

    An instant may have another day on their clock than where it was said: hence a day more on both sides.
    """
    working = nudges.working_time_in(zone)
    morning = working.next_opening(now).astimezone(working.zone)
    first, last = _span(morning.date(), working.calendar)
    told = exists().where(
        Nudge.subject_id == Task.id,
        Nudge.kind == KIND,
        Nudge.team_id == Task.team_id,
        Nudge.person_id == Task.owner_id,
        Nudge.day == Task.due_on,
    )
    near = (
        _planned(select(Task))
        .join(Person, and_(Person.team_id == Task.team_id, Person.id == Task.owner_id))
        .where(Person.zone.is_not_distinct_from(zone), nudges.wants(KIND), ~told)
        .where(Task.due_on.between(first - DAY, last + DAY))
    )
    tasks = session.scalars(near.order_by(Task.id)).all()
    return [task for task in tasks if is_near(task, morning) and _may_be_named(session, task)]


def _planned(found: Select[Task]) -> Select[Task]:
    """Of the found those open ones of channels with a plan each day whose owner is not only asked."""
    planned = exists().where(
        Schedule.kind == service.KIND,
        Schedule.ended_at.is_(None),
        Schedule.team_id == Task.team_id,
        Schedule.channel_id == Task.channel_id,
    )
    return found.where(Task.state == OPEN, Task.asked_at.is_(None), planned)


def _may_be_named(session: Session, task: Task) -> bool:
    return workspaces.may_be_told(workspaces.channel_of(session, task.team_id, task.channel_id))


def _owner(task: Task) -> Whom:
    return task.team_id, task.owner_id or ""
