"""One gentle reminder in a direct message: to whom, and when.

It waits as a schedule of its own that ends with the first slot in which it is sent or not needed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session

from ..platform import cards, schedule
from ..platform.cards import Place
from ..platform.viewer import Viewer
from ..workspaces import activity, settings, visibility
from ..workspaces import service as workspaces
from ..workspaces.model import Membership, Person
from ..workspaces.settings_model import ChannelSettings
from . import prompts
from .model import REMINDER_CARD, Habit, Prompt, Reflection

KIND = "weekly_reminder"
AFTER = timedelta(hours=3)
"""How long after the prompt, where that is still within somebody's working hours."""


def prepare(session: Session, prompt: Prompt, now: datetime) -> None:
    """Have those of the channel reminded who answered before or want to be.

    Not yet who is off work while another channel of theirs is still to ask.
    """
    for person_id in session.scalars(_wanting(prompt)).all():
        there = _hours(session, prompt, person_id)
        local = now.astimezone(there.zone)
        viewer = workspaces.viewer(session, prompt.team_id, person_id, prompt.channel_id)
        if not _is_working(local, there) and prompts.is_to_come(session, viewer, prompt.week):
            continue
        at = first_time(local, there)
        schedule.start(session, KIND, prompt.team_id, person_id, at, str(there.zone), now)


def first_time(now: datetime, there: ChannelSettings) -> time:
    """Later today, or when the work begins; days off pass by."""
    later = (now + AFTER).replace(second=0, microsecond=0)
    is_today = later.date() == now.date() and there.calendar.is_business_day(later.date())
    return later.time() if is_today and _is_working(later, there) else there.opens


def send(session: Session, due: schedule.Due, now: datetime) -> None:
    """Remind them now, unless they have answered meanwhile; outside their hours wait for the next day."""
    team_id, person_id = due.schedule.team_id, due.schedule.channel_id
    prompt = waiting(session, team_id, person_id, now)
    if prompt:
        there = _hours(session, prompt, person_id)
        if not _is_working(now.astimezone(there.zone), there):
            return
        _remind(session, prompt, person_id, now)
    schedule.stop(session, KIND, team_id, person_id, now)


def waiting(session: Session, team_id: str, person_id: str, now: datetime) -> Prompt | None:
    """The latest prompt that this person is still to be reminded of."""
    viewer = workspaces.viewer(session, team_id, person_id, "")
    latest = prompts.latest_asked(session, viewer)
    if latest is None or not prompts.is_open(session, viewer, latest.week, now.astimezone(viewer.zone)):
        return None
    return latest if person_id in session.scalars(_wanting(latest)) else None


def by_id(session: Session, reflection_id: int) -> tuple[Prompt, Reflection]:
    """For rendering a reminder that was sent: of what, and what became of it."""
    mine = session.get_one(Reflection, reflection_id)
    return session.get_one(Prompt, mine.reminder_id), mine


def is_wanted(session: Session, viewer: Viewer) -> bool:
    """Whether the viewer will be reminded of a week they leave open."""
    habit = session.get(Habit, (viewer.team_id, viewer.person_id))
    if habit:
        return habit.is_reminded
    answered = visibility.own(Reflection, viewer).where(Reflection.answered_at.is_not(None))
    return session.scalar(answered.limit(1)) is not None


def want(session: Session, viewer: Viewer, is_wanted: bool, now: datetime) -> None:
    """From now on they are reminded, or not any more."""
    key = {"team_id": viewer.team_id, "person_id": viewer.person_id}
    habit = session.get(Habit, (viewer.team_id, viewer.person_id)) or Habit(**key)
    habit.is_reminded = is_wanted
    session.add(habit)
    verb = "reminder.wanted" if is_wanted else "reminder.refused"
    activity.note(session, viewer, verb, "person", viewer.person_id, now)


def _remind(session: Session, prompt: Prompt, person_id: str, now: datetime) -> None:
    reflection = _row(session, prompt, person_id)
    reflection.reminder_id = prompt.id
    session.flush()
    cards.show(session, REMINDER_CARD, reflection.id, Place(prompt.team_id, person_id), now)


def _row(session: Session, prompt: Prompt, person_id: str) -> Reflection:
    found = session.scalar(
        select(Reflection)
        .where(Reflection.team_id == prompt.team_id, Reflection.person_id == person_id)
        .where(Reflection.week == prompt.week)
        .with_for_update()
    )
    reflection = found or Reflection(
        team_id=prompt.team_id, person_id=person_id, week=prompt.week, is_shared=False
    )
    session.add(reflection)
    return reflection


def _wanting(prompt: Prompt) -> Select[str]:
    """The ids of those in the channel who are to be reminded of it."""
    return (
        select(Membership.person_id)
        .join(Person, and_(Person.team_id == Membership.team_id, Person.id == Membership.person_id))
        .outerjoin(Habit, and_(Habit.team_id == Person.team_id, Habit.person_id == Person.id))
        .where(Membership.team_id == prompt.team_id, Membership.channel_id == prompt.channel_id)
        .where(Person.is_bot.is_(False), Person.is_gone.is_(False))
        .where(or_(Habit.is_reminded.is_(True), and_(Habit.is_reminded.is_(None), _answered_before())))
        .where(~_settled(prompt))
    )


def _answered_before() -> ColumnElement[bool]:
    return exists().where(
        Reflection.team_id == Person.team_id,
        Reflection.person_id == Person.id,
        Reflection.answered_at.is_not(None),
    )


def _settled(prompt: Prompt) -> ColumnElement[bool]:
    """They have answered for that week, left it out, or were reminded of it."""
    done = (Reflection.answered_at, Reflection.skipped_at, Reflection.reminder_id)
    return exists().where(
        Reflection.team_id == Person.team_id,
        Reflection.person_id == Person.id,
        Reflection.week == prompt.week,
        or_(*(column.is_not(None) for column in done)),
    )


def _hours(session: Session, prompt: Prompt, person_id: str) -> ChannelSettings:
    """The channel's working hours on the person's clock, with the holidays of where they are."""
    channel = workspaces.channel_of(session, prompt.team_id, prompt.channel_id)
    zone = workspaces.viewer(session, prompt.team_id, person_id, prompt.channel_id).zone
    return replace(settings.of(session, channel), zone=zone)


def _is_working(local: datetime, there: ChannelSettings) -> bool:
    return there.calendar.is_business_day(local.date()) and there.opens <= local.time() < there.closes
