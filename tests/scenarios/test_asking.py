"""A task for somebody else is a request: asked in a direct message, accepted, talked about, passed on."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.platform import queue
from bot.platform.outbox import Posting
from bot.playground import Message
from bot.tasks.model import Request, Task
from bot.workspaces import mirror
from tests.scenarios.stage import Stage, shown, words


async def asked(stage: Stage, command: str = "見積もりを更新 @sato 12/4 17:00") -> Message:
    """The direct message to Sato."""
    await stage.typed(stage.suzuki, stage.general, f"/task {command}")
    return (await stage.cards(stage.slack.dm_with_bot(stage.sato)))[-1]


async def the_card(stage: Stage) -> str:
    return shown((await stage.cards(stage.general))[-1])


async def test_who_is_asked_gets_a_direct_message_and_the_card_says_asked_until_they_accept(
    stage: Stage,
) -> None:
    direct = await asked(stage)
    assert "鈴木さんからのお願いです。\n*見積もりを更新* (12/4(金) 17:00まで)" in shown(direct)
    assert "佐藤さん（お願い中）" in await the_card(stage)
    assert "佐藤さんにお願いを送りました。" in shown(stage.whispers(stage.suzuki, stage.general)[0])
    assert (await stage.hand(stage.sato).press(direct, "tasks.accept")).ok
    assert "お願い中" not in await the_card(stage)
    assert "tasks.accept" not in str(direct.blocks)
    assert "tasks.done" in str(direct.blocks)


async def test_the_request_is_in_the_language_of_who_is_asked(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 請求書を送る @emma 12/4")
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.emma))
    assert "鈴木 asks you: *請求書を送る*, by Fri 12/4." in shown(direct)
    assert "Talk about it" in shown(direct)


async def test_a_task_for_oneself_or_nobody_asks_nobody(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 自分の仕事 @suzuki")
    await stage.typed(stage.suzuki, stage.general, "/task みんなの仕事")
    assert await stage.cards(stage.slack.dm_with_bot(stage.suzuki)) == []
    assert "お願い中" not in await the_card(stage)


async def test_accepting_twice_accepts_once(stage: Stage) -> None:
    direct, hand = await asked(stage), stage.hand(stage.sato)
    outcomes = await asyncio.gather(*(hand.press(direct, "tasks.accept") for _ in range(2)))
    assert all(outcome.ok for outcome in outcomes)
    await stage.settled()
    assert "tasks.done" in str(direct.blocks)


@pytest.mark.parametrize("command", ["/task done 1", "/task take 1"])
async def test_doing_something_with_it_accepts_it(stage: Stage, command: str) -> None:
    direct = await asked(stage)
    await stage.typed(stage.sato, stage.general, command)
    await stage.settled()
    assert "お願い中" not in await the_card(stage)
    assert "tasks.accept" not in str(direct.blocks)
    assert ("佐藤さんが完了しました。" in shown(direct)) == (command == "/task done 1")


async def test_a_change_by_somebody_else_does_not_accept_it(stage: Stage) -> None:
    direct = await asked(stage)
    hand = stage.hand(stage.emma)
    await hand.press((await stage.cards(stage.general))[-1], "tasks.menu", value="due:1")
    await hand.submit({"choice": "picked", "due_on": "2026-12-11"})
    await stage.settled()
    assert "(12/11(金) 17:00まで)" in shown(direct)
    assert "佐藤さん（お願い中）" in await the_card(stage)


async def test_done_from_the_direct_message_closes_it_everywhere(stage: Stage) -> None:
    direct, hand = await asked(stage), stage.hand(stage.sato)
    await hand.press(direct, "tasks.accept")
    await stage.settled()
    await hand.press(direct, "tasks.done")
    assert "佐藤さんが完了しました。" in await the_card(stage)
    assert "佐藤さんが完了しました。" in shown(direct)


async def test_wanting_to_talk_answers_with_the_thread_and_tells_the_asker_once(stage: Stage) -> None:
    direct, hand = await asked(stage), stage.hand(stage.sato)
    for _ in range(2):
        assert (await hand.press(direct, "tasks.talk")).ok
        await stage.settled()
    first, second = stage.whispers(stage.sato, stage.slack.dm_with_bot(stage.sato))
    (card,) = await stage.cards(stage.general)
    assert f"p{card.ts.replace('.', '')}|スレッドを開く" in shown(first)
    assert "伝えました" in shown(first)
    assert "伝えました" not in shown(second)
    (told,) = await stage.cards(stage.slack.dm_with_bot(stage.suzuki))
    assert "佐藤さんが、お願いした#1「見積もりを更新」について相談したいそうです。" in shown(told)
    assert "佐藤さん（お願い中）" in await the_card(stage)


async def test_an_asker_who_reads_english_is_told_in_english(stage: Stage) -> None:
    await stage.typed(stage.emma, stage.general, "/task update the estimate @sato by Friday")
    assert "I've asked 佐藤 in a direct message." in shown(stage.whispers(stage.emma, stage.general)[0])
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    assert "Emmaさんからのお願いです。" in shown(direct)
    await stage.hand(stage.sato).press(direct, "tasks.talk")
    (told,) = await stage.cards(stage.slack.dm_with_bot(stage.emma))
    assert "佐藤 would like to talk about #1 “update the estimate”, which you asked for." in shown(told)


async def test_who_reads_english_accepts_and_closes_in_english(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 請求書を送る @emma 12/4")
    hand = stage.hand(stage.emma)
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.emma))
    await hand.press(direct, "tasks.accept")
    await stage.settled()
    assert "open the thread" in shown(direct)
    await hand.press(direct, "tasks.menu", value="drop:1")
    await hand.submit({"reason": "they have it already"})
    await stage.settled()
    assert "Emma decided not to do it.\nReason: they have it already" in shown(direct)
    assert "Emmaさんが見送りにしました。\n理由: they have it already" in await the_card(stage)


async def test_a_reassignment_asks_the_new_owner_and_relieves_the_one_before(stage: Stage) -> None:
    direct = await asked(stage)
    hand = stage.hand(stage.suzuki)
    card = (await stage.cards(stage.general))[-1]
    await hand.press(card, "tasks.menu", value="owner:1")
    assert (await hand.submit({"owner": stage.emma.id})).ok
    (for_emma,) = await stage.cards(stage.slack.dm_with_bot(stage.emma))
    assert "asks you: *見積もりを更新*" in shown(for_emma)
    assert "担当が変わりました。対応は不要です。" in shown(direct)
    assert "Emmaさん（お願い中）" in shown(card)
    assert "Emmaさんにお願いしました" in shown(stage.whispers(stage.suzuki, stage.general)[-1])


async def test_asked_again_after_somebody_else_it_is_a_new_message(stage: Stage) -> None:
    await asked(stage)
    hand, card = stage.hand(stage.suzuki), (await stage.cards(stage.general))[-1]
    for owner in (stage.emma.id, None, stage.sato.id):
        await hand.press(card, "tasks.menu", value="owner:1")
        await hand.submit({"owner": owner})
        await stage.settled()
    old, new = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    assert "対応は不要です" in shown(old)
    assert "tasks.accept" in str(new.blocks)


async def test_an_owner_who_cannot_be_is_refused_under_the_field(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する")
    hand, card = stage.hand(stage.suzuki), (await stage.cards(stage.secret))[-1]
    await hand.press(card, "tasks.menu", value="owner:1")
    for owner, problem in ((stage.emma.id, "チャンネルにいない"), (stage.slack.bot_user_id, "アプリ")):
        refused = await hand.submit({"owner": owner})
        assert refused.errors is not None
        assert problem in refused.errors["owner"]
    assert await stage.cards(stage.slack.dm_with_bot(stage.emma)) == []


async def test_a_guest_of_the_channel_is_asked_like_everybody(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.support, "/task お客様へ返信する @takahashi 明日")
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.takahashi))
    assert (await stage.hand(stage.takahashi).press(direct, "tasks.accept")).ok
    (card,) = await stage.cards(stage.support)
    assert "高橋さん" in shown(card)
    assert "お願い中" not in shown(card)


async def test_nobody_outside_gone_or_a_bot_is_asked(stage: Stage) -> None:
    await stage.slack.deactivate(stage.emma)
    await stage.settled()
    for command in ("返信する @emma", "掃除する @urakata"):
        await stage.typed(stage.suzuki, stage.general, f"/task {command}")
    await stage.typed(stage.suzuki, stage.secret, "/task 面談を設定する @takahashi")
    await stage.settled()
    assert await stage.bot.database.read(lambda session: session.scalars(select(Request)).all()) == []


async def test_a_request_pressed_after_it_went_to_somebody_else_says_so(stage: Stage) -> None:
    direct = await asked(stage)
    await stage.bot.database.write(lambda session: _given_to(session.scalars(select(Request)).one(), stage))
    assert (await stage.hand(stage.sato).press(direct, "tasks.accept")).ok
    await stage.settled()
    said = stage.whispers(stage.sato, stage.slack.dm_with_bot(stage.sato))[-1]
    assert "あなたへのお願いではなくなっています。" in shown(said)


def _given_to(request: Request, stage: Stage) -> None:
    request.owner_id = stage.emma.id


async def test_who_left_the_workspace_is_written_to_no_more(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 請求書を送る @emma 12/4")
    await stage.settled()
    await stage.slack.deactivate(stage.emma)
    await stage.settled()
    await stage.typed(stage.suzuki, stage.general, "/task done 1")
    await stage.settled()
    parked = select(Posting.problem).where(Posting.state == queue.PARKED)
    assert await stage.bot.database.read(lambda session: session.scalars(parked).all()) == []
    assert "鈴木さんが完了しました。" in await the_card(stage)


async def test_who_left_the_private_channel_is_shown_nothing_of_its_request(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する @sato 明日")
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    await stage.hand(stage.suzuki).remove(stage.secret, stage.sato)
    await stage.settled()
    hand, card = stage.hand(stage.suzuki), (await stage.cards(stage.secret))[-1]
    await hand.press(card, "tasks.done")
    await stage.settled()
    assert "辞令" not in shown(direct)
    assert "表示できません" in shown(direct)


async def test_an_asker_who_left_the_private_channel_is_told_nothing(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する @sato 明日")
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    await stage.bot.database.write(
        lambda session: mirror.leave(session, stage.slack.team_id, stage.secret.id, stage.suzuki.id), None
    )
    await stage.hand(stage.sato).press(direct, "tasks.talk")
    await stage.settled()
    assert await stage.cards(stage.slack.dm_with_bot(stage.suzuki)) == []
    assert "伝えました" not in shown(stage.whispers(stage.sato, stage.slack.dm_with_bot(stage.sato))[-1])


async def test_a_direct_message_whose_answer_was_lost_is_looked_up_and_not_sent_twice(stage: Stage) -> None:
    stage.slack.fail_next("conversations.open", 1, status=500)
    await stage.typed(stage.sato, stage.general, "/memo 先に一つ決定")
    stage.slack.fail_next("chat.postMessage", 2, status=0, effect=True)
    await stage.hand(stage.suzuki).command(stage.general, "/task 見積もりを更新 @sato 12/4")
    for _ in range(12):
        await stage.bot.outbox.drain()
        stage.clock.wait(timedelta(seconds=5))
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    assert "お願いです" in shown(direct)
    assert len(await stage.cards(stage.general)) == 2


async def test_a_list_says_what_is_asked_and_not_answered(stage: Stage) -> None:
    await asked(stage)
    assert "佐藤 (asked), Fri 12/4 08:00" in await stage.typed(stage.emma, stage.general, "/task list")
    task = await stage.bot.database.read(lambda session: session.scalars(select(Task)).one())
    assert task.asked_at is not None
    assert "お願い中" in words({"blocks": (await stage.cards(stage.general))[0].blocks})


async def test_what_one_command_asks_of_one_person_is_one_message_each_with_its_own_answer(
    stage: Stage,
) -> None:
    lines = "\n".join(("- 見積もりを更新 @sato 12/4", "- 名札を印刷 @sato", "- 返信する @emma", "- 掃除する"))
    await stage.typed(stage.suzuki, stage.general, f"/task 来客の準備 @suzuki\n{lines}")
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    (for_emma,) = await stage.cards(stage.slack.dm_with_bot(stage.emma))
    assert "鈴木さんからのお願いが2件あります。" in shown(direct)
    assert "*見積もりを更新* (12/4(金)まで)" in shown(direct)
    assert "asks you: *返信する*." in shown(for_emma)
    hand = stage.hand(stage.sato)
    assert (await hand.press(direct, "tasks.accept", value="3")).ok
    await stage.settled()
    assert _values(direct, "tasks.accept") == ["2"]
    assert "佐藤さん・期限なし・#general" in shown(direct)
    assert (await hand.press(direct, "tasks.talk", value="2")).ok
    (told,) = await stage.cards(stage.slack.dm_with_bot(stage.suzuki))
    assert "お願いした#2「見積もりを更新」について相談したい" in shown(told)
    assert (await hand.press(direct, "tasks.menu", value="done:3")).ok
    await stage.settled()
    assert "佐藤さんが完了" in shown(direct)
    assert len(await stage.cards(stage.slack.dm_with_bot(stage.sato))) == 1


async def test_one_of_several_that_goes_to_somebody_else_leaves_the_others_asked(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 見積もりを更新 @sato\n- 名札を印刷 @sato")
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    hand = stage.hand(stage.suzuki)
    await hand.press((await stage.cards(stage.general))[0], "tasks.menu", value="owner:1")
    assert (await hand.submit({"owner": stage.emma.id})).ok
    await stage.settled()
    assert "#1「見積もりを更新」は担当が変わりました。" in shown(direct)
    assert _values(direct, "tasks.accept") == ["2"]
    await stage.typed(stage.suzuki, stage.general, "/task done 2")
    await stage.settled()
    assert "鈴木さんが完了" in shown(direct)
    assert (await stage.cards(stage.slack.dm_with_bot(stage.emma)))[-1].text.startswith("鈴木 asks you:")


async def test_requests_of_two_gestures_are_two_messages(stage: Stage) -> None:
    for command in ("見積もりを更新 @sato", "名札を印刷 @sato"):
        await stage.typed(stage.suzuki, stage.general, f"/task {command}")
    assert len(await stage.cards(stage.slack.dm_with_bot(stage.sato))) == 2


async def test_who_left_the_private_channel_is_shown_nothing_of_several_requests(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する @sato\n- 内示を送る @sato")
    (direct,) = await stage.cards(stage.slack.dm_with_bot(stage.sato))
    await stage.hand(stage.suzuki).remove(stage.secret, stage.sato)
    await stage.settled()
    await stage.typed(stage.suzuki, stage.secret, "/task done 1")
    await stage.settled()
    assert "辞令" not in shown(direct)
    assert "内示" not in shown(direct)
    assert "表示できません" in shown(direct)


def _values(message: Message, action_id: str) -> list[str]:
    elements = [element for block in message.blocks for element in block.get("elements", ())]
    return [each["value"] for each in elements if each.get("action_id") == action_id]
