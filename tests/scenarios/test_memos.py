"""Keeping what was decided, from every door there is."""

from __future__ import annotations

from sqlalchemy import select

from bot.memos.model import Memo, MemoRevision, MemoSource
from tests.scenarios.stage import Stage, shown, words

DECISION = "次回リリースは12/5に決定"


async def memos(stage: Stage) -> list[Memo]:
    return list(await stage.bot.database.read(lambda session: session.scalars(select(Memo)).all()))


async def test_a_memo_typed_in_a_channel_stands_there_and_is_confirmed_to_its_author_alone(
    stage: Stage,
) -> None:
    answer = await stage.typed(stage.suzuki, stage.general, f"/memo {DECISION}")
    (card,) = await stage.cards(stage.general)
    assert "議事メモ #1 に残しました。" in answer
    assert DECISION in shown(card)
    assert "鈴木さん" in shown(card)
    assert "取り消す" in words({"blocks": stage.whispers(stage.suzuki, stage.general)[0].blocks})
    assert stage.whispers(stage.sato, stage.general) == []


async def test_the_confirmation_is_in_the_readers_language_and_the_card_in_the_channels(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, f"/memo {DECISION}")
    answer = await stage.typed(stage.emma, stage.general, "/memo we go with plan B")
    _, card = await stage.cards(stage.general)
    assert "Kept as memo #2." in answer
    assert "記録: Emmaさん" in shown(card)


async def test_undo_takes_the_card_away_and_gives_the_words_back(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, f"/memo {DECISION}")
    hand = stage.hand(stage.suzuki)
    await stage.settled()
    assert (await hand.press(stage.whispers(stage.suzuki, stage.general)[0], "memos.undo")).ok
    assert await stage.cards(stage.general) == []
    (answer,) = stage.whispers(stage.suzuki, stage.general)
    assert "取り消しました" in shown(answer)
    assert DECISION in shown(answer)
    assert "見つかりませんでした" in await stage.typed(stage.suzuki, stage.general, "/memo show 1")


async def test_undo_pressed_before_the_card_was_posted_leaves_nothing_behind(stage: Stage) -> None:
    hand = stage.hand(stage.suzuki)
    stage.slack.fail_next("chat.postMessage", 1, retry_after=1)
    await hand.command(stage.general, f"/memo {DECISION}")
    await hand.press(stage.whispers(stage.suzuki, stage.general)[0], "memos.undo")
    assert await stage.cards(stage.general) == []


async def test_edit_changes_the_card_in_its_place_and_keeps_the_revision(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, f"/memo {DECISION}")
    (before,) = await stage.cards(stage.general)
    hand = stage.hand(stage.suzuki)
    await hand.press(stage.whispers(stage.suzuki, stage.general)[0], "memos.edit")
    assert hand.view is not None
    assert DECISION in str(hand.view["blocks"])
    assert (await hand.submit({"text": "次回リリースは12/8に決定"})).ok
    (after,) = await stage.cards(stage.general)
    assert after.ts == before.ts
    assert "12/8" in shown(after)
    revisions = await stage.bot.database.read(
        lambda session: session.scalars(select(MemoRevision.text)).all()
    )
    assert revisions == [DECISION]


async def test_the_form_keeps_a_memo_and_whispers_the_confirmation(stage: Stage) -> None:
    hand = stage.hand(stage.emma)
    assert (await hand.command(stage.general, "/memo")).ok
    assert hand.view is not None
    assert hand.view["title"]["text"] == "Keep a memo"
    assert (await hand.submit({"text": "two lines\nof *text* & <tags>"})).ok
    (card,) = await stage.cards(stage.general)
    assert "two lines\nof *text* &amp; &lt;tags&gt;" in shown(card)
    (confirmation,) = stage.whispers(stage.emma, stage.general)
    assert "Kept as memo #1." in shown(confirmation)
    assert (await hand.press(confirmation, "memos.undo")).ok
    assert await stage.cards(stage.general) == []


async def test_a_message_in_a_thread_is_kept_with_its_source_and_its_card_in_the_thread(stage: Stage) -> None:
    hand = stage.hand(stage.suzuki)
    parent = await stage.hand(stage.sato).say(stage.general, "日程はどうしますか？")
    said = await stage.hand(stage.sato).say(stage.general, "12/5で決定です @emma", thread_ts=parent.ts)
    assert (await hand.shortcut("memos.from_message", said)).ok
    assert hand.view is not None
    assert "12/5で決定です @Emma" in str(hand.view["blocks"])
    assert (await hand.submit({"text": "リリースは12/5に決定"})).ok
    (card,) = await stage.cards(stage.general)
    assert card.thread_ts == parent.ts
    assert f"p{said.ts.replace('.', '')}?thread_ts={parent.ts}" in shown(card)
    source = await stage.bot.database.read(lambda session: session.scalar(select(MemoSource.text)))
    assert source == "12/5で決定です @Emma"


