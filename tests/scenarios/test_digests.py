"""The plan of the day: started by a person, posted once, on business days, when something is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.playground import Message
from tests.scenarios.stage import Stage, shown, words

THURSDAY_9 = datetime(2026, 11, 26, 0, 0, 5, tzinfo=UTC)
"""09:00:05 in Tokyo."""


async def start(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 明日 15:00")
    offer = stage.whispers(stage.suzuki, stage.general)[0]
    assert (await stage.hand(stage.suzuki).press(offer, "workspaces.start")).ok
    await stage.only("digest", stage.general)
    await stage.settled()


async def digests(stage: Stage) -> list[Message]:
    return [card for card in await stage.cards(stage.general) if "段取り" in card.text]


async def test_nothing_is_posted_before_somebody_taps_start(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 明日")
    stage.clock.move_to(THURSDAY_9)
    assert await stage.tick() == 0
    assert await digests(stage) == []


async def test_start_is_offered_once_and_says_when_the_first_plan_comes(stage: Stage) -> None:
    await start(stage)
    confirmation, answer = [shown(each) for each in stage.whispers(stage.suzuki, stage.general)]
    assert "直す" in confirmation
    assert "毎営業日の09:00(Asia/Tokyo)" in answer
    assert "11/26(木)" in answer
    assert "自動のお知らせを始める" not in answer
    assert "まとめる" not in await stage.typed(stage.sato, stage.general, "/memo もう一つ決定")


async def test_the_plan_is_posted_at_nine_and_only_once(stage: Stage) -> None:
    await start(stage)
    stage.clock.move_to(THURSDAY_9)
    assert await stage.tick() == 1
    assert await stage.tick() == 0
    (digest,) = await digests(stage)
    text = shown(digest)
    assert "今日の段取り｜11/26(木)" in text
    assert "*今日まで*" in text
    assert "会議室を予約する> — 担当未定 15:00" in text
    assert "遅れて" not in text


async def test_the_plan_sorts_what_is_due_and_counts_the_rest(stage: Stage) -> None:
    await start(stage)
    for command in ("請求書を送る @sato 今日", "修理日程を返信 @sato 金曜", "大掃除 12/15", "いつか整理する"):
        await stage.typed(stage.suzuki, stage.general, f"/task {command}")
    await stage.typed(stage.sato, stage.general, "/task take 2")
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    text = shown((await digests(stage))[0])
    order = [
        "期限が過ぎたもの 1件",
        "請求書を送る",
        "今日まで",
        "会議室",
        "明日まで",
        "修理日程",
        "来週以降 1件・期限なし 1件",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert "過ぎたもの1・今日1・担当未定1" in text


async def test_a_day_with_nothing_due_stays_silent(stage: Stage) -> None:
    await start(stage)
    await stage.typed(stage.suzuki, stage.general, "/task 完了 1")
    stage.clock.move_to(THURSDAY_9)
    assert await stage.tick() == 1
    assert await digests(stage) == []


async def test_weekends_and_holidays_are_left_alone(stage: Stage) -> None:
    await start(stage)
    for day in (datetime(2026, 11, 28, tzinfo=UTC), datetime(2026, 12, 29, tzinfo=UTC)):
        stage.clock.move_to(day + timedelta(seconds=5))
        await stage.tick()
    assert await digests(stage) == []


async def test_a_plan_after_an_outage_is_marked_late_and_left_out_when_the_morning_is_over(
    stage: Stage,
) -> None:
    await start(stage)
    stage.clock.move_to(THURSDAY_9 + timedelta(hours=1))
    await stage.tick()
    assert "遅れてお届け" in shown((await digests(stage))[0])
    stage.clock.move_to(THURSDAY_9 + timedelta(days=1, hours=4))
    assert await stage.tick() == 1
    assert len(await digests(stage)) == 1


async def test_what_is_asked_and_not_answered_is_not_called_overdue(stage: Stage) -> None:
    await start(stage)
    await stage.typed(stage.suzuki, stage.general, "/task 請求書を送る @sato 今日")
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    text = shown((await digests(stage))[0])
    assert "期限が過ぎたもの" not in text
    assert "*お願い中のもの 1件*" in text
    assert "佐藤さん（お願い中） 11/25(水)" in text


async def test_yesterdays_plan_shows_what_was_done_and_its_buttons_act_on_today(stage: Stage) -> None:
    await start(stage)
    await stage.typed(stage.suzuki, stage.general, "/task 請求書を送る 金曜")
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    (digest,) = await digests(stage)
    stage.clock.wait(timedelta(days=1))
    await stage.typed(stage.sato, stage.general, "/task take 1")
    await stage.settled()
    assert "会議室を予約する> — 佐藤さん 15:00" in shown(digest)
    assert (await stage.hand(stage.emma).press(digest, "tasks.menu", value="done:1")).ok
    (after,) = await digests(stage)
    assert after.ts == digest.ts
    assert "会議室を予約する>~ — Emmaさんが完了" in shown(after)
    assert "今日1・担当未定1・終わったもの1" in shown(after)
    assert "今日の段取り｜11/26(木)" in shown(after)


async def test_a_task_dropped_or_moved_is_shown_so_in_the_plan_of_its_day(stage: Stage) -> None:
    await start(stage)
    await stage.typed(stage.suzuki, stage.general, "/task 請求書を送る @suzuki 金曜")
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    (digest,) = await digests(stage)
    hand = stage.hand(stage.suzuki)
    await hand.press(digest, "tasks.menu", value="due:2")
    await hand.submit({"choice": "monday"})
    await stage.settled()
    assert "請求書を送る> — 鈴木さん 11/30(月)" in shown(digest)
    await hand.press(digest, "tasks.menu", value="drop:2")
    await hand.submit({"reason": "先方で対応済み"})
    await stage.settled()
    assert "請求書を送る>~ — 見送り" in shown(digest)


async def test_the_plan_of_an_english_channel_shows_what_was_done_in_english(stage: Stage) -> None:
    await stage.typed(stage.emma, stage.general, "/task book the room tomorrow 15:00")
    await stage.hand(stage.emma).press(stage.whispers(stage.emma, stage.general)[0], "workspaces.start")
    await stage.only("digest", stage.general)
    await stage.settled()
    stage.clock.move_to(THURSDAY_9 + timedelta(hours=9))
    assert await stage.tick() == 1
    digest = (await stage.cards(stage.general))[-1]
    assert "Today's plan, Thu 11/26" in digest.text
    await stage.typed(stage.sato, stage.general, "/task done 1")
    await stage.settled()
    assert "book the room>~ — done by 佐藤" in shown(digest)
    assert "1 today, 1 closed" in shown(digest)


async def test_a_plan_older_than_a_week_stays_as_it_stands(stage: Stage) -> None:
    await start(stage)
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    stage.clock.move_to(THURSDAY_9 + timedelta(days=8))
    await stage.typed(stage.sato, stage.general, "/task take 1")
    await stage.tick()
    old, new = await digests(stage)
    await stage.typed(stage.sato, stage.general, "/task done 1")
    await stage.settled()
    assert "佐藤さんが完了" in shown(new)
    assert "佐藤さんが完了" not in shown(old)


async def test_digest_shows_the_plan_to_whoever_asks_in_their_language(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 明日")
    assert "Today's plan, Wed 11/25" in await stage.typed(stage.emma, stage.general, "/digest")
    assert "期限が近いタスクはありません。" in await stage.typed(stage.suzuki, stage.support, "/digest")
    assert await digests(stage) == []


async def test_the_bot_introduces_itself_where_it_is_invited_and_start_works_from_there(stage: Stage) -> None:
    hand = stage.hand(stage.emma)
    await hand.invite(stage.without_bot, stage.slack.bot_user_id)
    introduction = (await stage.cards(stage.without_bot))[-1]
    assert "I'm Urakata." in shown(introduction)
    assert (await hand.press(introduction, "workspaces.start")).ok
    await stage.settled()
    assert "(Europe/London)" in shown(stage.whispers(stage.emma, stage.without_bot)[-1])
    await stage.hand(stage.suzuki).press(introduction, "workspaces.start")
    await stage.settled()
    assert "自動で次のものを投稿します" in shown(stage.whispers(stage.suzuki, stage.without_bot)[-1])
    assert "Kept as memo #1." in await stage.typed(stage.emma, stage.without_bot, "/memo agreed on plan B")


async def test_a_guest_may_not_start_automatic_posts(stage: Stage) -> None:
    await stage.hand(stage.sato).invite(stage.without_bot, stage.takahashi)
    await stage.hand(stage.sato).invite(stage.without_bot, stage.slack.bot_user_id)
    introduction = (await stage.cards(stage.without_bot))[-1]
    assert (await stage.hand(stage.takahashi).press(introduction, "workspaces.start")).ok
    await stage.settled()
    assert "ゲストの方は" in shown(stage.whispers(stage.takahashi, stage.without_bot)[-1])


async def test_the_plan_of_a_channel_the_bot_has_left_is_posted_nowhere(stage: Stage) -> None:
    await start(stage)
    await stage.hand(stage.suzuki).remove(stage.general, stage.slack.bot_user_id)
    await stage.settled()
    stage.clock.move_to(THURSDAY_9)
    assert await stage.tick() == 1
    assert await digests(stage) == []


DECEMBER_7_9 = THURSDAY_9 + timedelta(days=11)
"""A Monday: what was due on Thursday the 26th of November has not moved for six business days."""


async def test_what_does_not_move_is_one_line_and_opens_as_a_list_to_work_with(stage: Stage) -> None:
    await start(stage)
    await stage.typed(stage.suzuki, stage.general, "/task 請求書を送る @suzuki 12/7")
    stage.clock.move_to(DECEMBER_7_9)
    await stage.tick()
    (digest,) = await digests(stage)
    assert "*動きのないタスク 1件*" in shown(digest)
    assert "会議室" not in shown(digest)
    hand = stage.hand(stage.sato)
    block = next(each for each in digest.blocks if "動きのない" in str(each))
    assert (await hand.press(digest, "tasks.list_open", block_id=block["block_id"])).ok
    assert "会議室を予約する" in words(hand.view or {})
    assert "動きのないもの" in words(hand.view or {})
    assert "請求書" not in words(hand.view or {})
    assert (await hand.press_in_view("tasks.list_take")).ok
    await stage.settled()
    assert "佐藤さん" in words(hand.view or {})
    stage.clock.wait(timedelta(minutes=5))
    assert "期限が過ぎたもの 1件" in await stage.typed(stage.suzuki, stage.general, "/digest")


async def test_yesterdays_button_opens_what_does_not_move_today(stage: Stage) -> None:
    await start(stage)
    stage.clock.move_to(DECEMBER_7_9)
    await stage.tick()
    (digest,) = await digests(stage)
    await stage.typed(stage.sato, stage.general, "/task done 1")
    assert (await stage.hand(stage.suzuki).press(digest, "tasks.list_open")).ok
    assert "当てはまるタスクはありません" in words(stage.hand(stage.suzuki).view or {})


async def test_a_long_plan_shows_twenty_and_a_button_opens_all(stage: Stage) -> None:
    await start(stage)
    for batch in range(2):
        lines = "\n".join(f"- 返信{batch}-{n} 明日" for n in range(12))
        await stage.typed(stage.suzuki, stage.general, f"/task 返信をまとめる 明日\n{lines}")
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    (digest,) = await digests(stage)
    assert "ほかに7件" in shown(digest)
    hand = stage.hand(stage.emma)
    assert (await hand.press(digest, "tasks.list_open")).ok
    assert "*Tasks (27)*" in words(hand.view or {})


async def test_digest_here_posts_it_for_all_and_an_empty_one_only_says_so(stage: Stage) -> None:
    assert "期限が近いタスクはありません。" in await stage.typed(
        stage.suzuki, stage.general, "/digest ここに"
    )
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 明日")
    assert "Today's plan is posted." in await stage.typed(stage.emma, stage.general, "/digest here")
    (digest,) = await digests(stage)
    assert "会議室を予約する" in shown(digest)
    await stage.typed(stage.sato, stage.general, "/task done 1")
    await stage.settled()
    assert "佐藤さんが完了" in shown(digest)


async def test_owners_are_mentioned_only_where_the_channel_switched_that_on(stage: Stage) -> None:
    await start(stage)
    await stage.typed(stage.sato, stage.general, "/task take 1")
    await stage.typed(stage.sato, stage.general, "/task 請求書を送る @sato 12/4")
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    assert "<@" not in shown((await digests(stage))[0])
    await stage.typed(stage.suzuki, stage.general, "/urakata 設定")
    assert (await stage.hand(stage.suzuki).submit({"switches": ["mentions"]})).ok
    stage.clock.wait(timedelta(days=1))
    await stage.tick()
    (_, digest) = await digests(stage)
    assert f"<@{stage.sato.id}>" in shown(digest)
    assert shown(digest).count("<@") == 1
    assert "<@" not in await stage.typed(stage.emma, stage.general, "/digest")


async def test_a_private_channels_tasks_are_named_in_no_other_plan_and_by_none_of_its_buttons(
    stage: Stage,
) -> None:
    await start(stage)
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する 明日")
    stage.clock.move_to(DECEMBER_7_9)
    await stage.typed(stage.suzuki, stage.secret, "/digest here")
    await stage.tick()
    (digest,) = await digests(stage)
    assert "辞令" not in shown(digest)
    hand = stage.hand(stage.emma)
    (secret,) = [each for each in await stage.cards(stage.secret) if "段取り" in each.text]
    assert "動きのないタスク 1件" in shown(secret)
    assert (await hand.press(digest, "tasks.list_open")).ok
    assert "辞令" not in words(hand.view or {})


async def test_stop_ends_the_daily_plan_and_start_begins_it_again(stage: Stage) -> None:
    await start(stage)
    assert "投稿をやめました" in await stage.typed(stage.suzuki, stage.general, "/digest 停止")
    stage.clock.move_to(THURSDAY_9)
    assert await stage.tick() == 0
    assert "no longer post" in await stage.typed(stage.emma, stage.general, "/digest stop")


async def test_the_plan_ends_from_itself_and_begins_again_in_the_language_of_who_taps(stage: Stage) -> None:
    await start(stage)
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    (digest,) = await digests(stage)
    emma = stage.hand(stage.emma)
    for _ in range(2):
        assert (await emma.press(digest, "workspaces.post_menu", value="stop:digest")).ok
        await stage.settled()
        assert "I no longer post today's plan here." in shown(stage.whispers(stage.emma, stage.general)[-1])
    stage.clock.wait(timedelta(days=1))
    assert await stage.tick() == 0
    answer = stage.whispers(stage.emma, stage.general)[-1]
    assert (await emma.press(answer, "workspaces.post_again")).ok
    await stage.settled()
    answer = stage.whispers(stage.emma, stage.general)[-1]
    assert "every business day at 09:00 (Asia/Tokyo), next on Mon 11/30" in shown(answer)
    stage.clock.wait(timedelta(days=3))
    assert await stage.tick() == 1
    (_, second) = await digests(stage)
    assert "今日の段取り｜11/30(月)" in shown(second)


async def test_the_menu_of_the_plan_leads_to_the_settings_and_a_guest_may_choose_nothing_there(
    stage: Stage,
) -> None:
    await stage.typed(stage.suzuki, stage.support, "/task 会議室を予約する 明日 15:00")
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.support)[0], "workspaces.start")
    await stage.only("digest", stage.support)
    await stage.settled()
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    (digest,) = [card for card in await stage.cards(stage.support) if "段取り" in card.text]
    guest = stage.hand(stage.takahashi)
    assert (await guest.press(digest, "workspaces.post_menu", value="stop:digest")).ok
    await stage.settled()
    assert "ゲストの方は" in shown(stage.whispers(stage.takahashi, stage.support)[-1])
    assert (await stage.hand(stage.suzuki).press(digest, "workspaces.post_menu", value="settings:digest")).ok
    assert "このチャンネルの設定" in str(stage.hand(stage.suzuki).view)
    stage.clock.wait(timedelta(days=1))
    assert await stage.tick() == 1


async def test_a_plan_that_somebody_asked_for_carries_no_switch(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 明日")
    await stage.typed(stage.suzuki, stage.general, "/digest here")
    (digest,) = await digests(stage)
    assert "post_menu" not in str(digest.blocks)


async def test_a_guest_may_not_stop_it(stage: Stage) -> None:
    assert "ゲストの方は" in await stage.typed(stage.takahashi, stage.support, "/digest 停止")


async def test_the_first_plan_is_announced_for_a_day_on_which_it_comes(stage: Stage) -> None:
    stage.clock.move_to(datetime(2026, 11, 20, 3, 0, tzinfo=UTC))
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 11/24")
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.general)[0], "workspaces.start")
    await stage.settled()
    assert "次は11/24(火)です" in shown(stage.whispers(stage.suzuki, stage.general)[-1])
