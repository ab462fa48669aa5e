"""Exports, from the form to the file in the direct message."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest

from bot.platform.sheets import MARK
from bot.playground import Message, Person
from tests.scenarios.stage import Stage, shown, words


async def files(stage: Stage, person: Person) -> list[Message]:
    """The messages with a file in the person's conversation with the bot."""
    await stage.settled()
    return [message for message in stage.slack.messages(stage.slack.dm_with_bot(person)) if message.files]


async def content(stage: Stage, person: Person) -> str:
    """Of the one file that came."""
    (message,) = await files(stage, person)
    return stage.slack.content(message.files[0]).decode()


def table(written: str) -> list[list[str]]:
    return list(csv.reader(StringIO(written.removeprefix(MARK), newline="")))


async def test_memos_come_as_a_table_in_the_readers_language(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo =1+1 は 2 に決定 @sato")
    hand = stage.hand(stage.emma)
    assert "Table (CSV)" in await stage.typed(stage.emma, stage.general, "/memo export")
    assert (await hand.submit()).ok
    assert hand.view is not None
    assert "on its way" in words(hand.view)
    (message,) = await files(stage, stage.emma)
    assert message.text == "Here is the file you asked for. Memos in it: 1."
    assert re.fullmatch(r"memos-20261125-0100\d\d\.csv", message.files[0]["name"])
    header, row = table(stage.slack.content(message.files[0]).decode())
    assert header[:3] == ["Number", "Kept at", "Channel"]
    assert row[2:5] == ["#general", "鈴木", "'=1+1 は 2 に決定 @佐藤"]
    assert row[1].startswith("2026-11-25 01:0")


async def test_tasks_come_as_a_document_open_and_closed(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 見積もりを更新 @sato 2026-12-04 17:00\n# 様式はA4")
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する")
    await stage.typed(stage.sato, stage.general, "/task done 2")
    hand = stage.hand(stage.suzuki)
    await hand.command(stage.general, "/task 書き出し")
    assert (await hand.submit({"form": "md"})).ok
    written = await content(stage, stage.suzuki)
    assert "- [ ] #1 見積もりを更新" in written
    assert "担当: 佐藤・期限: 2026-12-04 17:00・未完了・#general" in written
    assert "\\# 様式はA4" in written
    assert "- [x] #2 会議室を予約する" in written
    assert "/archives/" in written


async def test_a_guest_gets_only_what_they_may_see(stage: Stage) -> None:
    for channel, text in (
        (stage.general, "全社の決定"),
        (stage.support, "窓口の決定"),
        (stage.secret, "極秘"),
    ):
        await stage.typed(stage.suzuki, channel, f"/memo {text}")
    hand = stage.hand(stage.takahashi)
    await hand.command(stage.support, "/memo export")
    assert (await hand.submit({"scope": "everywhere"})).ok
    assert [row[4] for row in table(await content(stage, stage.takahashi))[1:]] == ["窓口の決定"]


async def test_who_is_removed_before_the_file_is_written_gets_none_of_the_channel(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo 全社の決定")
    await stage.typed(stage.suzuki, stage.secret, "/memo 極秘の決定")
    hand = stage.hand(stage.sato)
    await hand.command(stage.secret, "/memo export")
    stage.slack.fail_next("conversations.open", 1, retry_after=1)
    assert (await hand.submit({"scope": "everywhere"})).ok
    await stage.hand(stage.suzuki).remove(stage.secret, stage.sato)
    await stage.settled()
    stage.clock.wait(timedelta(seconds=2))
    assert [row[4] for row in table(await content(stage, stage.sato))[1:]] == ["全社の決定"]


async def test_here_and_a_period_narrow_it(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo ここの決定")
    await stage.typed(stage.suzuki, stage.support, "/memo よその決定")
    hand = stage.hand(stage.suzuki)
    await hand.command(stage.general, "/memo export")
    assert (await hand.submit({"since": "2026-11-25", "until": "2026-11-25"})).ok
    assert [row[4] for row in table(await content(stage, stage.suzuki))[1:]] == ["ここの決定"]


async def test_nothing_to_export_and_a_wrong_period_are_said_in_the_form(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.secret, "/memo 極秘の決定")
    hand = stage.hand(stage.emma)
    await hand.command(stage.general, "/memo export")
    outcome = await hand.submit({"scope": "everywhere"})
    assert outcome.errors == {"scope": "There is nothing to export. Please check the channel and the days."}
    outcome = await hand.submit({"since": "2026-11-26", "until": "2026-11-25"})
    assert outcome.errors == {"until": "The period ends before it begins."}
    assert await files(stage, stage.emma) == []


@pytest.mark.parametrize(
    "method", ["conversations.open", "files.getUploadURLExternal", "files.completeUploadExternal"]
)
@pytest.mark.parametrize("effect", [False, True])
async def test_a_file_comes_once_whatever_call_fails(stage: Stage, method: str, effect: bool) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo ここの決定")
    hand = stage.hand(stage.suzuki)
    await hand.command(stage.general, "/memo export")
    stage.slack.fail_next(method, 1, status=500, effect=effect)
    assert (await hand.submit()).ok
    assert "ここの決定" in await content(stage, stage.suzuki)


async def test_one_memo_comes_as_a_document_with_what_became_of_it(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.secret, "12/5に決定")
    hand = stage.hand(stage.suzuki)
    await hand.react(said, "memo")
    (card,) = await stage.cards(stage.secret)
    await hand.press(card, "memos.menu", value="edit:1")
    await hand.submit({"text": "12/6に決定"})
    assert (await hand.press(card, "memos.menu", value="export:1")).ok
    (message,) = await files(stage, stage.suzuki)
    assert "ファイルを用意しています" in shown(stage.whispers(stage.suzuki, stage.secret)[-1])
    assert re.fullmatch(r"memo-1-20261125-1000\d\d\.md", message.files[0]["name"])
    written = await content(stage, stage.suzuki)
    assert written.startswith("# 議事メモ #1\n")
    assert written.index("12/6に決定") < written.index("> 12/5に決定") < written.index("鈴木さんが変更")


async def test_a_memo_erased_before_its_file_is_written_leaves_no_file(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo 12/5に決定")
    hand = stage.hand(stage.suzuki)
    (card,) = await stage.cards(stage.general)
    stage.slack.fail_next("conversations.open", 1, retry_after=1)
    assert (await hand.press(card, "memos.menu", value="export:1")).ok
    await hand.press(card, "memos.menu", value="erase:1")
    assert (await hand.submit()).ok
    await stage.settled()
    assert await files(stage, stage.suzuki) == []
