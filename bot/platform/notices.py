"""Telling somebody who can mend it that something is parked: once, in a direct message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from . import markup, notice_views, queue
from .blocks import Message
from .inbox.table import Envelope
from .outbox import parking
from .outbox.files import FILE
from .outbox.table import Posting, post
from .texts import Texts, texts_for
from .viewer import Viewer


@dataclass(frozen=True)
class Carer:
    """Who is told; `place` is the channel as they may know it, None where they may not see what was said."""

    viewer: Viewer
    place: str | None


Care = Callable[[Session, str, str], Carer | None]
"""(session, team id, channel or person id): who cares for what is said there."""
Compose = Callable[[Session, Posting], tuple[str, dict[str, Any]] | None]


class Notices:
    def __init__(self, care: Care, compose: Compose) -> None:
        self._care = care
        self._compose = compose

    def posting(self, session: Session, row: Posting, now: datetime) -> None:
        """A posting was given up or is in doubt. What is refused in one place for one reason is told once."""
        unreachable = parking.reason(row) in parking.UNREACHABLE
        if row.told_to is not None or unreachable or _told_before(session, row):
            return
        if carer := self._care(session, row.team_id, row.lane):
            texts = texts_for(carer.viewer)
            self._tell(session, row, carer, self._about(session, row, carer, texts), now)

    def event(self, session: Session, row: Envelope, now: datetime) -> None:
        """What somebody did in a channel could not be handled: its carer is told, else who did it."""
        channel_id, person_id = _scene(row.payload)
        if not channel_id or _told_before(session, row):
            return
        care = partial(self._care, session, row.team_id)
        if carer := care(channel_id) or (care(person_id) if person_id else None):
            texts = texts_for(carer.viewer)
            message = notice_views.event(_place(carer, texts), row.event_id, texts)
            self._tell(session, row, carer, message, now)

    def _tell(
        self, session: Session, row: Posting | Envelope, carer: Carer, message: Message, now: datetime
    ) -> None:
        row.told_to = carer.viewer.person_id
        notice = post(session, row.team_id, carer.viewer.person_id, message, now)
        notice.told_to = carer.viewer.person_id

    def _about(self, session: Session, row: Posting, carer: Carer, texts: Texts) -> Message:
        place, problem = _place(carer, texts), row.problem or ""
        if row.state == queue.UNCERTAIN:
            return notice_views.in_doubt(row.uid, place, self._words(session, row, carer), texts)
        if row.method == FILE:
            return notice_views.file(problem, texts)
        return notice_views.refused(problem, place, texts)

    def _words(self, session: Session, row: Posting, carer: Carer) -> str:
        """What it would say, to whom may see it."""
        if carer.place is None or row.method == FILE:
            return ""
        composed = self._compose(session, row)
        return markup.plain(str(composed[1].get("text", "")), lambda _: None) if composed else ""


def _scene(event: dict[str, Any]) -> tuple[str, str]:
    """The channel where it happened, and who did it; empty where there is none."""
    channel = event.get("channel") or (event.get("item") or {}).get("channel") or ""
    channel = channel.get("id", "") if isinstance(channel, dict) else channel
    person = event.get("user")
    return str(channel), person if isinstance(person, str) else ""


def _place(carer: Carer, texts: Texts) -> str:
    return carer.place or texts("delivery.somewhere")


def _told_before(session: Session, row: Posting | Envelope) -> bool:
    """Of the same place for the same reason, and that still stands; each doubt is told for itself."""
    table = type(row)
    same = select(table.id).where(
        table.team_id == row.team_id,
        table.lane == row.lane,
        table.state == queue.PARKED,
        table.problem == row.problem,
        table.told_to.is_not(None),
        table.id != row.id,
    )
    return row.state == queue.PARKED and session.scalar(same.limit(1)) is not None
