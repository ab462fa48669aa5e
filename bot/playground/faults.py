"""Faults on order: the next calls of a method go wrong, or everything is slow."""

from collections import deque
from dataclasses import dataclass

ANY = "*"
"""In place of a method: whichever comes next, but for those that open the connection."""
OPENING = {"auth.test", "apps.connections.open"}


@dataclass(frozen=True)
class Fault:
    """`effect` does what was asked and then gives no answer; status 0 does nothing and gives none.

    `retry_after` is sent with 429, in seconds, or as any text an app should survive. `late` are the seconds
    that pass before the effect, or what would have been it, `hangs` those between it and the answer, or its
    lack; with status 200 that is all that goes wrong.
    """

    status: int = 429
    retry_after: float | str | None = 1
    effect: bool = False
    hangs: float = 0.0
    late: float = 0.0

    @property
    def refuses(self) -> bool:
        return self.status != 200 and not self.effect

    @property
    def loses_the_answer(self) -> bool:
        return self.effect or self.status == 0


class Faults:
    """`delay` is how late everything comes, in seconds, in both directions."""

    def __init__(self) -> None:
        self.delay = 0.0
        self._coming: dict[str, deque[Fault]] = {}

    @property
    def left(self) -> int:
        """How many calls are still to go wrong."""
        return sum(len(coming) for coming in self._coming.values())

    def add(self, method: str, times: int, fault: Fault) -> None:
        self._coming.setdefault(method, deque()).extend([fault] * times)

    def clear(self) -> None:
        self._coming.clear()

    def next(self, method: str) -> Fault | None:
        if coming := self._coming.get(method):
            return coming.popleft()
        coming = None if method in OPENING else self._coming.get(ANY)
        return coming.popleft() if coming else None
