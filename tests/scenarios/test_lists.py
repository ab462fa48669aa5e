"""Lists as people use them: turned, narrowed, acted in; what is private is neither named nor counted."""

from __future__ import annotations

import pytest

from bot.playground import Hand
from tests.scenarios.stage import SLOW, Stage, shown, words


def seen(hand: Hand) -> str:
    assert hand.view is not None
    return words(hand.view)


async def press(stage: Stage, hand: Hand, button: str, value: str | None = None) -> None:
    """And look at what it shows in the end."""
    assert (await hand.press_in_view(button, value=value)).ok
    await stage.settled()


async def keep(stage: Stage, *lines: str) -> None:
    for line in lines:
        await stage.hand(stage.suzuki).command(stage.general, line)
    await stage.settled()


async def test_a_list_turns_its_pages_as_often_as_somebody_likes(stage: Stage) -> None:
    await keep(stage, *(f"/memo 決定その{n:02}" for n in range(22)))
    first = await stage.typed(stage.suzuki, stage.general, "/memo 一覧")
    assert "議事メモ（22件）" in first
    assert first.index("決定その21") < first.index("決定その12")
    assert "決定その11" not in first
    hand = stage.hand(stage.suzuki)
    for _ in range(4):
        await press(stage, hand, "memos.list_next")
        assert "22件のうち 11〜20件目" in seen(hand)
        await press(stage, hand, "memos.list_next")
        assert "決定その00" in seen(hand)
        await press(stage, hand, "memos.list_previous")
        await press(stage, hand, "memos.list_previous")
        assert seen(hand) == first


async def test_a_memo_is_shown_whole_on_top_of_its_list(stage: Stage) -> None:
    await keep(stage, "/memo " + "とても長い決定。" * 50)
    hand = stage.hand(stage.emma)
    await hand.command(stage.general, "/memo list")
    listed = seen(hand)
    await hand.press_in_view("memos.list_show")
    assert "とても長い決定。" * 50 in seen(hand)
    await hand.close_view()
    assert seen(hand) == listed


async def test_in_a_list_tasks_are_taken_closed_and_opened_again_each_line_anew(stage: Stage) -> None:
    await keep(stage, "/task 会議室を予約する 明日", "/task 請求書を送る @sato 12/3")
    hand = stage.hand(stage.emma)
    await hand.command(stage.general, "/task list")
    assert "Tasks (2)" in seen(hand)
    await press(stage, hand, "tasks.list_take")
    assert "Emma, Thu 11/26" in seen(hand)
    await press(stage, hand, "tasks.list_menu", "done:1")
    assert "done by Emma" in seen(hand)
    assert "請求書" in seen(hand)
    await press(stage, hand, "tasks.list_reopen")
    assert "done by Emma" not in seen(hand)
    card = (await stage.cards(stage.general))[0]
    assert "Emmaさん" in shown(card)
    assert "tasks.done" in str(card.blocks)


async def test_what_somebody_else_took_meanwhile_is_said_on_top_of_the_list(stage: Stage) -> None:
    await keep(stage, "/task 会議室を予約する")
    hand = stage.hand(stage.emma)
    await hand.command(stage.general, "/task unowned")
    await stage.typed(stage.sato, stage.general, "/task take 1")
    await press(stage, hand, "tasks.list_take")
    assert "#1 is already 佐藤's." in seen(hand)
    await hand.close_view()
    assert "会議室" in seen(hand)


async def test_what_was_done_in_a_list_stays_done_though_slack_does_not_show_it(stage: Stage) -> None:
    await keep(stage, "/task 会議室を予約する @sato")
    hand = stage.hand(stage.sato)
    await hand.command(stage.general, "/task mine")
    stage.slack.fail_next("views.update")
    await press(stage, hand, "tasks.list_menu", "done:1")
    assert "佐藤さんが完了しました" in shown((await stage.cards(stage.general))[0])
    assert "タスク（1件）" in seen(hand)


@pytest.mark.parametrize(
    ("button", "then"), [("tasks.list_take", "佐藤さん"), ("tasks.list_next", "11件のうち 11〜11件目")]
)
async def test_a_button_of_a_list_is_answered_however_long_slack_takes_to_show_what_it_did(
    stage: Stage, button: str, then: str
) -> None:
    await keep(stage, *(f"/task 仕事その{n:02}" for n in range(11)))
    hand = stage.hand(stage.sato)
    await hand.command(stage.general, "/task list")
    stage.slack.fail_next("views.update", status=200, late=SLOW)
    assert (await hand.press_in_view(button)).ok
    assert then not in seen(hand)
    await stage.settled()
    assert then in seen(hand)


