"""Memos in a file. Values in, text out: names and places in words, times on the reader's clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..platform import markdown, sheets
from ..platform.texts import Texts
from .model import Memo, MemoSource

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
    yield "\n".join(f"{line}  " for line in markdown.escape(memo.text).splitlines())
    if source and source.text != memo.text:
        yield markdown.quoted(source.text)
    if memo.id in around.links:
        yield f"<{around.links[memo.id]}>"
