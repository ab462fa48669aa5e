"""A text without Slack's marks of emphasis (*bold*, _italic_) and without what is ~struck out~."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.deadlines.model import Deadline, Request, Span
from bot.deadlines.plain import NO_PROSE


def pair(name: str, mark: str) -> str:
    """An opening mark whose closing one (`name`_end) stands further on in the line."""
    return (
        rf"(?P<{name}>[{mark}])(?<![A-Za-z0-9_{mark}].)"
        rf"(?=[^\s{mark}][^{mark}\n]{{0,300}}+(?<!\s)(?P<{name}_end>[{mark}])(?![A-Za-z0-9_{mark}]))"
    )


MAY_BE_MARKED = re.compile(r"[*_~](?<![A-Za-z0-9].)(?=\S)")
MARKS = re.compile(
    rf"(?P<struck>~(?<!\S~)(?=\S)[^~\n]{{1,300}}+(?<!\s)~(?![^\s.,;:!?)*_]))"
    rf"|{pair('bold', '*')}|{pair('italic', '_')}|{NO_PROSE.pattern}"
)

BOLD_LINE = re.compile(
    r"^([^\S\n]*)(?::[a-z0-9_+-]+:[^\S\n]*)*\*(?!\s)[^*\n]+(?<!\s)\*[:：]?[^\S\n]*$", re.MULTILINE
)


class Unmarked(NamedTuple):
    """`origins[i]` is where character i stands in the text as it was written; empty: where it stands here.

    `bold`: where lines begin here that were all bold.
    """

    text: str
    origins: Sequence[int] = ()
    bold: Collection[int] = ()

    def span(self, span: Span) -> Span:
        """Where that stands in the text as it was written."""
        start, end = span
        return self.origins[start], self.origins[end - 1] + 1 if end > start else self.origins[start]

    def deadline(self, found: Deadline | None) -> Deadline | None:
        return replace(found, span=self.span(found.span)) if found and self.origins else found

    def request(self, found: Request) -> Request:
        if not self.origins:
            return found
        return replace(found, span=self.span(found.span), deadline=self.deadline(found.deadline))


def unmarked(text: str) -> Unmarked:
    if not ("*" in text or "_" in text or "~" in text) or not MAY_BE_MARKED.search(text):
        return Unmarked(text)
    cut = {index for start, end in marks(text) for index in range(start, end)}
    if not cut:
        return Unmarked(text)
    origins = [index for index in range(len(text)) if index not in cut]
    bold = {bisect_left(origins, line.end(1)) for line in BOLD_LINE.finditer(text)} if "*" in text else ()
    return Unmarked("".join(text[index] for index in origins), [*origins, len(text)], bold)


def marks(text: str) -> Iterator[Span]:
    """Where the marks stand, and what is struck out with its marks."""
    for match in MARKS.finditer(text):
        for name in ("struck", "bold", "bold_end", "italic", "italic_end"):
            if match[name]:
                yield match.span(name)
