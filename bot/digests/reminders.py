"""An owner is told before the plan of the day names what is due. Never commits, knows no Slack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, String, and_, cast, exists, or_, select
from sqlalchemy.orm import Session

from ..platform.calendar import Calendar
from ..platform.schedule import Schedule
from ..platform.viewer import Viewer
from ..tasks import asking
from ..tasks.model import CARD as TASK_CARD
from ..tasks.model import OPEN, Task
from ..workspaces import nudges, visibility
from ..workspaces import service as workspaces
from ..workspaces.model import Activity, Person
from ..workspaces.nudge_model import Nudge
from ..workspaces.nudges import Whom
from . import service

KIND = "due"
PART = TASK_CARD
"""What changes a message that tells of them."""
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Ahead:
    """When people in a zone work next, and the first and the last deadline that they are to know of then."""

    zone: str | None
    at: datetime
    first: date
    last: date

    @classmethod
    def of(cls, zone: str | None, now: datetime) -> Ahead:
        working = nudges.working_time_in(zone)
        at = working.next(now).astimezone(working.zone)
        return cls(zone, at, *_span(at.date(), working.calendar))

    def holds(self) -> ColumnElement[bool]:
        """That a task's owner is to be told: not of what they saw to that day.

        An instant may have another day on their clock than where it was said: hence a day more at both ends.
        """
        midnight = datetime.combine(self.first, time(), self.at.tzinfo)
        near = Task.due_on.between(self.first - DAY, self.last + DAY)
        return and_(Person.zone.is_not_distinct_from(self.zone), near, ~_seen_to(midnight))


def due(session: Session, now: datetime) -> list[Whom]:
    """Who is to be told of a deadline when they work next."""
    zones = session.scalars(select(Person.zone).distinct()).all()
    return sorted({_owner(task) for task in _untold(session, select(Task), zones, now)})


def prepare(session: Session, whom: Whom, now: datetime) -> None:
    """Have them told. Of two processes the second finds nothing left to tell."""
    person = session.get_one(Person, whom, with_for_update=True)
    theirs = select(Task).where(Task.team_id == person.team_id, Task.owner_id == person.id)
    for task in _untold(session, theirs, [person.zone], now):
        nudges.add(session, whom, KIND, task.id, now, day=task.due_on)


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


def _untold(session: Session, among: Select[Task], zones: Sequence[str | None], now: datetime) -> list[Task]:
    """Of these tasks what owners in those zones are to hear of."""
    ahead = {zone: Ahead.of(zone, now) for zone in zones}
    if not ahead:
        return []
    told = exists().where(
        Nudge.subject_id == Task.id,
        Nudge.kind == KIND,
        Nudge.team_id == Task.team_id,
        Nudge.person_id == Task.owner_id,
        Nudge.day == Task.due_on,
    )
    first, last = min(each.first for each in ahead.values()), max(each.last for each in ahead.values())
    near = (
        _planned(among)
        .join(Person, and_(Person.team_id == Task.team_id, Person.id == Task.owner_id))
        .where(Task.due_on.between(first - DAY, last + DAY), ~told, nudges.wants(KIND))
        .where(or_(*(each.holds() for each in ahead.values())))
    )
    found = session.execute(near.add_columns(Person.zone).order_by(Task.id)).all()
    return [task for task, zone in found if is_near(task, ahead[zone].at) and _may_be_told(session, task)]


def _seen_to(since: datetime) -> ColumnElement[bool]:
    """That its owner has made it, taken it or done anything with it since."""
    return exists().where(
        Activity.subject == TASK_CARD,
        Activity.subject_id == cast(Task.id, String),
        Activity.team_id == Task.team_id,
        Activity.person_id == Task.owner_id,
        Activity.at >= since,
    )


def _planned(found: Select[Task]) -> Select[Task]:
    """Of the found those open ones of channels with a plan each day whose owner is not only asked."""
    here = and_(Schedule.team_id == Task.team_id, Schedule.channel_id == Task.channel_id)
    planned = found.join(Schedule, here).where(Schedule.kind == service.KIND, Schedule.ended_at.is_(None))
    return planned.where(Task.state == OPEN, Task.asked_at.is_(None))


def _may_be_named(session: Session, task: Task) -> bool:
    return workspaces.may_be_told(workspaces.channel_of(session, task.team_id, task.channel_id))


def _may_be_told(session: Session, task: Task) -> bool:
    return _may_be_named(session, task) and asking.reader(session, task, task.owner_id or "") is not None


def _owner(task: Task) -> Whom:
    return task.team_id, task.owner_id or ""
