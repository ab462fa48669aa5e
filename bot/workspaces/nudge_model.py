"""What people are reminded of in a direct message, and what they do not want to be reminded of."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ..platform.tables import Base, Instant

CARD = "nudges"
"""The kind of the cards of messages to one person."""
MOST_LINES = 10
"""Of one kind in a message, so that there is room for every kind."""


class NudgeMessage(Base):
    """One message to one person, about everything that waited for them."""

    __tablename__ = "nudge_messages"
    __table_args__ = (Index("ix_nudge_messages_person", "team_id", "person_id", "sent_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[str] = mapped_column(String(32))
    person_id: Mapped[str] = mapped_column(String(32))
    sent_at: Mapped[datetime] = mapped_column(Instant)


class Nudge(Base):
    """`kind` says what it is about, and whose `subject_id` it carries; not before work begins for them.

    `day` is the deadline it tells of, so that nobody is told of the same one twice; None for other kinds.
    """

    __tablename__ = "nudges"
    __table_args__ = (
        Index("ix_nudges_waiting", "message_id", "not_before"),
        Index("uq_nudges_day", "subject_id", "kind", "team_id", "person_id", "day", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[str] = mapped_column(String(32))
    person_id: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int]
    day: Mapped[date | None]
    not_before: Mapped[datetime] = mapped_column(Instant)
    message_id: Mapped[int | None] = mapped_column(ForeignKey("nudge_messages.id", ondelete="CASCADE"))


class MutedNudge(Base):
    """A kind that this person does not want."""

    __tablename__ = "muted_nudges"

    team_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
