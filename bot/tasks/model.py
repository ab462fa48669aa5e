"""What somebody is to do, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy import Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, validates

from ..platform import search
from ..platform.tables import Base, Instant
from ..workspaces.model import InChannel

TITLE_LIMIT = 200
NOTE_LIMIT = 3000

CARD = "task"
"""The kind of a task's cards, and of its activities."""

OPEN, DONE = "open", "done"
HIGH, NORMAL = "high", "normal"


class Task(InChannel, Base):
    """A deadline is a day, `due_on`, in the channel's time zone; `due_at` its instant if a time was said.

    `folded` is what a search finds it by: title and note.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("team_id", "number"),
        Index("ix_tasks_channel", "team_id", "channel_id", "state", "due_on"),
        Index("ix_tasks_owner", "team_id", "owner_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(TITLE_LIMIT))
    note: Mapped[str] = mapped_column(Text, default="")
    folded: Mapped[str] = mapped_column(Text, server_default=text("''"))
    owner_id: Mapped[str | None] = mapped_column(String(32))
    due_on: Mapped[date | None]
    due_at: Mapped[datetime | None] = mapped_column(Instant)
    priority: Mapped[str] = mapped_column(String(8), default=NORMAL)
    state: Mapped[str] = mapped_column(String(8), default=OPEN)
    source_ts: Mapped[str | None] = mapped_column(String(32))
    source_thread_ts: Mapped[str | None] = mapped_column(String(32))
    author_id: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_by: Mapped[str | None] = mapped_column(String(32))

    @validates("title", "note")
    def _fold(self, key: str, text: str) -> str:
        said = {"title": self.title or "", "note": self.note or "", key: text}
        self.folded = search.fold(f"{said['title']}\n{said['note']}")
        return text

    def due_day(self, clock: tzinfo | None) -> date | None:
        """The day of the deadline on that clock: an instant may have another day where it was said."""
        return self.due_at.astimezone(clock).date() if self.due_at else self.due_on


@dataclass(frozen=True)
class Draft:
    """A task to be; `due_time` is local to the channel.

    `is_read` says that it was read from a text, in which a deadline may have been meant; `passed` is
    the day that was said but is over; `weekday_differs` that the weekday beside the date is another one.
    """

    title: str
    note: str = ""
    owner_id: str | None = None
    due_on: date | None = None
    due_time: time | None = None
    priority: str = NORMAL
    is_read: bool = False
    passed: date | None = None
    weekday_differs: bool = False

    def due_at(self, zone: ZoneInfo) -> datetime | None:
        """The deadline's instant, None for a day-only deadline."""
        if self.due_on is None or self.due_time is None:
            return None
        return datetime.combine(self.due_on, self.due_time, zone)
