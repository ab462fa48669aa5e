"""The sample story, read from story.txt, where its lines are explained."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("story.txt")
NOW = "now"


@dataclass(frozen=True, order=True)
class Scene:
    """`day` counts working days back from today; `verb` and `words` say what is done."""

    day: int
    at: str
    who: str
    where: str
    verb: str
    words: str


def past() -> list[Scene]:
    """Ordered by time."""
    return sorted(scene(line) for line in _lines() if not line.startswith(NOW))


def just_now() -> list[Scene]:
    return [scene(f"0 {line}") for line in _lines() if line.startswith(NOW)]


def scene(line: str) -> Scene:
    """Raises ValueError for a line that is none."""
    day, at, who, where, verb, *words = line.split(maxsplit=5)
    return Scene(int(day), at, who, where, verb, "".join(words).replace("\\n", "\n"))


def _lines() -> list[str]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
