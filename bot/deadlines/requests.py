"""Sentences and list items that ask for something."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.deadlines import speech
from bot.deadlines.candidates import Candidate, Spoken, is_formula
from bot.deadlines.english import asking as english_asking
from bot.deadlines.japanese import asking as japanese_asking
from bot.deadlines.lazy import lazy
from bot.deadlines.model import Deadline, Mentionable, Priority, Request
from bot.deadlines.people import MARKS, Named, Names, named_in, names_of
from bot.deadlines.reading import Reading, chosen
from bot.deadlines.titles import Cut, deadline_cut, owner_cut, without, without_urgency
from bot.deadlines.urgency import priority_of

LONGEST = 3000
SHARED = re.compile(r"^(?:が|は|に|で)?[、,\s]*([^、。]+?)は\s?$")
"""What stands between the names where each is given its part."""
HANDED = re.compile(r"\s?(?:で(?!す|し)|に(?=お|頼|任)|が?担当|お願い|よろ)[^、。]{0,12}[。!！\s]*$")
SHARE = re.compile(r"\s?は")
"""Behind somebody's name: what follows is theirs, and others have other parts."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the line above a list says about its items (金曜までに以下をお願いします)."""

    owner: str | None = None
    deadline: Deadline | None = None


@dataclass(eq=False)
class Part:
    """A sentence that may ask, with who and when it names."""

    reading: Reading
    spoken: Spoken
    named: list[Named]
    dates: list[Candidate]

    @lazy
    def owner(self) -> Named | None:
        return next((one for one in self.named if one.is_owner), None)

    @lazy
    def meant(self) -> Candidate | None:
        return chosen(self.dates)

    @property
    def deadline(self) -> Deadline | None:
        return self.meant and self.meant.deadline

    @lazy
    def rest(self) -> str:
        """The sentence without its deadline, its owner and its urgency."""
        start, end = self.spoken.span
        text = without(self.reading.plain.raw, start, end, self.cuts())
        return without_urgency(text) if self.spoken.may_press else text

    @property
    def priority(self) -> Priority | None:
        return priority_of(self.spoken.text) if self.spoken.may_press else None

    def cuts(self) -> Iterator[Cut]:
        raw, offset = self.reading.plain.raw, self.spoken.span[0]
        for date in (date for date in self.dates if date is self.meant or date.bound or date.conceded):
            yield deadline_cut(raw, *self.reading.plain.span(date.start, date.end))
        for one in self.named:
            if one.is_owner:
                yield owner_cut(raw, offset + one.start, offset + one.end)


def requests(reading: Reading, people: Collection[Mentionable]) -> tuple[Request, ...]:
    every = list(parts(reading, names_of(tuple(people))))
    found = list(asked_in_turn(reading, every))
    found = with_deadline_beside(with_owner_below(found, every), reading)
    return tuple(with_deadline_for_each(found, reading))


def asked_in_turn(reading: Reading, every: Sequence[Part | None]) -> Iterator[Request]:
    """Requests in their order; whom a sentence opens with is addressed until another is."""
    addressed: str | None = None
    heading: Heading | None = None
    for index, part in enumerate(every):
        if part is None:
            heading = None
            continue
        owner, listed = part.owner, part.spoken.sentence.bullet
        if owner and owner.opens and not listed:
            addressed = owner.id
        if not listed:
            heading = heading_of(part, addressed) if heads_a_list(reading, index) else None
        if not heading or listed:
            yield from request_of(part, heading, addressed)


def parts(reading: Reading, names: Names) -> Iterator[Part | None]:
    """One for each sentence, None for those that cannot say anything about requests."""
    naming, dates = reading.holding(MARKS), reading.by_sentence
    for index, spoken in enumerate(reading.spoken):
        sentence = spoken.sentence
        may_ask = spoken.may_ask or sentence.bullet or spoken in dates
        if sentence.quoted or sentence.box == "done" or sentence.end - sentence.start > LONGEST:
            yield None
        elif may_ask or (index in naming and MARKS.search(spoken.written)):
            yield part_of(reading, spoken, names, may_ask)
        else:
            yield None


def part_of(reading: Reading, spoken: Spoken, names: Names, plainly: bool) -> Part:
    named = named_in(spoken.written, names, plainly=plainly)
    return Part(reading, spoken, named, reading.by_sentence.get(spoken, []))


def heads_a_list(reading: Reading, index: int) -> bool:
    """Whether the next line is a list item and the sentence announces it."""
    below = reading.spoken[index + 1] if index + 1 < len(reading.spoken) else None
    return (
        below is not None
        and below.sentence.bullet
        and bool(speech.TASK_HEADING.search(reading.spoken[index].text))
    )


def heading_of(part: Part, addressed: str | None) -> Heading:
    return Heading(part.owner.id if part.owner else addressed, part.deadline)


