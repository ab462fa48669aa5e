"""Looking back on the week: the prompt, the form, who sees what, one reminder, the goals on Monday."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.platform import schedule
from bot.playground import Channel, Message, Person
from bot.reflections import prompts
from bot.workspaces import service as workspaces
from tests.scenarios.stage import Stage, shown, words

FRIDAY_14 = datetime(2026, 11, 27, 5, 0, 5, tzinfo=UTC)
"""14:00:05 in Tokyo."""
MONDAY_9 = datetime(2026, 11, 30, 0, 0, 5, tzinfo=UTC)
DAY, WEEK = timedelta(days=1), timedelta(days=7)


async def begin(stage: Stage, channel: Channel) -> None:
    """As if somebody had started the weekly prompt there, in Japanese."""

    def unit(session: Session) -> None:
        known = workspaces.channel_of(session, stage.slack.team_id, channel.id)
        known.language, known.zone = "ja", "Asia/Tokyo"
        where = (known.team_id, known.id)
        schedule.start(session, prompts.KIND, *where, time(14), "Asia/Tokyo", stage.clock.now())

    await stage.bot.database.write(unit)


async def asked(stage: Stage, at: datetime = FRIDAY_14) -> Message:
    """The prompt of that Friday, in #general."""
    stage.clock.move_to(at)
    await stage.tick()
    return (await prompted(stage))[-1]


async def prompted(stage: Stage) -> list[Message]:
    return [card for card in await stage.cards(stage.general) if "お疲れさま" in card.text]


async def opened(stage: Stage, person: Person, prompt: Message) -> str:
    """The words of the form that its button opens."""
    hand = stage.hand(person)
    assert (await hand.press(prompt, "weekly.write")).ok
    assert hand.view
    return words(hand.view)


async def written(stage: Stage, person: Person, **said: Any) -> str:
    """What is answered to the form that is open."""
    hand = stage.hand(person)
    outcome = await hand.submit(said)
    assert outcome.ok, outcome
    await stage.settled()
    return words(hand.view or {})


async def replies(stage: Stage, prompt: Message) -> list[Message]:
    return [
        card for card in await stage.cards(stage.general) if card.thread_ts == prompt.ts and card != prompt
    ]


async def reminders(stage: Stage, person: Person) -> list[Message]:
    cards = await stage.cards(stage.slack.dm_with_bot(person))
    return [card for card in cards if card.user == stage.slack.bot_user_id]


def begin_digest(session: Session, stage: Stage) -> None:
    where = (stage.slack.team_id, stage.general.id)
    schedule.start(session, "digest", *where, time(9), "Asia/Tokyo", stage.clock.now())


async def test_the_prompt_comes_on_friday_at_two_and_only_once(stage: Stage) -> None:
    await begin(stage, stage.general)
    for day in (FRIDAY_14 - DAY, FRIDAY_14):
        stage.clock.move_to(day)
        assert await stage.tick() == 1
        assert await stage.tick() == 0
    (prompt,) = await prompted(stage)
    assert "今週もお疲れさまでした｜11/27(金)" in shown(prompt)
    assert "初期設定は「自分だけ」です。" in shown(prompt)
    assert "振り返りました" not in shown(prompt)


