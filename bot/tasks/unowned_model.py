"""The messages that named tasks without an owner to their channel."""

from __future__ import annotations

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from ..platform.tables import Base
from ..workspaces.post_model import Post

CARD = "unowned"
"""The kind of the cards of these messages, and of what authors are reminded of."""
MOST_LINES = 20


class UnownedAlert(Post, Base):
    """One message that names tasks without an owner; it stays true for them."""

    __tablename__ = "unowned_alerts"
    __table_args__ = (Index("ix_unowned_alerts_channel", "team_id", "channel_id", "posted_at"),)

    task_ids: Mapped[list[int]] = mapped_column(JSON)
