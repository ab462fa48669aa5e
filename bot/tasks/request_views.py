"""What somebody who is asked to do a task reads in their direct messages."""

from __future__ import annotations

from datetime import datetime

from slack_sdk.models.blocks import Block

from ..platform import blocks, markup
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from ..workspaces.views import person
from . import views
from .model import Task


def asked(task: Task, asker: str, link: str | None, texts: Texts, now: datetime) -> Message:
    """Until they answer; `now` carries the channel's time zone."""
    values = {"who": person(asker, texts), "title": markup.one_line(task.title)}
    when = views.due(task, texts, now)
    key = "task.asked" if when else "task.asked_undated"
    shown: list[Block] = [blocks.section(texts.mrkdwn(key, due=when, **values))]
    shown += blocks.paragraphs(task.note, views.NOTE_ROOM)
    shown.append(blocks.context(_number(task, link, texts)))
    accept = blocks.button(texts("task.accept"), "tasks.accept", str(task.number), "primary")
    shown.append(blocks.actions(accept, blocks.button(texts("task.talk"), "tasks.talk", str(task.number))))
    return Message(texts(key, due=when, **values), shown)


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


def _number(task: Task, link: str | None, texts: Texts) -> Mrkdwn:
    said = texts("task.number", n=task.number)
    return Mrkdwn(f"{said} {markup.link(link, texts('task.thread'))}") if link else markup.escape(said)
