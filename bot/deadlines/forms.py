"""Ways of asking, as tables: the words that must be there, the pattern, and what it leaves as a title."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Form(NamedTuple):
    """Tried only on text that has one of `words` (in lower case): that costs less than the pattern."""

    words: re.Pattern[str]
    pattern: re.Pattern[str]
    title: Callable[[re.Match[str]], str]


def form(words: str, pattern: re.Pattern[str], title: Callable[[re.Match[str]], str]) -> Form:
    """`words` are written with spaces between them."""
    return Form(re.compile("|".join(words.split())), pattern, title)


def first_title(forms: Iterable[Form], text: str) -> str | None:
    lower = text.lower()
    for words, pattern, title in forms:
        if words.search(lower) and (match := pattern.search(text)):
            return title(match)
    return None
