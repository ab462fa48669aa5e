"""Ids and timestamps that no two things share."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Stamps:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.last_stamp = 0
        """In microseconds since 1970."""
        self.last_number = 0

    def id(self, prefix: str) -> str:
        self.last_number += 1
        return f"{prefix}0LOCAL{self.last_number:04d}"

    def ts(self) -> str:
        """Seconds and microseconds, always later than the one before, even on a clock that stands still."""
        self.last_stamp = max(self.last_stamp + 1, int(self._clock().timestamp() * 1_000_000))
        return f"{self.last_stamp // 1_000_000}.{self.last_stamp % 1_000_000:06d}"

    def go_on_from(self, stamp: int, number: int) -> None:
        """Nothing that was given before is given again."""
        self.last_stamp, self.last_number = stamp, number

    def seconds(self) -> int:
        return int(self._clock().timestamp())


def secret(length: int = 12) -> str:
    return secrets.token_hex(length)
