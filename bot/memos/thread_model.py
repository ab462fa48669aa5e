"""What is found around a message that is kept, and what stands beside a memo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from ..tasks.model import Task
from ..tasks.proposal_model import Found


class Reach(Enum):
    """How far a form has read what was said."""

    MESSAGE = "message"
    """The message is all there is."""
    READING = "reading"
    """Its thread is being read."""
    ASIDE = "aside"
    """Its thread is left aside until somebody asks for it."""
    THREAD = "thread"
    CUT = "cut"
    """The beginning of a thread that is longer."""
    UNREAD = "unread"
    """The thread cannot be read."""


@dataclass(frozen=True)
class Reading:
    """What a form proposes: `text` for the memo, what the thread decides beside it, who took part by id.

    `decides` is False where the text is only what was said, for want of a decision.
    """

    reach: Reach
    text: str
    decides: bool
    beside: str = ""
    people: Sequence[str] = ()
    found: Found = field(default_factory=Found)


@dataclass(frozen=True)
class Company:
    """Who took part, by name, and the tasks kept with the memo, with the names and links they show."""

    people: Sequence[str] = ()
    tasks: Sequence[Task] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[int, str] = field(default_factory=dict)


ALONE = Company()
