"""Ids and timestamps that no two things share."""

import itertools
import secrets
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Stamps:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0
        self._numbers = itertools.count(1)

    def id(self, prefix: str) -> str:
        return f"{prefix}0LOCAL{next(self._numbers):04d}"

    def ts(self) -> str:
        """Seconds and microseconds, always later than the one before, even on a clock that stands still."""
        self._last = max(self._last + 1, int(self._clock().timestamp() * 1_000_000))
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def seconds(self) -> int:
        return int(self._clock().timestamp())


def secret(length: int = 12) -> str:
    return secrets.token_hex(length)
