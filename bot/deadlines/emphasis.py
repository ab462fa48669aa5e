"""A text without Slack's marks of emphasis (*bold*, _italic_) and without what is ~struck out~."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.deadlines.model import Deadline, Request, Span
from bot.deadlines.patterns import Late
from bot.deadlines.plain import NO_PROSE

NO_BLANK = r"[ \u3000](?=[ぁ-ん])"  # Slack wants one behind *bold*, Japanese does not


def pair(name: str, mark: str, outside: str) -> str:
    """An opening mark whose closing one (`name`_end) stands further on in the line."""
    return (
        rf"(?P<{name}>{mark})(?<![A-Za-z0-9_][{outside}])(?<![A-Za-z0-9_][{outside}]{{2}})"
        rf"(?=[^\s{outside}][^{outside}\n]{{0,300}}+(?<!\s)(?P<{name}_end>{mark}(?:{NO_BLANK})?)(?![A-Za-z0-9_{outside}]))"
    )


MAY_BE_MARKED = Late(r"[*_~](?<![A-Za-z0-9].)(?=\S)")
MARKS = Late(
    r"(?P<struck>~~?(?<![^\s~]~)(?<![^\s~]~~)(?=[^\s~])[^~\n]{1,300}+(?<!\s)~~?(?![^\s.,;:!?)*_]))"
    rf"|{pair('bold', r'[*][*]?', '*')}|{pair('italic', '_', '_')}|{NO_PROSE.pattern}"
)

BOLD_LINE = Late(
    r"^([^\S\n]*)(?::[a-z0-9_+-]+:[^\S\n]*)*\*\*?(?![\s*])[^*\n]+(?<!\s)\*\*?[:：]?[^\S\n]*$", re.MULTILINE
)


class Unmarked(NamedTuple):
    """`origins[i]` is where character i stands in the text as `written`; empty: where it stands here.

    `bold`: where lines begin here that were all bold.
    """

    text: str
    origins: Sequence[int] = ()
    written: str = ""
    bold: Collection[int] = ()

    def span(self, span: Span) -> Span:
        """Where that stands in the text as it was written, to the end of what is marked within."""
        start, end = self.origins[span[0]], self.origins[span[1] - 1] + 1
        while self.is_open(start, end):
            end += 1
        return start, end

    def is_open(self, start: int, end: int) -> bool:
        """Whether a mark stands at the end whose opening one stands within."""
        mark = self.written[end : end + 1]
        return mark in {"*", "_"} and self.written.count(mark, start, end) % 2 == 1

    def deadline(self, found: Deadline | None) -> Deadline | None:
        return replace(found, span=self.span(found.span)) if found and self.origins else found

    def request(self, found: Request) -> Request:
        if not self.origins:
            return found
        return replace(found, span=self.span(found.span), deadline=self.deadline(found.deadline))


def unmarked(text: str) -> Unmarked:
    if not ("*" in text or "_" in text or "~" in text) or not MAY_BE_MARKED.search(text):
        return Unmarked(text)
    kept, origins, done = "", list[int](), 0
    for start, end in (*sorted(marks(text)), (len(text), len(text) + 1)):
        kept += text[done:start]
        origins += range(done, start)
        done = max(done, end)
    if len(kept) == len(text):
        return Unmarked(text)
    bold = {bisect_left(origins, line.end(1)) for line in BOLD_LINE.finditer(text)} if "*" in text else ()
    return Unmarked(kept, [*origins, len(text)], text, bold)


def marks(text: str) -> Iterator[Span]:
    """Where the marks stand, and what is struck out with its marks."""
    for match in MARKS.finditer(text):
        for name in ("struck", "bold", "bold_end", "italic", "italic_end"):
            if match[name]:
                yield match.span(name)
