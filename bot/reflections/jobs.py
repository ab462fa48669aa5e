"""What the clock starts: the prompt in a channel, the reminder of one person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from ..platform.blocks import Message
from ..platform.schedule import Due
from ..platform.texts import DEFAULT, Texts, texts_for
from ..platform.weeks import week_of
from ..workspaces import service as workspaces
from ..workspaces import settings
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


def remind(session: Session, due: Due, now: datetime) -> None:
    reminders.send(session, due, now)


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


def rendered_reminder(session: Session, reflection_id: int, now: datetime) -> Message:
    """In the language of who is reminded."""
    prompt, mine = reminders.by_id(session, reflection_id)
    viewer = workspaces.viewer(session, mine.team_id, mine.person_id, prompt.channel_id)
    local = now.astimezone(viewer.zone)
    is_open = prompts.is_open(session, viewer, prompt.week, local)
    return prompt_views.reminder(prompt, mine, is_open, texts_for(viewer), local)
