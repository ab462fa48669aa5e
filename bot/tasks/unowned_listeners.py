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
from . import listeners, lists, orphans, unowned, unowned_views
from .list_views import Around
from .model import Task


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
    return unowned_views.reminder(tasks, _around(session, viewer, tasks, []), texts, now)


def orphans_shown(session: Session, viewer: Viewer, task_ids: Sequence[int], now: datetime) -> Message | None:
    tasks, texts = lists.those(session, viewer, task_ids), texts_for(viewer)
    if not tasks:
        return None
    gone = orphans.gone_from(session, tasks)
    return unowned_views.orphaned(tasks, gone, _around(session, viewer, tasks, gone), texts, now)


def _around(session: Session, viewer: Viewer, tasks: Sequence[Task], people: Sequence[str]) -> Around:
    """`people` are named besides those of the tasks."""
    channels = workspaces.channels(session, viewer, {task.channel_id for task in tasks})
    names = listeners.names_of(session, tasks) | workspaces.names(session, viewer.team_id, people)
    return Around(names, places(channels, texts_for(viewer)), lists.links(session, tasks))


REMINDER = Kind(unowned.still, reminded, unowned.PART)
"""What an author is reminded of."""
ORPHANS = Kind(orphans.still, orphans_shown, orphans.PART)
"""What a carer is shown of those who have gone."""
