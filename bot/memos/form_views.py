"""The memo form: for a new memo, from a message and its thread, and for changing one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms, markup
from ..platform.texts import Texts
from ..tasks import proposal_views
from ..tasks.proposal_model import Around, Found
from .model import TEXT_LIMIT, Memo, MemoSource
from .thread_model import Reach, Reading

READ, WRITE = "memos.read_thread", "memos.write_now"
"""The buttons that read the thread, and that do not wait for it."""

BESIDE_READING = {
    Reach.READING: "memo.thread_reading",
    Reach.CUT: "memo.thread_cut",
    Reach.UNREAD: "memo.thread_unread",
}
"""What is said of how far the thread was read."""
READABLE = {Reach.READING, Reach.ASIDE, Reach.UNREAD}

View = dict[str, Any]


def new(texts: Texts, channel_id: str) -> View:
    """Without a channel one is asked for."""
    fields = [*forms.channel_input(channel_id, texts), _text("", texts)]
    return _form(texts, fields, channel=channel_id, source=None)


def from_message(
    source: MemoSource,
    link: str,
    reading: Reading,
    around: Around,
    most: int,
    texts: Texts,
    now: datetime,
) -> View:
    """What was read as the memo, and below it what was asked for. `most` is how long a thread is read.

    `now` carries the channel's time zone.
    """
    return _form(
        texts,
        [
            _text(reading.text, texts, is_whole=not reading.decides),
            *_beside(reading, texts),
            *_people(reading, texts),
            blocks.context(markup.link(link, texts("card.source"))),
            *_reach(reading.reach, most, texts),
            *proposal_views.rows(reading.found, around, texts, now),
        ],
        channel=source.channel_id,
        source=source.id,
        read_at=reading.found.read_at(now).isoformat(),
    )


def waiting(source: MemoSource, texts: Texts) -> View:
    """Until the thread was read: its decision takes the place of what was only asked."""
    write = blocks.button(texts("memo.write_now"), WRITE, str(source.id))
    shown = [
        *blocks.paragraphs(source.text),
        blocks.context(texts.mrkdwn("memo.thread_waiting")),
        blocks.actions(write),
    ]
    return forms.notice(texts("memo.form"), texts("form.cancel"), shown, source=source.id)


def requests(memo: Memo, found: Found, around: Around, texts: Texts, now: datetime) -> View:
    """What the message of a memo asks for; `now` carries the channel's time zone."""
    rows = proposal_views.rows(found, around, texts, now)
    title = texts("memo.form_requests", n=memo.number)
    if not found.proposals:
        nothing = blocks.section(texts.mrkdwn("memo.requests_none", n=memo.number))
        return forms.notice(title, texts("form.close"), rows or [nothing])
    read_at = found.read_at(now).isoformat()
    save, cancel = texts("form.save"), texts("form.cancel")
    return forms.form("memos.add_tasks", title, save, cancel, rows, number=memo.number, read_at=read_at)


def is_written(view: View) -> bool:
    """Whether somebody may have written in it already."""
    return any(block.get("block_id") == "text" for block in view["blocks"])


def text_given(values: dict[str, Any]) -> str:
    """With what the thread decides beside it."""
    return "\n".join(filter(None, (values["text"], values.get("beside"))))


def edit(memo: Memo, texts: Texts) -> View:
    return forms.form(
        "memos.change",
        texts("memo.form_edit", n=memo.number),
        texts("form.save"),
        texts("form.cancel"),
        [_text(memo.text, texts)],
        number=memo.number,
    )


def _form(texts: Texts, fields: list[Block], **carried: object) -> View:
    save, cancel = texts("form.save"), texts("form.cancel")
    return forms.form("memos.create", texts("memo.form"), save, cancel, fields, **carried)


def _text(text: str, texts: Texts, *, is_whole: bool = False) -> Block:
    """Says so when a message was longer than a memo."""
    cut = texts("memo.form_cut", limit=TEXT_LIMIT) if is_whole and len(text) > TEXT_LIMIT else ""
    return forms.text_input("text", texts("memo.field_text"), text, TEXT_LIMIT, multiline=True, hint=cut)


def _beside(reading: Reading, texts: Texts) -> list[Block]:
    if not reading.beside:
        return []
    hint, label = texts("memo.hint_beside"), texts("memo.field_beside")
    return [
        forms.text_input(
            "beside", label, reading.beside, TEXT_LIMIT, multiline=True, optional=True, hint=hint
        )
    ]


def _people(reading: Reading, texts: Texts) -> list[Block]:
    """Once it is known who they are."""
    if reading.reach in (Reach.READING, Reach.ASIDE):
        return []
    return [forms.people_input("people", texts("memo.field_people"), reading.people, optional=True)]


def _reach(reach: Reach, most: int, texts: Texts) -> list[Block]:
    shown = list[Block]()
    if reach in BESIDE_READING:
        shown.append(blocks.context(texts.mrkdwn(BESIDE_READING[reach], most=most)))
    if reach in READABLE:
        shown.append(blocks.actions(blocks.button(texts("memo.read_thread"), READ, "thread")))
    return shown
