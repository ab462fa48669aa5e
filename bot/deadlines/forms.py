"""Ways of asking, as tables: the words that must be there, the pattern, and what it leaves as a title."""

import re
from collections.abc import Callable, Iterable
from operator import methodcaller
from typing import NamedTuple

from bot.deadlines.openings import initials
from bot.deadlines.patterns import Late


class Form(NamedTuple):
    """Tried only on text (in lower case) in which its words are `said`: that costs less than the pattern."""

    said: Callable[[str], object]
    pattern: Late
    title: Callable[[re.Match[str]], str]


def form(words: str, pattern: Late, title: Callable[[re.Match[str]], str]) -> Form:
    """`words` are written with spaces between them."""
    several = " " in words
    said = re.compile("|".join(words.split())).search if several else methodcaller("__contains__", words)
    return Form(said, pattern, title)


def ending(pattern: str) -> Late:
    """For what a sentence ends with: matches the first of its characters, which is sooner found."""
    return Late(lambda: f"{initials(pattern)}(?<=(?={pattern}).)")


def before(match: re.Match[str]) -> str:
    """What stands before the ending."""
    return match.string[: match.start()]


def first_title(forms: Iterable[Form], text: str) -> str | None:
    lower = text.lower()
    for said, pattern, title in forms:
        if said(lower) and (match := pattern.search(text)):
            return title(match)
    return None
