"""Memos in a list. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms, list_views, markup
from ..platform.filters import Filter
from ..platform.list_views import Frame
from ..platform.markup import Mrkdwn
from ..platform.pages import Page
from ..platform.texts import Texts
from ..workspaces.views import person
from . import views
from .model import Memo

FEATURE = "memos"
LINE = 120
"""Characters of a memo in a list."""


def listing(
    asked: Filter,
    page: Page[Memo],
    names: Mapping[str, str],
    places: Mapping[str, str],
    texts: Texts,
    now: datetime,
) -> dict[str, Any]:
    """Each memo with the button that shows it whole; its channel where the list is of several."""
    who = person(names.get(asked.person_id, asked.person_id), texts)
    where = places.get(asked.channel_id, texts("place.unknown"))
    lines = [_line(memo, asked, names, places, texts, now) for memo in page.rows]
    frame = Frame(FEATURE, (), asked, who, where)
    return list_views.listing(frame, page, lines, texts, now.date())


def whole(memo: Memo, author: str, link: str | None, texts: Texts, now: datetime) -> dict[str, Any]:
    """On top of the list."""
    title = blocks.section(texts.mrkdwn("memo.card", n=memo.number))
    shown = [title, *views.body(memo, author, link, texts, now)]
    return forms.notice(texts("memos.list_title"), texts("form.close"), shown)


def _line(
    memo: Memo,
    asked: Filter,
    names: Mapping[str, str],
    places: Mapping[str, str],
    texts: Texts,
    now: datetime,
) -> Block:
    show = blocks.button(texts("memo.show"), "memos.list_show", str(memo.number))
    return blocks.section(_said(memo, asked, names, places, texts, now), show)


def _said(
    memo: Memo,
    asked: Filter,
    names: Mapping[str, str],
    places: Mapping[str, str],
    texts: Texts,
    now: datetime,
) -> Mrkdwn:
    facts = {
        "n": memo.number,
        "text": markup.fit(markup.one_line(memo.text), LINE),
        "who": person(names.get(memo.author_id, memo.author_id), texts),
        "when": texts.day(memo.recorded_at.astimezone(now.tzinfo).date(), now.date()),
    }
    if asked.channel_id:
        return texts.mrkdwn("memo.line", **facts)
    where = places.get(memo.channel_id, texts("place.unknown"))
    return texts.mrkdwn("memo.line_somewhere", where=where, **facts)
