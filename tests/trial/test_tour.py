"""What ticks the steps of Urakata's tour off."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.playground.tour import AppChange, Happening, Look
from bot.playground.wire import Call, Delivery
from bot.reflections.form_views import SAVE
from bot.trial import tour
from bot.trial.tour import OtherEyes, Restart, TaskFromMessage

NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
KILLED, STARTED = AppChange(False), AppChange(True)


def sent(answer: dict[str, Any] | None = None, error: str | None = None, **payload: Any) -> Delivery:
    return Delivery("interactive", payload, NOW, milliseconds=5, acknowledgement=answer, error=error)


def posted(blocks: str = "[]", text: str = "", ok: bool = True) -> Call:
    return Call("chat.postMessage", {"blocks": blocks, "text": text}, {"ok": ok}, NOW)


MEMO = '[{"accessory": {"action_id": "memos.menu"}}]'
CHOSEN = sent(type="message_action", callback_id="tasks.from_message")
SAVED: dict[str, Any] = {"type": "view_submission", "view": {"callback_id": "tasks.create"}}
WEEK: dict[str, Any] = {"type": "view_submission", "view": {"callback_id": SAVE}}
READ = Look("U1", "C1", "private", frozenset())
HIDDEN = Look("U2", "C2", "public", frozenset({"C1"}))


@pytest.mark.parametrize(
    ("is_done", "happening", "expected"),
    [
        (tour.memo_kept, posted(MEMO), True),
        (tour.memo_kept, posted(MEMO, ok=False), False),
        (tour.memo_kept, posted(), False),
        (tour.task_taken, sent(actions=[{"action_id": "tasks.take"}]), True),
        (tour.task_taken, sent(actions=[{"action_id": "tasks.list_take"}]), True),
        (tour.task_taken, sent(actions=[{"action_id": "tasks.take"}], error="operation_timeout"), False),
        (tour.task_taken, sent(actions=[{"action_id": "tasks.done"}]), False),
        (tour.plan_posted, posted(text="今日の段取り｜11/24(火) – 今日1"), True),
        (tour.plan_posted, posted(text="Today's plan, Tue 11/24"), True),
        (tour.plan_posted, posted(text="Nothing is due soon."), False),
        (tour.week_answered, sent(**WEEK), True),
        (tour.week_answered, sent({"response_action": "update"}, **WEEK), True),
        (tour.week_answered, sent(**SAVED), False),
    ],
)
def test_a_step_of_one_gesture(is_done: Any, happening: Happening, expected: bool) -> None:
    assert is_done(happening) is expected


@pytest.mark.parametrize(
    ("happenings", "expected"),
    [
        ([CHOSEN, sent(**SAVED)], True),
        ([sent(**SAVED)], False),
        ([CHOSEN, sent({"response_action": "errors"}, **SAVED)], False),
        ([CHOSEN, sent(type="message_action", callback_id="memos.from_message"), sent(**SAVED)], False),
    ],
)
def test_a_task_is_made_from_a_message_when_its_form_is_taken(
    happenings: list[Happening], expected: bool
) -> None:
    step = TaskFromMessage()
    assert [step(each) for each in happenings][-1] is expected


@pytest.mark.parametrize(
    ("happenings", "expected"), [([READ, HIDDEN], True), ([HIDDEN, READ], False), ([READ, READ], False)]
)
def test_other_eyes_do_not_see_what_was_read(happenings: list[Happening], expected: bool) -> None:
    step = OtherEyes()
    assert [step(each) for each in happenings][-1] is expected


LIST = sent(command="/task", text="一覧")


@pytest.mark.parametrize(
    ("happenings", "expected"),
    [
        ([KILLED, STARTED, LIST], True),
        ([STARTED, LIST], False),
        ([KILLED, LIST], False),
        ([KILLED, STARTED, sent(command="/task", text="x")], False),
        ([KILLED, STARTED, sent(command="/memo", text="list")], True),
    ],
)
def test_nothing_is_lost_when_the_list_is_there_after_a_restart(
    happenings: list[Happening], expected: bool
) -> None:
    step = Restart()
    assert [step(each) for each in happenings][-1] is expected


def test_what_the_manifest_does_not_have_is_no_step() -> None:
    without = [step.key for step in tour.tour({"/memo"}).steps]
    assert without == ["memo", "task", "take", "digest", "eyes", "restart"]
    assert [step.key for step in tour.tour({"/weekly"}).steps] == [*without[:4], "weekly", *without[4:]]
