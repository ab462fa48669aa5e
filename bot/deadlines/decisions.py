"""Sentences that say what was decided."""

from collections.abc import Iterator
from itertools import count, takewhile

from bot.deadlines import speech
from bot.deadlines.reading import Reading
from bot.deadlines.spoken import Spoken

HEADING_WORDS = ("決", "decision")


def decisions(reading: Reading) -> Iterator[str]:
    """Each deciding sentence as it was written; under a heading (決定事項:) each item or line."""
    deciding, heading = reading.deciding, reading.holding(*HEADING_WORDS)
    last = -1
    for index in sorted(deciding | heading):
        if index <= last:
            continue
        spoken = reading.spoken(index)
        head = speech.DECISION_HEADING.match(spoken.text)
        if head and not spoken.text[head.end() :].strip(" *_】]"):
            for last in list(items_below(index, reading.items)) or lines_below(index, reading):
                if not (reading.sentences[last].quoted or is_open(reading.spoken(last))):
                    yield reading.spoken(last).written
        elif not spoken.sentence.quoted and (
            (head and not is_open(spoken)) or (index in deciding and is_settled(spoken))
        ):
            yield spoken.written


def items_below(index: int, items: set[int]) -> Iterator[int]:
    """The list items right below a sentence, by their numbers."""
    return takewhile(items.__contains__, count(index + 1))


def lines_below(index: int, reading: Reading) -> Iterator[int]:
    """The sentences of the paragraph that a line heads, up to one that asks, by their numbers."""
    found = reading.sentences
    for below in range(index + 1, len(found)):
        ends = below > index + 1 and reading.parts_between(found[below - 1].end, found[below].start)
        if (
            ends
            or found[below].heading
            or found[below].line == found[index].line
            or reading.spoken(below).asks
        ):
            return
        yield below


def is_open(spoken: Spoken) -> bool:
    """Whether it says of itself that it is not decided."""
    return bool(speech.OPEN.search(spoken.text))


def is_settled(spoken: Spoken) -> bool:
    return not speech.UNDECIDED.search(spoken.text)
