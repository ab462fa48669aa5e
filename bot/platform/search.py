"""Finding words in what people wrote, in scripts without spaces as in those with them.

What can be found is kept folded beside the text: full-width and half-width, upper and lower case are
alike. A word is found wherever it stands, be it one character long.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import InstrumentedAttribute

from ..errors import UserError

LONGEST = 100
"""Characters one may search for."""


def fold(text: str) -> str:
    """As https://www.unicode.org/versions/latest/core-spec/chapter-3/ has toNFKC_Casefold, in short."""
    once = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", once).replace("\x00", "")


def holding(words: str, *columns: InstrumentedAttribute[Any]) -> list[ColumnElement[bool]]:
    """Each of the words stands in one of the folded columns."""
    return [
        or_(*(column.contains(word, autoescape=True) for column in columns)) for word in fold(words).split()
    ]


def checked(words: str) -> str:
    """The words to search for on one line. Raises UserError when they are too many."""
    words = " ".join(words.split())
    if len(words) > LONGEST:
        raise UserError("error.search_long", words=words, field="words", limit=LONGEST, count=len(words))
    return words
