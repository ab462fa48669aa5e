"""What people may do and see."""

import pytest

from bot.playground import Refusal
from tests.playground.conftest import World


async def test_private_channels_are_seen_from_inside_only(world: World) -> None:
    hidden = world.slack.add_channel("hidden", [world.sato], private=True)
    message = await world.slack.hand(world.sato).say(hidden, "secret")
    assert world.slack.hand(world.sato).sees(hidden) == [message]
    assert world.hand.sees(hidden) == []
    for act in (world.hand.say(hidden, "x"), world.hand.join(hidden), world.hand.react(message, "memo")):
        with pytest.raises(Refusal):
            await act


async def test_guests_see_only_the_channels_they_are_in(world: World) -> None:
    guest = world.slack.add_person("guest", is_guest=True)
    other = world.slack.add_channel("other")
    await world.hand.say(world.general, "x")
    assert world.slack.hand(guest).sees(world.general) == []
    await world.hand.invite(world.general, guest)
    assert world.slack.hand(guest).sees(world.general)
    with pytest.raises(Refusal, match="channel_not_found"):
        await world.slack.hand(guest).join(other)


async def test_who_leaves_a_private_channel_sees_it_no_more(world: World) -> None:
    hidden = world.slack.add_channel("hidden", [world.suzuki, world.sato], private=True)
    await world.hand.say(hidden, "x")
    await world.hand.leave(hidden)
    assert world.hand.sees(hidden) == []


async def test_only_ones_own_messages_can_be_edited_and_admins_may_delete(world: World) -> None:
    message = await world.hand.say(world.general, "mine")
    with pytest.raises(Refusal, match="cant_update_message"):
        await world.slack.hand(world.sato).edit(message, "yours")
    await world.slack.hand(world.sato).delete(message)
    assert world.slack.messages(world.general) == []
    of_sato = await world.slack.hand(world.sato).say(world.general, "mine")
    with pytest.raises(Refusal, match="cant_delete_message"):
        await world.hand.delete(of_sato)


async def test_archived_channels_take_nothing(world: World) -> None:
    await world.slack.archive(world.general)
    with pytest.raises(Refusal, match="is_archived"):
        await world.hand.say(world.general, "x")
    assert (await world.hand.command(world.general, "/lunch")).error == "is_archived"


async def test_joining_twice_changes_nothing(world: World) -> None:
    await world.hand.join(world.general)
    assert world.slack.messages(world.general) == []
    assert world.general.members.count(world.suzuki.id) == 1


async def test_threads_need_their_parent(world: World) -> None:
    with pytest.raises(Refusal, match="thread_not_found"):
        await world.hand.say(world.general, "x", thread_ts="1.000001")


async def test_without_a_form_nothing_can_be_submitted(world: World) -> None:
    with pytest.raises(LookupError):
        await world.hand.submit({})


async def test_direct_messages_are_made_once(world: World) -> None:
    assert world.slack.dm_with_bot(world.suzuki) is world.slack.dm_with_bot(world.suzuki)
    group = world.slack.group_dm(world.suzuki, world.sato)
    assert (group.kind, len(group.members)) == ("mpim", 3)


async def test_a_long_channel_is_seen_whole_with_its_threads(world: World) -> None:
    parent = await world.hand.say(world.general, "parent")
    for number in range(3000):
        await world.hand.say(world.general, str(number), thread_ts=parent.ts if number % 2 else None)
    seen = [world.general.shown(message) for message in world.hand.sees(world.general)]
    assert (len(seen), seen[0]["reply_count"]) == (3001, 1500)
