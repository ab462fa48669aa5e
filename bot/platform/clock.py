"""The one place that knows what time it is."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

Ask = Callable[[], Awaitable[datetime]]


class Clock:
    """A running app has one; everything else is handed `now`."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)

    async def agree(self, ask: Ask) -> None:
        """Take over what time it is where all replicas ask; one that is alone has nobody to agree with."""


class SharedClock(Clock):
    """Goes by the database server's, which is the same for every replica, however wrong their machines are.

    It was right when it was read last; since then it counts seconds, as no machine's clock can be set back.
    """

    def __init__(self) -> None:
        self._read, self._read_at = super().now(), time.monotonic()

    def now(self) -> datetime:
        return self._read + timedelta(seconds=time.monotonic() - self._read_at)

    async def agree(self, ask: Ask) -> None:
        asked = time.monotonic()
        self._read, self._read_at = await ask(), (asked + time.monotonic()) / 2


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
