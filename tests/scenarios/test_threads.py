"""A memo from a thread: what was decided, who took part and what was asked for, kept together."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import pytest
from sqlalchemy import select

from bot.memos.model import Memo, MemoPerson, MemoTask
from bot.playground import Message
from bot.tasks.model import Task
from tests.scenarios.process import until
from tests.scenarios.stage import Stage, shown, words

REQUEST = "@sato 12/3 17:00までに見積もりを更新してください。"
Row = TypeVar("Row")


async def thread(stage: Stage, *more: str) -> Message:
    """Suzuki asks, Sato decides, Suzuki and Emma have a request each; then whatever more Suzuki says."""
    parent = await stage.hand(stage.suzuki).say(stage.general, "リリースの日程はどうしますか？")
    await stage.hand(stage.sato).say(stage.general, "12/5で決定です。", thread_ts=parent.ts)
    await stage.hand(stage.suzuki).say(stage.general, REQUEST, thread_ts=parent.ts)
    await stage.hand(stage.emma).say(stage.general, "Could someone book a room?", thread_ts=parent.ts)
    for text in more:
        await stage.hand(stage.suzuki).say(stage.general, text, thread_ts=parent.ts)
    return parent


async def opened(stage: Stage, message: Message, door: str = "memos.from_message") -> str:
    """The words of the form, once it is filled."""
    assert (await stage.hand(stage.suzuki).shortcut(door, message)).ok
    await stage.settled()
    return words(view(stage))


def view(stage: Stage) -> dict[str, Any]:
    shown = stage.hand(stage.suzuki).view
    assert shown is not None
    return shown


def keys(stage: Stage) -> list[str]:
    """Of the rows of the form."""
    names = (block["block_id"] for block in view(stage)["blocks"])
    return [name.partition(":")[2] for name in names if name.startswith("keep:")]


def entered(stage: Stage, field: str) -> object:
    """What stands in the field."""
    state = view(stage)["state"]["values"][field]["input"]
    return next(value for name, value in state.items() if name != "type")


async def rows(stage: Stage, table: type[Row]) -> list[Row]:
    return list(await stage.bot.database.read(lambda session: session.scalars(select(table)).all()))


async def test_a_thread_is_kept_with_its_decision_its_people_and_its_requests_on_one_card(
    stage: Stage,
) -> None:
    parent = await thread(stage)
    assert "お願いが2件見つかりました。" in await opened(stage, parent)
    assert entered(stage, "text") == "12/5で決定です。"
    assert entered(stage, "people") == [stage.suzuki.id, stage.sato.id, stage.emma.id]
    assert (await stage.hand(stage.suzuki).submit()).ok
    (card,) = await stage.cards(stage.general)
    assert card.thread_ts == parent.ts
    for part in (
        "*議事メモ #1*",
        "12/5で決定です。",
        "参加: 鈴木さん・佐藤さん・Emmaさん",
        "見積もりを更新>\n佐藤さん（お願い中）・12/3(木) 17:00",
        "book a room>\n担当未定・期限なし",
    ):
        assert part in shown(card)
    assert [task.number for task in await rows(stage, Task)] == [2, 3]
    (asked,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    assert "鈴木さんからのお願いです。" in shown(asked)
    (confirmation,) = stage.whispers(stage.suzuki, stage.general)
    assert "議事メモ #1 に残しました。" in shown(confirmation)
    assert "タスク #2「見積もりを更新」を登録しました。期限は12/3(木) 17:00です。" in shown(confirmation)


async def test_what_a_thread_asks_of_one_person_is_one_message_until_it_is_taken_back(stage: Stage) -> None:
    await opened(stage, await thread(stage, "@sato 名札も印刷してください。"))
    await stage.hand(stage.suzuki).submit()
    (asked,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    assert "鈴木さんからのお願いが2件あります。" in shown(asked)
    await stage.hand(stage.sato).press(asked, "tasks.accept", value="2")
    await stage.settled()
    confirmation = stage.whispers(stage.suzuki, stage.general)[0]
    assert (await stage.hand(stage.suzuki).press(confirmation, "memos.undo")).ok
    (asked,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    assert "見積もりを更新" in shown(asked)
    assert "名札" not in shown(asked)


async def test_each_task_keeps_the_message_it_was_asked_in(stage: Stage) -> None:
    parent = await thread(stage)
    _, _, request, other = (message for message in stage.slack.messages(stage.general))
    await opened(stage, parent)
    await stage.hand(stage.suzuki).submit()
    assert [task.source_ts for task in await rows(stage, Task)] == [request.ts, other.ts]
    assert {task.source_thread_ts for task in await rows(stage, Task)} == {parent.ts}
    assert len(await rows(stage, MemoTask)) == 2


async def test_the_card_changes_in_its_place_with_each_of_its_tasks(stage: Stage) -> None:
    await opened(stage, await thread(stage))
    await stage.hand(stage.suzuki).submit()
    (card,) = await stage.cards(stage.general)
    emma = stage.hand(stage.emma)
    assert (await emma.press(card, "tasks.take", value="3")).ok
    await stage.settled()
    assert "book a room>\nEmmaさん・期限なし" in shown(card)
    assert (await emma.press(card, "tasks.menu", value="done:2")).ok
    (after,) = await stage.cards(stage.general)
    assert after.ts == card.ts
    assert "~<" in shown(after)
    assert "Emmaさんが完了・11/25(水)" in shown(after)


async def test_rows_are_kept_as_they_were_changed_and_left_out_when_they_are_not_ticked(stage: Stage) -> None:
    await opened(stage, await thread(stage))
    first, second = keys(stage)
    changes: dict[str, object] = {
        f"title:{first}": "見積もりを作り直す",
        f"owner:{first}": stage.suzuki.id,
        f"due_on:{first}": "2026-12-04",
        f"due_time:{first}": None,
        f"keep:{second}": [],
    }
    assert (await stage.hand(stage.suzuki).submit({"text": "12/5にリリース", **changes})).ok
    (card,) = await stage.cards(stage.general)
    assert "見積もりを作り直す>\n鈴木さん・12/4(金)" in shown(card)
    assert "book a room" not in shown(card)
    (task,) = await rows(stage, Task)
    assert (task.due_on, task.due_at, task.asked_at) == (date(2026, 12, 4), None, None)


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("title", ":tada:", "言葉がないので"),
        ("due_on", "2026-11-20", "過ぎた日付です。"),
        ("owner", "takahashi", "このチャンネルにいないため、担当にできません。"),
    ],
)
async def test_what_cannot_be_kept_in_a_row_is_said_there_and_nothing_is_kept(
    stage: Stage, field: str, value: str, problem: str
) -> None:
    await opened(stage, await thread(stage))
    _, row = keys(stage)
    hand = stage.hand(stage.suzuki)
    refused = await hand.submit({f"{field}:{row}": stage.takahashi.id if field == "owner" else value})
    assert refused.errors is not None
    assert list(refused.errors) == [f"{field}:{row}"]
    assert problem in refused.errors[f"{field}:{row}"]
    assert await rows(stage, Memo) == []
    assert await rows(stage, Task) == []
    assert (await hand.submit({f"keep:{row}": []})).ok
    assert len(await rows(stage, Task)) == 1


async def test_what_decides_by_itself_is_written_at_once_and_the_rest_of_the_thread_beside_it(
    stage: Stage,
) -> None:
    parent = await thread(stage, "会場はA棟に決定しました。")
    last = stage.slack.messages(stage.general)[-1]
    stage.slack.fail_next("conversations.replies", 1, retry_after=1)
    hand = stage.hand(stage.suzuki)
    assert (await hand.shortcut("memos.from_message", last)).ok
    assert "スレッドを読んでいます。" in words(view(stage))
    assert entered(stage, "text") == "会場はA棟に決定しました。"
    await hand.press_in_view("input", "text", "会場はA棟(2階)に決定")
    await stage.settled()
    assert entered(stage, "text") == "会場はA棟(2階)に決定"
    assert entered(stage, "beside") == "12/5で決定です。"
    assert len(keys(stage)) == 2
    await hand.submit()
    (card,) = await stage.cards(stage.general)
    assert card.thread_ts == parent.ts
    assert "会場はA棟(2階)に決定\n12/5で決定です。" in shown(card)


async def test_the_requests_of_the_message_itself_keep_what_was_changed_in_them_meanwhile(
    stage: Stage,
) -> None:
    await thread(stage, "B案に決定しました。\n@emma 資料を直してください。")
    stage.slack.fail_next("conversations.replies", 1, retry_after=1)
    hand = stage.hand(stage.suzuki)
    await hand.shortcut("memos.from_message", stage.slack.messages(stage.general)[-1])
    (own,) = keys(stage)
    await hand.press_in_view("input", f"title:{own}", "資料の表を直す")
    await stage.settled()
    assert keys(stage)[-1] == own
    assert len(keys(stage)) == 3
    assert entered(stage, f"title:{own}") == "資料の表を直す"


async def test_who_does_not_wait_writes_and_asks_for_the_thread_later(stage: Stage) -> None:
    parent = await thread(stage)
    stage.slack.fail_next("conversations.replies", 1, retry_after=1)
    hand = stage.hand(stage.suzuki)
    await hand.shortcut("memos.from_message", parent)
    assert "リリースの日程はどうしますか？" in words(view(stage))
    assert (await hand.press_in_view("memos.write_now")).ok
    await until(lambda: "memos.write_now" not in str(view(stage)))
    await hand.press_in_view("input", "text", "12/5にリリースします")
    await stage.settled()
    assert entered(stage, "text") == "12/5にリリースします"
    assert keys(stage) == []
    assert (await hand.press_in_view("memos.read_thread")).ok
    await stage.settled()
    assert entered(stage, "text") == "12/5にリリースします"
    assert entered(stage, "beside") == "12/5で決定です。"
    assert len(keys(stage)) == 2


async def test_a_form_saved_or_closed_before_its_thread_was_read_is_left_alone(stage: Stage) -> None:
    await thread(stage, "会場はA棟に決定しました。")
    last = stage.slack.messages(stage.general)[-1]
    stage.slack.fail_next("conversations.replies", 1, retry_after=1)
    hand = stage.hand(stage.suzuki)
    await hand.shortcut("memos.from_message", last)
    assert (await hand.submit()).ok
    await stage.settled()
    assert hand.view is None
    assert [memo.text for memo in await rows(stage, Memo)] == ["会場はA棟に決定しました。"]


async def test_a_thread_that_cannot_be_read_leaves_the_form_with_the_message_alone(stage: Stage) -> None:
    parent = await thread(stage)
    stage.slack.fail_next("conversations.replies", 1, status=500)
    assert "スレッドを読めなかったため" in await opened(stage, parent)
    assert entered(stage, "text") == "リリースの日程はどうしますか？"
    assert (await stage.hand(stage.suzuki).press_in_view("memos.read_thread")).ok
    await stage.settled()
    assert len(keys(stage)) == 2
    assert (await stage.hand(stage.suzuki).submit({"text": "12/5にリリース"})).ok
    assert len(await rows(stage, Memo)) == 1


async def test_apps_code_deleted_messages_and_files_ask_for_nothing(stage: Stage) -> None:
    parent = await thread(
        stage, "```\n@sato 12/3までに削除してください\n```", "@sato 12/4までに請求書を送ってください。"
    )
    await stage.typed(stage.suzuki, stage.general, "/memo 12/9までに確認してください")
    gone = stage.slack.messages(stage.general)[-2]
    edited = stage.slack.messages(stage.general)[2]
    await stage.hand(stage.suzuki).delete(gone)
    await stage.hand(stage.suzuki).edit(edited, "@emma 12/8までに見積もりを送ってください。")
    await stage.hand(stage.suzuki).delete(parent)
    reply = next(message for message in stage.slack.messages(stage.general) if message.is_reply)
    await opened(stage, reply)
    titles = [entered(stage, f"title:{key}") for key in keys(stage)]
    assert titles == ["見積もりを送る", "book a room"]
    assert entered(stage, "people") == [stage.sato.id, stage.suzuki.id, stage.emma.id]


async def test_a_list_of_boxes_and_more_requests_than_fit_are_offered_up_to_ten(stage: Stage) -> None:
    boxes = "\n".join(f"- [ ] 資料{n}を送る" for n in range(12))
    parent = await thread(stage, boxes)
    form = await opened(stage, parent)
    assert len(keys(stage)) == 10
    assert "お願いが14件見つかりました。" in form
    assert "ほかに4件あります。" in form
    assert (await stage.hand(stage.suzuki).submit()).ok
    (card,) = await stage.cards(stage.general)
    assert shown(card).count("資料") == 8


async def test_a_thread_that_slack_takes_longer_to_hand_over_than_it_waits_for_an_answer_fills_the_form(
    stage: Stage,
) -> None:
    parent = await thread(stage)
    stage.slack.fail_next("conversations.replies", retry_after=4)
    assert "お願いが2件見つかりました。" in await opened(stage, parent)


async def test_a_request_kept_before_is_shown_as_the_task_it_is(stage: Stage) -> None:
    parent = await thread(stage)
    request = stage.slack.messages(stage.general)[2]
    hand = stage.hand(stage.suzuki)
    await hand.shortcut("tasks.from_message", request)
    await hand.submit({"title": "見積もりを全部更新"})
    form = await opened(stage, parent)
    assert "登録済みのタスク 1件" in form
    assert "見積もりを全部更新" in form
    assert [entered(stage, f"title:{key}") for key in keys(stage)] == ["book a room"]


async def test_a_request_that_somebody_kept_meanwhile_is_not_made_twice(stage: Stage) -> None:
    parent = await thread(stage)
    request = stage.slack.messages(stage.general)[2]
    await opened(stage, parent)
    await stage.hand(stage.emma).shortcut("tasks.from_message", request)
    await stage.hand(stage.emma).submit()
    await stage.settled()
    await stage.hand(stage.suzuki).submit()
    await stage.settled()
    assert [task.title for task in await rows(stage, Task)] == ["見積もりを更新", "book a room"]


async def test_a_message_kept_meanwhile_is_joined_by_the_tasks(stage: Stage) -> None:
    parent = await thread(stage)
    await opened(stage, parent)
    await stage.hand(stage.emma).react(parent, "memo")
    await stage.settled()
    assert (await stage.hand(stage.suzuki).submit()).ok
    await stage.settled()
    assert "残っています。" in words(view(stage))
    assert "タスク #2「見積もりを更新」" in words(view(stage))
    (card,) = await stage.cards(stage.general)
    assert "book a room" in shown(card)


async def test_a_form_sent_twice_keeps_everything_once(stage: Stage) -> None:
    await opened(stage, await thread(stage))
    hand, again = stage.hand(stage.suzuki), stage.hand(stage.suzuki)
    await asyncio.gather(hand.submit(), again.submit(), return_exceptions=True)
    assert len(await stage.cards(stage.general)) == 1
    assert len(await rows(stage, Task)) == 2
    assert len(await rows(stage, MemoPerson)) == 3


async def test_undo_takes_back_the_tasks_nobody_has_touched_and_says_which_stay(stage: Stage) -> None:
    await opened(stage, await thread(stage))
    await stage.hand(stage.suzuki).submit()
    (card,) = await stage.cards(stage.general)
    await stage.hand(stage.emma).press(card, "tasks.take", value="3")
    await stage.settled()
    assert (
        await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.general)[0], "memos.undo")
    ).ok
    await stage.settled()
    answer = shown(stage.whispers(stage.suzuki, stage.general)[0])
    assert "タスク #2 も取り消しました。" in answer
    assert "タスク #3 は、そのあとに変更があったため残しました。" in answer
    assert await stage.cards(stage.slack.dm_with_bot(stage.sato)) == []
    (left,) = await stage.cards(stage.general)
    assert "#3 book a room" in shown(left)
    assert "見つかりませんでした" in await stage.typed(stage.suzuki, stage.general, "/task show 2")


async def test_the_tasks_of_an_erased_memo_go_on_with_cards_of_their_own(stage: Stage) -> None:
    await opened(stage, await thread(stage))
    await stage.hand(stage.suzuki).submit()
    (card,) = await stage.cards(stage.general)
    hand = stage.hand(stage.suzuki)
    await hand.press(card, "memos.menu", value="erase:1")
    assert "一緒に登録したタスク2件は残ります。" in words(view(stage))
    assert (await hand.submit()).ok
    first, second = await stage.cards(stage.general)
    assert "#2 見積もりを更新" in shown(first)
    assert "#3 book a room" in shown(second)


async def kept_where_posts_come(stage: Stage, kind: str) -> Message:
    """The channel has one kind of post; a memo with its tasks was kept there: what confirms it."""
    await stage.typed(stage.suzuki, stage.general, "/memo はじめます")
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.general)[-1], "workspaces.start")
    await stage.only(kind, stage.general)
    await opened(stage, await thread(stage))
    await stage.hand(stage.suzuki).submit()
    await stage.settled()
    return stage.whispers(stage.suzuki, stage.general)[-1]


async def test_what_was_taken_back_is_gone_from_lists_and_from_the_plan_that_showed_it(stage: Stage) -> None:
    said = await kept_where_posts_come(stage, "digest")
    stage.clock.move_to(datetime(2026, 12, 3, 0, 0, tzinfo=UTC))
    assert await stage.tick() == 1
    plan = (await stage.cards(stage.general))[-1]
    assert "見積もりを更新" in shown(plan)
    await stage.hand(stage.suzuki).press(said, "memos.undo")
    await stage.settled()
    assert "見積もりを更新" not in shown(plan)
    assert "見積もりを更新" not in await stage.typed(stage.sato, stage.general, "/task list")


async def test_where_all_that_nobody_owned_was_taken_back_the_channel_is_not_told_of_it_any_more(
    stage: Stage,
) -> None:
    said = await kept_where_posts_come(stage, "unowned")
    stage.clock.move_to(datetime(2026, 11, 26, 6, 0, tzinfo=UTC))
    assert await stage.tick() == 1
    assert "book a room" in shown((await stage.cards(stage.general))[-1])
    await stage.hand(stage.suzuki).press(said, "memos.undo")
    assert not any("book a room" in shown(card) for card in await stage.cards(stage.general))


async def test_a_message_without_a_thread_offers_its_own_requests_at_once(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, f"A案に決定しました。\n{REQUEST}")
    hand = stage.hand(stage.suzuki)
    await hand.shortcut("memos.from_message", said)
    assert entered(stage, "text") == "A案に決定しました。"
    assert len(keys(stage)) == 1
    await hand.submit()
    (card,) = await stage.cards(stage.general)
    assert "参加: 佐藤さん" in shown(card)
    assert "見積もりを更新" in shown(card)


async def test_the_task_form_offers_the_other_requests_of_its_message(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(
        stage.general, f"{REQUEST}\n@emma 12/4までに請求書を送ってください。"
    )
    assert "ほかにもお願いが1件あります。" in await opened(stage, said, "tasks.from_message")
    assert entered(stage, "title") == "見積もりを更新"
    assert [entered(stage, f"title:{key}") for key in keys(stage)] == ["請求書を送る"]
    assert (await stage.hand(stage.suzuki).submit()).ok
    first, second = await stage.cards(stage.general)
    assert "#1 見積もりを更新" in shown(first)
    assert "#2 請求書を送る" in shown(second)
    await opened(stage, said, "tasks.from_message")
    assert "登録済みのタスク 2件" in words(view(stage))


async def test_a_thread_of_last_week_is_read_as_on_its_day(stage: Stage) -> None:
    hand = stage.hand(stage.suzuki)
    said = await hand.say(stage.general, "@sato 明日までに見積もりを更新してください。")
    await hand.say(stage.general, "@emma 12/4までに請求書を送ってください。", thread_ts=said.ts)
    stage.clock.wait(timedelta(days=5))
    form = await opened(stage, said)
    passed, ahead = keys(stage)
    assert entered(stage, f"due_on:{passed}") is None
    assert "発言では11/26(木)ですが、過ぎています。" in form
    assert entered(stage, f"due_on:{ahead}") == "2026-12-04"


async def test_a_memo_kept_with_an_emoji_names_the_requests_in_it_and_takes_them_on_its_card(
    stage: Stage,
) -> None:
    said = await stage.hand(stage.sato).say(stage.general, f"A案に決定しました。\n{REQUEST}")
    hand = stage.hand(stage.suzuki)
    await hand.react(said, "memo")
    await stage.settled()
    (answer,) = stage.whispers(stage.suzuki, stage.general)
    assert "この発言には、お願いが1件あります。" in shown(answer)
    assert (await hand.press(answer, "memos.requests")).ok
    assert [entered(stage, f"owner:{key}") for key in keys(stage)] == [stage.sato.id]
    assert (await hand.submit()).ok
    (card,) = await stage.cards(stage.general)
    assert "見積もりを更新" in shown(card)
    assert "タスク #2「見積もりを更新」を登録しました。" in shown(
        stage.whispers(stage.suzuki, stage.general)[-1]
    )
    assert (await hand.press(answer, "memos.requests")).ok
    assert "登録済みのタスク 1件" in words(view(stage))
    await hand.press(answer, "memos.undo")
    assert await stage.cards(stage.general) == []
    assert "見つかりませんでした" in await stage.typed(stage.suzuki, stage.general, "/task show 2")
