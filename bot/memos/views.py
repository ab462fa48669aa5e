"""Memos as Slack shows them. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from ..tasks import views as tasks
from ..tasks.model import OPEN
from ..workspaces.views import offer, origin, person
from .model import Memo
from .thread_model import ALONE, Company

MENU = ("edit", "history", "task", "export", "erase")
MOST_TASKS, TASK_ROOM = 10, 360
"""On a card, and the characters each may take of it as markup."""
MOST_NAMED = 20


def card(
    memo: Memo, author: str, link: str | None, texts: Texts, now: datetime, company: Company = ALONE
) -> Message:
    """As it stands in the channel; `now` carries the channel's time zone."""
    choices = [(texts(f"memo.menu_{what}"), f"{what}:{memo.number}") for what in MENU]
    heading = blocks.section(texts.mrkdwn("memo.card", n=memo.number), blocks.menu("memos.menu", choices))
    return Message(
        texts("memo.card_text", n=memo.number, text=memo.text),
        [heading, *body(memo, author, link, texts, now, company)],
    )


def saved(memo: Memo, texts: Texts, offered: bool, made: Sequence[Block] = ()) -> Message:
    """What the author alone sees; `made` says what became of the requests kept with it."""
    text = texts("memo.saved", n=memo.number)
    return Message(
        text,
        [
            blocks.section(texts.mrkdwn("memo.saved", n=memo.number)),
            blocks.actions(
                blocks.button(texts("memo.undo"), "memos.undo", str(memo.number)),
                blocks.button(texts("memo.edit"), "memos.edit", str(memo.number)),
            ),
            *made,
            *(offer(texts) if offered else []),
        ],
    )


def requests(memo: Memo, count: int, texts: Texts) -> list[Block]:
    """That what was kept asks for something, with the button that makes tasks of it."""
    if not count:
        return []
    make = blocks.button(texts("memo.requests_make"), "memos.requests", str(memo.number))
    return [blocks.section(texts.mrkdwn("memo.requests", n=count), make)]


def undone(memo: Memo, texts: Texts, gone: Sequence[int] = (), left: Sequence[int] = ()) -> Message:
    """The words are given back with it. `gone` and `left` are the numbers of its tasks."""
    return Message(
        texts("memo.undone", n=memo.number),
        [
            blocks.section(texts.mrkdwn("memo.undone", n=memo.number)),
            *_tasks_undone("memo.undone_tasks", gone, texts),
            *_tasks_undone("memo.left_tasks", left, texts),
            blocks.context(texts.mrkdwn("memo.undone_words")),
            *blocks.paragraphs(memo.text),
        ],
    )


def one(
    memo: Memo, author: str, link: str | None, texts: Texts, now: datetime, company: Company = ALONE
) -> Message:
    shown = card(memo, author, link, texts, now, company)
    edit = blocks.button(texts("memo.edit"), "memos.edit", str(memo.number))
    return Message(shown.text, [*shown.blocks, blocks.actions(edit)])


def kept_already(memo: Memo, texts: Texts) -> Message:
    text = texts("memo.exists", n=memo.number)
    show = blocks.button(texts("memo.show"), "memos.show", str(memo.number))
    return Message(text, [blocks.section(texts.mrkdwn("memo.exists", n=memo.number), show)])


def exists(
    memo: Memo, author: str, link: str | None, texts: Texts, now: datetime, joined: Sequence[Block] = ()
) -> dict[str, Any]:
    """In place of the form, for a message that is kept already; `joined` says what joined it all the same."""
    return forms.notice(
        texts("memo.form"),
        texts("form.close"),
        [
            blocks.section(texts.mrkdwn("memo.exists", n=memo.number)),
            blocks.divider(),
            *body(memo, author, link, texts, now),
            *joined,
        ],
    )


def body(
    memo: Memo, author: str, link: str | None, texts: Texts, now: datetime, company: Company = ALONE
) -> list[Block]:
    """Its text has the room that its tasks leave."""
    room = blocks.POSTED_TEXT - TASK_ROOM * len(company.tasks[:MOST_TASKS])
    return [
        *blocks.paragraphs(memo.text, room),
        *_tasks(company, texts, now),
        *_people(company, texts),
        blocks.context(_kept_by(memo, author, link, texts, now)),
    ]


def _people(company: Company, texts: Texts) -> list[Block]:
    if not company.people:
        return []
    said = texts("memo.people_and").join(person(name, texts) for name in company.people[:MOST_NAMED])
    more = len(company.people) - MOST_NAMED
    if more > 0:
        return [blocks.context(texts.mrkdwn("memo.people_more", people=said, n=more))]
    return [blocks.context(texts.mrkdwn("memo.people", people=said))]


def _tasks(company: Company, texts: Texts, now: datetime) -> list[Block]:
    """Each with what can be done with it; what is closed needs nothing."""
    shown: list[Block] = [
        blocks.section(
            tasks.standing(task, company.names, company.links, texts, now),
            tasks.action(task, texts) if task.state == OPEN else None,
        )
        for task in company.tasks[:MOST_TASKS]
    ]
    if more := len(company.tasks) - len(shown):
        shown.append(blocks.context(texts.mrkdwn("list.more", n=more)))
    return shown


def _tasks_undone(key: str, numbers: Sequence[int], texts: Texts) -> list[Block]:
    if not numbers:
        return []
    said = texts("list.and").join(f"#{number}" for number in numbers)
    return [blocks.section(texts.mrkdwn(key, tasks=said))]


def _kept_by(memo: Memo, author: str, link: str | None, texts: Texts, now: datetime) -> Mrkdwn:
    who, when, said = person(author, texts), texts.instant(memo.recorded_at, now), memo.source
    source = said and origin(link, said.edited_at, said.gone_at, texts)
    if not source:
        return texts.mrkdwn("memo.kept_by", who=who, when=when)
    return texts.mrkdwn("memo.kept_from", who=who, when=when, source=source)