async def test_a_message_kept_already_shows_its_memo_instead_of_the_form(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, DECISION)
    first, second = stage.hand(stage.suzuki), stage.hand(stage.emma)
    await first.shortcut("memos.from_message", said)
    await first.submit()
    await second.shortcut("memos.from_message", said)
    assert second.view is not None
    assert "already kept as memo #1" in words(second.view)
    assert DECISION in words(second.view)


async def test_two_who_chose_the_same_message_at_once_get_one_memo(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, DECISION)
    first, second = stage.hand(stage.suzuki), stage.hand(stage.emma)
    await first.shortcut("memos.from_message", said)
    await second.shortcut("memos.from_message", said)
    await first.submit()
    await second.submit()
    assert second.view is not None
    assert "already kept" in words(second.view)
    assert len(await memos(stage)) == 1
    assert len(await stage.cards(stage.general)) == 1


async def test_a_message_undone_can_be_kept_again(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, DECISION)
    hand = stage.hand(stage.suzuki)
    await hand.shortcut("memos.from_message", said)
    await hand.submit()
    await stage.settled()
    await hand.press(stage.whispers(stage.suzuki, stage.general)[0], "memos.undo")
    await stage.settled()
    await hand.shortcut("memos.from_message", said)
    assert (await hand.submit()).ok
    (card,) = await stage.cards(stage.general)
    assert "#2" in shown(card)


async def test_a_long_message_fills_the_form_as_far_as_it_goes_and_is_kept_whole(stage: Stage) -> None:
    text = "決定事項。" * 1000
    said = await stage.hand(stage.sato).say(stage.general, text)
    hand = stage.hand(stage.suzuki)
    await hand.shortcut("memos.from_message", said)
    assert hand.view is not None
    assert "最初の3000文字だけ" in str(hand.view["blocks"])
    assert (await hand.submit()).ok
    assert len(await stage.cards(stage.general)) == 1
    assert await stage.bot.database.read(lambda session: session.scalar(select(MemoSource.text))) == text


async def test_a_search_finds_each_word_anywhere_and_takes_wildcards_literally(stage: Stage) -> None:
    for text in ("見積の締切は12/3に決定", "予算は100%承認", "Estimate agreed"):
        await stage.hand(stage.suzuki).command(stage.general, f"/memo {text}")
    assert "見積の締切" in await stage.typed(stage.sato, stage.support, "/memo search 見積 締切")
    assert "Estimate agreed" in await stage.typed(stage.suzuki, stage.general, "/memo 検索 estimate")
    only_percent = await stage.typed(stage.suzuki, stage.general, "/memo search 0%")
    assert "予算は100%承認" in only_percent
    assert "見積" not in only_percent


async def test_a_near_subcommand_is_asked_about_and_either_answer_works(stage: Stage) -> None:
    hand = stage.hand(stage.emma)
    assert "Did you mean `/memo search budget`?" in await stage.typed(
        stage.emma, stage.general, "/memo serach budget"
    )
    await hand.press(stage.whispers(stage.emma, stage.general)[0], "memos.as_text")
    await stage.settled()
    assert "Kept as memo #1" in shown(stage.whispers(stage.emma, stage.general)[0])
    await stage.typed(stage.emma, stage.general, "/memo lst")
    await hand.press(stage.whispers(stage.emma, stage.general)[-1], "memos.as_command")
    await stage.settled()
    assert hand.view is not None
    assert "serach budget" in words(hand.view)
    assert "memos.as_command" not in str([each.blocks for each in stage.whispers(stage.emma, stage.general)])


async def test_people_groups_and_channels_in_a_memo_ping_nobody(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo @sato と #support に <!channel> で共有に決定 @here")
    (card,) = await stage.cards(stage.general)
    assert "<@" not in str(card.blocks)
    assert "<!" not in str(card.blocks)
    assert "@佐藤" in shown(card)
    assert "#support" in shown(card)
    assert all(block["text"]["verbatim"] for block in card.blocks if "text" in block)
