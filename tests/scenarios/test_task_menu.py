"""What a task's menu does, from its card, from lists and for whoever presses twice or too late."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.playground import Hand, Message
from bot.tasks.model import Step, Task
from bot.workspaces import mirror
from bot.workspaces.model import Activity
from tests.scenarios.stage import SLOW, Stage, shown, words


async def the_task(stage: Stage) -> Task:
    return await stage.bot.database.read(lambda session: session.scalars(select(Task)).one())


async def card_of(stage: Stage, command: str = "見積もりを更新 @suzuki 木曜 17:00") -> Message:
    await stage.typed(stage.suzuki, stage.general, f"/task {command}")
    return (await stage.cards(stage.general))[-1]


async def choose(stage: Stage, card: Message, what: str, number: int = 1) -> None:
    assert (await stage.hand(stage.suzuki).press(card, "tasks.menu", value=f"{what}:{number}")).ok
    await stage.settled()


async def history(stage: Stage) -> list[tuple[str, dict[str, object]]]:
    noted = select(Activity.verb, Activity.details).where(Activity.subject == "task").order_by(Activity.id)
    return await stage.bot.database.read(lambda session: [tuple(row) for row in session.execute(noted)])


@pytest.mark.parametrize(
    ("choice", "due"),
    [("later", "11/27(金) 17:00"), ("monday", "11/30(月) 17:00"), ("never", "期限なし")],
)
async def test_a_deadline_is_moved_with_one_choice_and_keeps_its_time(
    stage: Stage, choice: str, due: str
) -> None:
    card = await card_of(stage)
    await choose(stage, card, "due")
    assert (await stage.hand(stage.suzuki).submit({"choice": choice})).ok
    await stage.settled()
    assert due in shown(card)
    assert "#1「見積もりを更新」" in shown(stage.whispers(stage.suzuki, stage.general)[-1])


async def test_a_deadline_is_picked_and_a_past_one_refused_under_its_field(stage: Stage) -> None:
    card = await card_of(stage)
    await choose(stage, card, "due")
    hand = stage.hand(stage.suzuki)
    refused = await hand.submit({"due_on": "2026-11-20"})
    assert refused.errors is not None
    assert "過ぎた日付" in refused.errors["due_on"]
    assert (await hand.submit({"due_on": "2026-12-07", "due_time": "09:30"})).ok
    await stage.settled()
    assert "12/7(月) 09:30" in shown(card)


async def test_a_task_without_a_deadline_gets_one_counted_from_today(stage: Stage) -> None:
    card = await card_of(stage, "棚を片付ける")
    await choose(stage, card, "due")
    view = stage.hand(stage.suzuki).view
    assert view is not None
    assert "1営業日あと、11/26(木)" in words(view)
    await stage.hand(stage.suzuki).submit({"choice": "later"})
    await stage.settled()
    assert "11/26(木)" in shown(card)


async def test_won_t_do_needs_a_reason_that_stands_on_the_card_and_can_be_undone(stage: Stage) -> None:
    card = await card_of(stage)
    await choose(stage, card, "drop")
    hand = stage.hand(stage.suzuki)
    refused = await hand.submit({"reason": "🎉"})
    assert refused.errors is not None
    assert "reason" in refused.errors
    assert (await hand.submit({"reason": "<!channel> 先方の都合で中止"})).ok
    await stage.settled()
    assert "鈴木さんが見送りにしました。\n理由: &lt;!channel&gt; 先方の都合で中止" in shown(card)
    assert "tasks.menu" not in str(card.blocks)
    said = stage.whispers(stage.suzuki, stage.general)[-1]
    assert "見送りにしました" in shown(said)
    await hand.press(said, "tasks.reopen")
    await stage.settled()
    assert "tasks.done" in str(card.blocks)
    assert (await the_task(stage)).reason is None
    assert [verb for verb, _ in await history(stage)] == ["task.created", "task.dropped", "task.reopened"]


async def test_an_edit_changes_kind_steps_and_priority_and_is_kept_in_the_history(stage: Stage) -> None:
    card = await card_of(stage)
    await choose(stage, card, "edit")
    entered = {"priority": "high", "kind": "support", "steps": "- [ ] 単価を確認\n\n* 送付する"}
    assert (await stage.hand(stage.suzuki).submit(entered)).ok
    await stage.settled()
    for part in ("[優先]", "サポート", "単価を確認", "送付する"):
        assert part in shown(card)
    verb, details = (await history(stage))[-1]
    assert verb == "task.edited"
    assert details["before"] == {
        "title": "見積もりを更新",
        "note": "",
        "priority": "normal",
        "kind": None,
        "owner": stage.suzuki.id,
        "due": "2026-11-26 08:00:00+00:00",
        "steps": [],
    }


async def with_steps(stage: Stage) -> Message:
    card = await card_of(stage)
    await choose(stage, card, "edit")
    await stage.hand(stage.suzuki).submit({"steps": "単価を確認\n送付する"})
    await stage.settled()
    return card


async def steps(stage: Stage) -> list[tuple[str, str | None]]:
    query = select(Step.text, Step.done_by).order_by(Step.position)
    return await stage.bot.database.read(
        lambda session: [(text, done_by) for text, done_by in session.execute(query)]
    )


async def test_steps_are_ticked_on_the_card_and_cleared_again(stage: Stage) -> None:
    card = await with_steps(stage)
    hand = stage.hand(stage.emma)
    assert (await hand.press(card, "tasks.steps", value=["単価を確認"])).ok
    await stage.settled()
    assert await steps(stage) == [("単価を確認", stage.emma.id), ("送付する", None)]
    assert (await hand.press(card, "tasks.steps", value=[])).ok
    await stage.settled()
    assert await steps(stage) == [("単価を確認", None), ("送付する", None)]


async def test_a_step_keeps_its_tick_through_an_edit_and_a_tick_another_one_s(stage: Stage) -> None:
    card = await with_steps(stage)
    emma, suzuki = stage.hand(stage.emma), stage.hand(stage.suzuki)
    await asyncio.gather(
        emma.press(card, "tasks.steps", value=["単価を確認"]),
        suzuki.press(card, "tasks.steps", value=["送付する"]),
    )
    await stage.settled()
    assert await steps(stage) == [("単価を確認", stage.emma.id), ("送付する", stage.suzuki.id)]
    await choose(stage, card, "edit")
    await suzuki.submit({"steps": "印刷する\n単価を確認"})
    assert await steps(stage) == [("印刷する", None), ("単価を確認", stage.emma.id)]


@pytest.mark.parametrize(
    ("given", "problem"),
    [("\n".join("abcdefghijk"), "10個まで（現在11個）"), ("あ" * 76, "75文字までです")],
)
async def test_too_many_or_too_long_steps_are_refused_under_their_field(
    stage: Stage, given: str, problem: str
) -> None:
    card = await card_of(stage)
    await choose(stage, card, "edit")
    refused = await stage.hand(stage.suzuki).submit({"steps": given})
    assert refused.errors is not None
    assert problem.replace("まで（", "までです（") in refused.errors["steps"]


async def test_the_steps_of_what_is_done_stay_to_be_read(stage: Stage) -> None:
    card = await with_steps(stage)
    await stage.hand(stage.emma).press(card, "tasks.steps", value=["単価を確認"])
    await stage.hand(stage.emma).press(card, "tasks.done")
    await stage.settled()
    assert "• ~単価を確認~\n• 送付する" in shown(card)
    assert "tasks.steps" not in str(card.blocks)


async def test_the_source_is_in_the_menu_of_a_task_made_from_a_message(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, "見積もりを更新してください")
    hand = stage.hand(stage.suzuki)
    await hand.shortcut("tasks.from_message", said)
    await hand.submit()
    (card,) = await stage.cards(stage.general)
    (menu,) = (part for part in card.blocks[-1]["elements"] if part["type"] == "overflow")
    assert f"p{said.ts.replace('.', '')}" in menu["options"][-1]["url"]
    before = len(stage.slack.messages(stage.general))
    assert (await hand.press(card, "tasks.menu", value="source:1")).ok
    assert len(stage.slack.messages(stage.general)) == before


async def opened_from_list(stage: Stage, what: str) -> Hand:
    """Emma's, with the form of the first task on her list."""
    await stage.typed(stage.emma, stage.general, "/task list")
    hand = stage.hand(stage.emma)
    assert (await hand.press_in_view("tasks.list_menu", value=f"{what}:1")).ok
    return hand


