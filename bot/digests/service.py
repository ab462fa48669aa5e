"""What is due in a channel, as a pure function of its open tasks and today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..platform import cards, weeks
from ..platform.calendar import Calendar
from ..platform.cards import Place
from ..platform.viewer import Viewer
from ..reflections import goals
from ..reflections.model import CARD as REFLECTION_CARD
from ..reflections.model import Reflection
from ..tasks import lists
from ..tasks.model import CARD as TASK_CARD
from ..tasks.model import Task
from ..workspaces import activity, posts, settings
from ..workspaces import service as workspaces
from ..workspaces.automatic_model import Automatic
from ..workspaces.model import Channel
from .model import (
    ASKED,
    CARD,
    LATER,
    OVERDUE,
    STALE,
    TODAY,
    TOMORROW,
    UNDATED,
    UNOWNED,
    WEEK,
    Digest,
    Plan,
)

KIND = "digest"
AUTOMATIC = Automatic(KIND, lambda its: its.digest_at)
GRACE = timedelta(hours=3)
"""A digest later than this is left out: the day has begun without it."""
STILL_BUSINESS_DAYS = 3


def plan(tasks: Sequence[Task], now: datetime, stale: Collection[int] = ()) -> Plan:
    """`now` carries the channel's time zone; weeks end on Sunday. What does not move is named by its id."""
    made = Plan(now.date())
    for task in tasks:
        _place(made, task, STALE if task.id in stale else _section(task, now))
    return made


def of_channel(session: Session, channel: Channel, now: datetime) -> Plan:
    local, calendar = workspaces.local(now, channel.zone), settings.of(session, channel).calendar
    until, since = later_from(local), still_since(calendar, local)
    found = lists.open_in(session, channel.team_id, channel.id, until, since)
    made = plan(found.near, local, found.unmoved)
    made.counts += Counter({LATER: found.later, UNDATED: found.undated})
    made.far_unowned += found.named
    made.channel_id, made.since = channel.id, since if made.counts[STALE] else None
    made.opens_week = _opens_week(calendar, made.day)
    made.goals = _goals(session, channel, made)
    return made


def later_from(local: datetime) -> datetime:
    """The beginning of the first day whose tasks are only counted: after this week, and after tomorrow."""
    today = local.date()
    return midnight(max(weeks.week_of(today) + weeks.WEEK, today + timedelta(days=2)), local)


def still_since(calendar: Calendar, local: datetime) -> datetime:
    """The beginning of the third business day before today, on the channel's clock."""
    return midnight(calendar.business_day_before(local.date(), STILL_BUSINESS_DAYS), local)


def midnight(day: date, local: datetime) -> datetime:
    """The beginning of the day on the clock of `local`."""
    return datetime.combine(day, time(), local.tzinfo)


def for_viewer(session: Session, viewer: Viewer, channel_id: str, now: datetime) -> tuple[Channel, Plan]:
    """The channel's plan for one pair of eyes. Raises UserError where the bot is not."""
    channel = workspaces.check_place(session, viewer, channel_id)
    return channel, of_channel(session, channel, now)


def share(session: Session, viewer: Viewer, channel_id: str, now: datetime) -> Plan:
    """Let everybody in the channel see the plan, unless it is empty.

    Raises UserError where the bot is not.
    """
    channel, made = for_viewer(session, viewer, channel_id, now)
    if not made.is_empty:
        digest = post(session, channel, made, False, now)
        activity.note(session, viewer, "digest.shared", CARD, digest.id, now)
    return made


def surroundings(session: Session, plan: Plan) -> tuple[dict[str, str], dict[int, str]]:
    """What people are called by person id, and where each task comes from by task id."""
    people = {person for task in plan.near for person in (task.owner_id, task.closed_by) if person}
    people |= {reflection.person_id for reflection in plan.goals}
    teams = [*(task.team_id for task in plan.near), *(reflection.team_id for reflection in plan.goals)]
    return workspaces.names(session, teams[0] if teams else "", people), lists.links(session, plan.near)


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
    parts += [(REFLECTION_CARD, reflection.id) for reflection in plan.goals]
    cards.show(session, CARD, digest.id, Place(channel.team_id, channel.id), now, parts)
    posts.rest_older(session, CARD, digest)
    return digest


def posted(session: Session, digest_id: int) -> tuple[Digest, Plan]:
    """A plan as it was posted, with its tasks as they are now; those taken back are left out."""
    digest = session.get_one(Digest, digest_id)
    ids = [task_id for section in digest.sections.values() for task_id in section]
    there = select(Task).where(Task.id.in_(ids), Task.channel_id == digest.channel_id)
    tasks = {task.id: task for task in session.scalars(there)}
    channel = workspaces.channel_of(session, digest.team_id, digest.channel_id)
    local, calendar = workspaces.local(digest.posted_at, channel.zone), settings.of(session, channel).calendar
    plan = Plan(local.date(), channel.id, counts=Counter(digest.counts))
    plan.opens_week = _opens_week(calendar, plan.day)
    plan.goals = _goals(session, channel, plan)
    if plan.counts[STALE]:
        plan.since = still_since(calendar, local)
    for section, its in digest.sections.items():
        plan.sections[section] = [tasks[task_id] for task_id in its if task_id in tasks]
    return digest, plan


def _place(made: Plan, task: Task, section: str) -> None:
    made.counts[section] += 1
    if section in made.sections:
        made.sections[section].append(task)
    else:
        made.far_unowned += task.named_at is not None


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


def _goals(session: Session, channel: Channel, plan: Plan) -> list[Reflection]:
    """What people of the channel set out to do, on the first business day of their week."""
    if not plan.opens_week:
        return []
    week = weeks.week_of(plan.day) - weeks.WEEK
    shared = goals.standing_in(session, channel.team_id, channel.id, week)
    return [reflection for reflection in shared if reflection.goals]


def _opens_week(calendar: Calendar, day: date) -> bool:
    return weeks.opening_day(weeks.week_of(day), calendar) == day
