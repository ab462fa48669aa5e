"""How a memo's author is asked whether it stays, and that Slack takes it whatever people wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from syrupy.assertion import SnapshotAssertion

from bot.memos import source_views
from bot.memos.model import Memo
from bot.platform.texts import Texts
from tests.memos.samples import LINK, MEMOS, memo
from tests.payloads import READERS, Shown, assert_reads_as_kept, patient, taken_by_a_channel

SHOWN: dict[str, Shown] = {
    "question": lambda texts: source_views.question(memo(), LINK, texts),
    "question_whose_card_is_gone_too": lambda texts: source_views.question(memo(), None, texts),
    "answered": lambda texts: source_views.answered(memo(), texts),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


@patient
@given(MEMOS, READERS)
def test_any_memo_can_be_asked_about(kept: Memo, texts: Texts) -> None:
    taken_by_a_channel(source_views.question(kept, LINK, texts))
    taken_by_a_channel(source_views.answered(kept, texts))
