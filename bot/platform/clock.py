"""The one place that knows what time it is."""

from __future__ import annotations

from datetime import UTC, datetime


class Clock:
    """A running app has one; everything else is handed `now`."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)


class StoppedClock(Clock):
    """Stands at one instant: for rehearsing what would happen then."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at
