"""Telling `/memo list` from a memo that begins with the word list.

Only an exact word with fitting arguments is a subcommand. A single word that nearly is one, or a
nearly right word before an argument the subcommand needs, is asked about. All else is text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

NOTHING = re.compile(r"")
NUMBER = re.compile(r"#?(\d{1,9})")
WORDS = re.compile(r".+", re.DOTALL)
PERSON = re.compile(r"(?:<@[UW][A-Z0-9]+(?:\|[^<>]*)?>)?")


@dataclass(frozen=True)
class Subcommand:
    """`words` are all its names, the English one first; `argument` must match what follows, whole."""

    words: tuple[str, ...]
    argument: re.Pattern[str] = NOTHING

    @property
    def name(self) -> str:
        return self.words[0]


@dataclass(frozen=True)
class Asked:
    """`argument` is what followed; for a number only its digits."""

    name: str
    argument: str


@dataclass(frozen=True)
class Near:
    """`meant` is the whole command as it may have been meant."""

    meant: str


def read(text: str, known: Sequence[Subcommand]) -> Asked | Near | None:
    """None when it is text."""
    word, _, rest = unicodedata.normalize("NFKC", text.strip()).replace("\u3000", " ").partition(" ")
    for subcommand in known:
        if word.lower() in subcommand.words:
            return _exact(subcommand, word, rest.strip())
    return _near(word.lower(), rest.strip(), known)


def _exact(subcommand: Subcommand, word: str, rest: str) -> Asked | Near | None:
    fitting = subcommand.argument.fullmatch(rest)
    if fitting:
        return Asked(subcommand.name, fitting.group(1) if fitting.groups() else rest)
    return None if rest else Near(word)


def _near(word: str, rest: str, known: Sequence[Subcommand]) -> Near | None:
    for subcommand in known:
        for name in subcommand.words:
            if is_near(word, name) and subcommand.argument.fullmatch(rest):
                return Near(f"{name} {rest}".strip())
    return None


def is_near(word: str, name: str) -> bool:
    """One letter too many, too few, wrong or swapped with its neighbour; for names of three letters on."""
    if min(len(word), len(name)) < 3 or abs(len(word) - len(name)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name))
    )
    left, right = word[start:], name[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or swapped
