from collections.abc import Iterator

import pytest

from bot.deadlines import Deadline, understand
from tests.deadlines.tables import PEOPLE, REFERENCE, Message, messages, when


def live(deadline: Deadline | None) -> Deadline | None:
    return None if deadline and deadline.is_past else deadline


def told(text: str) -> Iterator[str]:
    """What is understood, as the tables write it."""
    understood = understand(text, REFERENCE, PEOPLE)
    if deadline := live(understood.deadline):
        yield f"deadline: {when(deadline)}, {deadline.kind}, {text[slice(*deadline.span)]}"
    if understood.priority:
        yield f"priority: {understood.priority}"
    for request in understood.requests:
        urgent = " | high" if request.priority else ""
        yield f"request: {request.title} | {request.owner or '-'} | {when(live(request.deadline))}{urgent}"
    for decision in understood.decisions:
        yield f"decision: {decision}"


@pytest.mark.parametrize("message", messages("ja"), ids=lambda message: message.text)
def test_a_japanese_message_says_what_its_table_says(message: Message) -> None:
    assert list(told(message.text)) == message.understood


@pytest.mark.parametrize("message", messages("en"), ids=lambda message: message.text)
def test_an_english_message_says_what_its_table_says(message: Message) -> None:
    assert list(told(message.text)) == message.understood
