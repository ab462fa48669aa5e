"""People who go, and what they leave to do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.scenarios.stage import Stage, shown


@pytest.fixture
async def cared_for(stage: Stage) -> Stage:
    """Suzuki cares for #general, where Emma owns a task."""
    await stage.typed(stage.suzuki, stage.general, "/task order paper @emma 明日")
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.general)[0], "workspaces.start")
    await stage.settled()
    return stage


async def test_who_leaves_the_channel_owns_nothing_there_and_the_carer_is_told_once(cared_for: Stage) -> None:
    await cared_for.hand(cared_for.emma).leave(cared_for.general)
    card = (await cared_for.cards(cared_for.general))[0]
    assert "担当未定" in shown(card)
    direct = cared_for.slack.dm_with_bot(cared_for.suzuki)
    for _ in range(2):
        await cared_for.tick()
    (told,) = await cared_for.cards(direct)
    assert "Emmaさんがいなくなり、担当が決まっていないタスクが1件あります。" in shown(told)
    assert "order paper" in shown(told)
    assert "workspaces.mute" in str(told.blocks)


async def test_who_leaves_the_workspace_owns_nothing_anywhere_and_the_carer_sleeps_on(
    cared_for: Stage,
) -> None:
    cared_for.clock.move_to(datetime(2026, 11, 25, 14, tzinfo=UTC))
    await cared_for.slack.deactivate(cared_for.emma)
    await cared_for.settled()
    direct = cared_for.slack.dm_with_bot(cared_for.suzuki)
    await cared_for.tick()
    assert await cared_for.cards(direct) == []
    cared_for.clock.move_to(datetime(2026, 11, 26, 0, 0, 5, tzinfo=UTC))
    await cared_for.tick()
    (told,) = await cared_for.cards(direct)
    assert (await cared_for.hand(cared_for.suzuki).press(told, "tasks.take")).ok
    await cared_for.settled()
    assert "鈴木さん" in shown((await cared_for.cards(cared_for.general))[0])


@pytest.mark.parametrize("is_deactivated", [True, False], ids=["the workspace", "the channel"])
async def test_who_left_while_the_bot_was_away_owns_nothing_once_it_is_back(
    cared_for: Stage, is_deactivated: bool
) -> None:
    """The events of that time are lost here, as they are after an hour."""
    place, emma = cared_for.slack.core.workspace.channels[cared_for.general.id], cared_for.emma
    if is_deactivated:
        emma.deleted = True
    else:
        place.members.remove(emma.id)
    await cared_for.bot.mirror.resync(cared_for.slack.team_id)
    assert "担当未定" in shown((await cared_for.cards(cared_for.general))[0])
    await cared_for.tick()
    (told,) = await cared_for.cards(cared_for.slack.dm_with_bot(cared_for.suzuki))
    assert "order paper" in shown(told)


async def test_closed_tasks_and_tasks_of_other_channels_stay_theirs(cared_for: Stage) -> None:
    await cared_for.hand(cared_for.suzuki).invite(cared_for.secret, cared_for.emma)
    await cared_for.settled()
    await cared_for.typed(cared_for.suzuki, cared_for.secret, "/task keep the key @emma")
    await cared_for.typed(cared_for.emma, cared_for.general, "/task done 1")
    await cared_for.hand(cared_for.emma).leave(cared_for.general)
    await cared_for.settled()
    assert "keep the key" in await cared_for.typed(cared_for.emma, cared_for.secret, "/task mine")
    assert await cared_for.cards(cared_for.slack.dm_with_bot(cared_for.suzuki)) == []
