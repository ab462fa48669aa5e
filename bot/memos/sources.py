"""What becomes of the message a memo was kept from: edited, or deleted; then its author is asked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..platform import cards
from ..platform.cards import Place
from ..platform.fates import Fate
from ..platform.viewer import Viewer
from ..workspaces import activity, visibility
from ..workspaces import service as workspaces
from . import service
from .model import CARD, QUESTION_CARD, Memo, MemoSource


def knows(session: Session, fate: Fate) -> bool:
    return _source(session, fate) is not None


def heard(session: Session, fate: Fate, now: datetime) -> None:
    """A second time changes nothing. What was said stays as it was kept."""
    source = _source(session, fate)
    if source is None or source.gone_at or (source.edited_at and not fate.is_gone):
        return
    if fate.is_gone:
        source.gone_at = now
    else:
        source.edited_at = now
    if memo := session.scalar(select(Memo).where(Memo.source_id == source.id, Memo.undone_at.is_(None))):
        cards.changed(session, CARD, memo.id, now)
        if fate.is_gone:
            _ask(session, memo, now)


def keep(session: Session, viewer: Viewer, number: int, now: datetime) -> Memo:
    """The memo stays although its source is gone; a second time changes nothing."""
    memo = service.find(session, viewer, number)
    if memo.asked_at:
        memo.asked_at = None
        activity.note(session, viewer, "memo.kept_without_source", CARD, memo.id, now)
        cards.changed(session, QUESTION_CARD, memo.id, now)
        cards.rest(session, QUESTION_CARD, [memo.id])
    return memo


def author(session: Session, memo: Memo) -> Viewer | None:
    """Who kept it; None when they may not see it any more."""
    viewer = workspaces.viewer(session, memo.team_id, memo.author_id, memo.channel_id)
    return viewer if visibility.may_see(session, viewer, memo.channel_id) else None


def _source(session: Session, fate: Fate) -> MemoSource | None:
    return service.source_at(session, fate.team_id, fate.channel_id, fate.ts)


def _ask(session: Session, memo: Memo, now: datetime) -> None:
    if author(session, memo):
        memo.asked_at = now
        at = Place(memo.team_id, memo.author_id)
        cards.show(session, QUESTION_CARD, memo.id, at, now, parts=[(CARD, memo.id)])
