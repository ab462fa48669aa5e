"""What a language file is made of, and how its rules are tried on a text.

A rule is a pattern and what it says. A rule that says nothing (`None`) is a guard: it consumes what
looks like a date and is none. A text is scanned once; at each character only the rules that can
begin with it are tried, the first that matches wins.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.deadlines.meaning import Meaning
from bot.deadlines.openings import openings
from bot.deadlines.plain import Plain

Groups = tuple[str, ...]
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


class Lexicon:
    """The rules that can begin with one character, as one pattern."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.pattern = re.compile(
            "|".join(f"(?P<r{i}>{latin_ends(rule.pattern)})" for i, rule in enumerate(self.rules))
        )
        first = [self.pattern.groupindex[f"r{i}"] for i in range(len(self.rules))]
        last = [*first[1:], self.pattern.groups + 1]
        self.found = {f"r{i}": (rule, range(first[i] + 1, last[i])) for i, rule in enumerate(self.rules)}

    def piece_at(self, plain: Plain, start: int) -> Piece | None:
        """The piece that starts there; a guard is a piece that says nothing."""
        match = self.pattern.match(plain.lower, start)
        if match is None:
            return None
        rule, numbers = self.found[match.lastgroup or ""]
        if rule.capital and not plain.cased[start].isupper():
            return None
        says = rule.says
        if callable(says):
            says = says(*(match[number] or "" for number in numbers))
        return Piece(start, match.end(), says or Meaning())


class Grammar:
    """The rules of all languages together: people mix them (EODまで, by 金曜)."""

    def __init__(self, languages: Iterable[Language]) -> None:
        rules = [(rule, openings(rule.pattern)) for language in languages for rule in language.rules]
        every = sorted({opening for _, found in rules for opening in found})
        self.lexicons = {
            first: Lexicon(rule for rule, found in rules if any(one[0] == first for one in found))
            for first in {opening[0] for opening in every}
        }
        self.starts = starts(every)
        self.ascii_starts = ascii_starts(every)

    def pieces(self, plain: Plain) -> Iterator[Piece]:
        """What the rules find, from left to right, without overlaps."""
        position = 0
        starts = self.ascii_starts if plain.lower.isascii() else self.starts
        while start := starts.search(plain.lower, position):
            piece = self.lexicons[start[0]].piece_at(plain, start.start())
            position = piece.end if piece else start.end()
            if piece and piece.meaning:
                yield piece


def by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """What follows each first character, "" where anything may."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return rests


def starts(words: Iterable[str]) -> re.Pattern[str]:
    """Where a rule may begin: not inside a number, a word, a price or a version."""
    return re.compile("|".join(start(first, rests) for first, rests in by_first(words).items()))


def ascii_starts(words: Iterable[str]) -> re.Pattern[str]:
    """The same for ASCII: what stands inside a word is passed over without a look at the letters."""
    rests = by_first(word for word in words if word[0].isascii())
    letters = [first for first in rests if "a" <= first <= "z"]
    others = "|".join(start(first, rests[first]) for first in rests if first not in letters)
    in_words = "|".join(f"{first}(?={following(rests[first])})" for first in letters)
    return re.compile(rf"{others}|(?<![a-z0-9_'’])(?:{in_words})")


def start(first: str, rests: list[str]) -> str:
    if first in "0123456789":
        return rf"{first}(?<![0-9a-z_$¥€£#+].)(?<![0-9][.,:/\-].)"
    inside = r"(?<![a-z0-9_'’].)" if "a" <= first <= "z" else ""
    return f"{re.escape(first)}{inside}(?={following(rests)})"


def following(words: list[str]) -> str:
    """A pattern of all the words, each character looked at once."""
    if "" in words:
        return ""
    return "(?:" + "|".join(written(one) + following(rest) for one, rest in by_first(words).items()) + ")"


def written(character: str) -> str:
    return r"\s" if character == " " else re.escape(character)
