"""Items of lists: when they are tasks without a word that asks, and what else an item says."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.deadlines import speech
from bot.deadlines.english import noting
from bot.deadlines.japanese import asking as japanese_asking
from bot.deadlines.parts import Part
from bot.deadlines.people import MENTION
from bot.deadlines.spoken import Spoken

UNSETTLED = re.compile(r"[（(](?:担当|時期|期限|期日|締切)[^（）()]*[）)]$")  # （担当は後日）
ASSIGNING = re.compile(rf"(?:\s?[+&,/]\s?{MENTION.pattern})*\s?[:–—-]\s".replace("?P<id>", "?:"))
CELL = re.compile(r"[\s|｜]*[|｜][\s|｜]*")


def is_task(part: Part, *, in_list: bool) -> bool:
    """Whether its place says that it is one: an open box, the list below a heading, an arrow below a topic."""
    sentence = part.spoken.sentence
    if sentence.box == "open":
        return True
    if not (in_list or part.spoken.is_pointed) or continues(part):
        return False
    if speech.SETTLED.search(part.spoken.text):
        return False
    return (sentence.bullet != "" or is_row(part)) if in_list else follows_up(part)


def continues(part: Part) -> bool:
    """Whether the item began with another sentence."""
    index, sentences = part.spoken.index, part.reading.sentences
    return index > 0 and sentences[index - 1].item == sentences[index].item


def is_row(part: Part) -> bool:
    """Whether a line without a mark says who or when, as the rows of a table do."""
    if not part.spoken.is_japanese and noting.is_noted(part.spoken.written):
        return True
    says_who_or_when = bool(part.owner or part.dates or "|" in part.spoken.text)
    return says_who_or_when and not (part.spoken.asks or speech.STATEMENT.search(part.spoken.text))


def follows_up(part: Part) -> bool:
    """→ 求人票を直す（鈴木さん、今週中）, not → 来月から始めることに決定."""
    spoken = part.spoken
    if spoken.index in part.reading.deciding or speech.OPEN.search(spoken.text):
        return False
    if spoken.looks_back or speech.STATEMENT.search(spoken.text) or speech.TOLD.search(spoken.text):
        return False
    return bool(part.owner or (spoken.is_japanese and (part.dates or japanese_asking.does(part.rest))))


def title_of_item(title: str) -> str:
    """Without what is still open about it; of a row the first cell that says something."""
    if "|" in title or "｜" in title:
        title = next((one for one in CELL.split(title) if one and not one.isdecimal()), "")
    return UNSETTLED.sub("", title)


def rest_of_items(every: Sequence[Part]) -> Mapping[int, list[Part]]:
    """What list items say behind their first sentence, and other lines of when, by the number of the item."""
    found: dict[int, list[Part]] = {}
    for part in every:
        if (part.spoken.sentence.bullet or says_when(part)) and continues(part):
            found.setdefault(part.spoken.sentence.item, []).append(part)
    return found


def says_when(part: Part) -> bool:
    """Nothing else: Deadline: 4 December."""
    return bool(part.meant and part.meant.bound and not part.rest)


def opens_with_owner(part: Part) -> bool:
    """<@U1> – banner text, Friday: an item that says whose it is and when, in no list of tasks."""
    owner, written = part.owner, part.spoken.written
    if not (part.spoken.sentence.bullet and owner and part.meant) or owner.start:
        return False
    return bool(ASSIGNING.match(written, owner.end)) and (part.meant.bound or written[0] in "<@")


def counted_in_a_line(every: Sequence[Part]) -> dict[int, Part]:
    """The last of the items that a line counts, where it asks: for all (①見積 ②納品書をお願いします)."""
    items = [part for part in every if part.spoken.sentence.bullet]
    neighbours = ((one.spoken.sentence, two) for one, two in pairwise(items))
    return {
        one.line: two
        for one, two in neighbours
        if one.line == two.spoken.sentence.line
        and one.item != two.spoken.sentence.item
        and two.spoken.may_ask
    }


def is_other_item(one: Spoken, two: Spoken) -> bool:
    """Whether they are different items of a list."""
    return bool(one.sentence.bullet and two.sentence.bullet) and one.sentence.item != two.sentence.item
