"""Finding memos: the newest first, narrowed to whatever somebody asks."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select
from sqlalchemy.orm import Session

from ..platform import cards, pages, search
from ..platform.filters import Filter
from ..platform.pages import Page
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces import visibility
from .model import CARD, Memo, MemoSource

Kept = tuple[Memo, MemoSource | None]
NEWEST_FIRST = (Memo.number.desc(),)


def found(session: Session, viewer: Viewer, asked: Filter, page: int = 0) -> Page[Memo]:
    """Of everything the viewer may see; words are looked for in the memo and in what was said."""
    return pages.page_of(session, _matching(viewer, asked), NEWEST_FIRST, page)


def everything(session: Session, viewer: Viewer, asked: Filter) -> list[Kept]:
    """The same on one page, oldest first, each with the message it was kept from."""
    statement = _matching(viewer, asked).add_columns(MemoSource).order_by(Memo.number)
    return [(memo, source) for memo, source in session.execute(statement)]


def links(session: Session, kept: Sequence[Kept]) -> dict[int, str]:
    """By memo id: the message it came from, else its own card; missing while neither stands."""
    said = {memo.id: source.place for memo, source in kept if source and source.place}
    places = said | cards.first_ts(session, CARD, [memo.id for memo, _ in kept if memo.id not in said])
    return {
        memo.id: workspaces.permalink(session, memo.team_id, *places[memo.id])
        for memo, _ in kept
        if memo.id in places
    }


def _matching(viewer: Viewer, asked: Filter) -> Select[Memo]:
    statement = visibility.visible(Memo, viewer).where(Memo.undone_at.is_(None))
    statement = statement.outerjoin(MemoSource, MemoSource.id == Memo.source_id)
    if asked.channel_id:
        statement = statement.where(Memo.channel_id == asked.channel_id)
    if asked.person_id:
        statement = statement.where(Memo.author_id == asked.person_id)
    return statement.where(
        *asked.during(Memo.recorded_at, viewer.zone),
        *search.holding(asked.words, Memo.folded, MemoSource.folded),
    )
