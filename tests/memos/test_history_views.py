"""Earlier versions side by side, and the question before erasing: as they read, and as Slack takes them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.memos import history, history_views
from bot.memos.model import TEXT_LIMIT, Edit, MemoRevision
from bot.platform.texts import Texts
from tests.memos.samples import NOW, memo
from tests.payloads import NAMES, READERS, Shown, assert_reads_as_kept, patient, saying, taken, taken_as_form

REPLY = "https://hooks.slack.com/actions/T1/1/x"
NAMED = {"UEMMA": "Emma", "UTANAKA": "田中部長"}


def edit(before: str, after: str, who: str = "UEMMA", days: int = 0) -> Edit:
    return Edit(MemoRevision(text=before, changed_by=who, changed_at=NOW - timedelta(days=days)), after)


TWICE = [edit("12/8に決定", "12/5に決定"), edit("12/8に*検討*\n<案>", "12/8に決定", "UTANAKA", 1)]
MOST = TEXT_LIMIT * "決"

SHOWN: dict[str, Shown] = {
    "history": lambda texts: history_views.history(memo(), TWICE, 2, NAMED, texts, NOW),
    "history_of_more_than_a_page": lambda texts: history_views.history(
        memo(), TWICE[:1], 9, NAMED, texts, NOW
    ),
    "history_of_nothing": lambda texts: history_views.history(memo(), [], 0, {}, texts, NOW),
    "erase": lambda texts: history_views.erase_form(memo(), texts, REPLY),
    "erased": lambda texts: history_views.erased(12, texts),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


@pytest.mark.parametrize("text", [MOST, "&" * TEXT_LIMIT, "😀" * TEXT_LIMIT])
def test_a_page_of_the_longest_versions_fits_into_a_form(text: str) -> None:
    edits = [edit(text, text)] * history.PAGE
    taken_as_form(history_views.history(memo(), edits, 10_000, {}, Texts("ja"), NOW))


EDITS = st.lists(st.builds(edit, saying(TEXT_LIMIT), saying(TEXT_LIMIT)), max_size=history.PAGE)


@patient
@given(EDITS, st.integers(0, 10**6), NAMES, saying(TEXT_LIMIT), READERS)
def test_any_versions_can_be_shown_and_any_memo_erased(
    edits: list[Edit], more: int, name: str, text: str, texts: Texts
) -> None:
    total = len(edits) + more
    taken_as_form(history_views.history(memo(), edits, total, {"UEMMA": name}, texts, NOW))
    taken_as_form(history_views.erase_form(memo(text=text), texts, REPLY))
    taken(history_views.erased(12, texts))
