"""A message cut into sentences and list items, with what its lines say about them."""

import re
from typing import Literal, NamedTuple

from bot.deadlines.plain import BLANK, Plain

Box = Literal["", "open", "done"]

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
    r"[\n,;。?!.](?:(?<=\n)|(?:"
    rf"(?<=[,;])[^\S\n](?=(?:and\s)?(?:{BLANK}+|@[\w.]{{1,20}})\s(?:to|will|please|can|should|needs)\b)|"
    r"(?<=;)[^\S\n](?=[A-Za-z][\w.-]{0,20}:\s)|"
    r"(?<=[。?])[。?]*[」』)]*|(?<=!)!*(?<!\s!)(?!(?:high|高)(?:\s|$))[」』)]*"
    r"|(?<=\.)\.{0,5}(?<!\s\.)(?<!\b[MD]r\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bvs\.)(?<!\b[Nn]o\.)(?=\s+[^a-z0-9\s]|\s*$)"
    rf"|(?<=[a-z]{{3}}\.){''.join(rf'(?<!{word}.)' for word in ABBREVIATIONS)}(?=\s+[a-z]))\n?)",
    re.MULTILINE,
)


class Lead(NamedTuple):
    """What a line begins with; `end` is where its words begin."""

    end: int
    quoted: bool = False
    bullet: bool = False
    box: Box = ""


class Sentence(NamedTuple):
    """`start`–`end` in the plain text, without the bullet before it and the blanks around it."""

    start: int
    end: int
    line: int
    quoted: bool = False
    bullet: bool = False
    box: Box = ""


def sentences(plain: Plain) -> list[Sentence]:
    """In one pass over the text: its lines end where a sentence does."""
    text, found = plain.lower, []
    line, lead = 0, lead_at(text, 0)
    start = lead.end
    for match in BREAK.finditer(plain.cased):
        first, end = match.span()
        ends_line = text[end - 1] == "\n"
        if first < start and not ends_line:  # belongs to the lead: 1.
            continue
        if sentence := trimmed(text, start, end - ends_line):
            found.append(Sentence(*sentence, line, lead.quoted, lead.bullet, lead.box))
        start = end
        if ends_line:
            line, lead = line + 1, lead_at(text, end)
            start = lead.end
    if sentence := trimmed(text, start, len(text)):
        found.append(Sentence(*sentence, line, lead.quoted, lead.bullet, lead.box))
    return found


def lead_at(text: str, start: int) -> Lead:
    if text[start : start + 1].isalpha():
        return Lead(start)
    end = text.find("\n", start)
    found = LEAD.match(text, start, end if end >= 0 else len(text))
    box = box_of(found) if found else ""
    if found and (found["quote"] or found["bullet"] or box):
        return Lead(found.end(), bool(found["quote"]), bool(found["bullet"] or box), box)
    return Lead(start)


def box_of(lead: re.Match[str]) -> Box:
    box, mark = lead["box"], lead["mark"]
    if box is None and mark is None:
        return ""
    return "open" if mark in ("□", "☐") or (box is not None and not box.strip()) else "done"


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Without the blanks around it, None if nothing else is there."""
    if start >= end:
        return None
    if text[start].isspace() or text[end - 1].isspace():
        part = text[start:end].rstrip()
        end = start + len(part)
        start = end - len(part.lstrip())
    return (start, end) if start < end else None