async def test_start_begins_it_and_the_settings_move_it(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo 次回は12/5に決定")
    offer = stage.whispers(stage.suzuki, stage.general)[-1]
    assert "週に一度" in shown(offer)
    await stage.hand(stage.suzuki).press(offer, "workspaces.start")
    await stage.settled()
    said = shown(stage.whispers(stage.suzuki, stage.general)[-1])
    assert "毎週金曜日の14:00(Asia/Tokyo)。次は11/27(金)です。" in said
    await stage.typed(stage.suzuki, stage.general, "/urakata 設定")
    await stage.hand(stage.suzuki).submit({"weekly_day": "3", "weekly_at": "16:00"})
    await stage.settled()
    assert "毎週木曜日の16:00" in shown(stage.whispers(stage.suzuki, stage.general)[-1])
    prompt = await asked(stage, FRIDAY_14 - DAY + timedelta(hours=2))
    assert "11/26(木)" in prompt.text
    await asked(stage, FRIDAY_14 - DAY + timedelta(hours=3))
    await stage.typed(stage.suzuki, stage.general, "/urakata 設定")
    await stage.hand(stage.suzuki).submit({"weekly_day": "4"})
    await stage.settled()
    assert "次は12/4(金)です。" in shown(stage.whispers(stage.suzuki, stage.general)[-1])
    await asked(stage, FRIDAY_14 + timedelta(hours=2))
    assert len(await prompted(stage)) == 1


async def test_the_day_is_moved_before_a_holiday_and_a_week_without_a_business_day_is_left_out(
    stage: Stage,
) -> None:
    await begin(stage, stage.general)
    for day in range(20, 36):
        stage.clock.move_to(datetime(2026, 12, 1, 5, 0, 5, tzinfo=UTC) + day * DAY)
        await stage.tick()
    assert [prompt.text.partition("｜")[2] for prompt in await prompted(stage)] == ["12/25(金)", "12/28(月)"]


async def test_a_late_prompt_says_so_and_one_much_too_late_is_left_out(stage: Stage) -> None:
    await begin(stage, stage.general)
    late = await asked(stage, FRIDAY_14 + timedelta(hours=2))
    assert "遅れてお届け" in shown(late)
    await asked(stage, FRIDAY_14 + WEEK + timedelta(hours=4))
    assert len(await prompted(stage)) == 1


async def test_the_form_holds_the_evidence_and_stays_with_its_author(stage: Stage) -> None:
    await begin(stage, stage.general)
    await stage.typed(stage.suzuki, stage.general, "/memo 次回は12/5に決定")
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する")
    await stage.typed(stage.suzuki, stage.secret, "/task take 2")
    await stage.typed(stage.sato, stage.general, "/task 佐藤の仕事")
    await stage.typed(stage.suzuki, stage.general, "/task done 3")
    prompt = await asked(stage)
    form = await opened(stage, stage.suzuki, prompt)
    order = [
        "*11/23(月)〜11/29(日)*",
        "このチャンネルでの記録",
        "完了したタスク 1件",
        "佐藤の仕事",
        "残した議事メモ 1件",
        "次回は12/5に決定",
        "この週の記録（あなただけに表示しています）",
        "引き受けたタスク 1件",
        "辞令を用意する",
        "うまくいったこと",
    ]
    assert [form.index(part) for part in order] == sorted(form.index(part) for part in order)
    answer = await written(stage, stage.suzuki, good="返信が早くなった")
    assert "残しました" in answer
    assert "あなた以外には表示しません" in answer
    assert not [card for card in await stage.cards(stage.general) if "返信が早く" in shown(card)]
    assert "1人が振り返りました。" in shown(prompt)


async def test_what_is_shared_stands_in_the_prompts_thread_and_names_nothing_from_elsewhere(
    stage: Stage,
) -> None:
    await begin(stage, stage.general)
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する")
    await stage.typed(stage.suzuki, stage.general, "/task done 1")
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する")
    await stage.typed(stage.suzuki, stage.secret, "/task done 2")
    prompt = await asked(stage)
    assert "辞令" in await opened(stage, stage.suzuki, prompt)
    said = {"learned": "先に<!channel>相談する", "goals": "FAQを直す\n・日報を書く", "share": "channel"}
    assert "#general に投稿しました" in await written(stage, stage.suzuki, **said)
    (posted,) = [card for card in await stage.cards(stage.general) if card.thread_ts == prompt.ts]
    text = shown(posted)
    for part in (
        "鈴木さんの振り返り",
        "先に&lt;!channel&gt;相談する",
        "*来週の目標*",
        "• FAQを直す",
        "会議室を予約する",
    ):
        assert part in text
    assert "辞令" not in text
    assert "*うまくいったこと*" not in text


async def test_it_can_be_changed_withdrawn_and_shared_again_until_the_next_prompt(stage: Stage) -> None:
    await begin(stage, stage.general)
    prompt = await asked(stage)
    await opened(stage, stage.sato, prompt)
    await written(stage, stage.sato, good="1回目", share="channel")
    await stage.hand(stage.sato).close_view()
    assert "1回目" in str((await opened(stage, stage.sato, prompt), stage.hand(stage.sato).view))
    await written(stage, stage.sato, good="2回目")
    assert [shown(card) for card in await replies(stage, prompt) if "2回目" in shown(card)]
    await opened(stage, stage.sato, prompt)
    await written(stage, stage.sato, share="me")
    assert await replies(stage, prompt) == []
    await opened(stage, stage.sato, prompt)
    await written(stage, stage.sato, share="channel")
    assert len(await replies(stage, prompt)) == 1
    assert "1人が" in shown(prompt)
    await asked(stage, FRIDAY_14 + WEEK)
    first, _ = await prompted(stage)
    assert "この週の振り返りは終わりました。" in shown(first)
    assert "2回目" in shown((await replies(stage, prompt))[0])


async def test_an_answer_to_a_week_that_is_over_keeps_the_form_open(stage: Stage) -> None:
    await begin(stage, stage.general)
    await opened(stage, stage.sato, await asked(stage))
    await asked(stage, FRIDAY_14 + WEEK)
    outcome = await stage.hand(stage.sato).submit({"good": "遅くなった"})
    assert "この週の振り返りは終わったため" in str(outcome.errors)


async def test_last_week_can_be_written_from_this_weeks_form_until_the_next_prompt(stage: Stage) -> None:
    await begin(stage, stage.general)
    await asked(stage)
    stage.clock.move_to(FRIDAY_14 + 3 * DAY)
    this_week = await stage.typed(stage.sato, stage.general, "/weekly")
    assert "*11/30(月)〜12/6(日)*" in this_week
    hand = stage.hand(stage.sato)
    assert (await hand.press_in_view("weekly.earlier")).ok
    assert "*11/23(月)〜11/29(日)*" in words(hand.view or {})
    assert "今週の目標（3つまで）" in words(hand.view or {})
    await written(stage, stage.sato, goals="FAQを直す")
    assert "1人が振り返りました。" in shown((await prompted(stage))[0])
    assert "FAQを直す" in await stage.typed(stage.sato, stage.general, "/weekly 目標")
    await asked(stage, FRIDAY_14 + WEEK)
    assert "先週の分を書く" not in await stage.typed(stage.sato, stage.general, "/weekly")


async def test_goals_are_judged_in_the_next_form_or_at_once_and_only_ones_own(stage: Stage) -> None:
    await begin(stage, stage.general)
    await opened(stage, stage.sato, await asked(stage))
    await written(stage, stage.sato, goals="FAQを直す\n棚を片付ける", share="channel")
    stage.clock.move_to(FRIDAY_14 + 4 * DAY)
    assert "FAQを直す" in await stage.typed(stage.sato, stage.general, "/weekly goals")
    hand = stage.hand(stage.sato)
    listed = stage.whispers(stage.sato, stage.general)[-1]
    assert (await hand.press(listed, "weekly.judge", value="met:1")).ok
    await stage.settled()
    assert "FAQを直す — 達成" in shown(stage.whispers(stage.sato, stage.general)[-1])
    second = await asked(stage, FRIDAY_14 + WEEK)
    form = await opened(stage, stage.sato, second)
    assert "この週の目標はどうでしたか？" in form
    await written(stage, stage.sato, goal_2="missed")
    (posted,) = await replies(stage, second)
    assert "• FAQを直す — 達成\n• 棚を片付ける — できなかった" in shown(posted)
    assert "今週の目標はありません。" in await stage.typed(stage.suzuki, stage.general, "/weekly goals")


async def test_the_team_sees_what_was_shared_there_and_nothing_private(stage: Stage) -> None:
    await begin(stage, stage.general)
    prompt = await asked(stage)
    await opened(stage, stage.sato, prompt)
    await written(stage, stage.sato, goals="FAQを直す", share="channel")
    await opened(stage, stage.suzuki, prompt)
    await written(stage, stage.suzuki, goals="内緒の目標")
    assert "Looked back this week: <" in await stage.typed(stage.emma, stage.general, "/weekly team")
    stage.clock.move_to(FRIDAY_14 + 3 * DAY)
    team = await stage.typed(stage.emma, stage.general, "/weekly team")
    assert "|佐藤>*: FAQを直す" in team
    assert "内緒" not in team
    assert "公開されている今週の目標はありません。" in await stage.typed(
        stage.suzuki, stage.support, "/weekly チーム"
    )


async def test_mondays_plan_begins_with_the_shared_goals_even_without_tasks(stage: Stage) -> None:
    await begin(stage, stage.general)
    await stage.bot.database.write(lambda session: begin_digest(session, stage))
    prompt = await asked(stage)
    await opened(stage, stage.sato, prompt)
    await written(stage, stage.sato, goals="FAQを直す\n棚を片付ける", share="channel")
    stage.clock.move_to(MONDAY_9)
    await stage.tick()
    (digest,) = [card for card in await stage.cards(stage.general) if "段取り" in card.text]
    assert "*今週の目標*\n*佐藤さん*　FAQを直す／棚を片付ける" in shown(digest)
    await opened(stage, stage.sato, prompt)
    await written(stage, stage.sato, share="me")
    assert "FAQ" not in shown(digest)
    stage.clock.move_to(MONDAY_9 + DAY)
    await stage.tick()
    assert len([card for card in await stage.cards(stage.general) if "段取り" in card.text]) == 1


async def test_who_answered_before_is_reminded_once_and_who_skipped_or_answered_is_not(stage: Stage) -> None:
    await begin(stage, stage.general)
    first = await asked(stage)
    for person in (stage.suzuki, stage.sato, stage.emma):
        await opened(stage, person, first)
        await written(stage, person, good="初回")
    second = await asked(stage, FRIDAY_14 + WEEK)
    await opened(stage, stage.suzuki, second)
    await written(stage, stage.suzuki, good="2回目")
    assert (await stage.hand(stage.emma).press(second, "weekly.skip")).ok
    await stage.settled()
    assert "Skipped" in shown(stage.whispers(stage.emma, stage.general)[-1])
    stage.clock.move_to(FRIDAY_14 + WEEK + timedelta(hours=3, minutes=1))
    await stage.tick()
    stage.clock.wait(3 * DAY)
    await stage.tick()
    reminded = [len(await reminders(stage, person)) for person in (stage.suzuki, stage.sato, stage.emma)]
    assert reminded == [0, 1, 0]
    (reminder,) = await reminders(stage, stage.sato)
    assert "11/30(月)〜12/6(日)の振り返りは、まだ書けます。" in shown(reminder)
    await opened(stage, stage.sato, reminder)
    await written(stage, stage.sato, good="間に合った", share="channel")
    assert len(await replies(stage, second)) == 1
    assert "振り返りを残しました。" in shown(reminder)


async def test_the_reminder_keeps_to_the_hours_of_whom_it_is_for(stage: Stage) -> None:
    """17:00 in Tokyo is 8:00 in London; the weekly of Friday 18:30 is too late for anybody in Tokyo."""
    await begin(stage, stage.general)
    for person in (stage.sato, stage.emma):
        await opened(stage, person, await asked(stage))
        await written(stage, person, good="初回")
    await asked(stage, FRIDAY_14 + WEEK)
    seven_utc = FRIDAY_14 + WEEK + timedelta(hours=2)
    seen = {}
    for hours in range(1, 4):
        stage.clock.move_to(seven_utc + timedelta(hours=hours))
        await stage.tick()
        seen[hours] = [len(await reminders(stage, person)) for person in (stage.sato, stage.emma)]
    assert seen == {1: [1, 0], 2: [1, 1], 3: [1, 1]}


async def test_a_reminder_switched_off_from_itself_stays_off_until_it_is_wanted_again(stage: Stage) -> None:
    await begin(stage, stage.general)
    await opened(stage, stage.sato, await asked(stage))
    await written(stage, stage.sato, good="初回")
    await asked(stage, FRIDAY_14 + WEEK)
    stage.clock.wait(timedelta(hours=3))
    await stage.tick()
    (reminder,) = await reminders(stage, stage.sato)
    hand, direct = stage.hand(stage.sato), stage.slack.dm_with_bot(stage.sato)
    assert (await hand.press(reminder, "workspaces.mute")).ok
    await stage.settled()
    assert "もう届きません。" in shown(stage.whispers(stage.sato, direct)[-1])
    await asked(stage, FRIDAY_14 + 2 * WEEK)
    stage.clock.wait(timedelta(hours=3))
    assert await stage.tick() == 0
    assert "お知らせしません。" in await stage.typed(stage.sato, stage.general, "/weekly goals")
    assert (await hand.press(stage.whispers(stage.sato, stage.general)[-1], "weekly.remind")).ok
    await stage.settled()
    assert "一度だけお知らせします。" in shown(stage.whispers(stage.sato, stage.general)[-1])
    await asked(stage, FRIDAY_14 + 3 * WEEK)
    stage.clock.wait(timedelta(hours=3))
    assert await stage.tick() == 1
    assert len(await reminders(stage, stage.sato)) == 2


async def test_in_the_direct_conversation_and_from_anywhere_it_is_private(stage: Stage) -> None:
    direct = stage.slack.dm_with_bot(stage.emma)
    form = await stage.typed(stage.emma, direct, "/weekly replies went out faster")
    assert "Look back on the week" not in form
    assert "Who sees it" not in form
    assert "Nobody else is shown this" in form
    assert "replies went out faster" in str(stage.hand(stage.emma).view)
    assert "Kept, well done." in await written(stage, stage.emma)
    await stage.hand(stage.emma).close_view()
    assert (await stage.hand(stage.emma).global_shortcut("reflections.weekly")).ok
    assert "replies went out faster" in str(stage.hand(stage.emma).view)
    assert "Who sees it" not in words(stage.hand(stage.emma).view or {})


async def test_the_door_of_urakata_help_and_near_misses_lead_to_it(stage: Stage) -> None:
    assert "*11/23(月)〜11/29(日)*" in await stage.typed(stage.sato, stage.without_bot, "/urakata 振り返り")
    await stage.hand(stage.sato).close_view()
    assert "/weekly チーム" in await stage.typed(stage.sato, stage.general, "/urakata weekly ヘルプ")
    assert "`/weekly goals` のことですか？" in await stage.typed(stage.sato, stage.general, "/weekly gaols")
    question = stage.whispers(stage.sato, stage.general)[-1]
    assert (await stage.hand(stage.sato).press(question, "weekly.as_text")).ok
    assert "gaols" in str(stage.hand(stage.sato).view)


async def test_a_mention_opens_no_form_and_is_answered_with_the_help(stage: Stage) -> None:
    await stage.hand(stage.sato).say(stage.general, "@Urakata 振り返り 今週は順調")
    await stage.settled()
    assert "/urakata weekly" in shown(stage.whispers(stage.sato, stage.general)[-1])


async def test_a_form_sent_twice_is_kept_and_posted_once(stage: Stage) -> None:
    await begin(stage, stage.general)
    prompt = await asked(stage)
    await opened(stage, stage.sato, prompt)
    hand = stage.hand(stage.sato)
    said = {"good": "2回押した", "share": "channel"}
    both = await asyncio.gather(hand.submit(said), hand.submit(said))
    assert [outcome.ok for outcome in both] == [True, True]
    assert len(await replies(stage, prompt)) == 1
    assert "1人が" in shown(prompt)


async def test_what_cannot_be_kept_leaves_the_form_open(stage: Stage) -> None:
    await begin(stage, stage.general)
    await opened(stage, stage.sato, await asked(stage))
    outcome = await stage.hand(stage.sato).submit({"good": "  "})
    assert "ひとことだけで大丈夫です" in str(outcome.errors)
    outcome = await stage.hand(stage.sato).submit({"goals": "1\n2\n3\n4"})
    assert "目標は3つまで" in str(outcome.errors)


async def test_the_prompt_ends_from_itself_and_begins_again(stage: Stage) -> None:
    await begin(stage, stage.general)
    prompt, hand = await asked(stage), stage.hand(stage.suzuki)
    assert (await hand.press(prompt, "workspaces.post_menu", value="stop:weekly")).ok
    await stage.settled()
    said = stage.whispers(stage.suzuki, stage.general)[-1]
    assert "週の振り返りの声かけを止めました。" in shown(said)
    assert "うまくいったこと" in await opened(stage, stage.suzuki, prompt)
    assert len(await _prompts_until(stage, FRIDAY_14 + WEEK)) == 1
    assert (await hand.press(said, "workspaces.post_again")).ok
    await stage.settled()
    assert "毎週金曜日の14:00(Asia/Tokyo)。次は12/11(金)です。" in shown(
        stage.whispers(stage.suzuki, stage.general)[-1]
    )
    assert len(await _prompts_until(stage, FRIDAY_14 + 2 * WEEK)) == 2


async def _prompts_until(stage: Stage, at: datetime) -> list[Message]:
    stage.clock.move_to(at)
    await stage.tick()
    return await prompted(stage)
