"""How it reads to be asked, and that Slack takes it whatever is asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.platform.texts import Texts
from bot.tasks import request_views, views
from bot.tasks.model import Task
from tests.payloads import NAMES as ANY_NAMES
from tests.payloads import READERS, Shown, assert_reads_as_kept, patient, taken, taken_by_a_channel
from tests.tasks.samples import LINK, NAMES, NOW, TASKS, due, task

DATED = task(note="様式は共有フォルダにあります。", **due(date(2026, 12, 4), "17:00"))

SHOWN: dict[str, Shown] = {
    "asked": lambda texts: request_views.asked(DATED, "鈴木", LINK, texts, NOW),
    "asked_without_deadline": lambda texts: request_views.asked(task(), "田中部長", None, texts, NOW),
    "answered": lambda texts: request_views.answered(
        views.card(DATED, NAMES, None, texts, NOW), DATED, LINK, texts
    ),
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
