"""How memos read, and that Slack takes them whatever people wrote."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.memos import views
from bot.memos.model import TEXT_LIMIT, Memo, MemoSource
from bot.platform.texts import Texts
from tests.memos.samples import LINK, NOW, memo
from tests.payloads import (
    NAMES,
    READERS,
    Shown,
    assert_reads_as_kept,
    patient,
    saying,
    taken,
    taken_as_form,
    taken_by_a_channel,
)

LONG = "次回リリースの進め方について、全員で話し合いました。" * 150
LINES = "リリースは*12/5*に決定\n凍結は12/3 17:00です <https://a.example> & `v2.4`"
NAMED = {"USUZUKI": "鈴木", "UEMMA": "Emma", "UTANAKA": "田中部長"}
SEVERAL = [
    memo(number=14, text=LINES, author_id="UTANAKA"),
    memo(number=13, author_id="UEMMA", recorded_at=datetime(2026, 11, 24, 20, 0, tzinfo=UTC)),
    memo(number=2, text=LONG, recorded_at=datetime(2025, 12, 26, 3, 0, tzinfo=UTC)),
]
SOURCE = MemoSource(id=7, team_id="T1", channel_id="C1", ts="1764032400.000100")

SHOWN: dict[str, Shown] = {
    "card": lambda texts: views.card(memo(), "鈴木", None, texts, NOW),
    "card_from_a_message": lambda texts: views.card(memo(text=LINES, source_id=7), "Emma", LINK, texts, NOW),
    "card_of_a_title_holder": lambda texts: views.card(memo(), "田中部長", None, texts, NOW),
    "saved": lambda texts: views.saved(memo(), texts, offered=False),
    "saved_as_the_first_of_its_channel": lambda texts: views.saved(memo(), texts, offered=True),
    "undone": lambda texts: views.undone(memo(text=LINES), texts),
    "shown_on_demand": lambda texts: views.one(memo(source_id=7), "鈴木", LINK, texts, NOW),
    "list": lambda texts: views.listing(views.list_heading(3, texts), SEVERAL, 3, NAMED, texts, NOW),
    "list_of_more_than_a_page": lambda texts: views.listing(
        views.list_heading(23, texts), SEVERAL, 23, NAMED, texts, NOW
    ),
    "list_of_nothing": lambda texts: views.listing(views.list_heading(0, texts), [], 0, {}, texts, NOW),
    "search": lambda texts: views.listing(
        views.search_heading("リリース 決定", 1, texts), SEVERAL[:1], 1, NAMED, texts, NOW
    ),
    "search_without_a_hit": lambda texts: views.listing(
        views.search_heading("見積", 0, texts), [], 0, {}, texts, NOW
    ),
    "form": lambda texts: views.form(texts, "C1"),
    "form_from_a_message": lambda texts: views.form(texts, "C1", LINES, SOURCE),
    "form_from_a_message_too_long": lambda texts: views.form(texts, "C1", LONG, SOURCE),
    "form_to_edit": lambda texts: views.edit_form(memo(text=LINES), texts),
    "form_for_what_is_kept_already": lambda texts: views.exists(memo(source_id=7), "鈴木", LINK, texts, NOW),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


MEMOS = st.builds(
    memo,
    text=saying(TEXT_LIMIT),
    number=st.integers(1, 999_999_999),
    source_id=st.sampled_from([None, 7]),
    recorded_at=st.integers(0, 10_000).map(lambda days: NOW - timedelta(days=days)),
)
LINKS = st.sampled_from([None, LINK])


@patient
@given(MEMOS, NAMES, LINKS, READERS)
def test_any_memo_can_stand_in_a_channel(kept: Memo, author: str, link: str | None, texts: Texts) -> None:
    taken_by_a_channel(views.card(kept, author, link, texts, NOW))


@patient
@given(MEMOS, NAMES, READERS, st.booleans())
def test_any_memo_can_be_confirmed_undone_and_shown(
    kept: Memo, author: str, texts: Texts, offered: bool
) -> None:
    taken(views.saved(kept, texts, offered))
    taken(views.undone(kept, texts))
    taken(views.one(kept, author, LINK, texts, NOW))


@patient
@given(st.lists(MEMOS, max_size=20), st.integers(0, 10**6), saying(40_000), NAMES, READERS)
def test_any_memos_can_be_listed_whatever_was_searched(
    memos: list[Memo], more: int, words: str, name: str, texts: Texts
) -> None:
    total = len(memos) + more
    heading = views.search_heading(words, total, texts)
    taken(views.listing(heading, memos, total, {"USUZUKI": name}, texts, NOW))


@patient
@given(MEMOS, saying(40_000), NAMES, READERS)
def test_any_message_opens_a_form(kept: Memo, said: str, author: str, texts: Texts) -> None:
    taken_as_form(views.form(texts, "C1", said, SOURCE))
    taken_as_form(views.edit_form(kept, texts))
    taken_as_form(views.exists(kept, author, LINK, texts, NOW))
