"""A channel with a new name goes by it wherever it is named."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground import Channel
from tests.scenarios.stage import Stage, shown
from tests.scenarios.test_exports import content, table


@pytest.fixture(params=["general", "secret"])
async def place(request: pytest.FixtureRequest, stage: Stage) -> Channel:
    """With a memo and a task, and Suzuki as its carer."""
    found: Channel = getattr(stage, request.param)
    await stage.typed(stage.suzuki, found, "/memo 次回は12/5に決定")
    await stage.typed(stage.suzuki, found, "/task 名札を作る @suzuki")
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, found)[0], "workspaces.start")
    await stage.settled()
    return found


async def assert_goes_by(stage: Stage, place: Channel, new: str, old: str) -> None:
    hand = stage.hand(stage.suzuki)
    forms = [await stage.typed(stage.suzuki, place, each) for each in ("/task mine", "/weekly", "/memo 一覧")]
    assert [(f"#{new}" in form, f"#{old}" in form) for form in forms[:2]] == [(True, False)] * 2
    assert f"#{old}" not in forms[2]
    await hand.command(place, "/memo export")
    assert (await hand.submit({"scope": "everywhere"})).ok
    assert table(await content(stage, stage.suzuki))[1][2] == f"#{new}"
    stage.slack.fail_next("chat.postMessage", retry_after=3)
    await hand.command(place, "/memo まだ投稿していない")
    await stage.slack.archive(place)
    stage.clock.wait(timedelta(seconds=5))
    notice = shown((await stage.cards(stage.slack.dm_with_bot(stage.suzuki)))[-1])
    assert (f"#{new}" in notice, f"#{old}" in notice) == (True, False)


async def test_lists_forms_files_and_notices_go_by_the_new_name(stage: Stage, place: Channel) -> None:
    old = place.name
    await stage.slack.rename(place, "renamed")
    await stage.settled()
    await assert_goes_by(stage, place, "renamed", old)


async def test_its_cards_are_linked_and_changed_as_before(stage: Stage, place: Channel) -> None:
    before = [each.ts for each in await stage.cards(place)]
    await stage.slack.rename(place, "renamed")
    answer = await stage.typed(stage.suzuki, place, "/memo show 1")
    assert "次回は12/5に決定" in answer
    await stage.typed(stage.sato, place, "/task done 2")
    assert [each.ts for each in await stage.cards(place)] == before
    assert "佐藤さんが完了しました。" in shown((await stage.cards(place))[1])


async def test_a_rename_nobody_told_us_of_is_found_out_within_the_hour(stage: Stage, place: Channel) -> None:
    """As when it happened while no replica ran."""
    old, place.name = place.name, "renamed"
    await stage.bot.mirror.resync(stage.slack.team_id)
    await assert_goes_by(stage, place, "renamed", old)
