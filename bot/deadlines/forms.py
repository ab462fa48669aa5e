"""Ways of asking, as tables: the words that must be there, the pattern, and what it leaves as a title."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Form(NamedTuple):
    """Tried only on text that has one of `words` (in lower case): that costs less than the pattern."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    title: Callable[[re.Match[str]], str]


def first_title(forms: Iterable[Form], text: str) -> str | None:
    lower = text.lower()
    for words, pattern, title in forms:
        if any(word in lower for word in words) and (match := pattern.search(text)):
            return title(match)
    return None
