"""The message behind a memo or a task is edited or deleted; a person deletes a card of ours."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.platform import queue
from bot.platform.inbox import Envelope
from bot.platform.outbox import Posting
from bot.playground import Channel, Message
from tests.scenarios.stage import Stage, shown

DECISION = "次回リリースは12/5に決定"
REQUEST = "見積もりを12/3までに更新してください"


async def kept(stage: Stage, text: str = DECISION, place: Channel | None = None) -> Message:
    """What Sato said, kept by Suzuki."""
    said = await stage.hand(stage.sato).say(place or stage.general, text)
    await stage.hand(stage.suzuki).react(said, "memo")
    await stage.settled()
    return said


async def made(stage: Stage) -> Message:
    """What Sato asked for, put on the list by Suzuki."""
    said = await stage.hand(stage.sato).say(stage.general, REQUEST)
    await stage.hand(stage.suzuki).shortcut("tasks.from_message", said)
    assert (await stage.hand(stage.suzuki).submit()).ok
    await stage.settled()
    return said


async def card(stage: Stage, place: Channel | None = None) -> str:
    (only,) = await stage.cards(place or stage.general)
    return shown(only)


async def questions(stage: Stage) -> list[Message]:
    return await stage.cards(stage.slack.dm_with_bot(stage.suzuki))


async def envelopes(stage: Stage) -> int:
    await stage.settled()
    count = select(func.count()).select_from(Envelope)
    return await stage.bot.database.read(lambda session: session.scalar(count) or 0)


async def parked(stage: Stage) -> int:
    count = select(func.count()).select_from(Posting).where(Posting.state == queue.PARKED)
    return await stage.bot.database.read(lambda session: session.scalar(count) or 0)


async def test_a_memo_says_that_its_message_was_edited_and_keeps_what_was_said(stage: Stage) -> None:
    said = await kept(stage)
    await stage.hand(stage.sato).edit(said, "次回リリースは12/6に決定")
    text = await card(stage)
    assert "|元の発言>は編集されました" in text
    assert "12/5" in text
    assert "12/6" not in text


async def test_a_memo_kept_anew_of_an_edited_message_says_nothing_of_the_edit_before(stage: Stage) -> None:
    said = await kept(stage)
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.general)[-1], "memos.undo")
    await stage.hand(stage.sato).edit(said, "次回リリースは12/6に決定")
    await stage.settled()
    await stage.hand(stage.sato).react(said, "memo")
    text = await card(stage)
    assert "12/6" in text
    assert "編集されました" not in text
    await stage.hand(stage.sato).edit(said, "次回リリースは12/7に決定")
    assert "編集されました" in await card(stage)


async def test_the_author_is_asked_once_when_the_message_is_deleted(stage: Stage) -> None:
    said = await kept(stage)
    await stage.hand(stage.sato).delete(said)
    assert "元の発言は削除されました" in await card(stage)
    (question,) = await questions(stage)
    assert "記録を残しますか？" in shown(question)
    assert DECISION in shown(question)
    await stage.hand(stage.suzuki).press(question, "memos.source_keep")
    stage.sato.is_admin = True
    await stage.hand(stage.sato).delete(said)
    assert [shown(each) for each in await questions(stage)] == ["議事メモ #1 を残します。"]


async def test_a_message_deleted_from_a_thread_is_asked_about_too(stage: Stage) -> None:
    parent = await stage.hand(stage.sato).say(stage.secret, "日程は？")
    reply = await stage.hand(stage.sato).say(stage.secret, DECISION, thread_ts=parent.ts)
    await stage.hand(stage.suzuki).react(reply, "memo")
    await stage.settled()
    await stage.hand(stage.sato).delete(reply)
    assert "元の発言は削除されました" in await card(stage, stage.secret)
    assert len(await questions(stage)) == 1


async def test_keeping_it_leaves_the_memo_and_ends_the_question(stage: Stage) -> None:
    await stage.hand(stage.sato).delete(await kept(stage))
    (question,) = await questions(stage)
    await stage.hand(stage.suzuki).press(question, "memos.source_keep")
    (question,) = await questions(stage)
    assert shown(question) == "議事メモ #1 を残します。"
    assert DECISION in await card(stage)
    assert DECISION in await stage.typed(stage.suzuki, stage.general, "/memo show 1")


async def test_erasing_it_asks_first_and_takes_the_question_along(stage: Stage) -> None:
    await stage.hand(stage.sato).delete(await kept(stage))
    (question,) = await questions(stage)
    hand = stage.hand(stage.suzuki)
    assert (await hand.press(question, "memos.source_erase")).ok
    assert hand.view is not None
    assert "完全に消しますか" in str(hand.view)
    assert (await hand.submit()).ok
    assert await stage.cards(stage.general) == []
    assert await questions(stage) == []
    assert "見つかりませんでした" in await stage.typed(stage.suzuki, stage.general, "/memo show 1")


async def test_who_may_not_see_the_memo_any_more_is_not_asked(stage: Stage) -> None:
    said = await kept(stage, place=stage.secret)
    await stage.hand(stage.suzuki).leave(stage.secret)
    await stage.hand(stage.sato).delete(said)
    await stage.settled()
    assert await questions(stage) == []


async def test_a_task_says_what_became_of_its_message_and_leads_to_its_card(stage: Stage) -> None:
    said = await made(stage)
    await stage.hand(stage.sato).edit(said, "見積もりを12/4までに更新してください")
    assert "|元の発言>は編集されました" in await card(stage)
    await stage.hand(stage.sato).delete(said)
    text = await card(stage)
    assert "元の発言は削除されました" in text
    assert "|元の発言>" not in text
    (own,) = await stage.cards(stage.general)
    listed = await stage.typed(stage.suzuki, stage.general, "/task list")
    assert f"p{own.ts.replace('.', '')}?thread_ts={said.ts}" in listed
    assert await questions(stage) == []


async def test_events_about_messages_nobody_kept_are_not_even_stored(stage: Stage) -> None:
    before = await envelopes(stage)
    said = await stage.hand(stage.sato).say(stage.general, "お昼に行きます")
    await stage.hand(stage.sato).edit(said, "お昼に行ってきます")
    await stage.hand(stage.sato).delete(said)
    assert await envelopes(stage) == before


async def test_our_own_cards_changing_are_no_edits(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, f"/memo {DECISION}")
    (own,) = await stage.cards(stage.general)
    await stage.hand(stage.suzuki).press(own, "memos.menu", value="task:1")
    assert (await stage.hand(stage.suzuki).submit()).ok
    await stage.settled()
    before = await envelopes(stage)
    await stage.hand(stage.suzuki).press(own, "memos.menu", value="edit:1")
    assert (await stage.hand(stage.suzuki).submit({"text": "12/6に決定"})).ok
    assert await envelopes(stage) == before
    assert "編集されました" not in "".join(shown(each) for each in await stage.cards(stage.general))


@pytest.mark.parametrize("told", [True, False])
async def test_a_card_that_somebody_deleted_stays_away_and_nothing_fails(stage: Stage, told: bool) -> None:
    """Also where the event was lost: then Slack's refusal tells of it."""
    stage.suzuki.is_admin = True
    await stage.typed(stage.emma, stage.general, "/task order paper")
    (own,) = await stage.cards(stage.general)
    if not told:
        stage.bot.door.wanted_events = frozenset()
    await stage.hand(stage.suzuki).delete(own)
    await stage.settled()
    for command in ("/task take 1", "/task done 1", "/task reopen 1"):
        await stage.typed(stage.emma, stage.general, command)
    assert await stage.cards(stage.general) == []
    assert await parked(stage) == 0
    assert sum(call.method == "chat.update" for call in stage.slack.calls) == (0 if told else 1)


async def test_a_request_that_somebody_deleted_from_their_messages_does_not_come_back(stage: Stage) -> None:
    stage.sato.is_admin = True
    await stage.typed(stage.suzuki, stage.general, "/task 見積もりを更新 @sato")
    direct = stage.slack.dm_with_bot(stage.sato)
    (asked,) = await stage.cards(direct)
    await stage.hand(stage.sato).delete(asked)
    stage.clock.wait(timedelta(minutes=1))
    await stage.typed(stage.suzuki, stage.general, "/task done 1")
    assert await stage.cards(direct) == []
    assert await parked(stage) == 0
