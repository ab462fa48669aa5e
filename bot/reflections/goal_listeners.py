"""From Slack to the goals of a week and back."""

from __future__ import annotations

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform.blocks import Message
from ..platform.slack import Visit
from ..platform.subcommands import Asked
from ..platform.weeks import WEEK, week_of
from ..workspaces import service as workspaces
from . import goals, reminders, service, views


def register(app: AsyncApp) -> None:
    app.action(views.JUDGE)(goal_judged)


async def answer(visit: Visit, asked: Asked) -> Message:
    show = _own if asked.name == "goals" else _team
    return await visit.database.read(lambda session: show(session, visit))


async def goal_judged(ack: AsyncAck, visit: Visit) -> None:
    outcome, goal_id = visit.choice
    visit.replace(await visit.database.write(lambda session: _judge(session, visit, goal_id, outcome)))
    await ack()


def _judge(session: Session, visit: Visit, goal_id: int, outcome: str) -> Message:
    goals.judge(session, visit.viewer, goal_id, outcome, visit.now)
    return _own(session, visit)


def _own(session: Session, visit: Visit) -> Message:
    viewer, week = visit.viewer, week_of(visit.now.date())
    this_week, next_week = (goals.of_viewer(session, viewer, each) for each in (week, week + WEEK))
    return views.own_goals(this_week, next_week, reminders.is_wanted(session, viewer), visit.texts)


def _team(session: Session, visit: Visit) -> Message:
    """Of the channel in which it was asked for, on its clock."""
    channel = workspaces.check_place(session, visit.viewer, visit.channel_id)
    week = week_of(workspaces.local(visit.now, channel.zone).date())
    before, now = (goals.shared_in(session, visit.viewer, channel.id, each) for each in (week - WEEK, week))
    shared = [*before, *now]
    names, links = service.names(session, shared), service.links(session, shared)
    return views.team(before, now, names, links, visit.texts)
