"""A day's plan, and the plans that were posted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from ..platform.tables import Base
from ..reflections.model import Reflection
from ..tasks.model import OPEN, Task
from ..workspaces.post_model import Post

CARD = "digest"
"""The kind of the cards of posted plans."""
MOST_LINES = 20

OVERDUE, ASKED, TODAY, TOMORROW, WEEK = "overdue", "asked", "today", "tomorrow", "week"
SECTIONS = (OVERDUE, ASKED, TODAY, TOMORROW, WEEK)
"""In the order they are read. Asked: the day has passed, but the owner has not answered yet."""
LATER, UNDATED = "later", "undated"
STALE = "stale"
"""Overdue for long and not touched since: only counted, and opened as a list."""
UNOWNED = "unowned"
"""Counts those without an owner among the tasks that a posted plan does not show."""


@dataclass
class Plan:
    """Tasks by section, each by deadline and priority; `counts` says how many there are of everything.

    `goals` are the reflections shared there whose goals the week begins with. What was due before the
    day of `since` and not touched from then on does not move. `far_unowned` counts, among what
    is not shown, those whose channel was told that they have no owner. Of a plan that was posted, only
    the tasks it showed are known.
    """

    day: date
    channel_id: str = ""
    since: datetime | None = None
    sections: dict[str, list[Task]] = field(default_factory=lambda: {section: [] for section in SECTIONS})
    counts: Counter[str] = field(default_factory=Counter)
    goals: list[Reflection] = field(default_factory=list)
    far_unowned: int = 0
    opens_week: bool = False

    @property
    def near(self) -> list[Task]:
        return [task for section in SECTIONS for task in self.sections[section]]

    @property
    def near_count(self) -> int:
        return sum(self.counts[section] for section in SECTIONS)

    @property
    def unowned(self) -> int:
        return (
            self.counts[UNOWNED]
            + self.far_unowned
            + sum(task.owner_id is None and task.state == OPEN for task in self.near)
        )

    @property
    def closed(self) -> int:
        return sum(task.state != OPEN for task in self.near)

    @property
    def is_empty(self) -> bool:
        """Nothing is due soon: the rest alone is no reason to speak."""
        return not self.near_count and not self.counts[STALE] and not self.goals

    @property
    def is_silent(self) -> bool:
        """Whether nobody wants to be told unasked.

        What only does not move, or has no owner, is named once a week: each day it would be read by nobody.
        """
        left_lying = self.counts[STALE] or self.unowned
        return not (self.near_count or self.goals or (self.opens_week and left_lying))

    def shown(self) -> dict[str, list[Task]]:
        """The first twenty, by section."""
        room, shown = MOST_LINES, dict[str, list[Task]]()
        for section in SECTIONS:
            shown[section] = self.sections[section][: max(0, room)]
            room -= len(shown[section])
        return shown


class Digest(Post, Base):
    """A plan as it was posted: the ids of the tasks it showed by section, and the counts of that hour."""

    __tablename__ = "digests"
    __table_args__ = (Index("ix_digests_channel", "team_id", "channel_id", "posted_at"),)

    is_late: Mapped[bool]
    sections: Mapped[dict[str, list[int]]] = mapped_column(JSON)
    counts: Mapped[dict[str, int]] = mapped_column(JSON)
