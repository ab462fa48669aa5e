"""Posts of the bot's own that show what becomes of the things they name."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from ..platform.tables import Instant
from .model import InChannel


class Post(InChannel):
    """Mixed into such a post."""

    id: Mapped[int] = mapped_column(primary_key=True)
    posted_at: Mapped[datetime] = mapped_column(Instant)
