"""Asking a memo's author whether to keep it, once its source was deleted."""

from __future__ import annotations

from datetime import datetime

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform.blocks import Message
from ..platform.slack import Visit
from ..platform.texts import texts_for
from . import service, source_views, sources
from .menu_listeners import erase_form


def register(app: AsyncApp) -> None:
    app.action("memos.source_keep")(keep_chosen)
    app.action("memos.source_erase")(erase_chosen)


def rendered(session: Session, memo_id: int, _now: datetime) -> Message | None:
    """In the author's language; nothing of a memo that is gone, or that they may not see any more."""
    memo = service.by_id(session, memo_id)
    author = sources.author(session, memo) if memo else None
    if memo is None or memo.undone_at or author is None:
        return None
    texts = texts_for(author)
    if memo.asked_at is None:
        return source_views.answered(memo, texts)
    return source_views.question(memo, service.link_of(session, memo), texts)


async def keep_chosen(ack: AsyncAck, visit: Visit) -> None:
    """Seen in the question itself."""
    number = int(visit.value)
    await visit.database.write(lambda session: sources.keep(session, visit.viewer, number, visit.now))
    await ack()


async def erase_chosen(ack: AsyncAck, visit: Visit) -> None:
    """Asks first, as the menu does."""
    number = int(visit.value)
    await visit.open(await visit.database.read(lambda session: erase_form(session, visit, number)))
    await ack()
