"""The plan of the day, when the clock says so."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from ..platform.blocks import Message
from ..platform.schedule import Due
from ..platform.texts import DEFAULT, Texts
from ..workspaces import service as workspaces
from ..workspaces import settings
from . import service, views


def post(session: Session, due: Due, now: datetime) -> None:
    """Today's plan for its channel: on business days, when there is reason to speak, and not too late.

    Never where people of another company are, even if they came after it was started.
    """
    schedule = due.schedule
    channel = workspaces.channel_of(session, schedule.team_id, schedule.channel_id)
    working = settings.of(session, channel).calendar.is_business_day(due.local_date)
    if not working or due.late > service.GRACE or not workspaces.may_be_told(channel):
        return
    plan = service.of_channel(session, channel, now)
    if not plan.is_silent:
        service.post(session, channel, plan, due.is_late, now)


def rendered(session: Session, digest_id: int, _now: datetime) -> Message:
    """A posted plan of its day, with what became of its tasks."""
    digest, plan = service.posted(session, digest_id)
    channel = workspaces.channel_of(session, digest.team_id, digest.channel_id)
    texts = Texts(channel.language or DEFAULT)
    names, links = service.surroundings(session, plan)
    posted_at = workspaces.local(digest.posted_at, channel.zone)
    mentions = settings.of(session, channel).mentions
    return views.digest(plan, names, links, texts, posted_at, digest.is_late, mentions)
