"""One line a figure."""

from __future__ import annotations

import sys


def say(label: str, ratio: float, goal: str, detail: str) -> None:
    sys.stdout.write(f"{label}: {ratio:.2f} (goal {goal}; {detail})\n")
    sys.stdout.flush()
