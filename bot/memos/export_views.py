"""Memos in a file. Values in, text out: names and places in words, times on the reader's clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..platform import markdown, sheets
from ..platform.texts import Texts
from ..workspaces.views import person
from .model import Edit, Memo, MemoSource

COLUMNS = ("number", "kept_at", "place", "author", "text", "said", "link")

Kept = tuple[Memo, MemoSource | None]


@dataclass(frozen=True)
class Around:
    """What memos name: people and channels by id, links by memo id."""

    names: Mapping[str, str]
    places: Mapping[str, str]
    links: Mapping[int, str]


def csv(kept: Sequence[Kept], around: Around, texts: Texts, now: datetime) -> str:
    header = [texts(f"memos.column_{name}") for name in COLUMNS]
    return sheets.csv_of(header, (_row(memo, source, around, now) for memo, source in kept))


def markdown_of(kept: Sequence[Kept], around: Around, texts: Texts, now: datetime) -> str:
    title = texts("memos.export_heading", n=len(kept), when=f"{now:%Y-%m-%d %H:%M}")
    entries = [_entry(memo, source, around, texts, now) for memo, source in kept]
    return "\n\n".join([f"# {title}", *entries]) + "\n"


def whole(memo: Memo, edits: Sequence[Edit], around: Around, texts: Texts, now: datetime) -> str:
    """One memo as it stands, what it was kept from, and each text it had before."""
    _, when, place, author, *_ = _row(memo, memo.source, around, now)
    parts = [
        f"# {texts('memo.number', n=memo.number)}",
        markdown.line(texts("export.byline", when=when, place=place, who=author)),
        markdown.indented(memo.text, by=""),
    ]
    if memo.source:
        parts += [f"## {texts('memos.column_said')}", markdown.quoted(memo.source.text)]
        parts += _became(memo.source, texts)
    if memo.id in around.links:
        parts.append(f"<{around.links[memo.id]}>")
    if edits:
        parts.append(f"## {texts('memo.history')}")
    for edit in edits:
        parts += _edit(edit, around, texts, now)
    return "\n\n".join(parts) + "\n"


def _became(source: MemoSource, texts: Texts) -> list[str]:
    if source.gone_at:
        return [texts("card.source_gone")]
    return [texts("card.source_edited", source=texts("card.source"))] if source.edited_at else []


def _edit(edit: Edit, around: Around, texts: Texts, now: datetime) -> list[str]:
    """The text before it, and who changed it when."""
    revision = edit.revision
    who = person(around.names.get(revision.changed_by, revision.changed_by), texts)
    when = f"{revision.changed_at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
    return [
        f"### {markdown.line(texts('memo.history_change', who=who, when=when))}",
        markdown.quoted(revision.text),
    ]


def _row(memo: Memo, source: MemoSource | None, around: Around, now: datetime) -> list[str]:
    return [
        str(memo.number),
        f"{memo.recorded_at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}",
        around.places.get(memo.channel_id, ""),
        around.names.get(memo.author_id, memo.author_id),
        memo.text,
        source.text if source else "",
        around.links.get(memo.id, ""),
    ]


def _entry(memo: Memo, source: MemoSource | None, around: Around, texts: Texts, now: datetime) -> str:
    return "\n\n".join(_parts(memo, source, around, texts, now))


def _parts(
    memo: Memo, source: MemoSource | None, around: Around, texts: Texts, now: datetime
) -> Iterator[str]:
    number, when, place, author, *_ = _row(memo, source, around, now)
    yield f"## #{number}"
    yield markdown.line(texts("export.byline", when=when, place=place, who=author))
    yield markdown.indented(memo.text, by="")
    if source and source.text != memo.text:
        yield markdown.quoted(source.text)
    if memo.id in around.links:
        yield f"<{around.links[memo.id]}>"
