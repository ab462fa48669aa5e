"""Sentences and list items that ask for something."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from bot.deadlines import english_asking, japanese_asking, speech
from bot.deadlines.candidates import Candidate, Spoken
from bot.deadlines.model import Deadline, Mentionable, Request
from bot.deadlines.people import Named, named_in
from bot.deadlines.reading import Reading, chosen
from bot.deadlines.titles import Cut, deadline_cut, owner_cut, without, without_urgency
from bot.deadlines.urgency import priority_of

LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line above a list says about its items (金曜までに以下をお願いします)."""

    owner: str | None
    deadline: Deadline | None


def requests(reading: Reading, people: Collection[Mentionable]) -> tuple[Request, ...]:
    found = list(asked_in_turn(reading, people))
    return tuple(with_deadlines_beside(found, reading))


def asked_in_turn(reading: Reading, people: Collection[Mentionable]) -> Iterator[Request]:
    """Requests in their order; whom a sentence addresses is addressed until the next is."""
    addressed: str | None = None
    heading: Heading | None = None
    for spoken in reading.spoken:
        sentence = spoken.sentence
        if sentence.quoted or sentence.end - sentence.start > LONGEST:
            continue
        one = Part(reading, spoken, people)
        if one.addressed:
            addressed = one.addressed
        if not sentence.bullet:
            heading = one.heading(addressed)
            if heading:
                continue
        elif sentence.box == "done":
            continue
        request = one.request(heading if sentence.bullet else None)
        if request:
            yield request if request.owner else replace(request, owner=addressed)


@dataclass(frozen=True)
class Part:
    """One sentence on its way to a request."""

    reading: Reading
    spoken: Spoken
    people: Collection[Mentionable]

    @property
    def bounds(self) -> tuple[int, int]:
        return self.spoken.sentence.start, self.spoken.sentence.end

    @property
    def raw_bounds(self) -> tuple[int, int]:
        return self.reading.plain.span(*self.bounds)

    @property
    def raw(self) -> str:
        start, end = self.raw_bounds
        return self.reading.plain.raw[start:end]

    @property
    def named(self) -> list[Named]:
        return named_in(self.raw, self.people)

    @property
    def owner(self) -> Named | None:
        return next((one for one in self.named if one.is_owner), None)

    @property
    def addressed(self) -> str | None:
        """Whom the sentence opens with: they are meant by what follows, too."""
        owner = self.owner
        return owner.id if owner and owner.opens else None

    @property
    def found(self) -> Candidate | None:
        return self.reading.deadline_in(*self.bounds)

    def heading(self, addressed: str | None) -> Heading | None:
        if not speech.TASK_HEADING.search(self.spoken.text):
            return None
        rest = self.spoken.text.rstrip()
        if not rest.endswith((":", "。", "す", "い", "】", "]", "*", "m", "s", "o", "p", "目", "ク", "題", "ン", "と")):
            return None
        return Heading(self.owner.id if self.owner else addressed, self.found and self.found.deadline)

    def request(self, heading: Heading | None) -> Request | None:
        title = self.title(heading)
        if not title:
            return None
        found, owner = self.found, self.owner
        deadline = found.deadline if found else heading.deadline if heading else None
        return Request(
            title=title,
            owner=owner.id if owner else heading.owner if heading else None,
            deadline=deadline,
            priority=priority_of(self.spoken.text),
            span=self.raw_bounds,
        )

    def title(self, heading: Heading | None) -> str | None:
        if self.spoken.is_formula:
            return None
        rest = without_urgency(self.rest)
        listed = bool(heading) or self.spoken.sentence.box == "open"
        if not rest or (not listed and self.is_told):
            return None
        asked = japanese_asking.asked if self.spoken.is_japanese_or_kanji else english_asking.asked
        enough = listed or bool(self.owner) or bool(self.found and self.found.bound)
        return asked(rest, enough=enough) or (rest if listed else None)

    @property
    def is_told(self) -> bool:
        """Whether it reports what is done, without asking."""
        return not self.spoken.asks and (self.spoken.looks_back or self.spoken.is_idle)

    @property
    def rest(self) -> str:
        """The sentence without its deadline and owner."""
        start, end = self.raw_bounds
        return without(self.reading.plain.raw, start, end, self.cuts())

    def cuts(self) -> Iterator[Cut]:
        raw, offset = self.reading.plain.raw, self.raw_bounds[0]
        for date in self.reading.candidates_in(*self.bounds):
            yield deadline_cut(raw, *self.reading.plain.span(date.start, date.end))
        for one in self.named:
            if one.is_owner:
                yield owner_cut(raw, offset + one.start, offset + one.end)


def with_deadlines_beside(found: list[Request], reading: Reading) -> list[Request]:
    """A deadline in a sentence of its own (金曜までです。) belongs to the only request without one."""
    alone = [one for one in found if one.deadline is None]
    spans = [one.span for one in found]
    free = [
        one
        for one in reading.candidates
        if not any(start <= one.deadline.span[0] < end for start, end in spans)
    ]
    best = chosen(free)
    if len(found) != 1 or not alone or best is None:
        return found
    return [replace(alone[0], deadline=best.deadline)]
