"""In a direct conversation with the bot: what is kept there is personal."""

from __future__ import annotations

import asyncio

from tests.scenarios.stage import Stage, shown


async def test_a_memo_kept_in_a_direct_conversation_is_seen_by_nobody_else(stage: Stage) -> None:
    direct = stage.slack.dm_with_bot(stage.suzuki)
    await stage.hand(stage.suzuki).open_home("messages")
    await stage.settled()
    assert "議事メモ #1 に残しました。" in await stage.typed(stage.suzuki, direct, "/memo 自分用の覚え書き")
    (card,) = await stage.cards(direct)
    assert "自分用の覚え書き" in shown(card)
    assert "覚え書き" in await stage.typed(stage.suzuki, stage.general, "/memo search 自分用")
    assert "覚え書き" not in await stage.typed(stage.sato, stage.general, "/memo search 自分用")


async def test_a_personal_task_stays_there_and_the_daily_plan_is_not_offered(stage: Stage) -> None:
    direct = stage.slack.dm_with_bot(stage.emma)
    await stage.hand(stage.emma).open_home("messages")
    await stage.settled()
    answer = await stage.typed(stage.emma, direct, "/task book the dentist tomorrow")
    assert "due Thu 11/26" in answer
    assert "automatic posts" not in answer
    assert "dentist" in await stage.typed(stage.emma, direct, "/task unowned")
    assert "dentist" not in await stage.typed(stage.emma, stage.general, "/task unowned")


async def test_a_direct_conversation_nobody_told_us_of_is_answered_with_the_words_back(stage: Stage) -> None:
    while sum(call.method == "users.conversations" for call in stage.slack.calls) < 2:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    direct = stage.slack.dm_with_bot(stage.sato)
    answer = await stage.typed(stage.sato, direct, "/memo まだ知られていない場所での決定")
    assert "この会話には参加できない" in answer
    assert "まだ知られていない場所での決定" in answer


async def test_in_a_direct_conversation_no_mention_is_needed(stage: Stage) -> None:
    direct, hand = stage.slack.dm_with_bot(stage.suzuki), stage.hand(stage.suzuki)
    parent = await hand.say(direct, "タスク 見積もりを更新 金曜まで")
    (card,) = await stage.cards(direct)
    assert "11/27(金)" in shown(card)
    await hand.say(direct, "こんにちは")
    await hand.say(direct, "ありがとう", thread_ts=parent.ts)
    await stage.settled()
    answers = [shown(each) for each in stage.whispers(stage.suzuki, direct)]
    assert len(answers) == 2
    assert "/urakata memo" in answers[1]


async def test_a_mention_that_slack_tells_of_twice_makes_one_task(stage: Stage) -> None:
    place = stage.slack.group_dm(stage.suzuki, stage.sato)
    said = await stage.hand(stage.suzuki).say(place, "@urakata タスク 見積もりを更新")
    stage.slack.core.events.happened({**said.as_slack(), "type": "app_mention", "channel": place.id})
    assert len(await stage.cards(place)) == 1


async def test_a_mention_between_two_is_answered_once_however_slack_tells_of_it(stage: Stage) -> None:
    direct = stage.slack.dm_with_bot(stage.suzuki)
    said = await stage.hand(stage.suzuki).say(direct, "@urakata こんにちは")
    stage.slack.core.events.happened({**said.as_slack(), "type": "app_mention", "channel": direct.id})
    await stage.settled()
    assert len(stage.whispers(stage.suzuki, direct)) == 1


async def test_what_several_say_to_each_other_is_none_of_our_business(stage: Stage) -> None:
    place = stage.slack.group_dm(stage.suzuki, stage.sato)
    await stage.hand(stage.suzuki).say(place, "タスク 見積もりを更新")
    assert await stage.cards(place) == []
    assert stage.whispers(stage.suzuki, place) == []
