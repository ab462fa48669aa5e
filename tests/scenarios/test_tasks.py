"""Requests on the list: made, taken, closed, from commands, forms, messages and cards."""

from __future__ import annotations

from sqlalchemy import select

from bot.tasks.model import Task
from tests.scenarios.stage import Stage, shown, words

REQUEST = "見積もりを更新 @sato 2026-12-04 17:00 !high"


async def tasks(stage: Stage) -> list[Task]:
    statement = select(Task).order_by(Task.number)
    return list(await stage.bot.database.read(lambda session: session.scalars(statement).all()))


async def test_a_task_is_understood_and_said_back_with_its_weekday(stage: Stage) -> None:
    answer = await stage.typed(stage.suzuki, stage.general, f"/task {REQUEST}")
    assert "タスク #1「見積もりを更新」を登録しました。期限は12/4(金) 17:00です。" in answer
    (card,) = await stage.cards(stage.general)
    assert "#1 見積もりを更新" in shown(card)
    assert "佐藤さん" in shown(card)
    assert "12/4(金) 17:00" in shown(card)
    assert "[優先]" in shown(card)
    assert "<@" not in str(card.blocks)


async def test_deadlines_in_words_are_understood_in_both_languages(stage: Stage) -> None:
    said = {
        "/task 発注する 明日": "11/26(木)です",
        "/task 返信する 今日": "11/25(水)です",
        "/task 資料を作る 金曜": "11/27(金)です",
        "/task 請求書を送る 12/3": "12/3(木)です",
    }
    for command, due in said.items():
        assert due in await stage.typed(stage.suzuki, stage.general, command)
    assert "due Thu 11/26." in await stage.typed(stage.emma, stage.general, "/task order paper tomorrow")


