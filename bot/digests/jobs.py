"""The plan of the day, when the clock says so."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from ..platform import outbox
from ..platform.calendar import Calendar
from ..platform.schedule import Due
from ..platform.texts import DEFAULT, Texts
from ..workspaces import service as workspaces
from . import service, views


def post(session: Session, due: Due, now: datetime) -> None:
    """Today's plan for its channel: on business days, when something is due, and not too late."""
    schedule = due.schedule
    channel = workspaces.channel_of(session, schedule.team_id, schedule.channel_id)
    working = Calendar.of_zone(schedule.zone).is_business_day(due.local_date)
    if not working or due.late > service.GRACE or not channel.has_bot or channel.is_archived:
        return
    plan = service.of_channel(session, channel, now)
    if not plan.is_empty:
        texts = Texts(channel.language or DEFAULT)
        names, links = service.surroundings(session, plan)
        message = views.digest(plan, names, links, texts, workspaces.local(now, channel.zone), due.late)
        outbox.post(session, channel.team_id, channel.id, message, now)
