"""What became of a memo since it was kept, and erasing it for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import cards
from ..platform.viewer import Viewer
from ..workspaces import activity
from ..workspaces import service as workspaces
from . import service, together
from .model import CARD, QUESTION_CARD, Edit, Memo, MemoRevision, MemoSource

PAGE = 8
"""As many as a form holds, however long they are."""


def edits(session: Session, memo: Memo, most: int | None = PAGE) -> tuple[Sequence[Edit], int]:
    """The newest edits, each with the text before and after it, and how many there are."""
    revisions = session.scalars(
        select(MemoRevision)
        .where(MemoRevision.memo_id == memo.id)
        .order_by(MemoRevision.id.desc())
        .limit(most)
    ).all()
    after = [memo.text, *(revision.text for revision in revisions)]
    shown = [Edit(revision, text) for revision, text in zip(revisions, after, strict=False)]
    count = select(func.count()).select_from(MemoRevision).where(MemoRevision.memo_id == memo.id)
    return shown, session.scalar(count) or 0


def erasable(session: Session, viewer: Viewer, number: int) -> Memo:
    """Raises UserError for who is neither its author nor an admin of the workspace, and sees it."""
    memo = service.find(session, viewer, number)
    if memo.author_id != viewer.person_id and not workspaces.is_admin(session, viewer):
        raise UserError("error.may_not_erase", n=number)
    return memo


def erase(session: Session, viewer: Viewer, number: int, now: datetime) -> None:
    """Nothing of it stays but its number: no text, no revision, no source, no card. Its tasks go on.

    Of two who erase it at once, the second finds nothing.
    """
    memo = erasable(session, viewer, number)
    together.part(session, memo, now)
    for kind in (QUESTION_CARD, CARD):
        cards.remove(session, kind, memo.id, now)
    session.execute(delete(MemoRevision).where(MemoRevision.memo_id == memo.id))
    if session.scalar(delete(Memo).where(Memo.id == memo.id).returning(Memo.id)) is None:
        raise UserError("error.not_found", n=number)
    if memo.source_id:
        _erase_source(session, memo.source_id)
    activity.note(session, viewer, "memo.erased", CARD, memo.id, now, number=number)


def _erase_source(session: Session, source_id: int) -> None:
    """Memos kept from it and undone before lose it too."""
    session.execute(update(Memo).where(Memo.source_id == source_id).values(source_id=None))
    session.execute(delete(MemoSource).where(MemoSource.id == source_id))
