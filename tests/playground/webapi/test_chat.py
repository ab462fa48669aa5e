"""Posting, changing, deleting, and what Slack refuses of it."""

import aiohttp
import pytest

from tests.playground.conftest import World, refused
from tests.playground.sample_app import Json

METADATA: Json = {"event_type": "order", "event_payload": {"id": 7}}


async def test_a_post_stands_in_the_channel(world: World) -> None:
    answer = await world.bot.chat_postMessage(channel=world.general.id, text="hello", metadata=METADATA)
    [message] = world.slack.messages(world.general)
    assert (message.ts, message.user, message.text) == (answer["ts"], world.slack.bot_user_id, "hello")
    assert message.metadata == METADATA
    assert answer["message"]["bot_id"]


async def test_posts_never_share_a_timestamp_while_the_clock_stands(world: World) -> None:
    for _ in range(3):
        await world.bot.chat_postMessage(channel=world.general.id, text="x")
    stamps = [message.ts for message in world.slack.messages(world.general)]
    assert stamps == sorted(set(stamps))
    assert len(stamps) == 3


async def test_a_person_can_be_written_to_directly(world: World) -> None:
    answer = await world.bot.chat_postMessage(channel=world.suzuki.id, text="psst")
    assert answer["channel"] == world.slack.dm_with_bot(world.suzuki).id


async def test_a_public_channel_goes_by_its_name_too(world: World) -> None:
    assert (await world.bot.chat_postMessage(channel="#general", text="x"))["channel"] == world.general.id


async def test_a_reply_stands_in_the_thread_even_when_it_answers_a_reply(world: World) -> None:
    parent = await world.hand.say(world.general, "parent")
    first = await world.bot.chat_postMessage(channel=world.general.id, text="1", thread_ts=parent.ts)
    await world.bot.chat_postMessage(channel=world.general.id, text="2", thread_ts=first["ts"])
    assert [message.thread_ts for message in world.slack.messages(world.general)[1:]] == [parent.ts] * 2


async def test_a_reply_to_a_message_that_is_gone_stands_in_the_channel(world: World) -> None:
    parent = await world.hand.say(world.general, "parent")
    await world.hand.delete(parent)
    answer = await world.bot.chat_postMessage(channel=world.general.id, text="late", thread_ts=parent.ts)
    assert "thread_ts" not in answer["message"]


async def test_text_is_cut_past_forty_thousand_characters(world: World) -> None:
    await world.bot.chat_postMessage(channel=world.general.id, text="あ" * 40_001)
    assert len(world.slack.messages(world.general)[0].text) == 40_000


async def test_an_empty_message_has_no_text(world: World) -> None:
    call = world.bot.api_call("chat.postMessage", json={"channel": world.general.id, "text": ""})
    assert (await refused(call))["error"] == "no_text"


async def test_where_the_bot_is_no_member_it_may_not_post(world: World) -> None:
    other = world.slack.add_channel("other", [world.suzuki], with_bot=False)
    hidden = world.slack.add_channel("hidden", [world.suzuki], private=True, with_bot=False)
    assert (await refused(world.bot.chat_postMessage(channel=other.id, text="x")))[
        "error"
    ] == "not_in_channel"
    for channel in (hidden.id, "C404", "#hidden"):
        answer = await refused(world.bot.chat_postMessage(channel=channel, text="x"))
        assert answer["error"] == "channel_not_found"


async def test_an_archived_channel_takes_nothing(world: World) -> None:
    posted = await world.bot.chat_postMessage(channel=world.general.id, text="x")
    await world.slack.archive(world.general)
    calls = [
        world.bot.chat_postMessage(channel=world.general.id, text="x"),
        world.bot.chat_postEphemeral(channel=world.general.id, user=world.suzuki.id, text="x"),
        world.bot.chat_update(channel=world.general.id, ts=posted["ts"], text="y"),
        world.bot.reactions_add(channel=world.general.id, timestamp=posted["ts"], name="memo"),
    ]
    assert [(await refused(call))["error"] for call in calls] == ["is_archived"] * 4


@pytest.mark.parametrize("metadata", ["[]", {"event_type": "x"}, {"event_payload": {}}])
async def test_metadata_needs_a_type_and_a_payload(world: World, metadata: object) -> None:
    call = world.bot.api_call(
        "chat.postMessage", json={"channel": world.general.id, "text": "x", "metadata": metadata}
    )
    assert (await refused(call))["error"] == "invalid_metadata_format"