async def test_a_line_of_a_list_has_the_menu_with_done_first(stage: Stage) -> None:
    await card_of(stage)
    await stage.typed(stage.emma, stage.general, "/task list")
    hand = stage.hand(stage.emma)
    assert (await hand.press_in_view("tasks.list_menu", value="Done")).ok
    await stage.settled()
    assert (await the_task(stage)).closed_by == stage.emma.id
    assert hand.view is not None
    assert "done by Emma" in words(hand.view)


@pytest.mark.parametrize(
    ("what", "entered", "seen"),
    [
        ("due", {"choice": "monday"}, "Mon 11/30 08:00"),
        ("owner", {"owner": "emma"}, "Emma"),
        ("edit", {"title": "新しい題名"}, "新しい題名"),
        ("drop", {"reason": "不要"}, "not to be done: Emma"),
    ],
)
async def test_what_a_form_changes_is_shown_in_the_list_it_was_opened_from(
    stage: Stage, what: str, entered: dict[str, str], seen: str
) -> None:
    await card_of(stage)
    hand = await opened_from_list(stage, what)
    given = {name: stage.emma.id if value == "emma" else value for name, value in entered.items()}
    assert (await hand.submit(given)).ok
    await stage.settled()
    assert hand.view is not None
    assert "Tasks (1)" in words(hand.view)
    assert seen in words(hand.view)


