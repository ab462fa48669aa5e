"""What sentences beside a request add to it: who, when, how urgent; what only presses for it."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.deadlines import speech
from bot.deadlines.candidates import Candidate
from bot.deadlines.english import asking as english_asking
from bot.deadlines.items import is_other_item
from bot.deadlines.japanese import asking as japanese_asking
from bot.deadlines.model import Request, Span
from bot.deadlines.parts import Part
from bot.deadlines.patterns import Late
from bot.deadlines.reading import Reading, chosen
from bot.deadlines.spoken import is_formula
from bot.deadlines.urgency import URGENT_WORDS, priority_of
from bot.deadlines.wanted import title_of

ALL_OF_IT = {"both", "all", "all of it", "all of them", "all of these", "them", "these", "everything"}
CLOSING_MARKS = " 　。.!！🙏→⇒"
CALLED_URGENT = Late(rf"[^\w【\[]*(?=[【\[]){URGENT_WORDS.pattern}", re.IGNORECASE)  # 【緊急】


def said_once(found: Iterable[Request]) -> list[Request]:
    """A request and what only presses for it (金曜までに見てもらえると助かります) are one."""
    kept: list[Request] = []
    for one in found:
        before = kept[-1] if kept else None
        if before and presses_for(before, one):
            meant = kept if one.title.lower() in ALL_OF_IT else [before]
            kept[-len(meant) :] = [completed(earlier, one) for earlier in meant]
        else:
            kept.append(one)
    return kept


def completed(one: Request, by: Request) -> Request:
    return replace(
        one,
        owner=one.owner or by.owner,
        deadline=one.deadline or by.deadline,
        priority=one.priority or by.priority,
    )


def presses_for(before: Request, one: Request) -> bool:
    """Whether it asks for what the request before it asks."""
    if before.deadline and one.deadline:
        return False
    title = one.title.lower()
    if japanese_asking.PRESSING.match(title):
        return True
    refers = japanese_asking.REFERRING.match(title) or english_asking.PRESSING.fullmatch(title)
    return bool(refers) and (not (before.owner and one.owner) or before.owner == one.owner)


def with_owner_beside(found: list[Request], every: Sequence[Part]) -> list[Request]:
    """鈴木さん、よろしくお願いします or a mention at the end: what had no owner is theirs.

    So is the only request of a record (担当：鈴木), wherever it says so.
    """
    below = every if len(found) == 1 else every[-1:]
    owner = next((part.owner for part in reversed(below) if part.owner and hands_over(part)), None)
    if owner is None and len(found) == 1 and closes_with_owner(every[-1]):
        owner = every[-1].owner
    if owner is None:
        return found
    return [one if one.owner else replace(one, owner=owner.id) for one in found]


def hands_over(part: Part) -> bool:
    """Not 鈴木さん、昨日はありがとうございました: that is for what was done."""
    return says_no_more(part) and not speech.THANKED.search(part.spoken.text)


def closes_with_owner(part: Part) -> bool:
    """Behind a remark, at the end of all: 今の証明書は12/2までです @suzuki."""
    return part.owner is not None and not part.spoken.written[part.owner.end :].strip(CLOSING_MARKS)


def says_no_more(part: Part) -> bool:
    """Whether it only names somebody, politely or not, or urges (急ぎなので、よろしく)."""
    rest = part.rest.strip(CLOSING_MARKS)
    return not rest or is_formula(rest.lower()) or title_of(part, listed=False) == ""


def with_priority_beside(found: list[Request], reading: Reading) -> list[Request]:
    """What is pressing in a sentence of its own (URGENT @bob the site is down.) is the only request.

    So are all below 【緊急】.
    """
    if not reading.pressing or not (len(found) == 1 or CALLED_URGENT.match(reading.plain.lower)):
        return found
    pressing = priority_of(reading.plain.lower)
    return [one if one.priority else replace(one, priority=pressing) for one in found]


def with_deadline_beside(found: list[Request], every: Sequence[Part], reading: Reading) -> list[Request]:
    """A deadline in a sentence of its own (金曜までです。) belongs to the only request without one."""
    if len(found) != 1:
        asked = {one.span for one in found}
        return [one if one.deadline else with_deadline_behind(one, every, reading, asked) for one in found]
    if found[0].deadline:
        return found
    asking = next(part.spoken for part in every if part.spoken.span == found[0].span)
    field = speech.FIELD.match(asking.text)
    others = (one for one in reading.candidates if field or not is_other_item(one.spoken, asking))
    beside = chosen(one for one in others if says_only_when(one))
    return [replace(found[0], deadline=beside.deadline)] if beside else found


def with_deadline_behind(
    one: Request, every: Sequence[Part], reading: Reading, asked: Collection[Span]
) -> Request:
    """Where the next sentence asks nothing, and says by when: …してもらえますか？明日までだと助かります."""
    asking = next(part.spoken for part in every if part.spoken.span == one.span)
    behind = reading.by_sentence.get(asking.index + 1, [])
    said = chosen(date for date in behind if says_by_when(date))
    if (
        said is None
        or said.spoken.span in asked
        or reading.sentences[asking.index + 1].line != asking.sentence.line
    ):
        return one
    return replace(one, deadline=said.deadline)


def says_by_when(one: Candidate) -> bool:
    """こちらは金曜までで大丈夫です, Legal wants it back on Monday: of what was asked before."""
    enough = speech.ENOUGH.match(one.spoken.plain.lower, one.end)
    refers_back = speech.REFERS_BACK.match(one.spoken.text)
    return bool(refers_back or (one.limits and (enough or says_little_more(one))))


def says_little_more(one: Candidate) -> bool:
    start, end = one.spoken.span
    return (end - start) - (one.end - one.start) <= (10 if one.spoken.is_japanese else 18)


def says_only_when(one: Candidate) -> bool:
    """Whether its sentence says hardly more, or speaks of what is asked: not 17時にはタグを切ります."""
    return (
        (one.limits and not one.spoken.sentence.bullet)
        or bool(speech.REFERS_BACK.match(one.spoken.text))
        or (says_little_more(one) and not one.spoken.text.endswith(":"))
    )


def with_deadline_for_each(found: list[Request], reading: Reading) -> list[Request]:
    """どちらも金曜中で, both by Thursday: the deadline of all that have none."""
    each = chosen(one for one in reading.candidates if one.for_each)
    if each is None:
        return found
    return [one if one.deadline else replace(one, deadline=each.deadline) for one in found]
