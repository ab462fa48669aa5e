"""Lines of a text that are rows of their own, since something hangs on each: a tick, an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy.orm import Mapped


class Line:
    """Mixed into a table that says how long its `text` may be; a position is from 0."""

    position: Mapped[int]
    text: Mapped[str]


T = TypeVar("T", bound=Line)


def rewritten(kind: type[T], before: Sequence[T], texts: Sequence[str]) -> list[T]:
    """A line that keeps its words keeps what hangs on it, wherever it stands now."""
    left, lines = list(before), []
    for position, text in enumerate(texts):
        line = next((one for one in left if one.text == text), None)
        if line:
            left.remove(line)
        else:
            line = kind()
        line.position, line.text = position, text
        lines.append(line)
    return lines
