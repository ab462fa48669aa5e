"""What names tasks without an owner, as it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from ..platform.blocks import Message
from ..platform.texts import DEFAULT, Texts, texts_for
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces.nudges import Kind
from ..workspaces.views import places
from . import listeners, lists, unowned, unowned_views
from .list_views import Around


def rendered(session: Session, alert_id: int, now: datetime) -> Message | None:
    """In its channel's language and time; nothing where all of them were taken back."""
    told, tasks = unowned.named(session, alert_id)
    if not tasks:
        return None
    channel = workspaces.channel_of(session, told.team_id, told.channel_id)
    around = Around(listeners.names_of(session, tasks), {}, lists.links(session, tasks))
    local = workspaces.local(now, channel.zone)
    return unowned_views.alert(tasks, around, Texts(channel.language or DEFAULT), local)


def reminded(session: Session, viewer: Viewer, task_ids: Sequence[int], now: datetime) -> Message | None:
    tasks, texts = lists.those(session, viewer, task_ids), texts_for(viewer)
    if not tasks:
        return None
    channels = workspaces.channels(session, viewer, {task.channel_id for task in tasks})
    around = Around(listeners.names_of(session, tasks), places(channels, texts), lists.links(session, tasks))
    return unowned_views.reminder(tasks, around, texts, now)


REMINDER = Kind(unowned.still, reminded, unowned.PART)
"""What an author is reminded of."""
