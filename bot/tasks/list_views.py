"""Tasks in a list. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block, BlockElement

from ..platform import blocks, filters, list_views
from ..platform.filters import Filter
from ..platform.list_views import Frame
from ..platform.markup import Mrkdwn
from ..platform.pages import Page
from ..platform.texts import Texts
from ..workspaces.views import person
from . import views
from .model import OPEN, Task

FEATURE = "tasks"
STATES = (filters.OPEN, filters.UNOWNED, filters.CLOSED, filters.ANY)
"""What a list may be narrowed to."""


@dataclass(frozen=True)
class Around:
    """What the tasks of a page name: people and channels by id, links by task id."""

    names: Mapping[str, str]
    places: Mapping[str, str]
    links: Mapping[int, str]


def listing(asked: Filter, page: Page[Task], around: Around, texts: Texts, now: datetime) -> dict[str, Any]:
    """Each task with its button; its channel where the list is of several."""
    who = person(around.names.get(asked.person_id, asked.person_id), texts)
    where = around.places.get(asked.channel_id, texts("place.unknown"))
    lines: list[Block] = [
        blocks.section(said(task, asked, around, texts, now), _action(task, texts)) for task in page.rows
    ]
    return list_views.listing(Frame(FEATURE, STATES, asked, who, where), page, lines, texts, now.date())


def told(
    tasks: Sequence[Task], more: Mrkdwn | None, asked: Filter, around: Around, texts: Texts, now: datetime
) -> list[Block]:
    """In a message that nobody asked for: each with what can be done with it, and then what is not shown."""
    lines: list[Block] = [
        blocks.section(
            said(task, asked, around, texts, now), views.action(task, texts) if task.state == OPEN else None
        )
        for task in tasks
    ]
    return [*lines, *([blocks.context(more)] if more else [])]


def said(task: Task, asked: Filter, around: Around, texts: Texts, now: datetime) -> Mrkdwn:
    """With its channel, unless that is all that was asked for."""
    line = views.standing(task, around.names, around.links, texts, now)
    if asked.channel_id:
        return line
    where = around.places.get(task.channel_id, texts("place.unknown"))
    return texts.mrkdwn("task.line_somewhere", line=line, where=where)


def _action(task: Task, texts: Texts) -> BlockElement:
    """Take what nobody owns, open again what is closed, else what can be done with it."""
    if task.state != OPEN:
        return blocks.button(texts("task.reopen"), "tasks.list_reopen", str(task.number))
    if task.owner_id is None:
        return blocks.button(texts("task.take"), "tasks.list_take", str(task.number))
    return views.line_menu(task, texts, "tasks.list_menu")
