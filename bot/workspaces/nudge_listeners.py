"""Switching a kind of reminder off, and on again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform.blocks import Message
from ..platform.slack import Visit
from ..platform.texts import texts_for
from . import nudge_views, nudges, service


def register(app: AsyncApp) -> None:
    app.action(nudge_views.MUTE)(muted)
    app.action(nudge_views.UNMUTE)(unmuted)


def renderer(kinds: nudges.Kinds) -> Callable[[Session, int, datetime], Message]:
    """How a message to one person stands now, in their language."""

    def rendered(session: Session, message_id: int, now: datetime) -> Message:
        message, subjects = nudges.of_message(session, message_id)
        viewer = service.viewer(session, message.team_id, message.person_id, "")
        local = now.astimezone(viewer.zone)
        parts = {kind: kinds[kind].said(session, viewer, ids, local) for kind, ids in subjects.items()}
        said = {kind: part for kind, part in parts.items() if part}
        off = nudges.muted(session, (message.team_id, message.person_id))
        return nudge_views.bundle(said, off, texts_for(viewer))

    return rendered


async def muted(ack: AsyncAck, visit: Visit) -> None:
    kind = visit.value
    await visit.database.write(lambda session: nudges.mute(session, visit.viewer, kind, visit.now))
    visit.tell(nudge_views.muted(kind, visit.texts))
    await ack()


async def unmuted(ack: AsyncAck, visit: Visit) -> None:
    kind = visit.value
    await visit.database.write(lambda session: nudges.unmute(session, visit.viewer, kind, visit.now))
    visit.tell(nudge_views.unmuted(visit.texts))
    await ack()
