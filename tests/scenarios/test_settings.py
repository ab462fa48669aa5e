"""The settings of a channel: opened, changed, noted, and followed by what the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.playground import Channel, Message, Outcome, Person
from bot.workspaces import service as workspaces
from tests.scenarios.stage import Stage, shown

THURSDAY_9 = datetime(2026, 11, 26, 0, 0, 5, tzinfo=UTC)
"""09:00:05 in Tokyo."""
HOUR = timedelta(hours=1)


async def started(stage: Stage) -> str:
    """Suzuki has tapped Start below the first task; what it answered."""
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 11/27")
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.general)[0], "workspaces.start")
    await stage.only("digest", stage.general)
    await stage.settled()
    return shown(stage.whispers(stage.suzuki, stage.general)[-1])


async def opened(stage: Stage, person: Person, channel: Channel, command: str = "設定") -> str:
    return await stage.typed(person, channel, f"/urakata {command}")


async def given(stage: Stage, person: Person, **entered: Any) -> Outcome:
    outcome = await stage.hand(person).submit(entered)
    await stage.settled()
    return outcome


async def changed(stage: Stage, person: Person, **entered: Any) -> str:
    """What is said after the form was opened, filled and sent."""
    await opened(stage, person, stage.general)
    assert (await given(stage, person, **entered)).ok
    return shown(stage.whispers(person, stage.general)[-1])


async def digests(stage: Stage, channel: Channel | None = None) -> list[Message]:
    cards = await stage.cards(channel or stage.general)
    return [card for card in cards if "段取り" in card.text]


def value_of(stage: Stage, person: Person, name: str) -> Any:
    """What stands in that field of the open form."""
    view = stage.hand(person).view
    assert view is not None
    return view["state"]["values"][name]["input"]


async def test_the_answer_to_start_leads_to_the_settings(stage: Stage) -> None:
    assert "毎営業日の09:00(Asia/Tokyo)。次は11/26(木)" in await started(stage)
    answer = stage.whispers(stage.suzuki, stage.general)[-1]
    assert (await stage.hand(stage.suzuki).press(answer, "workspaces.settings")).ok
    form = stage.hand(stage.suzuki).view
    assert form is not None
    assert "このチャンネルの設定" in form["title"]["text"]
    assert value_of(stage, stage.suzuki, "digest_at")["selected_time"] == "09:00"
    assert value_of(stage, stage.suzuki, "closing_days")["value"] == "12/29-1/3"


async def test_the_introduction_leads_to_the_settings(stage: Stage) -> None:
    await stage.hand(stage.emma).invite(stage.without_bot, stage.slack.bot_user_id)
    introduction = (await stage.cards(stage.without_bot))[-1]
    assert (await stage.hand(stage.emma).press(introduction, "workspaces.settings")).ok
    assert value_of(stage, stage.emma, "zone")["selected_option"]["value"] == "Europe/London"
    assert value_of(stage, stage.emma, "language")["selected_option"]["value"] == "en"


async def test_the_plan_is_switched_on_at_a_time_of_ones_own_and_off_again(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 会議室を予約する 11/27")
    said = await changed(stage, stage.suzuki, posts=["digest"], digest_at="08:30")
    assert "設定を保存しました。" in said
    assert "毎営業日の08:30(Asia/Tokyo)。次は11/26(木)" in said
    stage.clock.move_to(THURSDAY_9 - HOUR / 2)
    assert await stage.tick() == 1
    assert len(await digests(stage)) == 1
    assert "自動の投稿はありません。" in await changed(stage, stage.suzuki, posts=[])
    stage.clock.wait(timedelta(days=1))
    assert await stage.tick() == 0


async def test_a_time_changed_after_the_plan_brings_no_second_one_that_day(stage: Stage) -> None:
    await started(stage)
    stage.clock.move_to(THURSDAY_9)
    assert await stage.tick() == 1
    stage.clock.wait(HOUR)
    assert "次は11/27(金)" in await changed(stage, stage.suzuki, digest_at="11:00")
    stage.clock.move_to(THURSDAY_9 + 2 * HOUR)
    assert await stage.tick() == 0
    stage.clock.wait(timedelta(days=1))
    assert await stage.tick() == 1
    assert len(await digests(stage)) == 2


async def test_a_time_changed_before_the_plan_to_one_that_has_passed_leaves_that_days_plan(
    stage: Stage,
) -> None:
    await started(stage)
    stage.clock.move_to(THURSDAY_9 - HOUR)
    assert "次は11/26(木)" in await changed(stage, stage.suzuki, digest_at="07:00")
    stage.clock.move_to(THURSDAY_9)
    assert await stage.tick() == 1
    (digest,) = await digests(stage)
    assert "遅れて" not in shown(digest)


async def test_switched_off_and_on_again_the_same_day_has_one_plan(stage: Stage) -> None:
    await started(stage)
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    await changed(stage, stage.suzuki, posts=[])
    assert "次は11/27(金)" in await changed(stage, stage.suzuki, posts=["digest"], digest_at="10:00")
    stage.clock.move_to(THURSDAY_9 + HOUR)
    assert await stage.tick() == 0


async def test_another_zone_moves_the_plan_to_its_morning(stage: Stage) -> None:
    await started(stage)
    assert "(Europe/London)。次は11/25(水)" in await changed(stage, stage.suzuki, zone="Europe/London")
    stage.clock.move_to(datetime(2026, 11, 25, 9, 0, 5, tzinfo=UTC))
    assert await stage.tick() == 1


async def test_the_plan_keeps_the_holidays_and_closing_days_that_were_chosen(stage: Stage) -> None:
    await started(stage)
    await changed(stage, stage.suzuki, country="US", closing_days="11/27")
    stage.clock.move_to(THURSDAY_9)
    assert await stage.tick() == 1
    stage.clock.wait(timedelta(days=1))
    assert await stage.tick() == 1
    assert await digests(stage) == []
    stage.clock.wait(timedelta(days=3))
    assert await stage.tick() == 1
    assert len(await digests(stage)) == 1


async def test_deadlines_are_read_with_the_channels_own_days_and_hours(stage: Stage) -> None:
    await changed(stage, stage.suzuki, closing_days="11/26-11/27", closes="17:30")
    answer = await stage.typed(stage.suzuki, stage.general, "/task 見積もりを送る 1営業日以内")
    assert "11/30(月)" in answer
    assert "17:30" in await stage.typed(stage.suzuki, stage.general, "/task 見積もりを送る 終業まで")


async def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_saved(stage: Stage) -> None:
    await opened(stage, stage.suzuki, stage.general)
    outcome = await given(stage, stage.suzuki, closing_days="12/29-1/3, お盆", digest_at="08:00")
    assert outcome.errors is not None
    assert "「お盆」を日付として読み取れませんでした。" in outcome.errors["closing_days"]
    outcome = await given(stage, stage.suzuki, closing_days="8/13-8/15", opens="18:00", closes="09:00")
    assert outcome.errors is not None
    assert "始業より後" in outcome.errors["closes"]
    assert (await given(stage, stage.suzuki, opens="09:00", closes="18:00")).ok
    await opened(stage, stage.suzuki, stage.general)
    assert value_of(stage, stage.suzuki, "closing_days")["value"] == "8/13-8/15"
    assert value_of(stage, stage.suzuki, "digest_at")["selected_time"] == "08:00"


async def test_the_form_says_who_changed_them_last_in_its_readers_language(stage: Stage) -> None:
    assert "Last changed" not in await opened(stage, stage.emma, stage.general, "settings")
    await changed(stage, stage.suzuki, digest_at="08:30")
    assert "Last changed by 鈴木, Wed 11/25 01:00" in await opened(
        stage, stage.emma, stage.general, "settings"
    )
    assert await stage.cards(stage.general) == []


async def test_two_who_change_them_at_once_change_each_what_they_touched(stage: Stage) -> None:
    await opened(stage, stage.suzuki, stage.general)
    await opened(stage, stage.sato, stage.general)
    await given(stage, stage.suzuki, digest_at="08:30")
    await given(stage, stage.sato, switches=["memo_emoji", "task_emoji"])
    await opened(stage, stage.emma, stage.general, "settings")
    assert value_of(stage, stage.emma, "digest_at")["selected_time"] == "08:30"
    ticked = [option["value"] for option in value_of(stage, stage.emma, "switches")["selected_options"]]
    assert ticked == ["memo_emoji", "task_emoji"]


async def test_a_form_sent_without_a_change_says_and_notes_nothing(stage: Stage) -> None:
    await opened(stage, stage.suzuki, stage.general)
    assert (await given(stage, stage.suzuki)).ok
    assert stage.whispers(stage.suzuki, stage.general) == []
    assert "最後に変えた人" not in await opened(stage, stage.sato, stage.general)


async def test_a_guest_is_told_who_may_and_sees_no_form(stage: Stage) -> None:
    assert "ゲストの方は" in await opened(stage, stage.takahashi, stage.support)
    assert stage.hand(stage.takahashi).view is None


async def test_where_the_bot_is_not_and_in_direct_messages_the_answer_says_what_to_do(stage: Stage) -> None:
    assert "/invite @Urakata" in await opened(stage, stage.suzuki, stage.without_bot)
    direct = stage.slack.dm_with_bot(stage.suzuki)
    assert "設定はチャンネルごとにあります。" in await opened(stage, stage.suzuki, direct)


async def test_a_channel_shared_with_another_company_has_no_automatic_posts_to_switch_on(
    stage: Stage,
) -> None:
    await started(stage)
    await stage.bot.database.write(lambda session: share(session, stage))
    form = await opened(stage, stage.suzuki, stage.general)
    assert "社外と共有しているチャンネルでは" in form
    assert "自動の投稿を始められません" in form
    assert "今日の段取り(営業日の朝)" not in form
    assert (await given(stage, stage.suzuki, switches=[])).ok
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    assert await digests(stage) == []


def share(session: Session, stage: Stage) -> None:
    workspaces.channel_of(session, stage.bot.team_id, stage.general.id).is_shared = True


@pytest.mark.parametrize("words_given", ["settings", "設定", "SETTINGS"])
async def test_urakata_settings_opens_the_form(stage: Stage, words_given: str) -> None:
    assert "自動の投稿" in await opened(stage, stage.suzuki, stage.general, words_given)


async def test_the_answers_stand_in_the_language_the_channel_was_given(stage: Stage) -> None:
    await started(stage)
    await changed(stage, stage.suzuki, language="en")
    stage.clock.move_to(THURSDAY_9)
    await stage.tick()
    assert "Today's plan" in (await stage.cards(stage.general))[-1].text
