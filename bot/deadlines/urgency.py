"""Whether something is pressing."""

import re

from bot.deadlines import speech
from bot.deadlines.english import speech as english
from bot.deadlines.grammar import latin_ends
from bot.deadlines.japanese import speech as japanese
from bot.deadlines.model import Priority
from bot.deadlines.patterns import Late

MARK = Late(r"[!！](?:(?<!\S.)|(?=high|高))(?:high|高)?(?=\s|$|\ufffc)", re.IGNORECASE)
URGENT_WORDS = Late(
    rf"[【\[(（]?(?:{japanese.URGENT}|{latin_ends(english.URGENT)})"
    r"(?:で|に|めに|めで|の|です|く)?[】\])）]?[、:：]?\s?",
    re.IGNORECASE,
)


def is_marked(text: str, start: int, end: int) -> bool:
    """Whether a mark of urgency may stand there."""
    return text.find("!", start, end) >= 0 or text.find("！", start, end) >= 0


def priority_of(lower: str) -> Priority | None:
    """High when said so and not denied; `!` and `!high` stand alone."""
    if is_marked(lower, 0, len(lower)) and MARK.search(lower):
        return "high"
    if not speech.URGENT.search(lower):
        return None
    return None if speech.NOT_URGENT.search(lower) else "high"
