"""What is due in a channel, as a pure function of its open tasks and today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import schedule
from ..platform.calendar import Calendar
from ..platform.viewer import Viewer
from ..tasks import lists
from ..tasks.model import Task
from ..workspaces import service as workspaces
from ..workspaces import visibility
from ..workspaces.model import Channel
from .model import Plan

KIND = "digest"
WALL_TIME = time(9)
"""Of the channel's time zone."""
GRACE = timedelta(hours=3)
"""A digest later than this is left out: the day has begun without it."""


def plan(tasks: Sequence[Task], now: datetime) -> Plan:
    """`now` carries the channel's time zone; weeks end on Sunday."""
    made = Plan(now.date())
    for task in tasks:
        _place(made, task, now)
    return made


def of_channel(session: Session, channel: Channel, now: datetime) -> Plan:
    local = workspaces.local(now, channel.zone)
    return plan(lists.open_in(session, channel.team_id, channel.id), local)


def for_viewer(session: Session, viewer: Viewer, channel_id: str, now: datetime) -> tuple[Channel, Plan]:
    """The channel's plan for one pair of eyes. Raises UserError where the bot is not."""
    channel = workspaces.check_place(session, viewer, channel_id)
    return channel, of_channel(session, channel, now)


def surroundings(session: Session, plan: Plan) -> tuple[dict[str, str], dict[int, str]]:
    """The owners' names by person id, and where each task comes from by task id."""
    owners = {task.owner_id for task in plan.near if task.owner_id}
    team_id = plan.near[0].team_id if plan.near else ""
    return workspaces.names(session, team_id, owners), lists.links(session, plan.near)


def start(session: Session, viewer: Viewer, channel_id: str, now: datetime) -> schedule.Schedule:
    """Begin the daily plan of a channel; tapping twice begins it once."""
    if begun := schedule.find(session, KIND, viewer.team_id, channel_id):
        if not visibility.may_see(session, viewer, channel_id):
            raise UserError("error.not_in_channel")
        return begun
    channel = workspaces.take_care(session, viewer, channel_id, now)
    return schedule.start(session, KIND, viewer.team_id, channel_id, WALL_TIME, channel.zone or "UTC", now)


def stop(session: Session, viewer: Viewer, channel_id: str, now: datetime) -> None:
    """End the daily plan of a channel; nothing changes where there is none. Raises UserError for a guest."""
    workspaces.rest(session, viewer, channel_id, now)
    schedule.stop(session, KIND, viewer.team_id, channel_id)


def first_day(begun: schedule.Schedule) -> date:
    """The first local date on which the plan may be posted."""
    calendar, day = Calendar.of_zone(begun.zone), workspaces.local(begun.due_at, begun.zone).date()
    return day if calendar.is_business_day(day) else calendar.next_business_day(day)


def _place(made: Plan, task: Task, now: datetime) -> None:
    today, day = now.date(), task.due_day(now.tzinfo)
    if day is None:
        made.undated += 1
    elif day < today or (task.due_at and task.due_at < now):
        made.overdue.append(task)
    elif day == today:
        made.today.append(task)
    elif day == today + timedelta(days=1):
        made.tomorrow.append(task)
    elif day <= today + timedelta(days=6 - today.weekday()):
        made.week.append(task)
    else:
        made.later += 1
