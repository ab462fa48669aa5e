"""How tasks without an owner are named, and that Slack takes it whatever they are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.platform.texts import Texts
from bot.tasks import unowned_views
from bot.tasks.list_views import Around
from bot.tasks.model import DONE, HIGH, Task
from bot.tasks.unowned_model import MOST_LINES
from tests.payloads import NAMES as ANY_NAMES
from tests.payloads import READERS, Shown, assert_reads_as_kept, patient, taken_by_a_channel
from tests.tasks.samples import LINK, NAMES, NOW, TASKS, due, task


def other(number: int, **fields: Any) -> Task:
    return task(id=number, number=number, **fields)


LEFT = [
    task(title="備品を数える <A & B>", priority=HIGH, **due(date(2026, 11, 26))),
    other(13, title="棚を組み立てる", channel_id="C2"),
]
TAKEN = [
    other(14, title="名札を印刷", owner_id="USATO"),
    other(15, state=DONE, closed_by="UEMMA", closed_at=NOW),
]
MANY = [other(number) for number in range(1, MOST_LINES + 4)]
AROUND = Around(NAMES, {"C1": "#general", "C2": "#support"}, {1: LINK})

SHOWN: dict[str, Shown] = {
    "alert": lambda texts: unowned_views.alert([LEFT[0], *TAKEN], AROUND, texts, NOW),
    "alert_settled": lambda texts: unowned_views.alert(TAKEN, AROUND, texts, NOW),
    "reminder": lambda texts: unowned_views.reminder(LEFT, AROUND, texts, NOW),
    "orphaned": lambda texts: unowned_views.orphaned(LEFT, ["UEMMA", "USATO"], AROUND, texts, NOW),
    "reminder_settled": lambda texts: unowned_views.reminder(TAKEN, AROUND, texts, NOW),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


def test_of_many_the_first_are_named_and_the_rest_counted() -> None:
    shown = unowned_views.alert(MANY, AROUND, Texts("ja"), NOW)
    assert f"{len(MANY)}件" in shown.text
    assert "ほかに3件あります。" in str(shown.payload())


@patient
@given(st.lists(TASKS, max_size=MOST_LINES + 3), ANY_NAMES, READERS, st.booleans())
def test_any_tasks_can_be_named(tasks: list[Task], name: str, texts: Texts, is_known: bool) -> None:
    places = {"C1": f"#{name}"} if is_known else {}
    around = Around({"USATO": name}, places, {one.id: LINK for one in tasks} if is_known else {})
    taken_by_a_channel(unowned_views.alert(tasks, around, texts, NOW))
    taken_by_a_channel(unowned_views.reminder(tasks, around, texts, NOW))
    taken_by_a_channel(unowned_views.orphaned(tasks, ["USATO", "UGONE"], around, texts, NOW))
