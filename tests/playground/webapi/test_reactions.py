"""Reactions of the bot."""

import pytest

from tests.playground.conftest import World, refused


async def test_a_reaction_is_added_and_taken_back(world: World) -> None:
    message = await world.hand.say(world.general, "x")
    place = {"channel": world.general.id, "timestamp": message.ts}
    await world.bot.reactions_add(name="memo", **place)
    assert message.reactions == {"memo": [world.slack.bot_user_id]}
    assert (await refused(world.bot.reactions_add(name="memo", **place)))["error"] == "already_reacted"
    await world.bot.reactions_remove(name="memo", **place)
    assert message.reactions == {}
    assert (await refused(world.bot.reactions_remove(name="memo", **place)))["error"] == "no_reaction"


@pytest.mark.parametrize(
    ("name", "ts", "error"), [("not one", "", "invalid_name"), ("memo", "1.1", "message_not_found")]
)
async def test_nonsense_is_refused(world: World, name: str, ts: str, error: str) -> None:
    message = await world.hand.say(world.general, "x")
    call = world.bot.reactions_add(channel=world.general.id, timestamp=ts or message.ts, name=name)
    assert (await refused(call))["error"] == error
