"""What sentences do with dates: ask, decide, look back, greet. All patterns see `Plain.lower`.

Each language file gives the same names, NEVER for what the language has no use for.
"""

import re
from collections.abc import Iterator

from bot.deadlines.english import speech as english
from bot.deadlines.grammar import latin_ends
from bot.deadlines.japanese import speech as japanese
from bot.deadlines.openings import openings

LATIN = re.compile("[a-z?]")


def quick(pattern: str) -> re.Pattern[str]:
    """With a look at the first character before all alternatives are tried, where that is possible."""
    try:
        firsts = {opening[0] for opening in openings(pattern)}
    except ValueError:
        return re.compile(latin_ends(pattern), re.MULTILINE)
    return re.compile(rf"(?=[{re.escape(''.join(sorted(firsts)))}])(?:{latin_ends(pattern)})", re.MULTILINE)


class Either:
    """The patterns of one name in all languages, each tried only on text that may be of its language."""

    def __init__(self, name: str) -> None:
        self.japanese = quick(getattr(japanese, name))
        self.english = quick(getattr(english, name))

    def search(self, text: str) -> re.Match[str] | None:
        found = None if text.isascii() else self.japanese.search(text)
        return found or (self.english.search(text) if LATIN.search(text) else None)

    def places(self, text: str) -> Iterator[int]:
        """Where they are found in a whole text."""
        if not text.isascii():
            yield from map(re.Match.start, self.japanese.finditer(text))
        if LATIN.search(text):
            yield from map(re.Match.start, self.english.finditer(text))

    def search_in(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The nearest of either language."""
        found = (self.japanese.search(text, start, end), self.english.search(text, start, end))
        return min((match for match in found if match), key=re.Match.start, default=None)

    def match(self, text: str, position: int = 0) -> re.Match[str] | None:
        return self.japanese.match(text, position) or self.english.match(text, position)


# sentences
ASKS = Either("ASKS")
FORMULA = Either("FORMULA")
COURTESY = Either("COURTESY")
IDLE = Either("IDLE")
QUESTION = Either("QUESTION")
STATEMENT = Either("STATEMENT")
PAST_AROUND = Either("PAST_AROUND")
AHEAD = Either("AHEAD")
URGENT = Either("URGENT")
NOT_URGENT = Either("NOT_URGENT")
DECIDED = Either("DECIDED")
UNDECIDED = Either("UNDECIDED")
DECISION_HEADING = Either("DECISION_HEADING")
TASK_HEADING = Either("TASK_HEADING")
# the clause behind a date
PAST_BEHIND = Either("PAST_BEHIND")
REPORTED = Either("REPORTED")
WAS_DUE = Either("WAS_DUE")
CLAUSE_END = Either("CLAUSE_END")
# right before a date
VOID_BEFORE = Either("VOID_BEFORE")
EVENT_IS = Either("EVENT_IS")
IDEALLY = Either("IDEALLY")
DETERMINER = Either("DETERMINER")

BEHIND = re.compile(
    "|".join(
        f"(?P<{name}>{getattr(japanese, name.upper())}|{getattr(english, name.upper())})"
        for name in ("before_event", "of_event", "void", "at_event", "attribute", "topic", "concession")
    )
)


def behind(text: str, end: int) -> re.Match[str] | None:
    """What stands right behind a date; `lastgroup` names it: 金曜の定例までに is a before_event."""
    return BEHIND.match(text, end)
