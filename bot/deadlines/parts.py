"""Sentences that may ask, with who and when they name."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.deadlines import speech
from bot.deadlines.candidates import Candidate
from bot.deadlines.english.asking import REMARK, is_labelled
from bot.deadlines.english.noting import is_anothers
from bot.deadlines.lazy import lazy
from bot.deadlines.marks import MARKS, SIGNS
from bot.deadlines.model import Deadline, Priority
from bot.deadlines.patterns import Late
from bot.deadlines.people import Named, Names, named_in
from bot.deadlines.reading import Reading, chosen
from bot.deadlines.roles import TOLD_ABOUT
from bot.deadlines.sentences import Sentence
from bot.deadlines.slots import in_slots
from bot.deadlines.spoken import Spoken
from bot.deadlines.titles import Cut, deadline_cut, owner_cut, without, without_urgency
from bot.deadlines.urgency import priority_of

LONGEST = 3000
REASON = Late(r"(?:な|です)?(?:ので|んで)|(?:だ|です|や)(?:から|し)")
SHORTEST_REQUEST = 8


@dataclass(eq=False)
class Part:
    """A sentence that may ask, with who and when it names."""

    reading: Reading
    spoken: Spoken
    named: list[Named]
    dates: list[Candidate]

    @lazy
    def owner(self) -> Named | None:
        owners = [one for one in self.named if one.is_owner]
        if len(owners) > 1:  # Sato is out, so Bob, could you …
            owners = [one for one in owners if not TOLD_ABOUT.match(self.spoken.written, one.end)] or owners
        return owners[0] if owners else None

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
        text = without(self.reading.plain.raw, start, end, self.cuts)
        return without_urgency(text) if self.priority else text

    @property
    def is_listed(self) -> bool:
        return self.reading.is_listed(self.spoken.index)

    @property
    def is_for_others(self) -> bool:
        """Whether it asks whoever can, or names another: not who is spoken to."""
        return bool(speech.ANYBODY.search(self.spoken.text)) or self.is_anothers

    @lazy
    def is_anothers(self) -> bool:
        """Whether it says itself whose it is: Joris to deliver the picture."""
        return " to " in self.spoken.text and is_anothers(self.spoken.written)

    @property
    def priority(self) -> Priority | None:
        may_press = self.spoken.index in self.reading.pressing
        return priority_of(self.spoken.text) if may_press else None

    @lazy
    def cuts(self) -> list[Cut]:
        return list(self.found_cuts())

    def found_cuts(self) -> Iterator[Cut]:
        raw, offset = self.reading.plain.raw, self.spoken.span[0]
        for date in self.dates:
            if date is self.meant or self.is_beside(date):
                yield deadline_cut(raw, *self.reading.plain.span(date.start, date.end))
        if self.meant and not self.spoken.is_japanese:
            yield from self.remark_behind(self.meant)
        for one in self.named:
            if one.is_owner:
                yield owner_cut(raw, offset + one.start, offset + one.end)

    def is_beside(self, date: Candidate) -> bool:
        """Another limit; a date that gives the reason (納品が12/8なので) goes or stays with it."""
        if date.conceded and not REASON.match(self.reading.plain.lower, date.end):
            return True
        return date.bound and not date.deadline.is_past

    def remark_behind(self, date: Candidate) -> Iterator[Cut]:
        """By Friday, payroll closes right after: the rest of the sentence, if it asks before."""
        start, end = self.spoken.span
        first, last = self.reading.plain.span(date.start, date.end)
        if first - start > SHORTEST_REQUEST and REMARK.match(self.reading.plain.raw, last):
            yield last, end

    def between(self, start: int, stop: int | None) -> str:
        """What is written there, places counted from the sentence, without deadlines and owners."""
        offset = self.spoken.span[0]
        start, stop = offset + start, self.spoken.span[1] if stop is None else offset + stop
        cuts = [cut for cut in self.cuts if start < cut[1] and cut[0] < stop]
        return without(self.reading.plain.raw, start, stop, cuts)


def parts(reading: Reading, names: Names) -> Iterator[Part]:
    """One for each sentence that may say something about requests."""
    marked, dates = reading.holding(*SIGNS), reading.by_sentence
    may_ask = (
        reading.asking | dates.keys() | reading.items | reading.headings | reading.heads | reading.greeting
    )
    may_ask |= reading.listed.keys()
    for index in sorted(may_ask | marked):
        spoken = reading.spoken(index)
        if not is_unread(spoken.sentence) and (index in may_ask or MARKS.search(spoken.written)):
            listed = reading.is_listed(index) or (":" in spoken.text and is_labelled(spoken.written))
            named = named_in(
                spoken.written, names, marked=index in marked, plainly=index in may_ask, listed=listed
            )
            if listed:
                named = with_slots(named, list(in_slots(spoken.written, names)))
            yield Part(reading, spoken, named, dates.get(index, []))


def with_slots(named: list[Named], slots: list[Named]) -> list[Named]:
    """Who stands in a slot of a list item owns it; the others are spoken about."""
    if not slots:
        return named
    found = [one._replace(is_owner=any(overlap(one, slot) for slot in slots)) for one in named]
    found += [slot for slot in slots if not any(overlap(slot, one) for one in named)]
    return sorted(found, key=lambda one: one.start)


def overlap(one: Named, other: Named) -> bool:
    return one.start < other.end and other.start < one.end


def is_unread(sentence: Sentence) -> bool:
    """Said by another or done, or too long to be a sentence."""
    return sentence.quoted or sentence.box == "done" or sentence.end - sentence.start > LONGEST
