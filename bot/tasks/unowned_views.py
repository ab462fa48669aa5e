"""Tasks without an owner, named to their channel and then to who wrote them down. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block

from ..platform import blocks
from ..platform.blocks import Message
from ..platform.filters import Filter
from ..platform.texts import Texts
from .list_views import Around, told
from .model import OPEN, Task
from .unowned_model import MOST_LINES

STOP, START = "tasks.unowned_stop", "tasks.unowned_start"
"""The switch in the message itself; what begins it again carried the other one once."""


def alert(tasks: Sequence[Task], around: Around, texts: Texts, now: datetime) -> Message:
    """To the channel: how many have no owner yet, and each with its button, taken or not."""
    left = sum(task.state == OPEN and task.owner_id is None for task in tasks)
    heading = texts.counted("unowned.alert", left) if left else texts.counted("unowned.settled", len(tasks))
    switch = blocks.actions(blocks.button(texts("post.stop_unowned"), STOP, "unowned"))
    here = Filter(channel_id=tasks[0].channel_id if tasks else "")
    return Message(heading, [blocks.said(heading), *_lines(tasks, here, around, texts, now), switch])


def reminder(tasks: Sequence[Task], around: Around, texts: Texts, now: datetime) -> Message:
    """To their author, in the direct messages: each says where it is."""
    left = sum(task.state == OPEN and task.owner_id is None for task in tasks)
    key, n = ("unowned.reminder", left) if left else ("unowned.settled", len(tasks))
    heading = texts.counted(key, n)
    return Message(heading, [blocks.said(heading), *_lines(tasks, Filter(), around, texts, now)])


def _lines(tasks: Sequence[Task], asked: Filter, around: Around, texts: Texts, now: datetime) -> list[Block]:
    hidden = len(tasks) - MOST_LINES
    more = texts.mrkdwn("unowned.more", n=hidden) if hidden > 0 else None
    return told(tasks[:MOST_LINES], more, asked, around, texts, now)
