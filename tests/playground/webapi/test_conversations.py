"""Channels as the bot sees them: what is private to others does not exist."""

import pytest

from tests.playground.conftest import World, refused

ALL = "public_channel,private_channel,im,mpim"


async def test_lists_show_what_the_bot_may_see(world: World) -> None:
    world.slack.add_channel("other", with_bot=False)
    world.slack.add_channel("hidden", [world.suzuki], private=True, with_bot=False)
    shared = world.slack.add_channel("shared", [world.suzuki], private=True)
    direct = world.slack.dm_with_bot(world.suzuki)
    answer = await world.bot.conversations_list(types=ALL)
    seen = {channel["id"]: channel for channel in answer["channels"]}
    assert {channel.get("name") for channel in seen.values()} == {"general", "other", "shared", None}
    assert seen[shared.id]["is_private"]
    assert seen[direct.id]["user"] == world.suzuki.id
    assert [each["is_member"] for each in seen.values() if "is_member" in each].count(False) == 1


async def test_only_public_channels_are_listed_unless_asked(world: World) -> None:
    world.slack.dm_with_bot(world.suzuki)
    names = [each["name"] for each in (await world.bot.conversations_list())["channels"]]
    assert names == ["general"]


async def test_lists_come_in_pages_of_the_asked_size(world: World) -> None:
    for number in range(4):
        world.slack.add_channel(f"c{number}")
    pages = [page["channels"] async for page in await world.bot.conversations_list(limit=2)]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert len({channel["id"] for page in pages for channel in page}) == 5


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"limit": 0}, "invalid_limit"),
        ({"limit": 1001}, "invalid_limit"),
        ({"limit": "many"}, "invalid_limit"),
        ({"cursor": "nonsense"}, "invalid_cursor"),
        ({"types": "open_channel"}, "invalid_types"),
    ],
)
async def test_nonsense_is_refused(world: World, arguments: dict[str, object], error: str) -> None:
    answer = await refused(world.bot.api_call("conversations.list", params=arguments))
    assert answer["error"] == error


async def test_archived_channels_can_be_left_out(world: World) -> None:
    await world.slack.archive(world.slack.add_channel("old"))
    everything = await world.bot.conversations_list()
    living = await world.bot.conversations_list(exclude_archived=True)
    assert (len(everything["channels"]), len(living["channels"])) == (2, 1)


async def test_users_conversations_are_those_of_the_bot_or_of_somebody(world: World) -> None:
    world.slack.add_channel("other", [world.sato], with_bot=False)
    own = await world.bot.users_conversations()
    of_sato = await world.bot.users_conversations(user=world.sato.id)
    assert [each["name"] for each in own["channels"]] == ["general"]
    assert [each["name"] for each in of_sato["channels"]] == ["general", "other"]


async def test_info_and_members(world: World) -> None:
    info = (await world.bot.conversations_info(channel=world.general.id, include_num_members=True))["channel"]
    assert (info["name"], info["num_members"], info["is_member"]) == ("general", 3, True)
    pages = [
        page["members"]
        async for page in await world.bot.conversations_members(channel=world.general.id, limit=2)
    ]
    assert pages == [[world.suzuki.id, world.sato.id], [world.slack.bot_user_id]]


@pytest.mark.parametrize("method", ["info", "members", "history", "replies", "join"])
async def test_a_private_channel_of_others_does_not_exist(world: World, method: str) -> None:
    hidden = world.slack.add_channel("hidden", [world.suzuki], private=True, with_bot=False)
    call = world.bot.api_call(f"conversations.{method}", params={"channel": hidden.id, "ts": "1.000001"})
    assert (await refused(call))["error"] == "channel_not_found"


async def test_the_bot_joins_public_channels_by_itself(world: World) -> None:
    other = world.slack.add_channel("other", with_bot=False)
    await world.bot.conversations_join(channel=other.id)
    assert world.slack.bot_user_id in other.members
    assert (await world.bot.conversations_join(channel=other.id))["warning"] == "already_in_channel"
    shared = world.slack.add_channel("shared", private=True)
    answer = await refused(world.bot.conversations_join(channel=shared.id))
    assert answer["error"] == "method_not_supported_for_channel_type"


async def test_a_direct_message_is_opened_once(world: World) -> None:
    first = await world.bot.conversations_open(users=world.suzuki.id)
    again = await world.bot.conversations_open(users=[world.suzuki.id], return_im=True)
    assert first["channel"]["id"] == again["channel"]["id"] == world.slack.dm_with_bot(world.suzuki).id
    assert again["channel"]["user"] == world.suzuki.id


async def test_several_people_make_a_group(world: World) -> None:
    answer = await world.bot.conversations_open(users=[world.suzuki.id, world.sato.id], return_im=True)
    assert answer["channel"]["is_mpim"]


async def test_who_cannot_be_written_to_is_refused(world: World) -> None:
    left = world.slack.add_person("left", deleted=True)
    wanted = {
        "users_list_not_supplied": "",
        "user_not_found": "U404",
        "user_disabled": left.id,
        "cannot_dm_bot": world.slack.bot_user_id,
    }
    for error, users in wanted.items():
        call = world.bot.api_call("conversations.open", json={"users": users})
        assert (await refused(call))["error"] == error


async def test_the_bot_leaves_where_it_may(world: World) -> None:
    answer = await refused(world.bot.conversations_leave(channel=world.general.id))
    assert answer["needed"] == "channels:write"
    assert world.slack.bot_user_id in world.general.members
