"""One gentle reminder of a week left open: to whom, and until when. It is told as every nudge is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session

from ..platform.viewer import Viewer
from ..workspaces import activity, nudges, visibility
from ..workspaces import service as workspaces
from ..workspaces.model import Membership, Person
from . import prompts
from .model import CARD, Habit, Prompt, Reflection

KIND = "weekly_reminder"
PART = CARD
"""What changes a message that reminds of it."""
AFTER = timedelta(hours=3)
"""How long after the prompt, where that is still within somebody's working hours."""


def prepare(session: Session, prompt: Prompt, now: datetime) -> None:
    """Have those of the channel reminded who answered before or want to be, once a week wherever asked.

    Not yet who is off work while another channel of theirs is still to ask.
    """
    at = (now + AFTER).replace(second=0, microsecond=0)
    for person_id in session.scalars(_wanting(prompt)).all():
        whom = (prompt.team_id, person_id)
        viewer = workspaces.viewer(session, *whom, prompt.channel_id)
        if not nudges.is_at_work(session, whom, now) and prompts.is_to_come(session, viewer, prompt.week):
            continue
        left_open = Reflection(team_id=prompt.team_id, person_id=person_id, week=prompt.week, is_shared=False)
        session.add(left_open)
        session.flush()
        nudges.add(session, whom, KIND, left_open.id, at)


def still(session: Session, viewer: Viewer, reflection_ids: Sequence[int], now: datetime) -> list[int]:
    """Those of the viewer's weeks that they have not answered or left out, and still can.

    `now` carries the viewer's time zone.
    """
    return [each.id for each in of(session, viewer, reflection_ids) if is_open(session, viewer, each, now)]


def of(session: Session, viewer: Viewer, reflection_ids: Sequence[int]) -> Sequence[Reflection]:
    """The viewer's own of these, the latest week first."""
    mine = visibility.own(Reflection, viewer).where(Reflection.id.in_(reflection_ids))
    return session.scalars(mine.order_by(Reflection.week.desc())).all()


def is_open(session: Session, viewer: Viewer, mine: Reflection, now: datetime) -> bool:
    """Whether it waits for its author, in a channel that asked them. `now` carries the viewer's time zone."""
    if mine.answered_at or mine.skipped_at or not prompts.asked_about(session, viewer, mine.week):
        return False
    return prompts.is_open(session, viewer, mine.week, now)


def is_wanted(session: Session, viewer: Viewer) -> bool:
    """Whether the viewer will be reminded of a week they leave open."""
    if KIND in nudges.muted(session, (viewer.team_id, viewer.person_id)):
        return False
    answered = visibility.own(Reflection, viewer).where(Reflection.answered_at.is_not(None)).limit(1)
    asked_for = session.get(Habit, (viewer.team_id, viewer.person_id))
    return asked_for is not None or session.scalar(answered) is not None


def want(session: Session, viewer: Viewer, is_wanted: bool, now: datetime) -> None:
    """From now on they are reminded, or not any more."""
    if not is_wanted:
        nudges.mute(session, viewer, KIND, now)
        return
    nudges.unmute(session, viewer, KIND, now)
    if session.get(Habit, (viewer.team_id, viewer.person_id)) is None:
        session.add(Habit(team_id=viewer.team_id, person_id=viewer.person_id))
        activity.note(session, viewer, "reminder.wanted", "person", viewer.person_id, now)


def _wanting(prompt: Prompt) -> Select[str]:
    """The ids of those in the channel who are to be reminded of it, should they leave it open.

    Who has a row for that week has answered or skipped it, or another channel had them reminded.
    """
    has_row = exists().where(*_theirs(), Reflection.week == prompt.week)
    answered_before = exists().where(*_theirs(), Reflection.answered_at.is_not(None))
    asked_for = exists().where(Habit.team_id == Person.team_id, Habit.person_id == Person.id)
    return (
        select(Membership.person_id)
        .join(Person, and_(Person.team_id == Membership.team_id, Person.id == Membership.person_id))
        .where(Membership.team_id == prompt.team_id, Membership.channel_id == prompt.channel_id)
        .where(nudges.wants(KIND), ~has_row, or_(asked_for, answered_before))
    )


def _theirs() -> tuple[ColumnElement[bool], ...]:
    return Reflection.team_id == Person.team_id, Reflection.person_id == Person.id
