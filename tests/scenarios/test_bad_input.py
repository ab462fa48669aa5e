"""Whatever is typed, pressed or sent is answered in the reader's language, once, and loses no words."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import func, select, text

from bot.memos.model import Memo
from bot.platform import engines
from bot.tasks.model import Task
from tests.scenarios.stage import Stage, shown, words


async def kept(stage: Stage) -> int:
    """How many records there are."""
    return await stage.bot.database.read(
        lambda session: sum(
            session.scalar(select(func.count()).select_from(table)) or 0 for table in (Memo, Task)
        )
    )


@pytest.mark.parametrize("command", ["/memo :tada: :+1:", "/memo 🎉🎉", "/memo ！？…", "/task :tada:"])
async def test_only_emoji_is_asked_for_words_and_given_back(stage: Stage, command: str) -> None:
    answer = await stage.typed(stage.suzuki, stage.general, command)
    assert "言葉がないので、まだ保存していません。" in answer
    assert command.split(" ", 1)[1] in answer
    assert await kept(stage) == 0


async def test_a_text_of_40000_characters_is_not_kept_and_given_back_whole(stage: Stage) -> None:
    long = "".join(f"{n:05d}あいうえお" for n in range(4000))
    answer = await stage.typed(stage.suzuki, stage.general, f"/memo {long}")
    assert "3000文字までです（現在40000文字）" in answer
    assert long in answer.replace("\n", "")
    assert await kept(stage) == 0


async def test_the_most_awkward_3000_characters_are_kept_and_shown(stage: Stage) -> None:
    assert "#1" in await stage.typed(stage.suzuki, stage.general, "/memo a" + "&<>" * 999)
    assert "&amp;&lt;&gt;" in shown((await stage.cards(stage.general))[0])


@pytest.mark.parametrize("command", ["/memo", "/task", "/weekly", "/memo search", "/task done", "/urakata"])
async def test_what_nobody_can_write_down_is_left_out(stage: Stage, command: str) -> None:
    """NUL and half a character, which no database takes."""
    answer = await stage.typed(stage.suzuki, stage.general, f"{command} 来週\x00まで\ud83dに決定")
    assert "うまくいきませんでした" not in answer
    assert "保存できません" not in answer
    said = await stage.hand(stage.suzuki).say(stage.general, "半分\ud83dの\x00決定")
    await stage.hand(stage.suzuki).react(said, "memo")
    assert "半分の決定" in "".join(card.text for card in await stage.cards(stage.general))


async def test_a_title_that_is_too_long_is_given_back(stage: Stage) -> None:
    answer = await stage.typed(stage.emma, stage.general, "/task " + "word " * 60)
    assert "The limit is 200 characters" in answer
    assert "word word" in answer


async def test_a_task_without_a_title_is_asked_for_one(stage: Stage) -> None:
    assert "することが入力されていません" in await stage.typed(
        stage.suzuki, stage.general, "/task @sato 明日"
    )
    assert await kept(stage) == 0


async def test_a_past_deadline_is_said_and_none_is_kept(stage: Stage) -> None:
    answer = await stage.typed(stage.suzuki, stage.general, "/task 報告書を出す 11/20")
    assert "11/20(金)は過ぎているので" in answer
    assert "期限を決める" in answer


async def test_an_unreadable_deadline_leaves_the_task_without_one(stage: Stage) -> None:
    assert "期限は読み取れなかった" in await stage.typed(
        stage.suzuki, stage.general, "/task 報告書を出す 13/45"
    )


async def test_a_past_day_in_the_form_is_refused_under_its_field(stage: Stage) -> None:
    hand = stage.hand(stage.emma)
    await hand.command(stage.general, "/task")
    outcome = await hand.submit({"title": "Order paper", "due_on": "2026-11-20"})
    assert outcome.errors == {
        "due_on": "That day has passed. Please choose today or later, or leave it empty."
    }
    assert (await hand.submit({"title": "Order paper", "due_on": "2026-11-30"})).ok


@pytest.mark.parametrize("number", ["99", "0", "999999999", "＃９９"])
async def test_a_number_that_does_not_exist_is_said_to_be_missing(stage: Stage, number: str) -> None:
    assert "見つかりませんでした" in await stage.typed(stage.suzuki, stage.general, f"/memo show {number}")
    assert "見つかりませんでした" in await stage.typed(stage.suzuki, stage.general, f"/task done {number}")


async def test_a_bot_a_stranger_and_someone_who_left_cannot_own_a_task(stage: Stage) -> None:
    await stage.slack.deactivate(stage.emma)
    await stage.settled()
    await stage.typed(stage.suzuki, stage.general, "/task 返信する @emma")
    (whisper,) = stage.whispers(stage.suzuki, stage.general)
    assert "アカウントは停止しているので、担当は未定です。" in shown(whisper)
    outcome = await stage.typed(stage.suzuki, stage.general, "/task 掃除する @urakata")
    assert "アプリなので、担当は未定です。" in outcome


async def test_an_owner_outside_is_refused_under_the_field_when_editing(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する 明日")
    hand = stage.hand(stage.suzuki)
    await hand.press(stage.whispers(stage.suzuki, stage.secret)[0], "tasks.edit")
    outcome = await hand.submit({"owner": stage.emma.id})
    assert outcome.errors is not None
    assert "Emmaさんはこのチャンネルにいない" in outcome.errors["owner"]


async def test_in_a_channel_without_the_bot_nothing_is_kept_and_the_words_come_back(stage: Stage) -> None:
    answer = await stage.typed(stage.suzuki, stage.without_bot, "/memo ここでは <b> & @sato だけで決定")
    assert "`/invite @Urakata`" in answer
    assert "ここでは &lt;b&gt; &amp; @佐藤 だけで決定" in answer
    assert "/invite @Urakata" in await stage.typed(
        stage.emma, stage.without_bot, "/task order paper tomorrow"
    )
    said = await stage.hand(stage.sato).say(stage.without_bot, "決定です")
    await stage.hand(stage.suzuki).shortcut("memos.from_message", said)
    await stage.settled()
    assert "決定です" in shown(stage.whispers(stage.suzuki, stage.without_bot)[-1])
    assert await kept(stage) == 0


async def test_in_an_archived_channel_nothing_is_kept(stage: Stage) -> None:
    hand = stage.hand(stage.suzuki)
    await hand.command(stage.general, "/memo")
    await stage.slack.archive(stage.general)
    await stage.settled()
    outcome = await hand.submit({"text": "遅れてきた決定"})
    assert outcome.errors == {"text": "このチャンネルはアーカイブされているため、保存していません。"}


async def test_a_form_sent_twice_is_kept_once(stage: Stage) -> None:
    hand = stage.hand(stage.suzuki)
    for command, entered in (("/memo", {"text": "二度押しの決定"}), ("/task", {"title": "二度押しの仕事"})):
        await hand.command(stage.general, command)
        again = stage.hand(stage.suzuki)
        await asyncio.gather(hand.submit(entered), again.submit(entered), return_exceptions=True)
    await stage.settled()
    assert await kept(stage) == 2
    assert len(await stage.cards(stage.general)) == 2


async def test_undo_pressed_twice_is_answered_twice_and_done_once(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo 取り消す決定")
    confirmation = stage.whispers(stage.suzuki, stage.general)[0]
    hand = stage.hand(stage.suzuki)
    outcomes = await asyncio.gather(*(hand.press(confirmation, "memos.undo") for _ in range(2)))
    assert all(outcome.ok for outcome in outcomes)
    assert await stage.cards(stage.general) == []


async def test_an_edit_of_something_undone_meanwhile_says_so_in_the_form(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo 消える決定")
    confirmation = stage.whispers(stage.suzuki, stage.general)[0]
    hand = stage.hand(stage.suzuki)
    await hand.press(confirmation, "memos.edit")
    await hand.press(confirmation, "memos.undo")
    outcome = await hand.submit({"text": "書き直した決定"})
    assert outcome.errors == {"text": "#1 は見つかりませんでした。番号をご確認ください。"}


async def test_a_button_on_a_memo_that_is_gone_is_answered(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo 消える決定")
    confirmation = stage.whispers(stage.suzuki, stage.general)[0]
    hand = stage.hand(stage.emma)
    await hand.command(stage.general, "/memo list")
    await stage.hand(stage.suzuki).press(confirmation, "memos.undo")
    assert (await hand.press_in_view("memos.list_show")).ok
    await stage.settled()
    assert hand.view is not None
    assert "#1 isn't there." in words(hand.view)


async def test_with_the_database_locked_people_hear_that_nothing_was_saved(stage: Stage) -> None:
    with locked(stage.bot.database.url):
        outcome = await stage.hand(stage.suzuki).command(stage.general, "/memo ロック中の決定")
    assert outcome.ok
    assert outcome.milliseconds < 3000
    answer = words(outcome.acknowledgement or {})
    assert "ロック中の決定" in answer
    assert "保存できません" in answer or "確認できません" in answer


async def test_a_form_that_opens_too_late_says_so_and_gives_the_words_back(stage: Stage) -> None:
    stage.slack.fail_next("views.open", 1, status=500)
    outcome = await stage.hand(stage.suzuki).command(stage.general, "/memo")
    assert outcome.ok
    assert "うまくいきませんでした" in words(outcome.acknowledgement or {})


async def test_an_event_delivered_twice_has_one_effect(stage: Stage) -> None:
    await stage.hand(stage.emma).invite(stage.without_bot, stage.slack.bot_user_id)
    before = len(await stage.cards(stage.without_bot))
    joined = [
        each
        for each in stage.slack.deliveries
        if each.payload.get("event", {}).get("type") == "member_joined_channel"
    ]
    await stage.slack.redeliver(joined[-1].payload["event_id"])
    assert len(await stage.cards(stage.without_bot)) == before


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Somebody else holds what every memo must write to."""
    engine = engines.writer(url)
    with engine.connect() as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT team_id FROM workspaces FOR UPDATE"))
        else:
            connection.execute(text("SELECT 1"))
        yield
    engine.dispose()
