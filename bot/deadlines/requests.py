"""Sentences and list items that ask for something."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from bot.deadlines import english_asking, japanese_asking, speech
from bot.deadlines.candidates import Candidate, Spoken
from bot.deadlines.model import Deadline, Mentionable, Request
from bot.deadlines.people import MARKS, Named, named_in
from bot.deadlines.reading import Reading, chosen
from bot.deadlines.titles import Cut, deadline_cut, owner_cut, without, without_urgency
from bot.deadlines.urgency import priority_of

LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Heading:
    """What the line above a list says about its items (金曜までに以下をお願いします)."""

    owner: str | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence that may ask, with who and when it names."""

    reading: Reading
    spoken: Spoken
    named: list[Named]
    dates: list[Candidate]

    @property
    def owner(self) -> Named | None:
        return next((one for one in self.named if one.is_owner), None)

    @property
    def deadline(self) -> Deadline | None:
        found = chosen(self.dates)
        return found and found.deadline

    @property
    def raw_bounds(self) -> tuple[int, int]:
        return self.reading.plain.span(self.spoken.sentence.start, self.spoken.sentence.end)

    @property
    def rest(self) -> str:
        """The sentence without its deadline, its owner and its urgency."""
        start, end = self.raw_bounds
        return without_urgency(without(self.reading.plain.raw, start, end, self.cuts()))

    def cuts(self) -> Iterator[Cut]:
        raw, offset = self.reading.plain.raw, self.raw_bounds[0]
        for date in self.dates:
            yield deadline_cut(raw, *self.reading.plain.span(date.start, date.end))
        for one in self.named:
            if one.is_owner:
                yield owner_cut(raw, offset + one.start, offset + one.end)


def requests(reading: Reading, people: Collection[Mentionable]) -> tuple[Request, ...]:
    found = list(asked_in_turn(reading, people))
    return tuple(with_deadline_beside(found, reading))


def asked_in_turn(reading: Reading, people: Collection[Mentionable]) -> Iterator[Request]:
    """Requests in their order; whom a sentence opens with is addressed until another is."""
    addressed: str | None = None
    heading: Heading | None = None
    names_anyone = bool(MARKS.search(reading.plain.raw))
    for index, spoken in enumerate(reading.spoken):
        sentence = spoken.sentence
        if sentence.quoted or sentence.box == "done" or sentence.end - sentence.start > LONGEST:
            continue
        may_ask = spoken.may_ask or sentence.bullet or spoken in reading.by_sentence
        if not may_ask and not names_anyone:
            heading = None
            continue
        part = part_of(reading, spoken, people, may_ask)
        owner = part.owner
        if owner and owner.opens:
            addressed = owner.id
        if not sentence.bullet:
            heading = heading_of(part, addressed) if heads_a_list(reading, index) else None
        if not heading or sentence.bullet:
            yield from request_of(part, heading, addressed)


def part_of(reading: Reading, spoken: Spoken, people: Collection[Mentionable], may_ask: bool) -> Part:
    first, last = reading.plain.span(spoken.sentence.start, spoken.sentence.end)
    named = named_in(reading.plain.raw[first:last], people, plainly=may_ask)
    return Part(reading, spoken, named, reading.by_sentence.get(spoken, []))


def heads_a_list(reading: Reading, index: int) -> bool:
    """Whether the next line is a list item and the sentence announces it."""
    below = reading.spoken[index + 1] if index + 1 < len(reading.spoken) else None
    return below is not None and below.sentence.bullet and bool(speech.TASK_HEADING.search(reading.spoken[index].text))


def heading_of(part: Part, addressed: str | None) -> Heading:
    return Heading(part.owner.id if part.owner else addressed, part.deadline)


def request_of(part: Part, heading: Heading | None, addressed: str | None) -> Iterator[Request]:
    title = title_of(part, listed=bool(heading) or part.spoken.sentence.box == "open")
    if not title:
        return
    owner, above = part.owner, heading or Heading()
    yield Request(
        title=title,
        owner=(owner.id if owner else None) or above.owner or addressed,
        deadline=part.deadline or above.deadline,
        priority=priority_of(part.spoken.text),
        span=part.raw_bounds,
    )


def title_of(part: Part, *, listed: bool) -> str | None:
    """What is asked, None if nothing is; in a list of tasks everything is."""
    spoken = part.spoken
    enough = listed or bool(part.owner) or any(date.bound for date in part.dates)
    if spoken.is_formula or not (spoken.asks or enough) or (not listed and is_told(spoken)):
        return None
    rest = part.rest
    if not rest:
        return None
    asking = japanese_asking if spoken.is_japanese else english_asking
    return asking.asked(rest, enough=enough) or (rest if listed else None)


def is_told(spoken: Spoken) -> bool:
    """Whether it reports what is done or where somebody is."""
    return spoken.looks_back or spoken.is_idle


def with_deadline_beside(found: list[Request], reading: Reading) -> list[Request]:
    """A deadline in a sentence of its own (金曜までです。) belongs to the only request without one."""
    if len(found) != 1 or found[0].deadline:
        return found
    beside = chosen(reading.candidates)
    return [replace(found[0], deadline=beside.deadline)] if beside else found
