"""The part of a form that proposes tasks: a row for each request, ticked, to be changed before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms, markup
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import Texts
from ..workspaces.views import person
from . import form_views, views
from .form_views import of
from .model import Draft
from .proposal_model import Around, Found, Given, Proposal

WANTED = "keep"
"""The name of the box that says whether to keep it; its value is the priority that was understood."""
MOST_KEPT = 5
"""Lines of what was kept before; each takes some 400 characters of a section."""


def rows(
    found: Found, around: Around, texts: Texts, now: datetime, heading: str = "proposals.found"
) -> list[Block]:
    """Nothing where nothing was asked. `now` carries the channel's time zone; `heading` is a key."""
    shown = list[Block]()
    if found.proposals:
        n = len(found.proposals) + found.more
        shown += [blocks.divider(), blocks.section(texts.mrkdwn(heading, n=n))]
    for n, proposal in enumerate(found.proposals, start=1):
        shown += _row(n, proposal, around, texts, now)
    if found.more:
        shown.append(blocks.context(texts.mrkdwn("proposals.more", n=found.more)))
    return [*shown, *_kept(found, around, texts, now)]


def exists(found: Found, around: Around, texts: Texts, now: datetime) -> Message:
    """What was made of the message before, in place of another task."""
    text = texts("task.exists")
    return Message(text, [blocks.said(text), *_lines(found, around, texts, now)])


def given(view: dict[str, Any], today: date) -> list[Given]:
    """The rows that are ticked, as they were filled in."""
    values = forms.given(view)
    boxes = [name for name, value in values.items() if name.startswith(f"{WANTED}:") and value]
    keys = [name.partition(":")[2] for name in boxes]
    return [Given(key, _draft_given(values, key, today)) for key in keys]


def _draft_given(values: dict[str, Any], key: str, today: date) -> Draft:
    due_on, due_time = form_views.deadline_given(values, today, key)
    (priority,) = values[of(WANTED, key)]
    return Draft(values[of("title", key)] or "", "", values[of("owner", key)], due_on, due_time, priority)


def _row(n: int, proposal: Proposal, around: Around, texts: Texts, now: datetime) -> list[Block]:
    draft, key = proposal.draft, proposal.key
    hint = form_views.deadline_hint(draft, texts, now.date())
    return [
        blocks.divider(),
        forms.tick_input(
            of(WANTED, key), texts("proposals.request", n=n), texts("proposals.keep"), draft.priority
        ),
        form_views.title(draft.title, texts, key),
        form_views.owner(draft.owner_id, texts, key),
        *form_views.deadline(draft.due_on, draft.due_time, texts, key, hint),
        blocks.context(_said(proposal, around, texts, now)),
    ]


def _said(proposal: Proposal, around: Around, texts: Texts, now: datetime) -> Mrkdwn:
    """Who said it when, and where."""
    said = proposal.said
    when = texts.instant(said.at, now)
    source = markup.link(around.messages[said.ts], texts("card.source"))
    name = around.names.get(said.author_id or "")
    if name is None:
        return texts.mrkdwn("proposals.said", when=when, source=source)
    return texts.mrkdwn("proposals.said_by", who=person(name, texts), when=when, source=source)


def _kept(found: Found, around: Around, texts: Texts, now: datetime) -> Sequence[Block]:
    if not found.kept:
        return []
    heading = blocks.section(texts.mrkdwn("proposals.kept", n=len(found.kept)))
    return [blocks.divider(), heading, *_lines(found, around, texts, now)]


def _lines(found: Found, around: Around, texts: Texts, now: datetime) -> Sequence[Block]:
    lines = [views.standing(task, around.names, around.links, texts, now) for task in found.kept[:MOST_KEPT]]
    shown: list[Block] = [blocks.section(Mrkdwn("\n".join(lines)))]
    if more := len(found.kept) - len(lines):
        shown.append(blocks.context(texts.mrkdwn("list.more", n=more)))
    return shown
