"""How memos read, and that Slack takes them whatever people wrote."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.memos import views
from bot.memos.model import TEXT_LIMIT, Memo
from bot.memos.thread_model import Company
from bot.platform.texts import Texts
from bot.tasks import views as task_views
from bot.tasks.model import DONE, DROPPED, HIGH, TITLE_LIMIT, Draft
from tests.memos.samples import LINK, MEMOS, NOW, SINCE, memo, source
from tests.payloads import (
    NAMES,
    READERS,
    Shown,
    assert_reads_as_kept,
    patient,
    taken,
    taken_as_form,
    taken_by_a_channel,
)
from tests.tasks.samples import NAMES as NAMED
from tests.tasks.samples import TASKS, due, task

LINES = "リリースは*12/5*に決定\n凍結は12/3 17:00です <https://a.example> & `v2.4`"
MINE = task(number=13, owner_id="USATO", **due(date(2026, 12, 4), "17:00"))
COMPANY = Company(
    ["鈴木", "田中部長", "Emma", *(f"参加者{n}" for n in range(20))],
    [
        MINE,
        task(id=2, number=14, title="来客用の会議室を変更 <A & B>", priority=HIGH),
        task(id=3, number=15, owner_id="UEMMA", asked_at=NOW),
        task(id=4, number=16, state=DONE, closed_by="UEMMA", closed_at=NOW),
        task(id=5, number=17, state=DROPPED, closed_by="USATO", closed_at=NOW, reason="不要"),
    ],
    NAMED,
    {1: LINK},
)
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
    "card_with_people_and_tasks": lambda texts: views.card(
        memo(text=LINES, source=SOURCE), "鈴木", LINK, texts, NOW, COMPANY
    ),
    "saved": lambda texts: views.saved(memo(), texts, offered=False),
    "saved_as_the_first_of_its_channel": lambda texts: views.saved(memo(), texts, offered=True),
    "saved_with_tasks": lambda texts: views.saved(
        memo(), texts, False, task_views.saved(MINE, Draft("x"), None, texts, NOW)
    ),
    "saved_with_requests": lambda texts: views.saved(memo(), texts, False, views.requests(memo(), 2, texts)),
    "undone": lambda texts: views.undone(memo(text=LINES), texts),
    "undone_with_tasks": lambda texts: views.undone(memo(), texts, [13, 14], [15]),
    "shown_on_demand": lambda texts: views.one(memo(source=SOURCE), "鈴木", LINK, texts, NOW),
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
@given(MEMOS, NAMES, READERS, st.booleans(), st.integers(0, 1000))
def test_any_memo_can_be_confirmed_undone_and_shown(
    kept: Memo, author: str, texts: Texts, offered: bool, count: int
) -> None:
    taken(views.saved(kept, texts, offered, views.requests(kept, count, texts)))
    taken(views.undone(kept, texts))
    taken(views.kept_already(kept, texts))
    taken(views.one(kept, author, LINK, texts, NOW))


COMPANIES = st.builds(
    Company,
    people=st.lists(NAMES, max_size=50),
    tasks=st.lists(TASKS, max_size=12),
    names=NAMES.map(lambda name: {"USATO": name}),
    links=st.just(dict.fromkeys(range(1, 10**4), LINK)),
)


@patient
@given(MEMOS, NAMES, COMPANIES, READERS)
def test_any_memo_can_stand_in_a_channel_with_its_people_and_tasks(
    kept: Memo, author: str, company: Company, texts: Texts
) -> None:
    taken_by_a_channel(views.card(kept, author, LINK, texts, NOW, company))


def test_the_longest_memo_can_stand_in_a_channel_with_the_most_people_and_tasks() -> None:
    full = task(title="&" * TITLE_LIMIT, owner_id="USATO", asked_at=NOW, **due(date(2027, 12, 24), "17:00"))
    company = Company(["&" * 80] * 50, [full] * 12, {"USATO": "&" * 80}, {1: LINK})
    taken_by_a_channel(views.card(memo(text="&" * TEXT_LIMIT), "&" * 80, LINK, Texts("ja"), NOW, company))


@patient
@given(MEMOS, NAMES, READERS)
def test_any_memo_can_be_shown_instead_of_a_form(kept: Memo, author: str, texts: Texts) -> None:
    taken_as_form(views.exists(kept, author, LINK, texts, NOW))
