"""Which of Slack's many events about messages tell that one was edited or deleted."""

from __future__ import annotations

from typing import Any

import pytest

from bot.platform.fates import CHANGED, DELETED, Fate, fate_of
from bot.platform.inbox import Event

SAID = {"type": "message", "user": "U1", "ts": "1.2", "text": "12/5で決定です"}
UNFURLED = {**SAID, "attachments": [{"from_url": "https://a.example"}]}
REPLIED = {**SAID, "thread_ts": "1.2", "reply_count": 1}
CORRECTED = {**SAID, "text": "12/6で決定です", "edited": {"user": "U1", "ts": "1.9"}}
BURIED = {"subtype": "tombstone", "user": "USLACKBOT", "ts": "1.2", "text": "This message was deleted."}


def changed(message: dict[str, Any], before: dict[str, Any] | None = None) -> Event:
    said = {"channel": "C1", "message": message, **({"previous_message": before} if before else {})}
    return Event("Ev1", "T1", CHANGED, said)


@pytest.mark.parametrize(
    ("event", "is_gone"),
    [
        (changed(CORRECTED, SAID), False),
        (changed(CORRECTED), False),
        (changed(BURIED, SAID), True),
        (Event("Ev1", "T1", DELETED, {"channel": "C1", "deleted_ts": "1.2", "previous_message": SAID}), True),
        (Event("Ev1", "T1", DELETED, {"channel": "C1", "deleted_ts": "1.2"}), True),
    ],
)
def test_edits_and_deletions_are_told_with_the_message(event: Event, is_gone: bool) -> None:
    assert fate_of(event) == Fate("T1", "C1", "1.2", is_gone)


@pytest.mark.parametrize("event", [changed(UNFURLED, SAID), changed(REPLIED, SAID), changed(UNFURLED)])
def test_unfurled_links_and_replies_are_no_edit(event: Event) -> None:
    assert fate_of(event) is None