async def test_a_list_is_narrowed_in_its_form_and_stays_so_on_its_pages(stage: Stage) -> None:
    await keep(
        stage, *(f"/task 仕事その{n:02} @sato" for n in range(12)), "/task 別の仕事", "/task 済んだ仕事"
    )
    await stage.typed(stage.suzuki, stage.general, "/task done 14")
    hand = stage.hand(stage.suzuki)
    await hand.command(stage.general, "/task list")
    await press(stage, hand, "tasks.list_filter")
    assert (await hand.submit({"person_id": stage.sato.id, "words": "その"})).ok
    assert "タスク（12件）" in seen(hand)
    assert "#general・担当: 佐藤さん・未完了・「その」を含む" in seen(hand)
    await press(stage, hand, "tasks.list_next")
    assert "12件のうち 11〜12件目" in seen(hand)
    await press(stage, hand, "tasks.list_filter")
    entered = {"person_id": None, "words": "", "state": "closed", "since": "2026-11-25"}
    assert (await hand.submit(entered)).ok
    assert "タスク（1件）" in seen(hand)
    assert "済んだ仕事" in seen(hand)
    await press(stage, hand, "tasks.list_filter")
    assert (await hand.submit({"since": "2026-11-26"})).ok
    assert "当てはまるタスクはありません。" in seen(hand)


async def test_a_period_that_ends_before_it_begins_and_too_many_words_are_refused_in_place(
    stage: Stage,
) -> None:
    hand = stage.hand(stage.emma)
    await hand.command(stage.general, "/memo list")
    await press(stage, hand, "memos.list_filter")
    outcome = await hand.submit({"since": "2026-11-26", "until": "2026-11-25"})
    assert outcome.errors == {"until": "The period ends before it begins."}
    answer = await stage.typed(stage.suzuki, stage.general, "/memo search " + "語" * 101)
    assert "探せる言葉は100文字までです（現在101文字）。" in answer


async def test_a_filter_to_a_private_channel_shows_an_outsider_neither_name_nor_number(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.secret, "/memo 人事異動は12/1に決定")
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する")
    for command, feature in (("/memo list", "memos"), ("/task list", "tasks")):
        hand = stage.hand(stage.emma)
        await hand.command(stage.general, command)
        await press(stage, hand, f"{feature}.list_filter")
        assert (await hand.submit({"channel_id": stage.secret.id})).ok
        assert "No " in seen(hand)
        assert "secret" not in seen(hand)


async def test_who_was_removed_while_the_list_was_open_sees_its_lines_no_longer(stage: Stage) -> None:
    for n in range(12):
        await stage.hand(stage.suzuki).command(stage.secret, f"/task 極秘の仕事{n} @sato")
    hand = stage.hand(stage.sato)
    await hand.command(stage.secret, "/task list")
    assert "極秘の仕事" in seen(hand)
    await stage.hand(stage.suzuki).remove(stage.secret, stage.sato)
    await stage.settled()
    await press(stage, hand, "tasks.list_next")
    assert "極秘" not in seen(hand)
    assert "secret" not in seen(hand)
    assert "件のうち" not in seen(hand)


async def test_a_list_of_several_channels_names_each(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 全社の仕事 @sato")
    await stage.typed(stage.suzuki, stage.secret, "/task 極秘の仕事 @sato")
    mine = await stage.typed(stage.sato, stage.general, "/task mine")
    assert "#general" in mine
    assert "#secret" in mine


@pytest.mark.parametrize("words_", ["率", "見積", "ﾒﾓ", "ｒｅｖｉｅｗ", "１２"])
async def test_a_guest_searches_in_every_width_where_they_are_and_nowhere_else(
    stage: Stage, words_: str
) -> None:
    text = "見積の値引率をReviewするメモ 12/3"
    await stage.typed(stage.suzuki, stage.support, f"/memo {text}")
    await stage.typed(stage.suzuki, stage.general, f"/memo {text} 全社")
    await stage.typed(stage.suzuki, stage.general, f"/task {text} 全社")
    found = await stage.typed(stage.takahashi, stage.support, f"/memo 検索 {words_}")
    assert "議事メモ（1件）" in found
    assert "全社" not in found
    assert "当てはまるタスクはありません。" in await stage.typed(
        stage.takahashi, stage.support, f"/task search {words_}"
    )


async def test_help_answers_for_a_command_and_for_each_of_its_words(stage: Stage) -> None:
    assert "`/memo search estimate`" in await stage.typed(stage.emma, stage.general, "/memo help")
    assert "`/task 検索 請求書 再発行`" in await stage.typed(stage.suzuki, stage.general, "/task ヘルプ 検索")
    assert "`/digest stop`" in await stage.typed(stage.emma, stage.general, "/digest help stop")
    assert await stage.cards(stage.general) == []


async def test_a_word_that_misses_its_argument_is_told_how_it_is_used_or_kept(stage: Stage) -> None:
    answer = await stage.typed(stage.emma, stage.general, "/task show")
    assert "Please type `/task show N`, for example `/task show 12`." in answer
    await stage.hand(stage.emma).press(stage.whispers(stage.emma, stage.general)[0], "tasks.as_text")
    (card,) = await stage.cards(stage.general)
    assert "#1 show" in shown(card)
    assert "`/task 完了 番号` の形" in await stage.typed(stage.suzuki, stage.general, "/task 完了")


async def test_a_number_without_a_space_before_it_is_asked_about(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する")
    assert "`/task 完了 1` のことですか？" in await stage.typed(stage.suzuki, stage.general, "/task 完了１")
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.general)[-1], "tasks.as_command")
    assert "鈴木さんが完了しました" in shown((await stage.cards(stage.general))[0])
