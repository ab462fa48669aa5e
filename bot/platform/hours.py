"""The hours a team works."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class WorkingHours:
    """Wall times of a business day, the first worked minute and the first that is not."""

    opens: time = time(9)
    closes: time = time(18)
