"""What a memo's menu does: edit, its earlier versions, a task made from it, erasing it for good."""

from __future__ import annotations

import asyncio
import re

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.app import METADATA
from bot.memos.model import Memo, MemoRevision, MemoSource
from bot.playground import Message
from bot.tasks.model import Task
from bot.workspaces import mirror
from bot.workspaces.model import Activity
from tests.scenarios.stage import Stage, shown, words

DECISION = "次回リリースは12/5に決定"


async def kept(stage: Stage, text: str = DECISION) -> Message:
    await stage.typed(stage.suzuki, stage.general, f"/memo {text}")
    return (await stage.cards(stage.general))[-1]


async def kept_from_a_message(stage: Stage) -> Message:
    said = await stage.hand(stage.sato).say(stage.general, DECISION)
    hand = stage.hand(stage.suzuki)
    await hand.shortcut("memos.from_message", said)
    await hand.submit()
    return (await stage.cards(stage.general))[-1]


async def left(stage: Stage) -> int:
    """Rows of memos, revisions and sources."""

    def count(session: Session) -> int:
        tables = (Memo, MemoRevision, MemoSource)
        return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in tables)

    return await stage.bot.database.read(count)


async def test_edit_from_the_card_changes_it_in_its_place(stage: Stage) -> None:
    card = await kept(stage)
    hand = stage.hand(stage.emma)
    await hand.press(card, "memos.menu", value="edit:1")
    assert (await hand.submit({"text": "次回リリースは12/8に決定"})).ok
    await stage.settled()
    assert "12/8" in shown(card)


async def test_earlier_versions_stand_side_by_side_with_who_changed_them(stage: Stage) -> None:
    card = await kept(stage)
    hand = stage.hand(stage.emma)
    for text in ("12/8に決定", "12/9に決定 <!here>"):
        await hand.press(card, "memos.menu", value="edit:1")
        await hand.submit({"text": text})
    await hand.press(card, "memos.menu", value="history:1")
    assert hand.view is not None
    read = words(hand.view)
    assert "Memo #1: earlier versions (2)" in read
    assert "changed by Emma" in read
    sides = [
        [field["text"] for field in block["fields"]]
        for block in hand.view["blocks"]
        if block.get("fields") and "Before" not in block["fields"][0]["text"]
    ]
    assert sides == [["12/8に決定", "12/9に決定 &lt;!here&gt;"], [DECISION, "12/8に決定"]]


async def test_a_memo_never_edited_says_so(stage: Stage) -> None:
    card = await kept(stage)
    hand = stage.hand(stage.sato)
    await hand.press(card, "memos.menu", value="history:1")
    assert hand.view is not None
    assert "まだ編集されていません" in words(hand.view)


async def test_a_task_is_made_from_it_and_leads_back_to_what_was_said(stage: Stage) -> None:
    card = await kept_from_a_message(stage)
    hand = stage.hand(stage.suzuki)
    await hand.press(card, "memos.menu", value="task:1")
    assert (await hand.submit({"title": "リリースを案内する", "due_on": "2026-12-05"})).ok
    _, task_card = await stage.cards(stage.general)
    assert task_card.thread_ts == card.thread_ts
    assert "元の発言" in shown(task_card)


async def test_a_task_of_a_typed_memo_stands_in_the_thread_of_its_card(stage: Stage) -> None:
    card = await kept(stage, "@sato は12/4までに<手順>を更新してください。")
    hand = stage.hand(stage.suzuki)
    await hand.press(card, "memos.menu", value="task:1")
    assert (await hand.submit()).ok
    _, task_card = await stage.cards(stage.general)
    assert task_card.thread_ts == card.ts
    assert "&lt;手順&gt;を更新" in shown(task_card)
    task = await stage.bot.database.read(lambda session: session.scalars(select(Task)).one())
    assert str(task.due_on) == "2026-12-04"


async def test_erasing_asks_first_and_leaves_nothing(stage: Stage) -> None:
    card = await kept_from_a_message(stage)
    hand = stage.hand(stage.suzuki)
    await hand.press(card, "memos.menu", value="edit:1")
    await hand.submit({"text": "書き直した決定"})
    await stage.settled()
    await hand.press(card, "memos.menu", value="erase:1")
    assert hand.view is not None
    assert "完全に消しますか？" in words(hand.view)
    assert await left(stage) == 3
    assert (await hand.submit()).ok
    assert await stage.cards(stage.general) == []
    assert await left(stage) == 0
    assert "完全に消しました" in shown(stage.whispers(stage.suzuki, stage.general)[-1])
    assert "見つかりませんでした" in await stage.typed(stage.suzuki, stage.general, "/memo show 1")
    noted = await stage.bot.database.read(lambda session: session.scalars(select(Activity)).all())
    assert noted[-1].verb == "memo.erased"
    assert not [one for one in noted if "決定" in str(one.details)]


async def test_after_erasing_its_words_are_in_no_table(stage: Stage) -> None:
    hand = stage.hand(stage.suzuki)
    await hand.say(stage.general, f"@urakata メモ {DECISION}")
    await kept_from_a_message(stage)
    await kept(stage)
    for card in await stage.cards(stage.general):
        await hand.press(card, "memos.menu", value=f"edit:{number_of(card)}")
        await hand.submit({"text": f"{DECISION}、たぶん"})
    assert len(await holding(stage, DECISION)) > 1
    for card in await stage.cards(stage.general):
        await hand.press(card, "memos.menu", value=f"erase:{number_of(card)}")
        assert (await hand.submit()).ok
    await stage.settled()
    assert await holding(stage, DECISION) == []


