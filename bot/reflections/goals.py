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


def judge(session: Session, viewer: Viewer, goal_id: int, outcome: str, now: datetime) -> None:
    """Say what became of a goal of one's own; nobody else can."""
    reflection = session.scalar(visibility.own(Reflection, viewer).join(Goal).where(Goal.id == goal_id))
    if reflection is None:
        raise UserError("weekly.goal_gone")
    judge_all(session, viewer, reflection.week + WEEK, {goal_id: outcome}, now)
    after = session.scalar(
        visibility.own(Reflection, viewer).where(Reflection.week == reflection.week + WEEK)
    )
    if after:
        cards.changed(session, CARD, after.id, now)


def judge_all(
    session: Session, viewer: Viewer, week: date, outcomes: Mapping[int, str], now: datetime
) -> None:
    """Of the viewer's goals for that week, those that are named; the rest stay as they are."""
    for goal in of_viewer(session, viewer, week):
        outcome = outcomes.get(goal.id)
        if outcome and outcome != goal.outcome:
            goal.outcome = outcome
            activity.note(session, viewer, "goal.judged", "goal", goal.id, now, outcome=outcome)


def _shared(found: Select[Reflection], channel_id: str, week: date) -> Select[Reflection]:
    return found.where(
        Reflection.is_shared, Reflection.channel_id == channel_id, Reflection.week == week
    ).order_by(Reflection.id)
