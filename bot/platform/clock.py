"""The one place that knows what time it is."""

from __future__ import annotations

from datetime import UTC, datetime


class Clock:
    """A running app has one; everything else is handed `now`."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)
