"""The goals somebody set for a week, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import cards
from ..platform.viewer import Viewer
from ..platform.weeks import WEEK
from ..workspaces import activity, visibility
from .model import CARD, Goal, Reflection


def of_viewer(session: Session, viewer: Viewer, week: date) -> list[Goal]:
    """The viewer's own goals for that week."""
    before = session.scalar(visibility.own(Reflection, viewer).where(Reflection.week == week - WEEK))
    return before.goals if before else []


def shared_in(session: Session, viewer: Viewer, channel_id: str, week: date) -> Sequence[Reflection]:
    """Those of that week that were shared in the channel, for one pair of eyes."""
    shared = _shared(visibility.own_or_shared(Reflection, viewer), channel_id, week)
    return session.scalars(shared).all()


def standing_in(session: Session, team_id: str, channel_id: str, week: date) -> Sequence[Reflection]:
    """The same, for a post that stands in that channel."""
    of_team = select(Reflection).where(Reflection.team_id == team_id)
    return session.scalars(_shared(of_team, channel_id, week)).all()


def judge(session: Session, viewer: Viewer, goal_id: int, outcome: str, now: datetime) -> list[Goal]:
    """Say what became of a goal of one's own; nobody else can. Saying the same again changes nothing."""
    reflection = session.scalar(visibility.own(Reflection, viewer).join(Goal).where(Goal.id == goal_id))
    if reflection is None:
        raise UserError("weekly.goal_gone")
    week = reflection.week + WEEK
    after = session.scalar(visibility.own(Reflection, viewer).where(Reflection.week == week))
    if after:
        cards.changed(session, CARD, after.id, now)
    return judge_all(session, viewer, week, {goal_id: outcome}, now)


def judge_all(
    session: Session, viewer: Viewer, week: date, outcomes: Mapping[int, str], now: datetime
) -> list[Goal]:
    """Of the viewer's goals for that week, those that are named; the rest stay as they are."""
    changed = [
        goal
        for goal in of_viewer(session, viewer, week)
        if outcomes.get(goal.id, goal.outcome) != goal.outcome
    ]
    for goal in changed:
        goal.outcome = outcomes[goal.id]
        activity.note(session, viewer, "goal.judged", "goal", goal.id, now, outcome=goal.outcome)
    return changed


def _shared(found: Select[Reflection], channel_id: str, week: date) -> Select[Reflection]:
    return found.where(
        Reflection.is_shared, Reflection.channel_id == channel_id, Reflection.week == week
    ).order_by(Reflection.id)
