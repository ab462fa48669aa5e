"""What is said about a post that did not get through, as people read it."""

from __future__ import annotations

import pytest
from hypothesis import given
from syrupy.assertion import SnapshotAssertion

from bot.platform import notice_views
from bot.platform.texts import Texts
from tests.payloads import READERS, Shown, assert_reads_as_kept, patient, saying, taken_by_a_channel

PLACE = "#general"
NOTICES: dict[str, Shown] = {
    "in doubt": lambda texts: notice_views.in_doubt("abc", PLACE, "議事メモ #1　次回は12/5 & 12/6", texts),
    "in doubt, of what may not be seen": lambda texts: notice_views.in_doubt(
        "abc", texts("delivery.somewhere"), "", texts
    ),
    "archived": lambda texts: notice_views.refused("is_archived", PLACE, texts),
    "removed": lambda texts: notice_views.refused("not_in_channel", texts("delivery.somewhere"), texts),
    "restricted": lambda texts: notice_views.refused("restricted_action_read_only_channel", PLACE, texts),
    "refused": lambda texts: notice_views.refused("invalid_blocks", texts("delivery.direct"), texts),
    "file": lambda texts: notice_views.file("file_uploads_disabled", texts),
    "event": lambda texts: notice_views.event(PLACE, "Ev0123", texts),
    "sent again": lambda texts: notice_views.settled("delivery.sent_again", texts),
    "was there": lambda texts: notice_views.settled("delivery.was_there", texts),
    "settled": lambda texts: notice_views.settled("delivery.settled", texts),
}


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(NOTICES[name], snapshot)


@patient
@given(words=saying(3000), texts=READERS)
def test_whatever_a_post_would_say_can_be_asked_about(words: str, texts: Texts) -> None:
    taken_by_a_channel(notice_views.in_doubt("0" * 32, PLACE, words, texts))
