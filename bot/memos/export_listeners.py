"""From the memos to a file of them."""

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
from . import export_views, lists


def written(session: Session, viewer: Viewer, wanted: Wanted, now: datetime) -> File:
    """What the viewer may see now."""
    texts = texts_for(viewer)
    kept = lists.everything(session, viewer, wanted.asked)
    channels = workspaces.channels(session, viewer, {memo.channel_id for memo, _ in kept})
    around = export_views.Around(
        workspaces.names(session, viewer.team_id, {memo.author_id for memo, _ in kept}),
        workspace_views.places(channels, texts),
        lists.links(session, kept),
    )
    write = export_views.csv if wanted.form == CSV else export_views.markdown_of
    return File(write(kept, around, texts, now), texts("memos.exported", n=len(kept)))


def _count(session: Session, viewer: Viewer, asked: Filter) -> int:
    return lists.found(session, viewer, asked).total


EXPORTS = Exports("memos", _count)
