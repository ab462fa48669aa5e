"""Sentences that say what was decided."""

import re
from collections.abc import Iterator

from bot.deadlines import speech
from bot.deadlines.candidates import Spoken
from bot.deadlines.reading import Reading

HEADING_WORDS = re.compile("決|decision")


def decisions(reading: Reading) -> Iterator[str]:
    """Each deciding sentence as it was written; under a heading (決定事項:) each item of its list."""
    deciding, heading = reading.saying("DECIDED"), reading.holding(HEADING_WORDS)
    listed = False
    for index, spoken in enumerate(reading.spoken if deciding or heading else ()):
        if not (listed or index in deciding or index in heading):
            continue
        sentence = spoken.sentence
        head = speech.DECISION_HEADING.match(spoken.text) if index in heading else None
        alone = bool(head) and not spoken.text[head.end() if head else 0 :].strip(" *_】]")
        if not sentence.bullet or alone:
            listed = alone
        if sentence.quoted or alone:
            continue
        if listed or head or (index in deciding and is_settled(spoken)):
            yield spoken.written


def is_settled(spoken: Spoken) -> bool:
    return not speech.UNDECIDED.search(spoken.text)
