"""What somebody is to do, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from ..platform import search
from ..platform.lines import Line
from ..platform.tables import Base, Instant
from ..workspaces.model import InChannel

TITLE_LIMIT = 200
NOTE_LIMIT = 3000
REASON_LIMIT = 300
MOST_STEPS = 10
STEP_LIMIT = 75
"""As many, and as long, as Slack has boxes to tick."""

CARD = "task"
"""The kind of a task's cards, and of its activities."""
REQUEST_CARD = "task_request"

OPEN, DONE, DROPPED = "open", "done", "dropped"
UNDONE, NOWHERE = "undone", ""
"""The state of a task that was taken back, and its channel: nobody sees what is nowhere."""
RELEASED = "task.released"
"""What is noted of a task whose owner has gone."""
HIGH, NORMAL = "high", "normal"
KINDS = ("operations", "support", "coordination", "improvement", "other")


class Step(Line, Base):
    """A part of a task; `done_by` ticked it."""

    __tablename__ = "task_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(String(STEP_LIMIT))
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    done_by: Mapped[str | None] = mapped_column(String(32))


class Request(Base):
    """That somebody asked somebody else to do a task; it stands in the direct messages of who was asked.

    `first_id` is the request in whose message it stands, None for one that began a message.
    `ended_at` is when the task went to another owner, `talked_at` when they first wanted to talk about it.
    """

    __tablename__ = "task_requests"
    __table_args__ = (Index("ix_task_requests_owner", "owner_id", "asked_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"), index=True)
    first_id: Mapped[int | None] = mapped_column(index=True)
    asker_id: Mapped[str] = mapped_column(String(32))
    owner_id: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(Instant)
    talked_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class Task(InChannel, Base):
    """A deadline is a day, `due_on`, in the channel's time zone; `due_at` its instant if a time was said.

    `asked_at` is set while its owner has been asked and has neither accepted nor done anything with it.
    `source_edited_at`, `source_gone_at`: when the message it was made from was first edited, and deleted.
    `unowned_since` is when it began to be without an owner, `named_at` when its channel was told so since.
    `reason` is why it was dropped. `kind` is one of KINDS, None where nobody said.
    `folded` is what a search finds it by: title and note.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("team_id", "number"),
        Index("ix_tasks_channel", "team_id", "channel_id", "state", "due_on"),
        Index("ix_tasks_owner", "team_id", "owner_id", "state"),
        Index("ix_tasks_source", "team_id", "channel_id", "source_ts"),
        Index("ix_tasks_due", "state", "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(TITLE_LIMIT))
    note: Mapped[str] = mapped_column(Text, default="")
    folded: Mapped[str] = mapped_column(Text, server_default=text("''"))
    owner_id: Mapped[str | None] = mapped_column(String(32))
    due_on: Mapped[date | None]
    due_at: Mapped[datetime | None] = mapped_column(Instant)
    asked_at: Mapped[datetime | None] = mapped_column(Instant)
    unowned_since: Mapped[datetime | None] = mapped_column(Instant)
    named_at: Mapped[datetime | None] = mapped_column(Instant)
    priority: Mapped[str] = mapped_column(String(8), default=NORMAL)
    kind: Mapped[str | None] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(8), default=OPEN)
    source_ts: Mapped[str | None] = mapped_column(String(32))
    source_thread_ts: Mapped[str | None] = mapped_column(String(32))
    source_edited_at: Mapped[datetime | None] = mapped_column(Instant)
    source_gone_at: Mapped[datetime | None] = mapped_column(Instant)
    author_id: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_by: Mapped[str | None] = mapped_column(String(32))
    reason: Mapped[str | None] = mapped_column(String(REASON_LIMIT))
    steps: Mapped[list[Step]] = relationship(order_by=Step.position, cascade="all, delete-orphan")

    @validates("title", "note")
    def _fold(self, key: str, text: str) -> str:
        said = {"title": self.title or "", "note": self.note or "", key: text}
        self.folded = search.fold(f"{said['title']}\n{said['note']}")
        return text

    @property
    def is_undone(self) -> bool:
        return self.state == UNDONE

    @property
    def has_source(self) -> bool:
        """Whether the message it was made from still stands."""
        return self.source_ts is not None and self.source_gone_at is None

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
    kind: str | None = None
    steps: tuple[str, ...] = ()

    def due_at(self, zone: ZoneInfo) -> datetime | None:
        """The deadline's instant, None for a day-only deadline."""
        if self.due_on is None or self.due_time is None:
            return None
        return datetime.combine(self.due_on, self.due_time, zone)
