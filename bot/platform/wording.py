"""Whether what somebody typed says anything, and fits."""

from __future__ import annotations

import re

from ..errors import UserError

_EMOJI = re.compile(r":[\w+-]+:")


def checked(text: str, limit: int, *, empty: str, words: str, field: str = "") -> str:
    """The text without the space around it. `empty` is the key of the answer to an empty one.

    Raises UserError for a text that is empty, only emoji or too long; `words` are given back with it.
    """
    stripped = text.strip()
    if not stripped:
        raise UserError(empty, field=field)
    if not says_something(stripped):
        raise UserError("error.only_emoji", words=words, field=field)
    if len(stripped) > limit:
        raise UserError("error.too_long", words=words, field=field, limit=limit, count=len(stripped))
    return stripped


def says_something(text: str) -> bool:
    """A letter or a digit outside of emoji names."""
    return any(character.isalnum() for character in _EMOJI.sub("", text))
