"""A memo or a task from every door: `/urakata`, a mention, an emoji, the global shortcuts."""

from __future__ import annotations

import pytest

from bot.playground import Channel, talk
from tests.scenarios.stage import Stage, shown

DECISION = "次回リリースは12/5に決定"


def whispered(stage: Stage, channel: Channel) -> str:
    return "\n".join(shown(each) for each in stage.whispers(stage.suzuki, channel))


@pytest.fixture(params=["general", "secret"])
def place(request: pytest.FixtureRequest, stage: Stage) -> Channel:
    """A public channel, and a private one."""
    found: Channel = getattr(stage, request.param)
    return found


@pytest.mark.parametrize("words", ["memo", "メモ", "議事メモ", "ﾒﾓ", "MEMO"])
async def test_urakata_memo_is_memo(stage: Stage, words: str) -> None:
    answer = await stage.typed(stage.suzuki, stage.general, f"/urakata {words} {DECISION}")
    assert "議事メモ #1 に残しました。" in answer
    assert DECISION in shown((await stage.cards(stage.general))[0])


async def test_urakata_task_opens_the_form_keeps_and_lists_like_task(stage: Stage) -> None:
    assert "due Fri 11/27" in await stage.typed(
        stage.emma, stage.general, "/urakata task order paper by Friday"
    )
    assert "order paper" in await stage.typed(stage.emma, stage.general, "/urakata task list")
    assert (await stage.hand(stage.emma).command(stage.general, "/urakata task")).ok
    assert stage.hand(stage.emma).view is not None


@pytest.mark.parametrize("words", ["", "help", "ヘルプ", "mmeo x"])
async def test_urakata_alone_says_what_it_does(stage: Stage, words: str) -> None:
    assert "/urakata memo" in await stage.typed(stage.suzuki, stage.general, f"/urakata {words}".strip())


async def test_a_mention_in_a_thread_keeps_what_the_thread_began_with(stage: Stage, place: Channel) -> None:
    parent = await stage.hand(stage.sato).say(place, DECISION)
    await stage.hand(stage.suzuki).say(place, "@urakata メモ", thread_ts=parent.ts)
    (card,) = await stage.cards(place)
    assert DECISION in shown(card)
    assert card.thread_ts == parent.ts
    assert "議事メモ #1 に残しました。" in whispered(stage, place)


async def test_a_mention_with_a_text_keeps_that_text(stage: Stage, place: Channel) -> None:
    await stage.hand(stage.suzuki).say(place, f"@urakata メモ {DECISION}")
    (card,) = await stage.cards(place)
    assert DECISION in shown(card)
    assert "メモ 次回" not in shown(card)


async def test_a_mention_makes_a_task_of_the_request_it_points_at(stage: Stage, place: Channel) -> None:
    parent = await stage.hand(stage.suzuki).say(place, "@sato 12/3までに見積もりを更新してください。")
    await stage.hand(stage.suzuki).say(place, "@urakata タスク", thread_ts=parent.ts)
    (card,) = await stage.cards(place)
    assert "見積もりを更新" in shown(card)
    assert "佐藤さん" in shown(card)
    assert "12/3(木)" in shown(card)


async def test_a_mention_that_says_nothing_we_know_is_answered_with_help(stage: Stage) -> None:
    await stage.hand(stage.suzuki).say(stage.general, "@urakata こんにちは")
    await stage.hand(stage.suzuki).say(stage.general, "@urakata メモ")
    assert await stage.cards(stage.general) == []
    assert whispered(stage, stage.general).count("/urakata memo") == 2


async def test_a_memo_emoji_keeps_the_message_and_a_second_one_names_the_memo(
    stage: Stage, place: Channel
) -> None:
    said = await stage.hand(stage.sato).say(place, DECISION)
    await stage.hand(stage.suzuki).react(said, "memo")
    await stage.settled()
    await stage.hand(stage.sato).react(said, "memo")
    (card,) = await stage.cards(place)
    assert card.thread_ts == said.ts
    assert "議事メモ #1 に残しました。" in whispered(stage, place)
    assert "#1 に残っています" in shown(stage.whispers(stage.sato, place)[-1])


async def test_a_memo_emoji_on_a_reply_keeps_the_reply(stage: Stage) -> None:
    parent = await stage.hand(stage.sato).say(stage.general, "日程は？")
    reply = await stage.hand(stage.sato).say(stage.general, DECISION, thread_ts=parent.ts)
    await stage.hand(stage.suzuki).react(reply, "memo")
    (card,) = await stage.cards(stage.general)
    assert DECISION in shown(card)
    assert card.thread_ts == parent.ts


async def test_other_emoji_and_emoji_on_our_own_cards_keep_nothing(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, DECISION)
    await stage.hand(stage.suzuki).react(said, "ballot_box_with_check")
    await stage.typed(stage.suzuki, stage.general, "/memo 別の決定")
    (card,) = await stage.cards(stage.general)
    await stage.hand(stage.suzuki).react(card, "memo")
    assert len(await stage.cards(stage.general)) == 1


