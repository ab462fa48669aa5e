"""What people agreed on, and beside it what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from ..platform import search
from ..platform.tables import Base, Instant
from ..workspaces.model import InChannel

TEXT_LIMIT = 3000
SOURCE_LIMIT = 40_000

NOTHING = text("''")

CARD = "memo"
"""The kind of a memo's cards, and of its activities."""
QUESTION_CARD = "memo_question"
"""The kind of the question to its author when its source was deleted."""


class MemoSource(Base):
    """A message somebody chose, as it was said; never edited. It waits here while the form is open.

    `edited_at` and `gone_at` are when the message itself was first edited and deleted since it was chosen.
    `folded` is what a search finds it by.
    """

    __tablename__ = "memo_sources"
    __table_args__ = (UniqueConstraint("team_id", "channel_id", "ts"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[str] = mapped_column(String(32))
    channel_id: Mapped[str] = mapped_column(String(32))
    ts: Mapped[str] = mapped_column(String(32))
    thread_ts: Mapped[str | None] = mapped_column(String(32))
    author_id: Mapped[str | None] = mapped_column(String(32))
    text: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text, server_default=NOTHING)
    chosen_at: Mapped[datetime] = mapped_column(Instant)
    edited_at: Mapped[datetime | None] = mapped_column(Instant)
    gone_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def place(self) -> tuple[str, str, str | None] | None:
        """The (channel, ts, thread_ts) of the message while it stands."""
        return None if self.gone_at else (self.channel_id, self.ts, self.thread_ts)

    @validates("text")
    def _fold(self, _key: str, text: str) -> str:
        self.folded = search.fold(text)
        return text


class Memo(InChannel, Base):
    """`undone_at` is set when its author took it back: to everybody it is gone then.

    `asked_at` is set while its author is asked whether to keep it, its source having been deleted.
    `folded` is what a search finds it by.
    """

    __tablename__ = "memos"
    __table_args__ = (
        UniqueConstraint("team_id", "number"),
        Index("ix_memos_channel", "team_id", "channel_id"),
        Index(
            "uq_memos_source_id",
            "source_id",
            unique=True,
            sqlite_where=text("undone_at IS NULL"),
            postgresql_where=text("undone_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text, server_default=NOTHING)
    source_id: Mapped[int | None] = mapped_column(ForeignKey("memo_sources.id"))
    author_id: Mapped[str] = mapped_column(String(32))
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    undone_at: Mapped[datetime | None] = mapped_column(Instant)
    asked_at: Mapped[datetime | None] = mapped_column(Instant)
    source: Mapped[MemoSource | None] = relationship()

    @validates("text")
    def _fold(self, _key: str, text: str) -> str:
        self.folded = search.fold(text)
        return text


class MemoRevision(Base):
    """The text as it was before an edit, and who changed it."""

    __tablename__ = "memo_revisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    memo_id: Mapped[int] = mapped_column(ForeignKey("memos.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    changed_by: Mapped[str] = mapped_column(String(32))
    changed_at: Mapped[datetime] = mapped_column(Instant)


class MemoPerson(Base):
    """Someone who took part in what the memo keeps; `position` is the order they are named in."""

    __tablename__ = "memo_people"

    memo_id: Mapped[int] = mapped_column(ForeignKey("memos.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]


class MemoTask(Base):
    """A task that was kept together with a memo, and stands on its card."""

    __tablename__ = "memo_tasks"

    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True)
    memo_id: Mapped[int] = mapped_column(ForeignKey("memos.id", ondelete="CASCADE"), index=True)


@dataclass(frozen=True)
class Edit:
    """A revision, and the text that took its place."""

    revision: MemoRevision
    after: str
