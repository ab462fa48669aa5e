"""A memo's earlier versions side by side, and the question before it is erased."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms, markup
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from ..workspaces.views import person
from .model import Edit, Memo

COLUMN = 1900
ROOM = 2 * COLUMN
"""Characters of one text as markup: what eight edits may take of a form."""
NOTHING = Mrkdwn("–")


def history(
    memo: Memo, edits: Sequence[Edit], total: int, names: Mapping[str, str], texts: Texts, now: datetime
) -> dict[str, Any]:
    """Newest first."""
    key = "memo.history_of" if edits else "memo.history_none"
    shown: list[Block] = [blocks.section(texts.mrkdwn(key, n=memo.number, count=total))]
    for edit in edits:
        shown += [blocks.divider(), *_edit(edit, names, texts, now)]
    if total > len(edits):
        shown.append(blocks.context(texts.mrkdwn("list.more", n=total - len(edits))))
    return forms.notice(texts("memo.history"), texts("form.close"), shown)


def erase_form(memo: Memo, texts: Texts, reply: str, tasks: int = 0) -> dict[str, Any]:
    """`reply` is where to confirm it, `tasks` how many were kept with it."""
    question: list[Block] = [blocks.section(texts.mrkdwn("memo.erase_question", n=memo.number))]
    if tasks:
        question.append(blocks.section(texts.mrkdwn("memo.erase_tasks", n=tasks)))
    return forms.form(
        "memos.erase",
        texts("memo.erase_form"),
        texts("memo.erase"),
        texts("form.cancel"),
        [*question, blocks.divider(), *blocks.paragraphs(memo.text)],
        number=memo.number,
        reply=reply,
    )


def erased(number: int, texts: Texts) -> Message:
    text = texts("memo.erased", n=number)
    return Message(text, [blocks.said(text)])


def _edit(edit: Edit, names: Mapping[str, str], texts: Texts, now: datetime) -> list[Block]:
    revision = edit.revision
    who = person(names.get(revision.changed_by, revision.changed_by), texts)
    when = texts.instant(revision.changed_at, now)
    return [
        blocks.context(texts.mrkdwn("memo.history_change", who=who, when=when)),
        blocks.fields(markup.bold(texts("memo.history_before")), markup.bold(texts("memo.history_after"))),
        *_side_by_side(revision.text, edit.after),
    ]


def _side_by_side(before: str, after: str) -> list[Block]:
    left, right = (_pieces(text) for text in (before, after))
    return [blocks.fields(*pair) for pair in zip_longest(left, right, fillvalue=NOTHING)]


def _pieces(text: str) -> list[Mrkdwn]:
    return [piece for piece in markup.pieces(markup.fit(text, ROOM), COLUMN) if piece.strip()]
