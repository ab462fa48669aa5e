"""Asking a channel to look back, and how long a week can be written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import cards
from ..platform.calendar import LONGEST_CLOSURE
from ..platform.cards import Place
from ..platform.schedule import Schedule
from ..platform.viewer import Viewer
from ..platform.weeks import WEEK, reflection_day, week_of
from ..workspaces import settings, visibility
from ..workspaces.automatic_model import Automatic
from ..workspaces.model import Channel, Membership
from ..workspaces.settings_model import ChannelSettings
from .model import PROMPT_CARD, Prompt, Reflection

KIND = "weekly"
GRACE = timedelta(hours=3)
"""A prompt later than this is left out: who still wants to look back has `/weekly`."""


def is_day(there: ChannelSettings, day: date) -> bool:
    """Whether the channel looks back on its week on that day."""
    return reflection_day(week_of(day), there.weekly_day, there.calendar) == day


def next_day(session: Session, channel: Channel, there: ChannelSettings, day: date) -> date:
    """The first day from that one on which the channel looks back on a week it was not asked about yet."""
    before = _latest(session, channel.team_id, channel.id)
    since = max(day, before.week + WEEK) if before else day
    days = (since + timedelta(days=number) for number in range(LONGEST_CLOSURE))
    return next(each for each in days if is_day(there, each))


AUTOMATIC = Automatic(KIND, lambda its: its.weekly_at, next_day)
"""A slot each day, of which one a week is used."""


def ask(session: Session, channel: Channel, week: date, is_late: bool, now: datetime) -> Prompt | None:
    """Let the prompt stand in its channel; None where that week was asked about already.

    The one before says from then on that its week is over.
    """
    before = _latest(session, channel.team_id, channel.id)
    if before and before.week >= week:
        return None
    prompt = Prompt(team_id=channel.team_id, channel_id=channel.id, week=week, posted_at=now, is_late=is_late)
    session.add(prompt)
    session.flush()
    cards.show(session, PROMPT_CARD, prompt.id, Place(channel.team_id, channel.id), now)
    if before:
        cards.changed(session, PROMPT_CARD, before.id, now)
    return prompt


def by_id(session: Session, prompt_id: int) -> Prompt:
    """For rendering its card, which stands where its channel's people see it."""
    return session.get_one(Prompt, prompt_id)


def find(session: Session, viewer: Viewer, prompt_id: int) -> Prompt:
    """Raises UserError for one that this viewer may not see."""
    prompt = session.scalar(visibility.visible(Prompt, viewer).where(Prompt.id == prompt_id))
    if prompt is None:
        raise UserError("weekly.gone")
    return prompt


def is_latest(session: Session, prompt: Prompt) -> bool:
    latest = _latest(session, prompt.team_id, prompt.channel_id)
    return latest is not None and latest.id == prompt.id


def answers(session: Session, prompt: Prompt) -> int:
    """How many of the channel have looked back on that week, for whomever to see."""
    answered = (
        select(func.count())
        .select_from(Reflection)
        .where(Reflection.answered_at.is_not(None), _of_a_member(prompt), Reflection.week == prompt.week)
    )
    return session.scalar(answered) or 0


def is_open(session: Session, viewer: Viewer, week: date, now: datetime) -> bool:
    """Until a later week is asked about in a channel of theirs, and to the end of the next at the latest.

    `now` carries the viewer's time zone.
    """
    later = _asked(viewer).where(Prompt.week > week).limit(1)
    return week >= week_of(now.date()) - WEEK and session.scalar(later) is None


def is_to_come(session: Session, viewer: Viewer, week: date) -> bool:
    """Whether a channel that the viewer is in will still ask about that week."""
    begun = (
        visibility.visible_channels(viewer)
        .join(Membership, and_(Membership.team_id == Channel.team_id, Membership.channel_id == Channel.id))
        .join(Schedule, and_(Schedule.team_id == Channel.team_id, Schedule.channel_id == Channel.id))
        .where(Membership.person_id == viewer.person_id)
        .where(Schedule.kind == KIND, Schedule.ended_at.is_(None))
        .add_columns(Schedule)
    )
    for channel, its in session.execute(begun):
        there = settings.of(session, channel)
        day = reflection_day(week, there.weekly_day, there.calendar)
        if day and day >= its.due_at.astimezone(there.zone).date():
            return True
    return False


def asked_about(session: Session, viewer: Viewer, week: date) -> Sequence[Prompt]:
    """The prompts for that week, wherever the viewer was asked."""
    return session.scalars(_asked(viewer).where(Prompt.week == week)).all()


def thread(session: Session, team_id: str, channel_id: str, week: date) -> str | None:
    """The ts of the channel's prompt for that week."""
    of_week = select(Prompt.id).where(
        Prompt.team_id == team_id, Prompt.channel_id == channel_id, Prompt.week == week
    )
    prompt_id = session.scalar(of_week)
    if prompt_id is None:
        return None
    place = cards.first_ts(session, PROMPT_CARD, [prompt_id]).get(prompt_id)
    return place[1] if place else None


def _latest(session: Session, team_id: str, channel_id: str) -> Prompt | None:
    return session.scalar(
        select(Prompt)
        .where(Prompt.team_id == team_id, Prompt.channel_id == channel_id)
        .order_by(Prompt.week.desc())
        .limit(1)
    )


def _asked(viewer: Viewer) -> Select[Prompt]:
    """The prompts of channels that the viewer is in, not only may look into."""
    here = exists().where(
        Membership.team_id == Prompt.team_id,
        Membership.channel_id == Prompt.channel_id,
        Membership.person_id == viewer.person_id,
    )
    return visibility.visible(Prompt, viewer).where(here)


def _of_a_member(prompt: Prompt) -> ColumnElement[bool]:
    return exists().where(
        Membership.team_id == prompt.team_id,
        Membership.channel_id == prompt.channel_id,
        Membership.person_id == Reflection.person_id,
        Reflection.team_id == prompt.team_id,
    )
