"""A task's steps on its card: boxes to tick while it is open, then what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, markup
from ..platform.markup import Mrkdwn
from .model import OPEN, Step, Task


@dataclass(frozen=True)
class Ticked:
    """Ids of steps that were ticked and cleared, against how the card stood when it was touched."""

    number: int
    done: frozenset[int]
    undone: frozenset[int]


def steps(task: Task) -> Sequence[Block]:
    if not task.steps:
        return []
    if task.state != OPEN:
        return [blocks.section(Mrkdwn("\n".join(_line(step) for step in task.steps)))]
    options = {step: blocks.option(step.text, str(step.id)) for step in task.steps}
    ticked = [option for step, option in options.items() if step.done_at]
    return [blocks.ticks(_block_id(task), "tasks.steps", list(options.values()), ticked)]


def ticked(action: dict[str, Any]) -> Ticked:
    """What a person changed, and nothing of what others did meanwhile."""
    _, number, before = action["block_id"].split(":")
    stood = frozenset(int(step) for step in before.split(",") if step)
    chosen = frozenset(int(option["value"]) for option in action["selected_options"])
    return Ticked(int(number), chosen - stood, stood - chosen)


def _block_id(task: Task) -> str:
    """Tells which steps it shows as done; with another id Slack forgets what a person had ticked."""
    done = ",".join(str(step.id) for step in task.steps if step.done_at)
    return f"tasks.steps:{task.number}:{done}"


def _line(step: Step) -> str:
    text = markup.escape(markup.one_line(step.text))
    return f"• ~{text}~" if step.done_at else f"• {text}"
