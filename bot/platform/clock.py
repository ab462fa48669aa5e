"""The one place that knows what time it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path


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


class MovedClock(Clock):
    """Goes on by itself, ahead of the machine's by the seconds that stand in a file: for trying things out.

    The file is read each time, so that whoever writes it moves the clock of a running process.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=float(self._file.read_text()))