def request_of(part: Part, heading: Heading | None, addressed: str | None) -> Iterator[Request]:
    shares = list(handed_out(part))
    title = title_of(part, listed=bool(heading) or part.spoken.sentence.box == "open")
    if not title and not shares:
        return
    above = heading or Heading()
    whole = Request(
        title=title or "",
        owner=(part.owner.id if part.owner else None) or above.owner or addressed,
        deadline=part.deadline or above.deadline,
        priority=part.priority,
        span=part.spoken.span,
    )
    shares = shares or list(shares_of(part))
    yield from (replace(whole, title=its, owner=owner) for owner, its in shares) if shares else [whole]


def shares_of(part: Part) -> Iterator[tuple[str, str]]:
    """(owner id, title) of each where one verb asks several (鈴木さんは議事録、佐藤さんは資料を…)."""
    owners = [one for one in part.named if one.is_owner and SHARE.match(part.spoken.written, one.end)]
    if len(owners) < 2:
        return
    offset, end = part.spoken.span
    cuts = list(part.cuts())
    starts = [offset, *(offset + one.start for one in owners[1:])]
    for owner, start, stop in zip(owners, starts, [*starts[1:], end], strict=True):
        rest = without(
            part.reading.plain.raw, start, stop, [cut for cut in cuts if start < cut[1] and cut[0] < stop]
        )
        title = japanese_asking.asked(rest, enough=True, firm=True) or japanese_asking.tidied(rest)
        if title:
            yield owner.id, title


def handed_out(part: Part) -> Iterator[tuple[str, str]]:
    """(owner id, title) of each where it only says who does what (議事録は鈴木さん、見積もりは佐藤さんで)."""
    written, offset = part.spoken.written, part.spoken.span[0]
    owners = [one for one in part.named if one.is_owner]
    if len(owners) < 2 or not HANDED.match(written, owners[-1].end):
        return
    cuts = [
        deadline_cut(part.reading.plain.raw, *part.reading.plain.span(one.start, one.end))
        for one in part.dates
    ]
    for owner, start in zip(owners, [0, *(one.end for one in owners)], strict=False):
        rest = without(part.reading.plain.raw, offset + start, offset + owner.start, cuts)
        share = SHARED.match(rest)
        if share is None:
            return
        yield owner.id, japanese_asking.tidied(share[1])


def title_of(part: Part, *, listed: bool) -> str | None:
    """What is asked, None if nothing is; in a list of tasks everything is."""
    spoken = part.spoken
    bound = any(date.bound for date in part.dates)
    firm = listed or bool(part.owner) or bound
    enough = firm or bool(part.dates) or part.priority is not None
    if not (spoken.may_ask or enough) or (not listed and is_told(spoken)):
        return None
    rest = part.rest
    if not rest or is_formula(rest.lower(), bound=bound):
        return None
    if not spoken.is_japanese:
        return english_asking.asked(rest, enough=enough, firm=firm) or (rest if listed else None)
    promised = japanese_asking.promised(rest) if part.owner and bound else None
    return japanese_asking.asked(rest, enough=enough, firm=firm) or promised or (rest if listed else None)


def is_told(spoken: Spoken) -> bool:
    """Whether it reports what is done or where somebody is."""
    return not spoken.may_ask and (spoken.looks_back or spoken.is_idle or spoken.asks_back)


def with_owner_below(found: list[Request], every: Sequence[Part | None]) -> list[Request]:
    """鈴木さん、よろしくお願いします or a mention at the end: what had no owner is theirs."""
    last = next((part for part in reversed(every) if part), None)
    owner = last.owner if last and found and says_no_more(last) else None
    if owner is None:
        return found
    return [one if one.owner else replace(one, owner=owner.id) for one in found]


def says_no_more(part: Part) -> bool:
    """Whether it only names somebody, politely or not."""
    return not part.rest or is_formula(part.rest.lower())


def is_other_item(one: Spoken, two: Spoken) -> bool:
    """Whether they are different items of a list."""
    return one.sentence.bullet and two.sentence.bullet and one.sentence.line != two.sentence.line


def with_deadline_beside(found: list[Request], reading: Reading) -> list[Request]:
    """A deadline in a sentence of its own (金曜までです。) belongs to the only request without one."""
    if len(found) != 1 or found[0].deadline:
        return found
    asking = next((one for one in reading.spoken if one.span == found[0].span), None)
    beside = chosen(one for one in reading.candidates if not asking or not is_other_item(one.spoken, asking))
    return [replace(found[0], deadline=beside.deadline)] if beside else found


def with_deadline_for_each(found: list[Request], reading: Reading) -> list[Request]:
    """どちらも金曜中で, both by Thursday: the deadline of all that have none."""
    each = chosen(one for one in reading.candidates if one.for_each)
    if each is None:
        return found
    return [one if one.deadline else replace(one, deadline=each.deadline) for one in found]
