"""A person's week, looked back on; and the question in a channel that invites to it.

A week is known by its Monday.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..platform.lines import Line
from ..platform.tables import Base, Instant
from ..workspaces.model import Channel, InChannel, OfPerson

TEXT_LIMIT = 3000
MOST_GOALS = 3
GOAL_LIMIT = 150
PARTS = ("good", "bad", "learned")
"""What a reflection says, in the order it is read."""
MET, PARTLY, MISSED, DROPPED = "met", "partly", "missed", "dropped"
OUTCOMES = (MET, PARTLY, MISSED, DROPPED)

CARD = "reflection"
"""The kind of the cards of shared reflections, and of the activities."""
PROMPT_CARD = "weekly_prompt"

CLOSED, TAKEN, KEPT = "closed", "taken", "kept"
TRACES = (CLOSED, TAKEN, KEPT)


class Prompt(InChannel, Base):
    """That a channel was asked to look back on a week."""

    __tablename__ = "weekly_prompts"
    __table_args__ = (UniqueConstraint("team_id", "channel_id", "week"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    week: Mapped[date]
    posted_at: Mapped[datetime] = mapped_column(Instant)
    is_late: Mapped[bool]


class Goal(Line, Base):
    """For the week after the one it was set in; `outcome` is one of OUTCOMES once it was judged."""

    __tablename__ = "goals"

    id: Mapped[int] = mapped_column(primary_key=True)
    reflection_id: Mapped[int] = mapped_column(ForeignKey("reflections.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(String(GOAL_LIMIT))
    outcome: Mapped[str | None] = mapped_column(String(8))


class Reflection(OfPerson, Base):
    """What became of a person's week: answered, skipped, or to be reminded of and neither yet."""

    __tablename__ = "reflections"
    __table_args__ = (
        UniqueConstraint("team_id", "person_id", "week"),
        Index("ix_reflections_channel", "team_id", "channel_id", "week"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    week: Mapped[date]
    good: Mapped[str] = mapped_column(Text, default="")
    bad: Mapped[str] = mapped_column(Text, default="")
    learned: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    skipped_at: Mapped[datetime | None] = mapped_column(Instant)
    goals: Mapped[list[Goal]] = relationship(
        order_by=Goal.position, cascade="all, delete-orphan", lazy="selectin"
    )


class Habit(Base):
    """That a person asked to be reminded before they ever answered. Who mutes the reminder gets none."""

    __tablename__ = "weekly_habits"

    team_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(String(32), primary_key=True)


@dataclass(frozen=True)
class Draft:
    """What a form was filled with; `outcomes` by goal id, of the goals that were set for this week."""

    good: str = ""
    bad: str = ""
    learned: str = ""
    goals: tuple[str, ...] = ()
    outcomes: Mapping[int, str] = field(default_factory=dict)
    is_shared: bool = False


@dataclass(frozen=True)
class Trace:
    """Something a person did in a week; `kind` is one of TRACES."""

    kind: str
    title: str
    channel_id: str
    link: str | None = None


@dataclass(frozen=True)
class Sheet:
    """What a form begins with.

    `goals` are those set for this week, `place` where it may be shared, `earlier` the week before while
    it can still be written.
    """

    week: date
    said: Draft = Draft()
    goals: Sequence[Goal] = ()
    traces: Sequence[Trace] = ()
    place: Channel | None = None
    earlier: date | None = None


@dataclass(frozen=True)
class Posted:
    """A shared reflection with all that is shown beside it: the goals of its week that were shared too."""

    reflection: Reflection
    judged: Sequence[Goal] = ()
    traces: Sequence[Trace] = ()
