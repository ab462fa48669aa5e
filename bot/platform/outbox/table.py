"""The postings, one row a call to Slack."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..blocks import Message
from ..queue import Queued
from ..tables import Base, Instant, insert
from ..viewer import Viewer

POST = "chat.postMessage"
WHISPER = "chat.postEphemeral"
UPDATE, DELETE = "chat.update", "chat.delete"
SEEK = "conversations.history"
"""Of a posting that somebody has seen: it is only looked for, and never sent again."""


class Posting(Queued, Base):
    """`uid` travels as the message's metadata, so that what may have been posted can be looked up.

    `doubted_at` is since when nobody knows whether it was.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_lane_id", "state", "lane", "id"),
        Index(
            "uq_outbox_waiting_card",
            "card_id",
            unique=True,
            sqlite_where=text("state = 'waiting' AND attempts = 0"),
            postgresql_where=text("state = 'waiting' AND attempts = 0"),
        ),
    )

    uid: Mapped[str] = mapped_column(String(32), unique=True, default=lambda: uuid4().hex)
    team_id: Mapped[str] = mapped_column(String(32))
    method: Mapped[str] = mapped_column(String(64))
    arguments: Mapped[dict[str, Any]] = mapped_column(JSON)
    card_id: Mapped[int | None] = mapped_column(ForeignKey("cards.id", ondelete="CASCADE"))
    ts: Mapped[str | None] = mapped_column(String(32))
    doubted_at: Mapped[datetime | None] = mapped_column(Instant)


def put(session: Session, posting: Posting) -> Posting:
    return insert(session, posting)


def post(session: Session, team_id: str, channel_id: str, message: Message, now: datetime) -> Posting:
    """A message for a channel."""
    return put(
        session,
        Posting(
            team_id=team_id,
            lane=channel_id,
            method=POST,
            arguments={"channel": channel_id, **message.payload()},
            created_at=now,
            not_before=now,
        ),
    )


def whisper(
    session: Session, viewer: Viewer, channel_id: str, thread_ts: str | None, message: Message, now: datetime
) -> Posting:
    """For the viewer's eyes only; where a form was sent there is no other way to answer."""
    arguments = {"channel": channel_id, "user": viewer.person_id, **message.payload()}
    if thread_ts:
        arguments["thread_ts"] = thread_ts
    return put(
        session,
        Posting(
            team_id=viewer.team_id,
            lane=channel_id,
            method=WHISPER,
            arguments=arguments,
            created_at=now,
            not_before=now,
        ),
    )
