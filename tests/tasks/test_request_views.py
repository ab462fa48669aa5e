"""How it reads to be asked, and that Slack takes it whatever is asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.platform.texts import Texts
from bot.tasks import request_views, service, views
from bot.tasks.list_views import Around
from bot.tasks.model import DONE, Task
from tests.payloads import NAMES as ANY_NAMES
from tests.payloads import READERS, Shown, assert_reads_as_kept, patient, taken, taken_by_a_channel
from tests.tasks.samples import LINK, NAMES, NOW, TASKS, due, task

MANY = service.MOST_AT_ONCE
WISHES = [
    task(note="様式は共有フォルダにあります。\n<必ず> A & B", **due(date(2026, 12, 4), "17:00")),
    task(id=2, number=13, title="棚を組み立てる <A & B>"),
    task(id=3, number=14, title="名札を印刷", owner_id="UEMMA"),
    task(id=4, number=15, title="備品を数える", owner_id="USATO", **due(date(2026, 12, 4))),
    task(id=5, number=16, title="鍵を返す", owner_id="USATO", state=DONE, closed_by="USATO", closed_at=NOW),
]
AROUND = Around(NAMES, {"C1": "#general"}, {1: LINK})
DATED = task(note="様式は共有フォルダにあります。", **due(date(2026, 12, 4), "17:00"))

SHOWN: dict[str, Shown] = {
    "asked": lambda texts: request_views.asked(DATED, "鈴木", LINK, texts, NOW),
    "asked_without_deadline": lambda texts: request_views.asked(task(), "田中部長", None, texts, NOW),
    "answered": lambda texts: request_views.answered(
        views.card(DATED, NAMES, None, texts, NOW), DATED, LINK, texts
    ),
    "several": lambda texts: request_views.several(WISHES, {1, 2}, {3}, "鈴木", AROUND, texts, NOW),
    "moved_on": lambda texts: request_views.moved_on(DATED, texts),
    "hidden": request_views.hidden,
    "talk": lambda texts: request_views.talk(DATED, LINK, True, texts),
    "talk_again": lambda texts: request_views.talk(DATED, None, False, texts),
    "wanted": lambda texts: request_views.wanted(DATED, "佐藤", LINK, texts),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


@patient
@given(TASKS, ANY_NAMES, st.sampled_from([None, LINK]), READERS)
def test_anything_can_be_asked_and_talked_about(
    shown: Task, who: str, link: str | None, texts: Texts
) -> None:
    taken_by_a_channel(request_views.asked(shown, who, link, texts, NOW))
    card = views.card(shown, {"USUZUKI": who}, link, texts, NOW)
    taken_by_a_channel(request_views.answered(card, shown, link, texts))
    taken(request_views.moved_on(shown, texts))
    taken(request_views.hidden(texts))
    taken(request_views.talk(shown, link, True, texts))
    taken(request_views.wanted(shown, who, link, texts))


@patient
@given(st.lists(TASKS, min_size=2, max_size=MANY), ANY_NAMES, READERS, st.booleans())
def test_anything_can_be_asked_at_once(shown: list[Task], who: str, texts: Texts, is_answered: bool) -> None:
    around = Around({"USATO": who}, {"C1": f"#{who}"}, {one.id: LINK for one in shown})
    asked = set[int]() if is_answered else {one.id for one in shown}
    taken_by_a_channel(request_views.several(shown, asked, set(), who, around, texts, NOW))
