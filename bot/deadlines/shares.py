"""Sentences that ask for several things: of several people a part each, or each by its own day."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.deadlines.candidates import Candidate
from bot.deadlines.english import asking as english_asking
from bot.deadlines.japanese import asking as japanese_asking
from bot.deadlines.japanese.tidying import as_title, tidied
from bot.deadlines.model import Deadline
from bot.deadlines.parts import Part
from bot.deadlines.patterns import Late, one_of
from bot.deadlines.people import Named
from bot.deadlines.reading import chosen
from bot.deadlines.roles import IS_TO


class Share(NamedTuple):
    """`owner` and `deadline` where they are those of this share alone; `apart`: no other's is its own."""

    title: str
    owner: str | None = None
    deadline: Deadline | None = None
    apart: bool = False


JOINING = Late(r"[,;\s]+(?:and|while|then|but)?\s*$", re.IGNORECASE)
ASSIGNED = Late(r"\s?(?:[:：→]|->|=>)\s?")  # behind a name: no verb is needed
THEIRS = Late(rf"\s?は|{ASSIGNED.pattern}")  # behind a name: what follows is that person's
GIVEN = Late(
    r"^(?:が|は|に|で)?[、,\s]*(?:[^、。]{1,20}、)?([^、。]+?)は\s?$"
)  # before a name: what that person is given
ENDING = Late(r"[、,\s]*(?:で(?!す|し)|に(?=お|頼|任)|が?担当|お願い|よろ)[^、。]{0,12}[。!！\s]*$")

THING = Late(r"^([^、。]+?)(?:(?:を|は)|(?<=[^ぁ-ん\s])(?:が|と|し)?)[、,\s]*$")
PARTICLE_OF_DAY = Late(r"^(?:に|は|で)?[、,\s]*")
CLOSING = Late(  # behind the last day: what it asks was said before
    r"^[、,\s]*(?:までに|に|で|を)?"
    + one_of(
        r"(?:お願い|おねがい|よろ|宜し|ください|下さい|頼)[^、。]*",
        r"です|please|pls|thanks?|厳守",
    )
    + r"?[。.!！\s]*$",
    re.IGNORECASE,
)
ENGLISH_THING = Late(
    r"^(?:[,;\s]|and\s|then\s)*((?!so\b|because|but\b|or\b|otherwise\b|\w+['’]|we\b|i\b|"
    r"they\b|it\b|which|when|if\b)(?!.*\b(?:is|are|was|were|will|has|have|had|can|must|"
    r"wants?)\b)[a-z][^,;]*)[,;\s]*$",
    re.IGNORECASE,
)


def shared(part: Part, *, asked: bool) -> Iterator[Share]:
    """Of one verb that asks several (鈴木さんは議事録、佐藤さんは資料を…) or none (鈴木さん→議事録、…)."""
    written, behind = part.spoken.written, THEIRS if asked else ASSIGNED
    owners = [
        one for one in part.named if one.is_owner and (behind.match(written, one.end) or one.start == 0)
    ]
    if len(owners) < 2 or not behind.match(written, owners[-1].end):
        return
    starts = [0, *(one.start for one in owners[1:]), len(written)]
    dates = [(place_in(part, date)[0], date) for date in part.dates]
    for owner, (start, stop) in zip(owners, pairwise(starts), strict=True):
        deadline = chosen(date for place, date in dates if start <= place < stop)
        rest = ASSIGNED.sub("", part.between(start, stop), count=1)
        title = japanese_asking.asked(rest, enough=True, firm=True) or as_title(rest)
        if title:
            yield Share(title, owner.id, deadline and deadline.deadline)


def each_tasked(part: Part) -> Iterator[Share]:
    """Of what several people will do (Tom will draft it and Emma will translate it by Wednesday)."""
    if part.spoken.is_japanese:
        return
    written = part.spoken.written
    owners = [one for one in part.named if one.is_owner and IS_TO.match(written, one.end)]
    if len(owners) < 2:
        return
    stops = [*(one.start for one in owners[1:]), len(written)]
    dates = [(place_in(part, date)[0], date) for date in part.dates]
    for owner, stop in zip(owners, stops, strict=True):
        rest = JOINING.sub("", part.between(owner.start, stop))
        deadline = chosen(date for place, date in dates if owner.start < place < stop)
        if title := english_asking.asked(rest, enough=True, firm=True):
            yield Share(title, owner.id, deadline and deadline.deadline, apart=True)


def handed_out(part: Part) -> Iterator[Share]:
    """Of what only says who does what (議事録は鈴木さん、見積もりは佐藤さんで)."""
    owners = [one for one in part.named if one.is_owner]
    if len(owners) > 1 and ENDING.match(part.between(owners[-1].end, len(part.spoken.written))):
        before = [GIVEN.match(part.between(start, stop)) for start, stop in gaps_before(owners)]
        for owner, found in zip(owners, before, strict=True):
            if found and all(before):
                yield Share(tidied(found[1]), owner.id)


def gaps_before(owners: list[Named]) -> list[tuple[int, int]]:
    starts = [0, *(one.end for one in owners)]
    return [(start, owner.start) for start, owner in zip(starts, owners, strict=False)]


def timed(part: Part) -> list[Share]:
    """Of what is due by several days: 11/28までに原稿、11/30までに校正を; draft by 5/1, final by 9/1."""
    dates = [date for date in part.dates if date.limits and not (date.conceded or date.deadline.is_past)]
    if len(dates) < 2 or len(dates) < len(part.dates):
        return []
    titles = [title_of_share(piece, part) for piece in pieces_of(part, dates)]
    if not all(titles):
        return []
    return [Share(title or "", deadline=date.deadline) for title, date in zip(titles, dates, strict=True)]


def pieces_of(part: Part, dates: Sequence[Candidate]) -> list[str]:
    """What each date is for: what follows it where the sentence begins with one, else what stands before."""
    places = [place_in(part, date) for date in dates]
    starts, ends = [start for start, _ in places], [end for _, end in places]
    if part.between(0, starts[0]):
        closed = CLOSING.match(part.between(ends[-1], None))
        return [part.between(*place) for place in zip([0, *ends], starts, strict=False)] if closed else [""]
    return [part.between(end, start) for end, start in zip(ends, [*starts[1:], None], strict=True)]


def place_in(part: Part, date: Candidate) -> tuple[int, int]:
    """Where it stands in its sentence as written."""
    offset = part.spoken.span[0]
    start, end = part.reading.plain.span(date.start, date.end)
    return start - offset, end - offset


def title_of_share(piece: str, part: Part) -> str | None:
    """None for what names no thing: 遅くとも, so we can ship."""
    if part.spoken.is_japanese:
        piece = PARTICLE_OF_DAY.sub("", piece)
        thing = THING.match(piece)
        return japanese_asking.asked(piece, enough=True, firm=True) or (tidied(thing[1]) if thing else None)
    thing = ENGLISH_THING.match(piece)
    return english_asking.asked(piece, enough=True, firm=True) or (thing[1].strip() if thing else None)
