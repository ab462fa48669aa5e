"""A message cut into sentences and list items, with what its lines say about them."""

import re
from typing import Literal, NamedTuple

from bot.deadlines.english.words import VERBS
from bot.deadlines.patterns import Late, one_of
from bot.deadlines.plain import BLANK, BULLET, EMOJI, Plain

Box = Literal["", "open", "done"]
Heading = Literal["", "topic", "tasks"]

LEAD = Late(
    rf"\s*(?P<blank>[{EMOJI}{BLANK}][\s{EMOJI}{BLANK}]*)?(?P<quote>>[>\s{BLANK}]*)?"
    r"(?P<bullet>(?:[•・◦●○■◆◇▼▽▪‣→⇒➜➔►▸★☆◎▶※|]|[-=–]{1,2}>|"
    r"\#{1,6}(?=\s)|(?:[-–]|\*(?=\s|[^*]*$))(?!\d)|"
    r"(?(blank)(?!)|(?:\(\d{1,2}\)|\(?[a-h]\)(?=\s)|"
    rf"\d{{1,2}}[.)](?=[\sぁ-ヿ一-龠]))))\s*)?(?:(?<=>){BLANK}{{3}}(?!{BLANK}))?\s*"
    r"(?:\[(?P<box>[ x✓✔v済]?|完了|中止|未(?:着手|完了|了)?)\]|"
    rf"(?P<mark>[□☐☑✅☒✔❌✖⬜◻🔲🔳])[\ufe0f{BLANK}]*)?\s*"
)
ABBREVIATIONS = (
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "etc", "approx"),
    *("mr", "mrs", "ms", "dr", "st", "vs", "no", "al", "co", "inc", "ltd", "corp", "dept", "est", "pp"),
    *("prof", "incl", "excl", "resp"),
)
NOT_SHORTENED = "".join(rf"(?<!\b(?i:{word}).)" for word in ABBREVIATIONS)
MONTH_ENDS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ary|rch|ril|une|uly|ust|ber"
NO_DATE = rf"(?<!(?i:{MONTH_ENDS})\s[1-9]\))"  # (by Dec 2)
PICTURES = rf"☀-➿\U0001F300-\U0001FAFF\u200d\ufe0f{BLANK}"  # with what joins them, and names of emoji
PICTURE = r"[☀-➿\U0001F300-\U0001FAFF]"
PARTICLE = (  # then an emoji closes nothing: :raised_hand: をつけてください
    "[をに]|まで|で(?![きはすもし])|が(?!んば|ち|っ)|は(?![いじや])|も(?![うしちろっら])|と(?![りてこもく])|"
    "の(?![ちでり])"
)
BREAK = Late(  # one of these characters first: what follows is tried nowhere else
    r"[\n,;。?!.•)☀-➿\U0001F300-\U0001FAFF]"
    + one_of(
        rf"(?:(?<=[ぁ-ん.].)|(?<=[ぁ-ん]\s.))(?<={PICTURE})[{PICTURES}]*+[^\S\n](?!{PARTICLE})",
        rf"(?<=(?:ます|です|さい|せん|すか|んか).)(?<={PICTURE})[{PICTURES}]*+"
        r"(?![とを、。!?)」』\n])",
        r"(?<=\n)",
        r"(?<=[\s、。:)」]•)",
        rf"(?<=\s[1-9]\)){NO_DATE}(?=[^\S\n])",
        r"(?<![•)])"
        + one_of(
            rf"(?<=[,;])[^\S\n](?=(?:and\s)?(?:{BLANK}+|@[\w.]{{1,20}})\s"
            rf"(?:to|will|please|can|could|would|should|needs|{VERBS})\b)",
            r"(?<=;)[^\S\n](?=[A-Za-z][\w.-]{0,20}:\s)",
            r"(?<=[。?])[。?]*[」』)]*",
            r"(?<=!)!*(?<!\s!)(?!(?:high|高)(?:\s|$))[」』)]*",
            r"(?<=\.)(?<![\s.]\.)\.*+(?<!\b[MD]r\.)(?<!\bMrs\.)(?<!\bProf\.)(?<!\bMs\.)(?<!\bvs\.)"
            r"(?<!\sv\.)(?<!\b[Nn]o\.)(?=\s+[^a-z0-9\s|]|\s*$)",
            rf"(?<=[a-z0-9/:][a-z0-9]\.){NOT_SHORTENED}(?=\s+[a-z])",
        )
        + r"\n?",
    ),
    re.MULTILINE,
)


OPEN_BOXES = {"□", "☐", "⬜", "◻", "🔲", "🔳"}


class Lead(NamedTuple):
    """What a line begins with says about its sentences."""

    quoted: bool = False
    bullet: str = ""
    box: Box = ""


NO_LEAD = Lead()
ARROWS = frozenset(
    {"→", "⇒", "➜", "➔", "->", "=>", "–>", "-->", "==>"}
)  # before what comes of the lines above
COUNTING = {BULLET: 0, ")": 1}  # ends of marks that count items within a line, and what stands before


class Sentence(NamedTuple):
    """`start`–`end` in the plain text, without the bullet before it and the blanks around it."""

    start: int
    end: int
    line: int
    item: int  # a line is one, or several where it counts them (① … ② …)
    quoted: bool = False
    bullet: str = ""  # the mark or number before a list item
    box: Box = ""
    heading: Heading = ""


def sentences(plain: Plain) -> list[Sentence]:
    """In one pass over the text: its lines end where a sentence does."""
    text = plain.lower
    found: list[Sentence] = []
    line, item, (lead, start) = 0, 0, lead_at(text, 0)
    for match in BREAK.finditer(plain.cased):
        first, end = match.span()
        ends_line, counts = text[end - 1] == "\n", text[first] in COUNTING
        if first < start and not ends_line:  # belongs to the lead: 1.
            continue
        if counts:
            end = first - COUNTING[text[first]]
        start, stop = trimmed(text, start, end - ends_line)
        if start < stop:
            found.append(Sentence(start, stop, line, item, *lead))
        start = end
        if ends_line or counts:
            line, item, (lead, start) = line + ends_line, item + 1, lead_at(text, end)
    start, stop = trimmed(text, start, len(text))
    if start < stop:
        found.append(Sentence(start, stop, line, item, *lead))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the blanks around it; empty if nothing else is there."""
    if start < end and (text[end - 1].isspace() or text[start].isspace()):
        part = text[start:end].rstrip()
        end = start + len(part)
        start = end - len(part.lstrip())
    return start, end


def lead_at(text: str, start: int) -> tuple[Lead, int]:
    """What the line begins with, and where its words begin."""
    if text[start : start + 1].isalpha() and text[start + 1 : start + 2] != ")":
        return NO_LEAD, start
    end = text.find("\n", start)
    found = LEAD.match(text, start, end if end >= 0 else len(text))
    box = box_of(found) if found else ""
    if found and (found["quote"] or found["bullet"] or box):
        return Lead(bool(found["quote"]), (found["bullet"] or box).rstrip(), box), found.end()
    return NO_LEAD, start


def box_of(lead: re.Match[str]) -> Box:
    box, mark = lead["box"], lead["mark"]
    if box is None and mark is None:
        return ""
    return (
        "open"
        if mark in OPEN_BOXES or (box is not None and (not box.strip() or box.startswith("未")))
        else "done"
    )
