"""From the tasks to a file of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from ..platform.files import CSV, File, Wanted
from ..platform.filters import Filter
from ..platform.slack import Exports
from ..platform.texts import texts_for
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces import views as workspace_views
from . import export_views, list_views, lists


def written(session: Session, viewer: Viewer, wanted: Wanted, now: datetime) -> File:
    """What the viewer may see now."""
    texts = texts_for(viewer)
    tasks = lists.everything(session, viewer, wanted.asked)
    people = {who for task in tasks for who in (task.owner_id, task.author_id, task.closed_by) if who}
    channels = workspaces.channels(session, viewer, {task.channel_id for task in tasks})
    around = list_views.Around(
        workspaces.names(session, viewer.team_id, people),
        workspace_views.places(channels, texts),
        lists.links(session, tasks),
    )
    write = export_views.csv if wanted.form == CSV else export_views.markdown_of
    return File(write(tasks, around, texts, now), texts("tasks.exported", n=len(tasks)))


def _count(session: Session, viewer: Viewer, asked: Filter) -> int:
    return lists.found(session, viewer, asked).total


EXPORTS = Exports("tasks", _count)