async def switch(stage: Stage, *on: str) -> None:
    await stage.typed(stage.suzuki, stage.general, "/urakata 設定")
    assert (await stage.hand(stage.suzuki).submit({"switches": on})).ok
    await stage.settled()


async def test_a_ticked_box_makes_a_task_where_the_channel_switched_it_on(stage: Stage) -> None:
    await switch(stage, "memo_emoji", "task_emoji")
    said = await stage.hand(stage.sato).say(stage.general, "見積もりを明日までに更新してください。")
    elsewhere = await stage.hand(stage.sato).say(stage.support, "見積もりを明日までに更新してください。")
    for each in (said, elsewhere):
        await stage.hand(stage.suzuki).react(each, "ballot_box_with_check")
    (card,) = await stage.cards(stage.general)
    assert "見積もりを更新" in shown(card)
    assert card.thread_ts == said.ts
    assert "11/26(木)" in whispered(stage, stage.general)
    assert await stage.cards(stage.support) == []


async def test_a_box_ticked_again_by_anybody_names_the_task_it_made(stage: Stage) -> None:
    await switch(stage, "task_emoji")
    said = await stage.hand(stage.sato).say(stage.general, "見積もりを明日までに更新してください。")
    await stage.hand(stage.suzuki).react(said, "ballot_box_with_check")
    await stage.settled()
    await stage.hand(stage.suzuki).unreact(said, "ballot_box_with_check")
    for who in (stage.suzuki, stage.sato):
        await stage.hand(who).react(said, "ballot_box_with_check")
    assert len(await stage.cards(stage.general)) == 1
    for who in (stage.suzuki, stage.sato):
        answer = shown(stage.whispers(who, stage.general)[-1])
        assert "この発言は、タスクに登録されています。" in answer
        assert "見積もりを更新" in answer


async def test_a_mention_makes_another_task_of_a_message_that_was_ticked(stage: Stage) -> None:
    await switch(stage, "task_emoji")
    said = await stage.hand(stage.sato).say(stage.general, "見積もりを明日までに更新してください。")
    await stage.hand(stage.suzuki).react(said, "ballot_box_with_check")
    await stage.settled()
    await stage.hand(stage.suzuki).say(stage.general, "@urakata タスク", thread_ts=said.ts)
    assert len(await stage.cards(stage.general)) == 2


async def test_a_memo_emoji_keeps_nothing_where_the_channel_switched_it_off(stage: Stage) -> None:
    await switch(stage)
    said = await stage.hand(stage.sato).say(stage.general, DECISION)
    await stage.hand(stage.suzuki).react(said, "memo")
    assert await stage.cards(stage.general) == []
    assert "#1" not in whispered(stage, stage.general)


async def test_an_emoji_on_a_picture_without_words_is_explained(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, ":tada:")
    await stage.hand(stage.suzuki).react(said, "memo")
    assert await stage.cards(stage.general) == []
    assert "言葉がないので" in whispered(stage, stage.general)


async def test_a_message_deleted_meanwhile_is_left_alone(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, DECISION)
    await stage.hand(stage.suzuki).react(said, "memo")
    await stage.hand(stage.sato).delete(said)
    await stage.settled()


async def test_a_global_shortcut_asks_where_to_keep_it(stage: Stage) -> None:
    hand = stage.hand(stage.emma)
    assert (await hand.global_shortcut("memos.new")).ok
    outcome = await hand.submit({"channel": stage.without_bot.id, "text": "agreed on plan B"})
    assert outcome.errors is not None
    assert "I'm not in this channel" in outcome.errors["channel"]
    assert (await hand.submit({"channel": stage.general.id, "text": "agreed on plan B"})).ok
    assert "agreed on plan B" in shown((await stage.cards(stage.general))[0])


async def test_a_task_from_the_global_shortcut_stands_in_the_chosen_channel(stage: Stage) -> None:
    hand = stage.hand(stage.suzuki)
    assert (await hand.global_shortcut("tasks.new")).ok
    assert (
        await hand.submit({"channel": stage.secret.id, "title": "辞令を用意する", "due_on": "2026-12-01"})
    ).ok
    assert "12/1(火)" in shown((await stage.cards(stage.secret))[0])


async def test_what_the_bot_says_itself_starts_nothing(stage: Stage) -> None:
    """By every door that hears events: a conversation, a mention, an emoji."""
    direct, core, own = (
        stage.slack.dm_with_bot(stage.suzuki),
        stage.slack.core,
        stage.slack.core.workspace.bot,
    )
    await stage.hand(stage.suzuki).open_home("messages")
    before = len(await stage.cards(stage.general))
    mention = f"<@{own.id}> メモ 自分で言ったこと"
    said = [talk.post(core, place, own, mention) for place in (direct, stage.general)]
    core.events.happened({**said[1].as_slack(), "type": "app_mention", "channel": stage.general.id})
    talk.react(core, said[1], own, "memo")
    await stage.hand(stage.sato).react(said[1], "memo")
    assert len(await stage.cards(stage.general)) == before + 1
    assert stage.whispers(stage.sato, stage.general) == []
