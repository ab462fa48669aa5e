"""What is said about a post that did not get through, as people read it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.platform import notice_views
from bot.platform.texts import Texts
from tests.payloads import NAMES, READERS, Shown, assert_reads_as_kept, patient, saying, taken_by_a_channel

PLACE = "#general"
PROBLEMS = saying(500) | st.sampled_from(["is_archived", "not_in_channel", "restricted_action"])
"""A row keeps so much of what went wrong, in Slack's words or ours."""
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
@given(words=saying(3000), place=NAMES, texts=READERS)
def test_whatever_a_post_would_say_can_be_asked_about(words: str, place: str, texts: Texts) -> None:
    taken_by_a_channel(notice_views.in_doubt("0" * 32, place, words, texts))


@patient
@given(place=NAMES, problem=PROBLEMS, texts=READERS)
def test_whatever_was_refused_or_failed_can_be_told(place: str, problem: str, texts: Texts) -> None:
    taken_by_a_channel(notice_views.refused(problem, place, texts))
    taken_by_a_channel(notice_views.file(problem, texts))
    taken_by_a_channel(notice_views.event(place, "Ev0123", texts))
