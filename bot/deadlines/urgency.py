"""Whether something is pressing."""

import re

from bot.deadlines import speech
from bot.deadlines.english import speech as english
from bot.deadlines.grammar import latin_ends
from bot.deadlines.japanese import speech as japanese
from bot.deadlines.model import Priority

MARK = re.compile(r"[!！](?:(?<![^\s\ufffc].)|(?=high|高))(?:high|高)?(?=\s|$|\ufffc)", re.IGNORECASE)
URGENT_WORDS = re.compile(
    rf"[【\[(（]?(?:{japanese.URGENT}|{latin_ends(english.URGENT)})(?:で|に|めに|めで|の|です|く)?[】\])）]?[、:：]?\s?",
    re.IGNORECASE,
)


def is_marked(text: str) -> bool:
    """Whether a mark of urgency may stand in it."""
    return "!" in text or "！" in text


def priority_of(lower: str) -> Priority | None:
    """High when said so and not denied; `!` and `!high` stand alone."""
    if is_marked(lower) and MARK.search(lower):
        return "high"
    if not speech.URGENT.search(lower):
        return None
    return None if speech.NOT_URGENT.search(lower) else "high"