SAVED = pytest.mark.parametrize(
    ("what", "entered", "seen", "on_card"),
    [
        ("due", {"choice": "monday"}, "Mon 11/30 08:00", "11/30(月)"),
        ("edit", {"title": "新しい題名"}, "新しい題名", "新しい題名"),
    ],
)
"""By each of the two ways in which a form of a list is saved."""


@SAVED
async def test_a_form_closes_however_long_slack_takes_to_show_its_list(
    stage: Stage, what: str, entered: dict[str, str], seen: str, on_card: str
) -> None:
    card = await card_of(stage)
    hand = await opened_from_list(stage, what)
    stage.slack.fail_next("views.update", status=200, late=SLOW)
    assert (await hand.submit(entered)).ok
    assert hand.view is not None
    assert seen not in words(hand.view)
    await stage.settled()
    assert seen in words(hand.view)
    assert on_card in shown(card)


@SAVED
async def test_a_form_closes_though_slack_does_not_take_its_list(
    stage: Stage, what: str, entered: dict[str, str], seen: str, on_card: str
) -> None:
    card = await card_of(stage)
    hand = await opened_from_list(stage, what)
    stage.slack.fail_next("views.update")
    assert (await hand.submit(entered)).ok
    await stage.settled()
    assert hand.view is not None
    assert "Tasks (1)" in words(hand.view)
    assert seen not in words(hand.view)
    assert on_card in shown(card)


@pytest.mark.parametrize("what", ["due", "owner", "drop"])
async def test_the_menu_of_what_is_closed_meanwhile_says_so(stage: Stage, what: str) -> None:
    await card_of(stage)
    await stage.typed(stage.emma, stage.general, "/task list")
    hand = stage.hand(stage.emma)
    await stage.typed(stage.suzuki, stage.general, "/task done 1")
    assert (await hand.press_in_view("tasks.list_menu", value=f"{what}:1")).ok
    await stage.settled()
    assert hand.view is not None
    assert "#1 is done already." in words(hand.view)


async def test_a_form_left_open_while_the_task_was_dropped_says_so(stage: Stage) -> None:
    card = await card_of(stage)
    emma = stage.hand(stage.emma)
    await emma.press(card, "tasks.menu", value="due:1")
    await choose(stage, card, "drop")
    await stage.hand(stage.suzuki).submit({"reason": "不要になったため"})
    refused = await emma.submit({"choice": "monday"})
    assert refused.errors == {"choice": "#1 won't be done. `/task reopen 1` opens it again."}


async def test_a_form_sent_twice_changes_once_and_is_confirmed_once(stage: Stage) -> None:
    card = await card_of(stage)
    await choose(stage, card, "drop")
    hand, again = stage.hand(stage.suzuki), stage.hand(stage.suzuki)
    said = len(stage.whispers(stage.suzuki, stage.general))
    given = {"reason": "二度押し"}
    await asyncio.gather(hand.submit(given), again.submit(given), return_exceptions=True)
    await stage.settled()
    assert [verb for verb, _ in await history(stage)].count("task.dropped") == 1
    assert len(stage.whispers(stage.suzuki, stage.general)) == said + 1


async def test_what_was_dropped_and_then_done_anyway_is_done(stage: Stage) -> None:
    card = await card_of(stage)
    await choose(stage, card, "drop")
    await stage.hand(stage.suzuki).submit({"reason": "不要になったため"})
    assert "見送りになっています" in await stage.typed(stage.suzuki, stage.general, "/task take 1")
    assert "完了にしました" in await stage.typed(stage.suzuki, stage.general, "/task done 1")
    assert "不要" not in shown((await stage.cards(stage.general))[-1])


@pytest.mark.parametrize("what", ["done", "due", "owner", "edit", "drop"])
async def test_who_left_a_private_channel_meets_nothing_behind_its_menus(stage: Stage, what: str) -> None:
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する @suzuki 明日")
    await stage.typed(stage.sato, stage.secret, "/task list")
    hand = stage.hand(stage.sato)
    await stage.bot.database.write(lambda session: removed(session, stage), None)
    assert (await hand.press_in_view("tasks.list_menu", value=f"{what}:1")).ok
    await stage.settled()
    assert hand.view is not None
    assert "見つかりませんでした" in words(hand.view)
    assert "辞令" not in words(hand.view)


def removed(session: Session, stage: Stage) -> None:
    """As the mirror has it, while the message still stands on a screen that was not refreshed."""
    mirror.leave(session, stage.slack.team_id, stage.secret.id, stage.sato.id)
