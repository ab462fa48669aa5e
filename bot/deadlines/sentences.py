"""A message cut into sentences and list items, with what its lines say about them."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from bot.deadlines.plain import BLANK, Plain

Box = Literal["", "open", "done"]

LINE = re.compile(r"[^\n]+")
LEAD = re.compile(
    rf"[\s{BLANK}]*(?P<quote>>[>\s{BLANK}]*)?"
    r"(?P<bullet>(?:[-*•・◦●○■▪‣–→](?!\d)|\(?\d{1,2}[.)](?=\s))\s*)?"
    r"(?:\[(?P<box>[ x✓✔v]?)\]|(?P<mark>[□☐☑✅☒✔]))?\s*"
)
ABBREVIATIONS = (
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "etc", "approx"),
)
BREAK = re.compile(  # one of these characters first: what follows is tried nowhere else
    r"[,;。?!.](?:"
    rf"(?<=[,;])\s(?=(?:and\s)?(?:{BLANK}+|@[a-z.]{{1,20}})\s(?:to|will|please|can|should|needs)\b)|"
    r"(?<=[。?])[。?]*[」』)]*|(?<=!)!*(?<!\s!)(?!(?:high|高)(?:\s|$))[」』)]*"
    r"|(?<=\.)\.{0,5}(?<!\s\.)(?=\s+[^a-z0-9\s]|\s*$)"
    rf"|(?<=[a-z]{{3}}\.){''.join(rf'(?<!{word}.)' for word in ABBREVIATIONS)}(?=\s+[a-z]))"
)


class Sentence(NamedTuple):
    """`start`–`end` in the plain text, without the bullet before it and the blanks around it."""

    start: int
    end: int
    line: int
    quoted: bool = False
    bullet: bool = False
    box: Box = ""


def sentences(plain: Plain) -> list[Sentence]:
    return [
        sentence
        for number, line in enumerate(LINE.finditer(plain.lower))
        for sentence in line_sentences(plain, number, line.start(), line.end())
    ]


def line_sentences(plain: Plain, number: int, start: int, end: int) -> Iterator[Sentence]:
    lead = LEAD.match(plain.lower, start, end)
    content = lead.end() if lead else start
    quoted = bool(lead and lead["quote"])
    boxed: Box = box_of(lead) if lead else ""
    bullet = bool(lead and (lead["bullet"] or boxed))
    if lead and not bullet and not quoted and lead["bullet"] is None:
        content = start
    for first, last in breaks(plain.cased, content, end):
        first, last = trimmed(plain.lower, first, last)
        if first < last:
            yield Sentence(first, last, number, quoted, bullet, boxed)


def box_of(lead: re.Match[str]) -> Box:
    box, mark = lead["box"], lead["mark"]
    if box is None and mark is None:
        return ""
    return "open" if mark in ("□", "☐") or (box is not None and not box.strip()) else "done"


def breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in BREAK.finditer(text, start, end):
        yield start, match.end()
        start = match.end()
    yield start, end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return start, end
    part = text[start:end]
    return end - len(part.lstrip()), start + len(part.rstrip())
