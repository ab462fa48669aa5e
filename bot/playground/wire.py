"""What went over the wire between Slack and the app, the newest thousand of it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from .bell import Bell

MOST = 1000

Kind = Literal["slash_commands", "interactive", "events_api"]


@dataclass(frozen=True)
class Call:
    """One call of the Web API; `lost` when the app never got the answer."""

    method: str
    arguments: dict[str, Any]
    answer: dict[str, Any]
    at: datetime
    milliseconds: float = 0.0
    lost: bool = False


@dataclass
class Delivery:
    """One attempt. `milliseconds` is None while it is awaited, `error` is None when it was answered well."""

    kind: Kind
    payload: dict[str, Any]
    at: datetime
    accepts_answer: bool = False
    retry_num: int = 0
    retry_reason: str = ""
    milliseconds: float | None = None
    acknowledgement: dict[str, Any] | None = None
    error: str | None = None

    @property
    def ok(self) -> bool:
        return self.error is None and self.milliseconds is not None


Passed = Call | Delivery


@dataclass(frozen=True)
class Entry:
    """`number` counts from 1 and is never given twice."""

    number: int
    what: Passed


class Wire:
    """`on_answer` is called with everything that was answered, or given up."""

    def __init__(self, bell: Bell, most: int = MOST) -> None:
        self.entries: deque[Entry] = deque(maxlen=most)
        self.on_answer: list[Callable[[Passed], None]] = []
        self._bell = bell
        self._last = 0

    @property
    def calls(self) -> list[Call]:
        """Oldest first."""
        return [entry.what for entry in self.entries if isinstance(entry.what, Call)]

    @property
    def deliveries(self) -> list[Delivery]:
        """Oldest first, those under way among them."""
        return [entry.what for entry in self.entries if isinstance(entry.what, Delivery)]

    def begin(self, what: Passed) -> None:
        self._last += 1
        self.entries.append(Entry(self._last, what))
        self._bell.ring("wire")

    def answered(self, what: Passed) -> None:
        for listener in self.on_answer:
            listener(what)
        self._bell.ring("wire")

    def passed(self, what: Passed) -> None:
        """Come and answered at once."""
        self.begin(what)
        self.answered(what)

    def forget(self) -> None:
        self.entries.clear()
        self._bell.ring("wire")
