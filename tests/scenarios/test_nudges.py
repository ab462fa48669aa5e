"""Several things to one person are one message, each with its own switch."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.scenarios.stage import Stage, shown

TOKYO = ZoneInfo("Asia/Tokyo")


async def at(stage: Stage, text: str) -> None:
    stage.clock.move_to(datetime.fromisoformat(text).replace(tzinfo=TOKYO))
    await stage.tick()


async def test_mondays_reminders_of_the_week_and_of_a_task_are_one_message(stage: Stage) -> None:
    hand, direct = stage.hand(stage.suzuki), stage.slack.dm_with_bot(stage.suzuki)
    await stage.typed(stage.suzuki, stage.general, "/memo はじめます")
    await hand.press(stage.whispers(stage.suzuki, stage.general)[-1], "workspaces.start")
    await stage.typed(stage.suzuki, stage.general, "/weekly goals")
    await hand.press(stage.whispers(stage.suzuki, stage.general)[-1], "weekly.remind")
    await stage.settled()
    await at(stage, "2026-11-27T10:00")
    await stage.typed(stage.suzuki, stage.general, "/task 備品を数える")
    await at(stage, "2026-11-27T15:30")
    await at(stage, "2026-11-27T17:30")
    assert await stage.cards(direct) == []
    await at(stage, "2026-11-30T09:00")
    (message,) = await stage.cards(direct)
    assert "備品を数える" in shown(message)
    assert "11/23(月)〜11/29(日)の振り返りは、まだ書けます。" in shown(message)
    switches = [
        element["value"]
        for block in message.blocks
        for element in block.get("elements", ())
        if element.get("action_id") == "workspaces.mute"
    ]
    assert switches == ["weekly_reminder", "unowned"]
    assert (await hand.press(message, "weekly.skip")).ok
    await stage.typed(stage.sato, stage.general, "/task take 2")
    (message,) = await stage.cards(direct)
    assert "まだ書けます" not in shown(message)
    assert "担当が決まっていないタスクは、なくなりました。" in shown(message)


async def test_an_owner_hears_of_a_deadline_before_the_plan_calls_it_due_and_the_message_stays_true(
    stage: Stage,
) -> None:
    hand, direct = stage.hand(stage.sato), stage.slack.dm_with_bot(stage.sato)
    await stage.typed(stage.sato, stage.general, "/memo はじめます")
    await hand.press(stage.whispers(stage.sato, stage.general)[-1], "workspaces.start")
    await stage.settled()
    await stage.typed(stage.sato, stage.general, "/task 請求書を送る @sato 11/27")
    await stage.typed(stage.sato, stage.secret, "/task 辞令を用意する @sato 11/27")
    await at(stage, "2026-11-25T18:30")
    await at(stage, "2026-11-26T09:00")
    (message,) = await stage.cards(direct)
    assert "期限が近いタスクが1件あります。" in shown(message)
    assert "佐藤さん・11/27(金)・#general" in shown(message)
    assert "辞令" not in shown(message)
    assert (await hand.press(message, "tasks.menu", value="done:2")).ok
    (message,) = await stage.cards(direct)
    assert "佐藤さんが完了" in shown(message)
    assert "期限が近いタスクは、なくなりました。" in shown(message)


async def test_nobody_is_written_to_twice_on_one_day(stage: Stage) -> None:
    direct = stage.slack.dm_with_bot(stage.sato)
    await stage.typed(stage.sato, stage.general, "/memo はじめます")
    await stage.hand(stage.sato).press(stage.whispers(stage.sato, stage.general)[-1], "workspaces.start")
    await stage.typed(stage.sato, stage.general, "/weekly goals")
    await stage.hand(stage.sato).press(stage.whispers(stage.sato, stage.general)[-1], "weekly.remind")
    await stage.settled()
    await stage.typed(stage.sato, stage.general, "/task 請求書を送る @sato 11/30")
    await at(stage, "2026-11-26T18:30")
    for moment in ("2026-11-27T09:00", "2026-11-27T14:00", "2026-11-27T17:30"):
        await at(stage, moment)
    (morning,) = await stage.cards(direct)
    assert "振り返り" not in shown(morning)
    await at(stage, "2026-11-30T09:00")
    assert "まだ書けます" in shown((await stage.cards(direct))[-1])
