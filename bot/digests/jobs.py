"""The plan of the day, when the clock says so, and what its owners are told before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from ..platform import schedule
from ..platform.blocks import Message
from ..platform.schedule import Due
from ..platform.texts import DEFAULT, Texts, texts_for
from ..platform.viewer import Viewer
from ..tasks import lists
from ..tasks.list_views import Around
from ..workspaces import service as workspaces
from ..workspaces import settings
from ..workspaces.nudges import Kind
from ..workspaces.views import places
from . import reminder_views, reminders, service, views


def post(session: Session, due: Due, now: datetime) -> None:
    """Today's plan for its channel: on business days, when there is reason to speak, and not too late.

    Never where people of another company are, even if they came after it was started.
    """
    channel = workspaces.channel_of(session, due.schedule.team_id, due.schedule.channel_id)
    working = settings.of(session, channel).calendar.is_business_day(due.local_date)
    if not working or due.late > service.GRACE or not workspaces.may_be_told(channel):
        return
    plan = service.of_channel(session, channel, now)
    if not plan.is_silent:
        service.post(session, channel, plan, due.is_late, now)


def rendered(session: Session, digest_id: int, _now: datetime) -> Message:
    """A posted plan of its day, with what became of its tasks, and its switch while it comes by itself."""
    digest, plan = service.posted(session, digest_id)
    channel = workspaces.channel_of(session, digest.team_id, digest.channel_id)
    texts = Texts(channel.language or DEFAULT)
    names, links = service.surroundings(session, plan)
    posted_at = workspaces.local(digest.posted_at, channel.zone)
    mentions = settings.of(session, channel).mentions
    shown = views.digest(plan, names, links, texts, posted_at, digest.is_late, mentions)
    is_on = schedule.find(session, service.KIND, channel.team_id, channel.id) is not None
    return views.switchable(shown, texts) if is_on else shown


def reminded(session: Session, viewer: Viewer, task_ids: Sequence[int], now: datetime) -> Message | None:
    tasks, texts = lists.those(session, viewer, task_ids), texts_for(viewer)
    if not tasks:
        return None
    channels = workspaces.channels(session, viewer, {task.channel_id for task in tasks})
    people = {person for task in tasks for person in (task.owner_id, task.closed_by) if person}
    names = workspaces.names(session, viewer.team_id, people)
    around = Around(names, places(channels, texts), lists.links(session, tasks))
    left = len(reminders.still(session, viewer, task_ids, now))
    return reminder_views.due_soon(tasks, left, around, texts, now)


REMINDER = Kind(reminders.still, reminded, reminders.PART)
"""What an owner is told of."""
