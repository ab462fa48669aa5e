"""What somebody who is asked to do a task reads in their direct messages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block

from ..platform import blocks, markup
from ..platform.blocks import Message
from ..platform.filters import Filter
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from ..workspaces.views import person
from . import views
from .list_views import Around, told
from .model import Task

ROOM, MOST_ROOM = 5000, 2400
"""Of all titles and notes in a message of several, and of one of them, as markup."""


def asked(task: Task, asker: str, link: str | None, texts: Texts, now: datetime) -> Message:
    """Until they answer; `now` carries the channel's time zone."""
    values = {"who": person(asker, texts), "title": markup.one_line(task.title)}
    when = views.due(task, texts, now)
    key = "task.asked" if when else "task.asked_undated"
    shown: list[Block] = [blocks.section(texts.mrkdwn(key, due=when, **values))]
    shown += blocks.paragraphs(task.note, views.NOTE_ROOM)
    shown += [blocks.context(_number(task, link, texts)), _answers(task, texts)]
    return Message(texts(key, due=when, **values), shown)


def several(
    tasks: Sequence[Task],
    asked: Collection[int],
    ended: Collection[int],
    asker: str,
    around: Around,
    texts: Texts,
    now: datetime,
) -> Message:
    """One message for what was asked at once: by their ids, some still wait, some went to others."""
    heading = texts.counted("task.asked_many", len(tasks), who=person(asker, texts))
    room, shown = min(MOST_ROOM, ROOM // len(tasks)), list[Block]()
    for task in tasks:
        if task.id in asked:
            shown += [_asked(task, room, around, texts, now), _answers(task, texts)]
        elif task.id in ended:
            shown += moved_on(task, texts).blocks
        else:
            shown += told([task], None, Filter(), around, texts, now)
    return Message(heading, [blocks.said(heading), *shown])


def answered(card: Message, task: Task, link: str | None, texts: Texts) -> Message:
    """From then on it is the task's card, and leads to where it stands."""
    return Message(card.text, [*card.blocks, blocks.context(_number(task, link, texts))]) if link else card


def moved_on(task: Task, texts: Texts) -> Message:
    """It was given to somebody else meanwhile."""
    return views.notice("task.request_ended", task, texts)


def hidden(texts: Texts) -> Message:
    """They are no longer in its channel, so to them it does not exist."""
    return Message(texts("task.request_gone"), [blocks.section(texts.mrkdwn("task.request_gone"))])


def talk(task: Task, link: str | None, told: bool, texts: Texts) -> Message:
    """To who wants to talk about it: where, and whether the asker was told just now."""
    text = texts("task.talk_told" if told else "task.talk_again")
    return Message(text, [blocks.said(text), blocks.context(_number(task, link, texts))])


def wanted(task: Task, owner: str, link: str | None, texts: Texts) -> Message:
    """To the asker, once."""
    values = {"who": person(owner, texts), "n": task.number, "title": markup.one_line(task.title)}
    shown = [blocks.section(texts.mrkdwn("task.talk_wanted", **values))]
    return Message(texts("task.talk_wanted", **values), [*shown, blocks.context(_number(task, link, texts))])


def _asked(task: Task, room: int, around: Around, texts: Texts, now: datetime) -> Block:
    """With as much of its note as there is room for."""
    when, title = views.due(task, texts, now), markup.fit(markup.one_line(task.title), room)
    line = texts.mrkdwn("task.asked_one" if when else "task.asked_one_undated", title=title, due=when)
    left = room - len(markup.escape(title))
    note = markup.fit(task.note, left) if left > views.LINE else ""
    lines = [line, markup.escape(note), _number(task, around.links.get(task.id), texts)]
    return blocks.section(Mrkdwn("\n".join(each for each in lines if each)))


def _answers(task: Task, texts: Texts) -> Block:
    accept = blocks.button(texts("task.accept"), "tasks.accept", str(task.number), "primary")
    return blocks.actions(accept, blocks.button(texts("task.talk"), "tasks.talk", str(task.number)))


def _number(task: Task, link: str | None, texts: Texts) -> Mrkdwn:
    said = texts("task.number", n=task.number)
    return Mrkdwn(f"{said} {markup.link(link, texts('task.thread'))}") if link else markup.escape(said)
