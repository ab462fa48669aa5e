"""From the memos to a file of them, or of one with all that became of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from ..platform import files
from ..platform.files import CSV, MARKDOWN, File, Wanted
from ..platform.filters import Filter
from ..platform.slack import Exports, Visit
from ..platform.texts import texts_for
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces import views as workspace_views
from . import export_views, history, lists, service


def written(session: Session, viewer: Viewer, wanted: Wanted, now: datetime) -> File:
    """What the viewer may see now."""
    texts = texts_for(viewer)
    kept = lists.everything(session, viewer, wanted.asked)
    around = _around(session, viewer, kept, {memo.author_id for memo, _ in kept})
    write = export_views.csv if wanted.form == CSV else export_views.markdown_of
    return File(write(kept, around, texts, now), texts("memos.exported", n=len(kept)))


def promise(session: Session, visit: Visit, number: int) -> None:
    """A file of one memo. Raises UserError for one the visitor may not see."""
    service.find(session, visit.viewer, number)
    files.promise(session, visit.viewer, ONE, Wanted(Filter(), MARKDOWN, number), visit.now)


def one_written(session: Session, viewer: Viewer, wanted: Wanted, now: datetime) -> File | None:
    """None when it was erased meanwhile, or the viewer may not see it any more."""
    memo = service.seen(session, viewer, wanted.number)
    if memo is None:
        return None
    texts, (edits, _) = texts_for(viewer), history.edits(session, memo, most=None)
    people = {memo.author_id, *(edit.revision.changed_by for edit in edits)}
    around = _around(session, viewer, [(memo, memo.source)], people)
    written = export_views.whole(memo, edits, around, texts, now)
    return File(written, texts("memo.exported", n=memo.number))


def _around(
    session: Session, viewer: Viewer, kept: Sequence[lists.Kept], people: Collection[str]
) -> export_views.Around:
    channels = workspaces.channels(session, viewer, {memo.channel_id for memo, _ in kept})
    return export_views.Around(
        workspaces.names(session, viewer.team_id, people),
        workspace_views.places(channels, texts_for(viewer)),
        lists.links(session, kept),
    )


def _count(session: Session, viewer: Viewer, asked: Filter) -> int:
    return lists.found(session, viewer, asked).total


ONE = "memo"
"""The kind of a file of one memo."""
EXPORTS = Exports("memos", _count)
