"""Sentences that say what was decided."""

from collections.abc import Iterator

from bot.deadlines import speech
from bot.deadlines.candidates import Spoken
from bot.deadlines.reading import Reading


def decisions(reading: Reading) -> Iterator[str]:
    """Each deciding sentence as it was written; under a heading (決定事項:) each item of its list."""
    listed = False
    deciding = set(reading.deciding)
    for spoken in reading.spoken:
        sentence = spoken.sentence
        may_decide = spoken in deciding
        may_head = may_decide or "決" in spoken.text or "decision" in spoken.text
        heading = speech.DECISION_HEADING.match(spoken.text) if may_head else None
        alone = bool(heading) and not spoken.text[heading.end() if heading else 0 :].strip(" *_】]")
        if not sentence.bullet or alone:
            listed = alone
        if not sentence.quoted and not alone and (listed or heading or (may_decide and is_settled(spoken))):
            yield written(reading, spoken)


def is_settled(spoken: Spoken) -> bool:
    return not speech.UNDECIDED.search(spoken.text)


def written(reading: Reading, spoken: Spoken) -> str:
    start, end = reading.plain.span(spoken.sentence.start, spoken.sentence.end)
    return reading.plain.raw[start:end]
