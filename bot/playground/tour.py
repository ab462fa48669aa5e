"""A guided tour: steps that tick themselves off when the person has really done them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .bell import Bell
from .channels import Kind
from .wire import Passed


@dataclass(frozen=True)
class Look:
    """Somebody looks at a channel; `hidden` are the ids of those they may not see."""

    person: str
    channel: str
    kind: Kind
    hidden: frozenset[str]


@dataclass(frozen=True)
class AppChange:
    """The app's process was started, or is gone."""

    running: bool


Happening = Passed | Look | AppChange


@dataclass(frozen=True)
class Step:
    """`title` and `text` by language code; `is_done` hears of everything until it says yes."""

    key: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    is_done: Callable[[Happening], bool]


class Tour:
    def __init__(self, steps: Sequence[Step], done: Sequence[str] = ()) -> None:
        self.steps = steps
        self.done = set(done)

    def hear(self, happening: Happening, bell: Bell) -> None:
        ticked = {step.key for step in self.steps if step.key not in self.done and step.is_done(happening)}
        if ticked:
            self.done |= ticked
            bell.ring("desk")

    def as_json(self) -> list[dict[str, Any]]:
        return [
            {
                "key": step.key,
                "title": dict(step.title),
                "text": dict(step.text),
                "done": step.key in self.done,
            }
            for step in self.steps
        ]
