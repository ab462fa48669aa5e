"""What an owner reads in a direct message of what is due soon. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..platform import blocks
from ..platform.blocks import Message
from ..platform.filters import Filter
from ..platform.texts import Texts
from ..tasks.list_views import Around, told
from ..tasks.model import Task
from ..workspaces.nudge_model import MOST_LINES


def due_soon(tasks: Sequence[Task], left: int, around: Around, texts: Texts, now: datetime) -> Message:
    """Each says where it is; `left` are still to be done soon. `now` carries the reader's time zone."""
    heading = texts.counted("due.reminder", left) if left else texts("due.settled")
    hidden = len(tasks) - MOST_LINES
    more = texts.mrkdwn("due.more", n=hidden) if hidden > 0 else None
    lines = told(tasks[:MOST_LINES], more, Filter(), around, texts, now)
    return Message(heading, [blocks.said(heading), *lines])
