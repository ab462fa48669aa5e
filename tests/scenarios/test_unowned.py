"""Tasks nobody takes: the channel hears of them once, their author the morning after."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.playground import Message
from tests.scenarios.stage import Stage, shown

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture
async def watched(stage: Stage) -> Stage:
    """It is Wednesday, 10:00 in Tokyo; #general is told about tasks without an owner."""
    await stage.typed(stage.suzuki, stage.general, "/memo はじめます")
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.general)[-1], "workspaces.start")
    await stage.settled()
    await stage.only("unowned", stage.general)
    return stage


async def at(stage: Stage, text: str) -> int:
    stage.clock.move_to(datetime.fromisoformat(text).replace(tzinfo=TOKYO))
    return await stage.tick()


async def alerts(stage: Stage) -> list[Message]:
    return [card for card in await stage.cards(stage.general) if "このお知らせを止める" in shown(card)]


async def reminders(stage: Stage) -> list[Message]:
    return await stage.cards(stage.slack.dm_with_bot(stage.suzuki))


async def test_the_channel_is_told_once_after_four_working_hours(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 備品を数える 12/20")
    assert await at(watched, "2026-11-25T13:50") == 0
    assert await at(watched, "2026-11-25T14:05") == 1
    assert await at(watched, "2026-11-25T17:00") == 0
    (told,) = await alerts(watched)
    assert "担当が決まっていないタスクが1件あります。" in shown(told)
    assert "備品を数える" in shown(told)


async def test_what_is_due_tomorrow_is_named_within_the_hour(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 名札を印刷 明日")
    assert await at(watched, "2026-11-25T11:05") == 1


async def test_what_soon_would_be_named_is_named_along(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 備品を数える")
    await at(watched, "2026-11-25T10:40")
    await watched.typed(watched.suzuki, watched.general, "/task 棚を組み立てる")
    await at(watched, "2026-11-25T14:05")
    (told,) = await alerts(watched)
    assert "担当が決まっていないタスクが2件あります。" in shown(told)


async def test_what_comes_later_that_day_waits_for_the_morning(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 備品を数える")
    await at(watched, "2026-11-25T12:30")
    await watched.typed(watched.suzuki, watched.general, "/task 棚を組み立てる")
    assert await at(watched, "2026-11-25T14:05") == 1
    assert await at(watched, "2026-11-25T17:30") == 0
    assert await at(watched, "2026-11-25T22:00") == 0
    await at(watched, "2026-11-26T09:01")
    assert len(await alerts(watched)) == 2


async def test_taking_from_the_message_changes_every_card(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 備品を数える")
    await at(watched, "2026-11-25T14:05")
    (told,) = await alerts(watched)
    assert (await watched.hand(watched.sato).press(told, "tasks.take")).ok
    (told,) = await alerts(watched)
    assert "担当が決まっていないタスクは、なくなりました。" in shown(told)
    assert all("佐藤さん" in shown(card) for card in (await watched.cards(watched.general))[1:])


async def test_the_author_is_reminded_the_next_business_day_and_then_no_more(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 備品を数える")
    await watched.typed(watched.suzuki, watched.general, "/task 棚を組み立てる")
    await at(watched, "2026-11-25T14:05")
    assert await at(watched, "2026-11-25T19:00") == 0
    assert await at(watched, "2026-11-26T08:59") == 0
    await at(watched, "2026-11-26T09:00")
    (reminder,) = await reminders(watched)
    assert "備品を数える" in shown(reminder)
    assert "棚を組み立てる" in shown(reminder)
    assert "#general" in shown(reminder)
    await at(watched, "2026-11-30T09:00")
    assert len(await reminders(watched)) == 1
    assert len(await alerts(watched)) == 1


async def test_the_author_hears_nothing_of_what_was_taken(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 備品を数える")
    await at(watched, "2026-11-25T14:05")
    await watched.typed(watched.sato, watched.general, "/task take 2")
    await at(watched, "2026-11-26T09:00")
    assert await reminders(watched) == []


async def test_a_reminder_ends_from_itself_and_begins_again(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 備品を数える")
    await at(watched, "2026-11-25T14:05")
    await at(watched, "2026-11-26T09:00")
    (reminder,) = await reminders(watched)
    suzuki, direct = watched.hand(watched.suzuki), watched.slack.dm_with_bot(watched.suzuki)
    await suzuki.press(reminder, "workspaces.mute")
    await watched.settled()
    assert "もう届きません" in shown(watched.whispers(watched.suzuki, direct)[-1])
    (reminder,) = await reminders(watched)
    assert "このお知らせを止める" not in shown(reminder)
    await watched.typed(watched.suzuki, watched.general, "/task 棚を組み立てる")
    await at(watched, "2026-11-26T15:00")
    await at(watched, "2026-11-27T09:00")
    assert len(await reminders(watched)) == 1
    assert (await suzuki.press(reminder, "workspaces.unmute")).ok
    (reminder,) = await reminders(watched)
    assert "このお知らせを止める" in shown(reminder)
    await watched.typed(watched.suzuki, watched.general, "/task 鍵を返す")
    await at(watched, "2026-11-27T15:00")
    await at(watched, "2026-11-30T09:00")
    assert len(await reminders(watched)) == 2


async def test_the_channel_ends_it_from_the_message(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 備品を数える")
    await at(watched, "2026-11-25T14:05")
    (told,) = await alerts(watched)
    await watched.hand(watched.sato).press(told, "tasks.unowned_stop")
    await watched.settled()
    await watched.typed(watched.suzuki, watched.general, "/task 棚を組み立てる")
    await at(watched, "2026-11-26T15:00")
    assert len(await alerts(watched)) == 1


async def test_two_ticks_at_once_tell_once(watched: Stage) -> None:
    await watched.typed(watched.suzuki, watched.general, "/task 備品を数える")
    watched.clock.wait(timedelta(hours=4, minutes=5))
    now = watched.clock.now()
    await asyncio.gather(*(watched.bot.tick(now) for _ in range(4)))
    assert len(await alerts(watched)) == 1
