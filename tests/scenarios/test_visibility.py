"""What belongs to a private channel exists only for the people in it now."""

from __future__ import annotations

import pytest

from tests.scenarios.stage import Stage, shown

SECRET = "人事異動は12/1に決定"


@pytest.fixture
async def kept(stage: Stage) -> Stage:
    """Memo 1 and task 2 of the private channel."""
    await stage.typed(stage.suzuki, stage.secret, f"/memo {SECRET}")
    await stage.typed(stage.suzuki, stage.secret, "/task 辞令を用意する @sato 明日")
    return stage


@pytest.mark.parametrize(
    "command",
    [
        "/memo show 1",
        "/memo search 人事",
        "/memo list",
        "/task show 2",
        "/task done 2",
        "/task take 2",
        "/task reopen 2",
        "/task list",
        "/task list @sato",
        "/task unowned",
        "/task mine",
        "/task search 用意",
        "/task export",
        "/digest",
    ],
)
async def test_someone_outside_meets_no_trace_of_it(kept: Stage, command: str) -> None:
    answer = await kept.typed(kept.emma, kept.general, command)
    assert "異動" not in answer
    assert "辞令" not in answer
    if command.endswith(("1", "2")):
        number = command[-1]
        assert f"#{number} isn't there." in answer


async def test_a_number_that_may_not_be_seen_is_answered_like_one_that_does_not_exist(kept: Stage) -> None:
    hidden = await kept.typed(kept.emma, kept.general, "/memo show 1")
    missing = await kept.typed(kept.emma, kept.general, "/memo show 77")
    assert hidden == missing.replace("77", "1")


async def test_a_member_finds_it_from_anywhere(kept: Stage) -> None:
    assert SECRET in await kept.typed(kept.sato, kept.general, "/memo search 人事")
    assert "辞令" in await kept.typed(kept.sato, kept.general, "/task mine")


async def test_who_was_removed_sees_it_no_longer_and_cannot_press_its_buttons(kept: Stage) -> None:
    task = (await kept.cards(kept.secret))[-1]
    await kept.hand(kept.suzuki).remove(kept.secret, kept.sato)
    await kept.settled()
    assert "異動" not in await kept.typed(kept.sato, kept.general, "/memo search 人事")
    assert "辞令" not in await kept.typed(kept.sato, kept.general, "/task mine")
    assert "見つかりませんでした" in await kept.typed(kept.sato, kept.general, "/task done 2")
    assert "tasks.done" in str(task.blocks)


async def test_who_is_invited_sees_it_from_then_on(kept: Stage) -> None:
    await kept.hand(kept.suzuki).invite(kept.secret, kept.emma)
    await kept.settled()
    assert SECRET in await kept.typed(kept.emma, kept.general, "/memo search 人事")


async def test_a_guest_sees_public_channels_only_where_they_are(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo 全社の決定")
    await stage.typed(stage.suzuki, stage.support, "/memo サポートの決定")
    answer = await stage.typed(stage.takahashi, stage.support, "/memo search 決定")
    assert "サポートの決定" in answer
    assert "全社の決定" not in answer


async def test_after_the_bot_left_a_private_channel_its_records_are_hidden_from_all(kept: Stage) -> None:
    await kept.hand(kept.suzuki).remove(kept.secret, kept.slack.bot_user_id)
    await kept.settled()
    assert SECRET not in await kept.typed(kept.suzuki, kept.general, "/memo search 人事")
    await kept.hand(kept.suzuki).invite(kept.secret, kept.slack.bot_user_id)
    await kept.settled()
    assert SECRET in await kept.typed(kept.suzuki, kept.general, "/memo search 人事")


async def test_someone_outside_who_is_named_owner_is_not_told_the_title(kept: Stage) -> None:
    answer = await kept.typed(kept.suzuki, kept.secret, "/task 面談を設定する @emma")
    assert "Emmaさんはこのチャンネルにいないので、担当は未定です。" in answer
    card = (await kept.cards(kept.secret))[-1]
    assert "担当未定" in shown(card)
    assert "面談" not in await kept.typed(kept.emma, kept.general, "/task mine")


async def test_a_channel_made_private_while_the_bot_runs_hides_what_it_held_at_once(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.support, f"/memo {SECRET}")
    await stage.slack.make_private(stage.support)
    await stage.settled()
    assert SECRET not in await stage.typed(stage.emma, stage.general, "/memo search 人事")
    assert SECRET in await stage.typed(stage.suzuki, stage.general, "/memo search 人事")