async def test_an_ephemeral_is_seen_by_one_person_and_kept_nowhere(world: World) -> None:
    await world.bot.chat_postEphemeral(channel=world.general.id, user=world.suzuki.id, text="psst")
    assert [message.text for message in world.hand.sees(world.general)] == ["psst"]
    assert world.slack.hand(world.sato).sees(world.general) == []
    assert (await world.bot.conversations_history(channel=world.general.id))["messages"] == []


async def test_an_ephemeral_reaches_members_only(world: World) -> None:
    other = world.slack.add_channel("other", [world.sato])
    answer = await refused(world.bot.chat_postEphemeral(channel=other.id, user=world.suzuki.id, text="x"))
    assert answer["error"] == "user_not_in_channel"


async def test_an_update_changes_the_text_and_keeps_the_blocks(world: World) -> None:
    posted = await world.bot.chat_postMessage(
        channel=world.general.id, text="1", blocks=[{"type": "divider"}], metadata=METADATA
    )
    await world.bot.chat_update(channel=world.general.id, ts=posted["ts"], text="2")
    [message] = world.slack.messages(world.general)
    assert (message.text, len(message.blocks), message.metadata) == ("2", 1, METADATA)
    await world.bot.chat_update(channel=world.general.id, ts=posted["ts"], text="3", blocks=[])
    assert message.blocks == []
    assert message.edited is not None


async def test_updates_are_refused_as_slack_refuses_them(world: World) -> None:
    other = await world.hand.say(world.general, "mine")
    own = (await world.bot.chat_postMessage(channel=world.general.id, text="1"))["ts"]
    wanted = {
        "cant_update_message": {"ts": other.ts, "text": "x"},
        "message_not_found": {"ts": "1.000001", "text": "x"},
        "msg_too_long": {"ts": own, "text": "x" * 4001},
        "no_text": {"ts": own},
    }
    for error, arguments in wanted.items():
        call = world.bot.api_call("chat.update", json={"channel": world.general.id} | arguments)
        assert (await refused(call))["error"] == error


async def test_a_deleted_message_is_gone_and_others_cannot_be_deleted(world: World) -> None:
    other = await world.hand.say(world.general, "mine")
    own = (await world.bot.chat_postMessage(channel=world.general.id, text="1"))["ts"]
    await world.bot.chat_delete(channel=world.general.id, ts=own)
    assert world.slack.messages(world.general) == [other]
    for ts, error in ((own, "message_not_found"), (other.ts, "cant_delete_message")):
        answer = await refused(world.bot.chat_delete(channel=world.general.id, ts=ts))
        assert answer["error"] == error


async def test_a_deleted_parent_leaves_a_tombstone(world: World) -> None:
    parent = await world.hand.say(world.general, "secret words")
    await world.hand.say(world.general, "reply", thread_ts=parent.ts)
    await world.hand.delete(parent)
    assert (parent.subtype, parent.user) == ("tombstone", "USLACKBOT")
    assert "secret" not in parent.text


async def test_a_permalink_leads_to_the_page(world: World) -> None:
    parent = await world.hand.say(world.general, "parent")
    reply = await world.hand.say(world.general, "reply", thread_ts=parent.ts)
    answer = await world.bot.chat_getPermalink(channel=world.general.id, message_ts=reply.ts)
    link = str(answer["permalink"])
    stem = f"{world.slack.url}/archives/{world.general.id}/p{reply.ts.replace('.', '')}"
    assert link == f"{stem}?thread_ts={parent.ts}&cid={world.general.id}"
    place = f"channel={world.general.id}&ts={reply.ts}&thread_ts={parent.ts}"
    looking = {"Referer": f"{world.slack.url}/?as={world.sato.id}&channel=C404"}
    for headers, eyes in (({}, world.suzuki), (looking, world.sato)):
        assert await redirected(link, headers) == f"/?as={eyes.id}&{place}"


async def redirected(link: str, headers: dict[str, str]) -> str:
    async with (
        aiohttp.ClientSession() as session,
        session.get(link, headers=headers, allow_redirects=False) as response,
    ):
        assert response.status == 302
        return response.headers["Location"]


async def test_a_permalink_of_a_private_channel_is_opened_by_who_may_see_it(world: World) -> None:
    hidden = world.slack.add_channel("hidden", [world.sato], private=True)
    said = await world.slack.hand(world.sato).say(hidden, "secret")
    link = f"{world.slack.url}/archives/{hidden.id}/p{said.ts.replace('.', '')}"
    assert f"as={world.sato.id}&" in await redirected(link, {})


async def test_a_permalink_of_nothing_is_refused(world: World) -> None:
    answer = await refused(world.bot.chat_getPermalink(channel=world.general.id, message_ts="1.000001"))
    assert answer["error"] == "message_not_found"