def number_of(card: Message) -> str:
    found = re.search(r"#(\d+)", card.text)
    assert found is not None
    return found[1]


async def holding(stage: Stage, words: str) -> list[str]:
    """The tables with these words anywhere in a row."""

    def look(session: Session) -> list[str]:
        tables = METADATA.sorted_tables
        return [table.name for table in tables if words in str(session.execute(select(table)).all())]

    return await stage.bot.database.read(look)


async def test_a_message_undone_before_and_kept_again_is_erased_with_its_source(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, DECISION)
    hand = stage.hand(stage.suzuki)
    for _ in range(2):
        await hand.shortcut("memos.from_message", said)
        await hand.submit()
        await stage.settled()
        whisper = stage.whispers(stage.suzuki, stage.general)[-1]
        if "#1" in shown(whisper):
            await hand.press(whisper, "memos.undo")
            await stage.settled()
    (card,) = await stage.cards(stage.general)
    await hand.press(card, "memos.menu", value="erase:2")
    assert (await hand.submit()).ok
    sources = await stage.bot.database.read(lambda session: session.scalars(select(MemoSource)).all())
    assert sources == []


async def test_the_next_memo_has_nothing_to_do_with_the_card_of_the_one_that_was_erased(stage: Stage) -> None:
    card, hand = await kept(stage), stage.hand(stage.suzuki)
    await hand.press(card, "memos.menu", value="erase:1")
    await hand.submit()
    await stage.settled()
    await stage.typed(stage.suzuki, stage.general, "/memo 次の決定")
    (other,) = await stage.cards(stage.general)
    await hand.press(other, "memos.menu", value="edit:2")
    await hand.submit({"text": "書き直した決定"})
    assert len(await stage.cards(stage.general)) == 1


async def test_only_its_author_and_admins_may_erase_it(stage: Stage) -> None:
    card = await kept(stage)
    emma = stage.hand(stage.emma)
    assert (await emma.press(card, "memos.menu", value="erase:1")).ok
    await stage.settled()
    assert emma.view is None
    answer = shown(stage.whispers(stage.emma, stage.general)[-1])
    assert "Only the person who kept #1 and the admins" in answer
    await stage.slack.change_person(stage.emma, is_admin=True)
    await stage.settled()
    await emma.press(card, "memos.menu", value="erase:1")
    assert (await emma.submit()).ok
    assert await stage.cards(stage.general) == []


async def test_who_is_no_admin_any_more_is_told_so_in_the_dialog(stage: Stage) -> None:
    card = await kept(stage)
    await stage.slack.change_person(stage.emma, is_admin=True)
    await stage.settled()
    emma = stage.hand(stage.emma)
    await emma.press(card, "memos.menu", value="erase:1")
    await stage.slack.change_person(stage.emma, is_admin=False)
    await stage.settled()
    assert (await emma.submit()).ok
    assert emma.view is not None
    assert "Only the person who kept #1" in words(emma.view)
    assert await left(stage) == 1


async def test_an_erasure_confirmed_twice_erases_once_and_says_so(stage: Stage) -> None:
    card = await kept(stage)
    hand, again = stage.hand(stage.suzuki), stage.hand(stage.suzuki)
    await hand.press(card, "memos.menu", value="erase:1")
    await asyncio.gather(hand.submit(), again.submit(), return_exceptions=True)
    await stage.settled()
    assert await left(stage) == 0
    assert await stage.cards(stage.general) == []


@pytest.mark.parametrize("what", ["edit", "history", "task", "erase"])
async def test_a_memo_erased_meanwhile_is_gone_for_every_menu_still_on_a_screen(
    stage: Stage, what: str
) -> None:
    card = await kept(stage)
    await stage.typed(stage.emma, stage.general, "/memo show 1")
    copy = stage.whispers(stage.emma, stage.general)[-1]
    hand = stage.hand(stage.suzuki)
    await hand.press(card, "memos.menu", value="erase:1")
    await hand.submit()
    assert (await stage.hand(stage.emma).press(copy, "memos.menu", value=f"{what}:1")).ok
    await stage.settled()
    assert "#1 isn't there." in shown(stage.whispers(stage.emma, stage.general)[-1])


@pytest.mark.parametrize("what", ["edit", "history", "task", "erase"])
async def test_who_left_a_private_channel_meets_nothing_behind_its_menus(stage: Stage, what: str) -> None:
    await stage.typed(stage.sato, stage.secret, "/memo 人事異動は12/1に決定")
    (card,) = await stage.cards(stage.secret)
    await stage.bot.database.write(
        lambda session: mirror.leave(session, stage.slack.team_id, stage.secret.id, stage.sato.id), None
    )
    hand = stage.hand(stage.sato)
    assert (await hand.press(card, "memos.menu", value=f"{what}:1")).ok
    await stage.settled()
    assert hand.view is None
    assert "見つかりませんでした" in shown(stage.whispers(stage.sato, stage.secret)[-1])
