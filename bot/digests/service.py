"""What is due in a channel, as a pure function of its open tasks and today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import cards, schedule
from ..platform.calendar import Calendar
from ..platform.cards import Place
from ..platform.viewer import Viewer
from ..tasks import lists
from ..tasks.model import CARD as TASK_CARD
from ..tasks.model import Task
from ..workspaces import service as workspaces
from ..workspaces import visibility
from ..workspaces.model import Channel
from .model import (
    ASKED,
    CARD,
    LATER,
    OVERDUE,
    TODAY,
    TOMORROW,
    UNDATED,
    UNOWNED,
    WEEK,
    Digest,
    Plan,
)

KIND = "digest"
WALL_TIME = time(9)
"""Of the channel's time zone."""
GRACE = timedelta(hours=3)
"""A digest later than this is left out: the day has begun without it."""
KEPT_TRUE = timedelta(days=7)
"""How long a posted plan shows what becomes of its tasks: one that is late for months stands in many."""
MOST_RESTED = 30


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
    """What people are called by person id, and where each task comes from by task id."""
    people = {person for task in plan.near for person in (task.owner_id, task.closed_by) if person}
    team_id = plan.near[0].team_id if plan.near else ""
    return workspaces.names(session, team_id, people), lists.links(session, plan.near)


def post(session: Session, channel: Channel, plan: Plan, is_late: bool, now: datetime) -> Digest:
    """Let the plan stand in its channel, where it shows what became of its tasks for a week."""
    shown = plan.shown()
    unowned = sum(task.owner_id is None for tasks in shown.values() for task in tasks)
    digest = Digest(
        team_id=channel.team_id,
        channel_id=channel.id,
        posted_at=now,
        is_late=is_late,
        sections={section: [task.id for task in tasks] for section, tasks in shown.items()},
        counts={**plan.counts, UNOWNED: plan.unowned - unowned},
    )
    session.add(digest)
    session.flush()
    parts = [(TASK_CARD, task.id) for tasks in shown.values() for task in tasks]
    cards.show(session, CARD, digest.id, Place(channel.team_id, channel.id), now, parts)
    _rest_older(session, digest)
    return digest


def posted(session: Session, digest_id: int) -> tuple[Digest, Plan]:
    """A plan as it was posted, with its tasks as they are now; those taken back are left out."""
    digest = session.get_one(Digest, digest_id)
    ids = [task_id for section in digest.sections.values() for task_id in section]
    there = select(Task).where(Task.id.in_(ids), Task.channel_id == digest.channel_id)
    tasks = {task.id: task for task in session.scalars(there)}
    day = workspaces.local(digest.posted_at, _zone(session, digest)).date()
    plan = Plan(day, counts=Counter(digest.counts))
    for section, its in digest.sections.items():
        plan.sections[section] = [tasks[task_id] for task_id in its if task_id in tasks]
    return digest, plan


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
    section = _section(task, now)
    made.counts[section] += 1
    if section in made.sections:
        made.sections[section].append(task)


def _section(task: Task, now: datetime) -> str:
    today, day = now.date(), task.due_day(now.tzinfo)
    if day is None:
        return UNDATED
    if day < today or (task.due_at and task.due_at < now):
        return ASKED if task.asked_at else OVERDUE
    if day == today:
        return TODAY
    if day == today + timedelta(days=1):
        return TOMORROW
    return WEEK if day <= today + timedelta(days=6 - today.weekday()) else LATER


def _rest_older(session: Session, digest: Digest) -> None:
    older = (
        select(Digest.id)
        .where(Digest.team_id == digest.team_id, Digest.channel_id == digest.channel_id)
        .where(Digest.posted_at < digest.posted_at - KEPT_TRUE)
        .order_by(Digest.id.desc())
        .limit(MOST_RESTED)
    )
    cards.rest(session, CARD, session.scalars(older).all())


def _zone(session: Session, digest: Digest) -> str | None:
    return workspaces.channel_of(session, digest.team_id, digest.channel_id).zone
