"""A text read once: its sentences and the deadlines in them."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from bot.deadlines.candidates import Candidate, Spoken, candidate
from bot.deadlines.lazy import lazy
from bot.deadlines.model import Reference
from bot.deadlines.plain import Plain, read_plain
from bot.deadlines.scan import expressions
from bot.deadlines.sentences import sentences


@dataclass(eq=False)
class Reading:
    plain: Plain
    reference: Reference

    @lazy
    def spoken(self) -> list[Spoken]:
        return [Spoken(self.plain, sentence) for sentence in sentences(self.plain)]

    @lazy
    def candidates(self) -> list[Candidate]:
        if not self.spoken:
            return []
        starts = [spoken.sentence.start for spoken in self.spoken]
        found = []
        for expression in expressions(self.plain, self.reference.language):
            spoken = self.spoken[max(0, bisect_right(starts, expression.first) - 1)]
            if one := candidate(expression, spoken, self.reference):
                found.append(one)
        return found

    @property
    def deadline(self) -> Candidate | None:
        return chosen(self.candidates)

    def deadline_in(self, start: int, end: int) -> Candidate | None:
        return chosen(self.candidates_in(start, end))

    def candidates_in(self, start: int, end: int) -> list[Candidate]:
        return [one for one in self.candidates if start <= one.start < end]


def read(text: str, reference: Reference) -> Reading:
    return Reading(read_plain(text), reference)


def chosen(found: Iterable[Candidate]) -> Candidate | None:
    """The one said as a limit of a request, else of anything, else any; those gone by come last.

    Of equals in the first sentence that has them Japanese means the last (its verb comes last:
    初稿は水曜、遅くとも金曜まで), English the first (by Monday so we can ship by Friday).
    """
    everything = list(found)
    if len(everything) < 2:
        return everything[0] if everything else None
    best = max(map(strength, everything))
    equals = [one for one in everything if strength(one) == best]
    first = equals[0].spoken
    return [one for one in equals if one.spoken is first][-1] if first.is_japanese else equals[0]


def strength(one: Candidate) -> tuple[bool, bool, bool, bool]:
    return (not one.deadline.is_past, not one.conceded, one.bound, one.spoken.asks)
