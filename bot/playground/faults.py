"""Faults on order: the next calls of a method go wrong."""

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`effect` does what was asked and then gives no answer; status 0 does nothing and gives none.

    `retry_after` is sent with 429, in seconds, or as any text an app should survive.
    """

    status: int = 429
    retry_after: float | str | None = 1
    effect: bool = False


class Faults:
    def __init__(self) -> None:
        self._coming: dict[str, deque[Fault]] = {}

    def add(self, method: str, times: int, fault: Fault) -> None:
        self._coming.setdefault(method, deque()).extend([fault] * times)

    def clear(self) -> None:
        self._coming.clear()

    def next(self, method: str) -> Fault | None:
        coming = self._coming.get(method)
        return coming.popleft() if coming else None
