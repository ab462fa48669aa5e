"""What the clock starts: the prompt in a channel, and the reminder of one person after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from ..platform.blocks import Message
from ..platform.schedule import Due
from ..platform.texts import DEFAULT, Texts, texts_for
from ..platform.viewer import Viewer
from ..platform.weeks import week_of
from ..workspaces import service as workspaces
from ..workspaces import settings
from ..workspaces.nudges import Kind
from . import prompt_views, prompts, reminders


def post(session: Session, due: Due, now: datetime) -> None:
    """On the day of the week on which the channel looks back, and not too late."""
    channel = workspaces.channel_of(session, due.schedule.team_id, due.schedule.channel_id)
    there, week = settings.of(session, channel), week_of(due.local_date)
    if not prompts.is_day(there, due.local_date) or due.late > prompts.GRACE:
        return
    if not workspaces.may_be_told(channel):
        return
    if prompt := prompts.ask(session, channel, week, due.is_late, now):
        reminders.prepare(session, prompt, now)


def rendered(session: Session, prompt_id: int, _now: datetime) -> Message:
    """A prompt with how many have answered it, and its buttons until the next."""
    prompt = prompts.by_id(session, prompt_id)
    channel = workspaces.channel_of(session, prompt.team_id, prompt.channel_id)
    return prompt_views.prompt(
        prompt,
        prompts.answers(session, prompt),
        prompts.is_latest(session, prompt),
        Texts(channel.language or DEFAULT),
        workspaces.local(prompt.posted_at, channel.zone),
    )


def reminded(
    session: Session, viewer: Viewer, reflection_ids: Sequence[int], now: datetime
) -> Message | None:
    """Of several weeks the latest: the others cannot be written any more."""
    theirs = reminders.of(session, viewer, reflection_ids)
    if not theirs:
        return None
    asked = prompts.asked_about(session, viewer, theirs[0].week)
    is_open = reminders.is_open(session, viewer, theirs[0], now)
    return prompt_views.reminder(theirs[0], asked[0] if is_open else None, texts_for(viewer), now)


REMINDER = Kind(reminders.still, reminded, reminders.PART)
"""What somebody is reminded of who left a week open."""
