"""Lists as forms: a page of lines with the way to the next, and the form that narrows them.

A form and no ephemeral message: its pages turn through views.update, as often as somebody likes, where
a response_url serves five times within half an hour; and nothing of it stays in the channel.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement

from ..errors import UserError
from . import blocks, filters, forms, markup, search
from .filters import Filter
from .markup import Mrkdwn
from .pages import Page
from .texts import Texts

WORDS_SHOWN = 60

View = dict[str, Any]


@dataclass(frozen=True)
class Frame:
    """What stands around a list's lines: `feature` names its texts and buttons, `states` its choices.

    `who` and `where` say the person and the channel it is narrowed to.
    """

    feature: str
    states: Sequence[str]
    asked: Filter
    who: str
    where: str


def listing(frame: Frame, page: Page[Any], lines: Sequence[Block], texts: Texts, today: date) -> View:
    """The numbers of the rows shown are carried, so that a button shows the same rows anew."""
    feature = frame.feature
    key = f"{feature}.listed" if page.total else f"{feature}.listed_none"
    shown: list[Block] = [
        blocks.section(markup.bold(texts(key, n=page.total))),
        blocks.context(_conditions(frame, texts, today)),
        blocks.actions(blocks.button(texts("list.narrow"), f"{feature}.list_filter", "narrow")),
        *lines,
    ]
    if page.total > len(page.rows):
        shown += _turning(feature, page, texts)
    return forms.notice(
        texts(f"{feature}.list_title"),
        texts("form.close"),
        shown,
        filter=frame.asked.carried(),
        page=page.number,
        total=page.total,
        rows=[row.number for row in page.rows],
    )


def opener(feature: str, text: str, asked: Filter) -> ButtonElement:
    """A button, in any message, that opens the list of what is asked."""
    return blocks.button(text, f"{feature}.list_open", json.dumps(asked.carried()))


def narrowing(feature: str, states: Sequence[str], asked: Filter, texts: Texts) -> View:
    """The form for a filter, filled with the one that holds."""
    fields: list[Block] = [
        forms.place_input("channel_id", texts("list.field_channel"), asked.channel_id, optional=True),
        forms.person_input(
            "person_id", texts(f"{feature}.list_field_person"), asked.person_id, optional=True
        ),
    ]
    if states:
        choices = {state: texts(f"{feature}.state_{state}") for state in states}
        fields.append(
            forms.choice_input("state", texts("list.field_state"), forms.options(choices), asked.state)
        )
    fields += [
        *period(feature, asked, texts),
        forms.text_input("words", texts("list.field_words"), asked.words, search.LONGEST, optional=True),
    ]
    return forms.form(
        f"{feature}.list_filtered", texts("list.narrow"), texts("list.show"), texts("form.close"), fields
    )


def period(feature: str, asked: Filter, texts: Texts) -> list[Block]:
    """The two days of a period."""
    return [
        forms.date_input("since", texts(f"{feature}.list_field_since"), asked.since, optional=True),
        forms.date_input("until", texts(f"{feature}.list_field_until"), asked.until, optional=True),
    ]


def narrowed(view: View) -> Filter:
    """What the form was filled with. Raises UserError for a period that ends before it begins."""
    given = {name: value for name, value in forms.given(view).items() if value}
    asked = Filter.of({name: given[name] for name in vars(Filter()) if name in given})
    if asked.since and asked.until and asked.until < asked.since:
        raise UserError("error.period", field="until")
    return asked


def _turning(feature: str, page: Page[Any], texts: Texts) -> list[Block]:
    buttons: list[InteractiveElement] = []
    if page.number:
        before = str(page.number - 1)
        buttons.append(blocks.button(texts("list.previous"), f"{feature}.list_previous", before))
    if page.has_next:
        after = str(page.number + 1)
        buttons.append(blocks.button(texts("list.next"), f"{feature}.list_next", after))
    where = texts.mrkdwn("list.page", first=page.first, last=page.last, total=page.total)
    return [blocks.context(where), *([blocks.actions(*buttons)] if buttons else [])]


def _conditions(frame: Frame, texts: Texts, today: date) -> Mrkdwn:
    asked = frame.asked
    days: Mapping[str, date | None] = {"list.since": asked.since, "list.until": asked.until}
    said = [
        frame.where if asked.channel_id else texts("list.everywhere"),
        texts(f"{frame.feature}.list_person", who=frame.who) if asked.person_id else "",
        texts(f"{frame.feature}.state_{asked.state}") if asked.state != filters.ANY else "",
        *(texts(key, day=texts.day(day, today)) if day else "" for key, day in days.items()),
        texts("list.still") if asked.still else "",
        texts("list.words", words=markup.clip(asked.words, WORDS_SHOWN)) if asked.words else "",
    ]
    return markup.escape(texts("list.and").join(part for part in said if part))
