"""The messages that named tasks without an owner to their channel."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from ..platform.tables import Base, Instant
from ..workspaces.model import InChannel

CARD = "unowned"
"""The kind of the cards of these messages, and of what authors are reminded of."""
MOST_LINES = 20


class UnownedAlert(InChannel, Base):
    """One message that names tasks without an owner; it stays true for them."""

    __tablename__ = "unowned_alerts"
    __table_args__ = (Index("ix_unowned_alerts_channel", "team_id", "channel_id", "posted_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    posted_at: Mapped[datetime] = mapped_column(Instant)
    task_ids: Mapped[list[int]] = mapped_column(JSON)
