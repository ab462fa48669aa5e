"""Tasks without an owner, named to their channel and then to who wrote them down. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block

from ..platform import blocks
from ..platform.blocks import Message
from ..platform.filters import Filter
from ..platform.texts import Texts
from ..workspaces import nudge_model
from ..workspaces.views import person
from .list_views import Around, told
from .model import OPEN, Task
from .unowned_model import MOST_LINES

STOP, START = "tasks.unowned_stop", "tasks.unowned_start"
"""The switch in the message itself; what begins it again carried the other one once."""


def alert(tasks: Sequence[Task], around: Around, texts: Texts, now: datetime) -> Message:
    """To the channel: how many have no owner yet, and each with its button, taken or not."""
    heading = _heading("unowned.alert", tasks, texts)
    switch = blocks.actions(blocks.button(texts("post.stop_unowned"), STOP, "unowned"))
    here = Filter(channel_id=tasks[0].channel_id if tasks else "")
    lines = _lines(tasks, MOST_LINES, here, around, texts, now)
    return Message(heading, [blocks.said(heading), *lines, switch])


def reminder(tasks: Sequence[Task], around: Around, texts: Texts, now: datetime) -> Message:
    """To their author, in the direct messages: each says where it is."""
    return _told(_heading("unowned.reminder", tasks, texts), tasks, around, texts, now)


def orphaned(
    tasks: Sequence[Task], gone: Sequence[str], around: Around, texts: Texts, now: datetime
) -> Message:
    """To their channel's carer, who alike reads where each is: whoever owned them has gone."""
    who = texts("list.and").join(person(around.names.get(each, each), texts) for each in gone)
    return _told(_heading("unowned.orphaned", tasks, texts, who=who), tasks, around, texts, now)


def _heading(key: str, tasks: Sequence[Task], texts: Texts, **values: object) -> str:
    """Of those that still have no owner."""
    left = sum(task.state == OPEN and task.owner_id is None for task in tasks)
    return texts.counted(key, left, **values) if left else texts.counted("unowned.settled", len(tasks))


def _told(heading: str, tasks: Sequence[Task], around: Around, texts: Texts, now: datetime) -> Message:
    lines = _lines(tasks, nudge_model.MOST_LINES, Filter(), around, texts, now)
    return Message(heading, [blocks.said(heading), *lines])


def _lines(
    tasks: Sequence[Task], most: int, asked: Filter, around: Around, texts: Texts, now: datetime
) -> list[Block]:
    more = texts.mrkdwn("unowned.more", n=len(tasks) - most) if len(tasks) > most else None
    return told(tasks[:most], more, asked, around, texts, now)
