"""What the rules of a language are made of, and how they are tried on a text.

A rule is a pattern and what it says. A rule that says nothing (`None`) is a guard: it consumes what
looks like a date and is none. A text is scanned once; where it looks like the opening of rules only
these are tried, the first that matches wins, even one that then says nothing (a guard, sat without its
capital).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.deadlines.lazy import lazy
from bot.deadlines.meaning import Meaning
from bot.deadlines.openings import opening_at, openings
from bot.deadlines.patterns import Late
from bot.deadlines.plain import Plain
from bot.deadlines.tries import leap

Says = Meaning | Callable[..., Meaning | None] | None


class Rule(NamedTuple):
    """`says` gets the pattern's groups ("" for those that took no part).

    `capital`: only where the text is written with a capital (Sat, May).
    """

    pattern: str
    says: Says = None
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """Rules and the small words around them; all patterns see `Plain.lower`."""

    rules: tuple[Rule, ...]
    links: tuple[str, ...]  # what may stand between two parts of one expression
    ranges: tuple[str, ...]  # what stands between the ends of a range


class Piece(NamedTuple):
    start: int
    end: int
    meaning: Meaning


def latin_ends(pattern: str) -> str:
    """With words that also end where Japanese begins (EODまで)."""
    return pattern.replace(r"\b", r"(?a:\b)")


class Tried:
    """A rule whose pattern is compiled when it is first tried."""

    def __init__(self, rule: Rule) -> None:
        self.pattern = Late(lambda: latin_ends(rule.pattern))
        self.says, self.capital = rule.says, rule.capital


class Grammar:
    """The rules of all languages together: people mix them (EODまで, by 金曜)."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self.rules = [rule for language in languages for rule in language.rules]
        self.tried = [Tried(rule) for rule in self.rules]
        self.leap = Late(lambda: leap(sorted(self.opened)), re.DOTALL)
        self.rules_of = lru_cache(maxsize=4096)(self.rules_opened_by)

    @lazy
    def opened(self) -> dict[str, set[int]]:
        """The numbers of the rules that each opening may be of."""
        found: dict[str, set[int]] = {}
        for number, rule in enumerate(self.rules):
            for opening in openings(rule.pattern):
                found.setdefault(opening, set()).add(number)
        return found

    def pieces(self, plain: Plain) -> list[Piece]:
        """What the rules find, from left to right, without overlaps."""
        found: list[Piece] = []
        text, position = plain.lower, 0
        while (start := self.leap.match(text, position).end()) < len(text):  # type: ignore[union-attr]
            piece = self.piece_at(plain, start)
            position = piece.end if piece else start + 1
            if piece and piece.meaning:
                found.append(piece)
        return found

    def piece_at(self, plain: Plain, start: int) -> Piece | None:
        """The piece that starts there; a guard is a piece that says nothing."""
        text = plain.lower
        for tried in self.rules_at(text, start):
            if match := tried.pattern.match(text, start):
                if tried.capital and not plain.cased[start].isupper():
                    return None
                says = tried.says
                return Piece(start, match.end(), (says(*match.groups("")) if callable(says) else says) or {})
        return None

    def rules_at(self, text: str, start: int) -> Sequence[Tried]:
        """The rules that can begin there, by the longest opening that is known."""
        return self.rules_of(opening_at(text, start))

    def rules_opened_by(self, opening: str) -> Sequence[Tried]:
        while opening and opening not in self.opened:
            opening = opening[:-1]
        return [self.tried[number] for number in numbers_within(opening, self.opened)]


def numbers_within(opening: str, opened: Mapping[str, set[int]]) -> list[int]:
    """The rules of an opening and of all it begins with, in their order."""
    sizes = range(1, len(opening) + 1)
    return sorted({number for size in sizes for number in opened.get(opening[:size], ())})
