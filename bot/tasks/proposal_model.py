"""What was said, and the requests found in it, proposed as tasks. Nothing of it is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ..deadlines import Understood
from .model import Draft, Task


@dataclass(frozen=True)
class Said:
    """A message; `text` is Slack's markup, `author_id` None for an app's."""

    ts: str
    thread_ts: str | None
    author_id: str | None
    text: str

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(float(self.ts), UTC)


@dataclass(frozen=True)
class Heard:
    """A message and what was understood of it."""

    said: Said
    understood: Understood


@dataclass(frozen=True)
class Proposal:
    """`key` is `ts:n`, the nth request of that message, however many others are found beside it."""

    key: str
    draft: Draft
    said: Said


@dataclass(frozen=True)
class Given:
    """A proposal as somebody wants it."""

    key: str
    draft: Draft


@dataclass(frozen=True)
class Found:
    """`kept` are the tasks made of these messages before, `more` says how many requests were left out."""

    proposals: Sequence[Proposal] = ()
    kept: Sequence[Task] = ()
    more: int = 0

    def read_at(self, now: datetime) -> datetime:
        """By when: the tasks among it were there."""
        return max([now, *(task.created_at for task in self.kept)])


@dataclass(frozen=True)
class Around:
    """What proposals name: people by id, messages by ts, tasks kept before by id."""

    names: Mapping[str, str] = field(default_factory=dict)
    messages: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[int, str] = field(default_factory=dict)
