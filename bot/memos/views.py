"""Memos as Slack shows them. Values in, blocks out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from ..workspaces.views import offer, origin, person
from .model import TEXT_LIMIT, Memo, MemoSource

MENU = ("edit", "history", "task", "export", "erase")


def card(memo: Memo, author: str, link: str | None, texts: Texts, now: datetime) -> Message:
    """As it stands in the channel; `now` carries the channel's time zone."""
    choices = [(texts(f"memo.menu_{what}"), f"{what}:{memo.number}") for what in MENU]
    heading = blocks.section(texts.mrkdwn("memo.card", n=memo.number), blocks.menu("memos.menu", choices))
    return Message(
        texts("memo.card_text", n=memo.number, text=memo.text),
        [heading, *body(memo, author, link, texts, now)],
    )


def saved(memo: Memo, texts: Texts, offered: bool) -> Message:
    """What the author alone sees."""
    text = texts("memo.saved", n=memo.number)
    return Message(
        text,
        [
            blocks.section(texts.mrkdwn("memo.saved", n=memo.number)),
            blocks.actions(
                blocks.button(texts("memo.undo"), "memos.undo", str(memo.number)),
                blocks.button(texts("memo.edit"), "memos.edit", str(memo.number)),
            ),
            *(offer(texts) if offered else []),
        ],
    )


def undone(memo: Memo, texts: Texts) -> Message:
    """The words are given back with it."""
    return Message(
        texts("memo.undone", n=memo.number),
        [
            blocks.section(texts.mrkdwn("memo.undone", n=memo.number)),
            blocks.context(texts.mrkdwn("memo.undone_words")),
            *blocks.paragraphs(memo.text),
        ],
    )


def one(memo: Memo, author: str, link: str | None, texts: Texts, now: datetime) -> Message:
    shown = card(memo, author, link, texts, now)
    edit = blocks.button(texts("memo.edit"), "memos.edit", str(memo.number))
    return Message(shown.text, [*shown.blocks, blocks.actions(edit)])


def form(texts: Texts, channel_id: str, text: str = "", source: MemoSource | None = None) -> dict[str, Any]:
    """For a new memo; without a channel one is asked for. Says so when a message was longer than a memo."""
    cut = texts("memo.form_cut", limit=TEXT_LIMIT) if len(text) > TEXT_LIMIT else ""
    return forms.form(
        "memos.create",
        texts("memo.form"),
        texts("form.save"),
        texts("form.cancel"),
        [*forms.channel_input(channel_id, texts), *_fields(texts, text, cut)],
        channel=channel_id,
        source=source.id if source else None,
    )


def edit_form(memo: Memo, texts: Texts) -> dict[str, Any]:
    return forms.form(
        "memos.change",
        texts("memo.form_edit", n=memo.number),
        texts("form.save"),
        texts("form.cancel"),
        _fields(texts, memo.text, ""),
        number=memo.number,
    )


def kept_already(memo: Memo, texts: Texts) -> Message:
    text = texts("memo.exists", n=memo.number)
    show = blocks.button(texts("memo.show"), "memos.show", str(memo.number))
    return Message(text, [blocks.section(texts.mrkdwn("memo.exists", n=memo.number), show)])


def exists(memo: Memo, author: str, link: str | None, texts: Texts, now: datetime) -> dict[str, Any]:
    """In place of the form, for a message that is kept already."""
    return forms.notice(
        texts("memo.form"),
        texts("form.close"),
        [
            blocks.section(texts.mrkdwn("memo.exists", n=memo.number)),
            blocks.divider(),
            *body(memo, author, link, texts, now),
        ],
    )


def body(memo: Memo, author: str, link: str | None, texts: Texts, now: datetime) -> list[Block]:
    return [*blocks.paragraphs(memo.text), blocks.context(_kept_by(memo, author, link, texts, now))]


def _fields(texts: Texts, text: str, hint: str) -> list[Block]:
    return [forms.text_input("text", texts("memo.field_text"), text, TEXT_LIMIT, multiline=True, hint=hint)]


def _kept_by(memo: Memo, author: str, link: str | None, texts: Texts, now: datetime) -> Mrkdwn:
    who, when, said = person(author, texts), texts.instant(memo.recorded_at, now), memo.source
    source = said and origin(link, said.edited_at, said.gone_at, texts)
    if not source:
        return texts.mrkdwn("memo.kept_by", who=who, when=when)
    return texts.mrkdwn("memo.kept_from", who=who, when=when, source=source)
