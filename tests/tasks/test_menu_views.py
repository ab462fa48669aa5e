"""The small forms behind a task's menu: how they read, what they offer, and that Slack takes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from syrupy.assertion import SnapshotAssertion

from bot.platform.calendar import Calendar
from bot.platform.texts import Texts
from bot.tasks import menu_views, step_views
from bot.tasks.model import Task
from tests.payloads import READERS, Shown, assert_reads_as_kept, patient, taken_as_form
from tests.tasks.samples import NOW, TASKS, TOKYO, due, steps, task

REPLY = "https://hooks.slack.com/actions/T1/1/x"
JAPAN = Calendar("JP")
DATED = task(owner_id="USATO", **due(date(2026, 12, 4), "17:00"))

SHOWN: dict[str, Shown] = {
    "due": lambda texts: menu_views.due_form(DATED, texts, NOW, JAPAN, REPLY),
    "owner": lambda texts: menu_views.owner_form(DATED, texts, REPLY),
    "drop": lambda texts: menu_views.drop_form(DATED, texts, REPLY),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


def offered(shown: Task, now: datetime) -> list[str]:
    view = menu_views.due_form(shown, Texts("ja"), now, JAPAN, "")
    choice = next(block for block in view["blocks"] if block.get("block_id") == "choice")
    return [option["text"]["text"] for option in choice["element"]["options"]]


@pytest.mark.parametrize(
    ("task_due", "now", "later", "monday"),
    [
        ({}, datetime(2026, 11, 27, 10, tzinfo=TOKYO), "11/30(月)", "11/30(月)"),
        (due(date(2026, 11, 20)), NOW, "11/26(木)", "11/30(月)"),
        (due(date(2026, 12, 4)), NOW, "12/7(月)", "11/30(月)"),
        (due(date(2026, 12, 28)), datetime(2026, 12, 28, 10, tzinfo=TOKYO), "2027/1/4(月)", "2027/1/4(月)"),
    ],
)
def test_later_is_the_next_business_day_after_the_deadline_or_today_if_that_has_passed(
    task_due: dict[str, Any], now: datetime, later: str, monday: str
) -> None:
    said = offered(task(**task_due), now)
    assert said[:2] == [f"1営業日あと、{later}", f"次の月曜、{monday}"]


def test_what_was_ticked_and_cleared_is_told_against_how_the_card_stood() -> None:
    (boxes,) = step_views.steps(task(steps=steps("a", "b", "c", done=2)))
    action = {"block_id": boxes.block_id, "selected_options": [{"value": "2"}, {"value": "3"}]}
    assert step_views.ticked(action) == step_views.Ticked(12, frozenset({3}), frozenset({1}))


@patient
@given(TASKS, READERS)
def test_any_task_opens_each_of_the_forms(shown: Task, texts: Texts) -> None:
    taken_as_form(menu_views.due_form(shown, texts, NOW, JAPAN, REPLY))
    taken_as_form(menu_views.owner_form(shown, texts, REPLY))
    taken_as_form(menu_views.drop_form(shown, texts, REPLY))
