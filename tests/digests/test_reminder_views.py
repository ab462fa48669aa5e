"""How a deadline is told to an owner, and that Slack takes it whatever else is told with it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.digests import reminder_views
from bot.platform.texts import Texts
from bot.reflections import prompt_views
from bot.reflections.model import Prompt, Reflection
from bot.tasks import unowned_views
from bot.tasks.list_views import Around
from bot.tasks.model import DONE, Task
from bot.workspaces import nudge_views
from bot.workspaces.nudge_model import MOST_LINES
from tests.payloads import NAMES as ANY_NAMES
from tests.payloads import READERS, Shown, assert_reads_as_kept, patient, taken_by_a_channel
from tests.tasks.samples import LINK, NAMES, NOW, TASKS, due, task

NEAR = [
    task(title="見積もりを更新", owner_id="USATO", **due(date(2026, 11, 26), "17:00")),
    task(
        id=2, number=13, title="棚を組み立てる", owner_id="USATO", channel_id="C2", **due(date(2026, 11, 26))
    ),
]
CLOSED = [task(owner_id="USATO", state=DONE, closed_by="UEMMA", closed_at=NOW)]
MANY = [task(id=number, number=number) for number in range(1, 30)]
AROUND = Around(NAMES, {"C1": "#general", "C2": "#support"}, {1: LINK})
WEEK = date(2026, 11, 23)

SHOWN: dict[str, Shown] = {
    "due_soon": lambda texts: reminder_views.due_soon(NEAR, 2, AROUND, texts, NOW),
    "nothing_left": lambda texts: reminder_views.due_soon(CLOSED, 0, AROUND, texts, NOW),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


def test_of_many_the_first_are_named_and_the_rest_counted() -> None:
    shown = reminder_views.due_soon(MANY, len(MANY), AROUND, Texts("ja"), NOW)
    assert f"{len(MANY)}件" in shown.text
    assert f"ほかに{len(MANY) - MOST_LINES}件あります。" in str(shown.payload())


def test_as_much_of_every_kind_as_there_may_be_is_one_message() -> None:
    texts = Texts("ja")
    prompt = Prompt(id=1, week=WEEK, posted_at=NOW, is_late=False)
    parts = {
        "unowned": unowned_views.reminder(MANY, AROUND, texts, NOW),
        "orphaned": unowned_views.orphaned(MANY, ["UEMMA"], AROUND, texts, NOW),
        "due": reminder_views.due_soon(MANY, len(MANY), AROUND, texts, NOW),
        "weekly_reminder": prompt_views.reminder(Reflection(week=WEEK), prompt, texts, NOW),
    }
    taken_by_a_channel(nudge_views.bundle(parts, (), texts))


@patient
@given(st.lists(TASKS, max_size=MOST_LINES + 3), ANY_NAMES, READERS)
def test_any_tasks_can_be_told_of(tasks: list[Task], name: str, texts: Texts) -> None:
    around = Around({"USATO": name}, {"C1": f"#{name}"}, {one.id: LINK for one in tasks})
    taken_by_a_channel(reminder_views.due_soon(tasks, len(tasks), around, texts, NOW))
