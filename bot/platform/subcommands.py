"""Telling `/memo list` from a memo that begins with the word list.

Only an exact word with fitting arguments is a subcommand. A single word that nearly is one, or a
nearly right word before an argument the subcommand needs, is asked about. All else is text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Argument:
    """`pattern` must match what follows, whole; `key` names how it is written in a help."""

    pattern: re.Pattern[str]
    key: str = ""


_JOINED = re.compile(r"(\D+?)#?(\d{1,9})")

NOTHING = Argument(re.compile(r""))
NUMBER = Argument(re.compile(r"#?(\d{1,9})"), "takes.number")
WORDS = Argument(re.compile(r".+", re.DOTALL), "takes.words")
PERSON = Argument(re.compile(r"(?:<@[UW][A-Z0-9]+(?:\|[^<>]*)?>)?"), "takes.person")


@dataclass(frozen=True)
class Subcommand:
    """One row of a command's table: parsing, near misses, help and the README's list are made of it.

    `words` are its names in English and Japanese. What it does, and two examples, stand in the
    catalogues under its feature and name: `tasks.done.does`, `tasks.done.examples`.
    """

    words: tuple[str, str]
    argument: Argument = NOTHING
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.words[0]

    @property
    def all_words(self) -> tuple[str, ...]:
        return (*self.words, *self.aliases)

    def word(self, language: str) -> str:
        return self.words[1] if language == "ja" else self.words[0]


HELP_WORDS = ("help", "ヘルプ")


@dataclass(frozen=True)
class Asked:
    """`argument` is what followed; for a number only its digits."""

    name: str
    argument: str


@dataclass(frozen=True)
class Lacking:
    """The word of a subcommand without what it needs."""

    subcommand: Subcommand


@dataclass(frozen=True)
class Near:
    """`meant` is the whole command as it may have been meant."""

    meant: str


def read(text: str, known: Sequence[Subcommand]) -> Asked | Lacking | Near | None:
    """None when it is text."""
    word, _, rest = unicodedata.normalize("NFKC", text.strip()).replace("\u3000", " ").partition(" ")
    if subcommand := find(word, known):
        return _exact(subcommand, rest.strip())
    return _joined(word, rest, known) or _near(word.lower(), rest.strip(), known)


def help_on(known: Sequence[Subcommand]) -> Subcommand:
    """`help`, alone or with the subcommand one wants to know about."""
    topics = "|".join(re.escape(word) for subcommand in known for word in subcommand.all_words)
    return Subcommand(HELP_WORDS, Argument(re.compile(f"((?:{topics})?)", re.IGNORECASE)))


def find(word: str, known: Sequence[Subcommand]) -> Subcommand | None:
    return next((subcommand for subcommand in known if word.lower() in subcommand.all_words), None)


def _exact(subcommand: Subcommand, rest: str) -> Asked | Lacking | None:
    fitting = subcommand.argument.pattern.fullmatch(rest)
    if fitting:
        return Asked(subcommand.name, fitting.group(1) if fitting.groups() else rest)
    return None if rest else Lacking(subcommand)


def _joined(word: str, rest: str, known: Sequence[Subcommand]) -> Near | None:
    """`done3`, for which a space was forgotten."""
    parts = _JOINED.fullmatch(word)
    subcommand = find(parts[1], known) if parts and not rest else None
    if parts is None or subcommand is None or subcommand.argument is not NUMBER:
        return None
    return Near(f"{parts[1].lower()} {parts[2]}")


def _near(word: str, rest: str, known: Sequence[Subcommand]) -> Near | None:
    for subcommand in known:
        for name in subcommand.all_words:
            if is_near(word, name) and subcommand.argument.pattern.fullmatch(rest):
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