async def test_done_and_take_on_the_card_change_it_in_its_place(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 明日")
    (before,) = await stage.cards(stage.general)
    hand = stage.hand(stage.sato)
    assert (await hand.press(before, "tasks.take")).ok
    (taken,) = await stage.cards(stage.general)
    assert "佐藤さん" in shown(taken)
    assert "担当します" not in shown(taken)
    assert (await hand.press(taken, "tasks.done")).ok
    (done,) = await stage.cards(stage.general)
    assert done.ts == before.ts
    assert "佐藤さんが完了しました。" in shown(done)
    assert "tasks.done" not in str(done.blocks)


async def test_who_takes_second_hears_who_was_first(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する")
    assert "あなた" not in await stage.typed(stage.sato, stage.general, "/task take 1")
    assert "#1 is already 佐藤's." in await stage.typed(stage.emma, stage.general, "/task take 1")


async def test_who_comes_second_is_told_who_was_first(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 見積もりを更新")
    await stage.typed(stage.sato, stage.general, "/task done 1")
    answer = await stage.typed(stage.suzuki, stage.general, "/task done 1")
    assert "佐藤さんが完了しています（11/25(水) 10:00）。" in answer
    assert "ありがとう" not in answer


async def test_a_double_click_on_done_closes_once(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する")
    (card,) = await stage.cards(stage.general)
    hand = stage.hand(stage.sato)
    await hand.press(card, "tasks.done")
    await hand.press(card, "tasks.done")
    await stage.settled()
    (task,) = await tasks(stage)
    assert (task.state, task.closed_by) == ("done", stage.sato.id)
    assert "完了しています" in await stage.typed(stage.suzuki, stage.general, "/task take 1")


async def test_a_closed_task_is_opened_again_by_its_number(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する")
    await stage.typed(stage.suzuki, stage.general, "/task 完了 1")
    assert "open again" in await stage.typed(stage.emma, stage.general, "/task reopen 1")
    (card,) = await stage.cards(stage.general)
    assert "tasks.done" in str(card.blocks)


async def test_lists_show_what_is_open_here_mine_and_unowned(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 請求書を送る @sato 12/3")
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 明日")
    await stage.typed(stage.suzuki, stage.support, "/task 返信する @sato")
    here = await stage.typed(stage.suzuki, stage.general, "/task list")
    assert here.index("会議室") < here.index("請求書")
    assert "返信" not in here
    assert "請求書" in await stage.typed(stage.suzuki, stage.general, "/task list @sato")
    assert "会議室" not in await stage.typed(stage.suzuki, stage.general, "/task 一覧 @sato")
    mine = await stage.typed(stage.sato, stage.general, "/task 自分")
    assert "請求書" in mine
    assert "返信" in mine
    assert "会議室" in await stage.typed(stage.sato, stage.general, "/task unowned")


async def test_the_form_makes_a_task_and_whispers_what_was_kept(stage: Stage) -> None:
    hand = stage.hand(stage.emma)
    await hand.command(stage.general, "/task")
    entered = {"title": "Order paper", "owner": stage.sato.id, "due_on": "2026-11-27", "due_time": "15:00"}
    assert (await hand.submit({**entered, "priority": "high", "note": "A4 & A3"})).ok
    (card,) = await stage.cards(stage.general)
    assert "A4 &amp; A3" in shown(card)
    (task,) = await tasks(stage)
    assert task.due_at is not None
    assert task.due_at.isoformat() == "2026-11-27T15:00:00+00:00"
    (whisper,) = stage.whispers(stage.emma, stage.general)
    assert "due Fri 11/27 15:00" in shown(whisper)


async def test_a_message_becomes_a_task_with_what_was_understood_of_it(stage: Stage) -> None:
    said = await stage.hand(stage.suzuki).say(stage.general, "@sato 12/3までに見積もりを更新してください。")
    hand = stage.hand(stage.suzuki)
    assert (await hand.shortcut("tasks.from_message", said)).ok
    assert hand.view is not None
    assert "2026-12-03" in str(hand.view["blocks"])
    assert stage.sato.id in str(hand.view["blocks"])
    assert (await hand.submit()).ok
    (card,) = await stage.cards(stage.general)
    assert card.thread_ts == said.ts
    assert "元の発言" in shown(card)


async def test_change_opens_the_form_as_the_task_is_and_moves_the_deadline(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, f"/task {REQUEST}")
    hand = stage.hand(stage.suzuki)
    await hand.press(stage.whispers(stage.suzuki, stage.general)[0], "tasks.edit")
    assert hand.view is not None
    assert "17:00" in str(hand.view["blocks"])
    assert (await hand.submit({"due_on": "2026-12-07"})).ok
    (card,) = await stage.cards(stage.general)
    assert "12/7(月) 17:00" in shown(card)


async def test_lines_with_a_dash_are_tasks_of_their_own_and_other_lines_a_note(stage: Stage) -> None:
    command = "/task 引っ越しの準備 12/3\n段ボールは倉庫にあります\n- 鍵を返す @sato 明日\n- 電気を止める"
    answer = await stage.typed(stage.suzuki, stage.general, command)
    first, second, third = await tasks(stage)
    assert (first.title, first.note) == ("引っ越しの準備", "段ボールは倉庫にあります")
    assert (second.title, second.owner_id) == ("鍵を返す", stage.sato.id)
    assert third.title == "電気を止める"
    assert answer.count("登録しました") == 3


async def test_a_deadline_on_one_clock_is_shown_on_the_channels(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する")
    answer = await stage.typed(stage.emma, stage.general, "/task call the bank 2026-11-27 10:00")
    assert "due Fri 11/27 10:00" in answer
    assert "11/27(金) 10:00" in shown((await stage.cards(stage.general))[-1])


async def test_a_list_survives_titles_that_would_break_a_link(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task <https://a.example|x> | *b* > `c` & @here を直す")
    await stage.settled()
    assert "を直す" in await stage.typed(stage.suzuki, stage.general, "/task list")
    assert "<!" not in words({"blocks": (await stage.cards(stage.general))[0].blocks})


async def test_figures_are_read_and_said_back_in_the_order_of_the_writers_language(stage: Stage) -> None:
    oliver = await stage.slack.newcomer("oliver", real_name="Oliver Reed", locale="en-GB", tz="Europe/London")
    await stage.hand(oliver).join(stage.general)
    await stage.settled()
    assert "due Thu 3 Dec." in await stage.typed(oliver, stage.general, "/task send the invoice by 3/12")
    assert "due Thu 12/3." in await stage.typed(stage.emma, stage.general, "/task send the invoice by 12/3")
    assert "期限は12/3(木)です" in await stage.typed(stage.suzuki, stage.general, "/task 請求書を送る 12/3")
