"""A sentence and what it does."""

from dataclasses import dataclass, field
from typing import NamedTuple

from bot.deadlines import speech
from bot.deadlines.lazy import lazy
from bot.deadlines.marks import HONORED
from bot.deadlines.model import Span
from bot.deadlines.patterns import Late
from bot.deadlines.plain import JAPANESE, Plain
from bot.deadlines.sentences import ARROWS, Sentence

LOGGED = r"\W*\d{1,2}:\d{2}\s"
TIMETABLE = Late(r"[^\s:]{2,12}(?:\s[^\s:]{1,9})?:\s[^:]*\d{1,2}:\d{2}|(?:[^\n]*?\d{1,2}:\d{2}){3}")
LOGGED_TWICE = Late(rf"{LOGGED}[^\n]*\n{LOGGED}")

HIRAGANA = Late("[ぁ-ん]")
LATIN = Late("[a-z]{2,}")
FEW = 3


def is_formula(text: str, *, bound: bool = False) -> bool:
    """Whether it looks like a request and is a courtesy; with a limit (bound) only if it is nothing else."""
    return bool(speech.COURTESY.match(text) or (not bound and speech.FORMULA.search(text)))


def is_japanese(text: str) -> bool:
    """Whether it is said in Japanese: names alone (hello 田中さん, please …) do not make it so."""
    if not JAPANESE.search(text):
        return False
    return bool(HIRAGANA.search(HONORED.sub("", text))) or len(LATIN.findall(text)) <= FEW


class Telling(NamedTuple):
    """Whether it stands where only is told: below a heading of what was, in a schedule."""

    of_the_past: bool = False
    of_a_schedule: bool = False


NOTHING_TOLD = Telling()


@dataclass(eq=False)
class Spoken:
    """A sentence and what it does."""

    plain: Plain
    sentence: Sentence
    index: int  # its number in the text
    may_ask: bool  # has a word that asks
    is_task: bool = False  # opens an item in a list of tasks
    tells: Telling = NOTHING_TOLD
    text: str = field(init=False)
    span: Span = field(init=False)  # where it stands in Slack
    written: str = field(init=False)  # as it stands there

    def __post_init__(self) -> None:
        start, end = self.sentence[:2]
        self.text = self.plain.lower[start:end]
        self.span = first, last = self.plain.span(start, end)
        self.written = self.plain.raw[first:last]

    @lazy
    def is_japanese(self) -> bool:
        return is_japanese(self.text)

    @property
    def is_pointed(self) -> bool:
        """Behind an arrow: what comes of the lines above."""
        return self.sentence.bullet in ARROWS

    @lazy
    def is_formula(self) -> bool:
        return is_formula(self.text)

    @lazy
    def asks(self) -> bool:
        return (self.may_ask or (self.is_task and not self.is_japanese)) and not self.is_formula

    @lazy
    def is_idle(self) -> bool:
        """It greets or tells where somebody is: its dates are no deadlines."""
        return not self.asks and bool(self.is_formula or speech.IDLE.search(self.text))

    @lazy
    def is_taken_back(self) -> bool:
        """It asks what a limit is, or says that nothing has to be done any more."""
        return bool(speech.DROPPED.search(self.text))

    @lazy
    def is_scheduled(self) -> bool:
        """It tells what takes place or will: a date in it is no limit unless it says so."""
        return not self.asks and not self.is_japanese and bool(speech.SCHEDULED.search(self.text))

    @lazy
    def is_logged(self) -> bool:
        """In a line beside others that begin with a time (14:12 アラート): what happened."""
        text = self.plain.lower
        if self.asks:
            return False
        line = text.rfind("\n", 0, self.sentence.start) + 1
        before = text.rfind("\n", 0, max(0, line - 1)) + 1
        return bool(LOGGED_TWICE.match(text, line) or (line and LOGGED_TWICE.match(text, before)))

    @lazy
    def is_timetable(self) -> bool:
        """Thu: KL861 06:40, LH716 09:15: what happens when."""
        if self.asks:
            return False
        return self.tells.of_a_schedule or (not self.is_japanese and bool(TIMETABLE.match(self.text)))

    @lazy
    def is_settled(self) -> bool:
        """An item or a row that is done, or says that nothing is to be done."""
        if self.sentence.box == "done":
            return True
        return bool((self.sentence.bullet or "|" in self.text) and speech.SETTLED.search(self.text))

    @lazy
    def is_headline(self) -> bool:
        """It names what the lines below are about, with its date."""
        return bool(speech.HEADLINE.match(self.plain.lower, self.sentence.start))

    @lazy
    def asks_back(self) -> bool:
        return not self.asks and bool(speech.QUESTION.search(self.text))

    @lazy
    def looks_back(self) -> bool:
        text = self.text
        return not self.asks and bool(speech.PAST_AROUND.search(text)) and not speech.AHEAD.search(text)
