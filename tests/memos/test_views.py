"""How memos read, and that Slack takes them whatever people wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.memos import views
from bot.memos.model import Memo
from bot.platform.texts import Texts
from tests.memos.samples import LINK, MEMOS, NOW, SINCE, memo, source
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
SOURCE = source()

SHOWN: dict[str, Shown] = {
    "card": lambda texts: views.card(memo(), "鈴木", None, texts, NOW),
    "card_from_a_message": lambda texts: views.card(
        memo(text=LINES, source=SOURCE), "Emma", LINK, texts, NOW
    ),
    "card_from_a_message_edited_since": lambda texts: views.card(
        memo(source=source(edited_at=SINCE)), "Emma", LINK, texts, NOW
    ),
    "card_from_a_message_deleted_since": lambda texts: views.card(
        memo(source=source(gone_at=SINCE)), "Emma", LINK, texts, NOW
    ),
    "card_of_a_title_holder": lambda texts: views.card(memo(), "田中部長", None, texts, NOW),
    "saved": lambda texts: views.saved(memo(), texts, offered=False),
    "saved_as_the_first_of_its_channel": lambda texts: views.saved(memo(), texts, offered=True),
    "undone": lambda texts: views.undone(memo(text=LINES), texts),
    "shown_on_demand": lambda texts: views.one(memo(source=SOURCE), "鈴木", LINK, texts, NOW),
    "form": lambda texts: views.form(texts, "C1"),
    "form_from_a_message": lambda texts: views.form(texts, "C1", LINES, SOURCE),
    "form_from_a_message_too_long": lambda texts: views.form(texts, "C1", LONG, SOURCE),
    "form_to_edit": lambda texts: views.edit_form(memo(text=LINES), texts),
    "form_for_what_is_kept_already": lambda texts: views.exists(
        memo(source=SOURCE), "鈴木", LINK, texts, NOW
    ),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


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
    taken(views.kept_already(kept, texts))
    taken(views.one(kept, author, LINK, texts, NOW))


@patient
@given(MEMOS, saying(40_000), NAMES, READERS)
def test_any_message_opens_a_form(kept: Memo, said: str, author: str, texts: Texts) -> None:
    taken_as_form(views.form(texts, "C1", said, SOURCE))
    taken_as_form(views.edit_form(kept, texts))
    taken_as_form(views.exists(kept, author, LINK, texts, NOW))
