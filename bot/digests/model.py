"""A day's plan. Digests have no table of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..tasks.model import Task


@dataclass
class Plan:
    """Tasks by when they are due, each list by deadline and priority; beyond this week only counted."""

    day: date
    overdue: list[Task] = field(default_factory=list)
    today: list[Task] = field(default_factory=list)
    tomorrow: list[Task] = field(default_factory=list)
    week: list[Task] = field(default_factory=list)
    later: int = 0
    undated: int = 0

    @property
    def near(self) -> list[Task]:
        return [*self.overdue, *self.today, *self.tomorrow, *self.week]

    @property
    def is_empty(self) -> bool:
        """Nothing is due soon: the rest alone is no reason to speak."""
        return not self.near
