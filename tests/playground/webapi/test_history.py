"""Reading what was said."""

from tests.playground.conftest import World, refused

METADATA = {"event_type": "order", "event_payload": {"id": 7}}


async def test_history_is_newest_first_without_the_replies(world: World) -> None:
    parent = await world.hand.say(world.general, "parent")
    await world.hand.say(world.general, "reply", thread_ts=parent.ts)
    await world.hand.say(world.general, "next")
    [newest, oldest] = (await world.bot.conversations_history(channel=world.general.id))["messages"]
    assert (newest["text"], oldest["text"]) == ("next", "parent")
    assert (oldest["reply_count"], oldest["thread_ts"]) == (1, parent.ts)


async def test_history_comes_in_pages(world: World) -> None:
    for number in range(5):
        await world.hand.say(world.general, str(number))
    texts = [
        ([message["text"] for message in page["messages"]], page["has_more"])
        async for page in await world.bot.conversations_history(channel=world.general.id, limit=2)
    ]
    assert texts == [(["4", "3"], True), (["2", "1"], True), (["0"], False)]


async def test_oldest_and_latest_count_only_when_inclusive(world: World) -> None:
    first, middle, last = [await world.hand.say(world.general, text) for text in "abc"]

    async def texts(**span: object) -> str:
        answer = await world.bot.conversations_history(channel=world.general.id, **span)  # type: ignore[arg-type]
        return "".join(message["text"] for message in answer["messages"])

    assert await texts(oldest=first.ts) == "cb"
    assert await texts(oldest=first.ts, latest=last.ts) == "b"
    assert await texts(oldest=first.ts, latest=last.ts, inclusive=True) == "cba"
    assert await texts(oldest=middle.ts, latest=middle.ts, inclusive=True, limit=1) == "b"


async def test_metadata_comes_only_when_asked_for(world: World) -> None:
    await world.bot.chat_postMessage(channel=world.general.id, text="x", metadata=METADATA)
    without = await world.bot.conversations_history(channel=world.general.id)
    having = await world.bot.conversations_history(channel=world.general.id, include_all_metadata=True)
    assert "metadata" not in without["messages"][0]
    assert having["messages"][0]["metadata"] == METADATA


async def test_a_thread_is_read_from_its_parent_on(world: World) -> None:
    parent = await world.hand.say(world.general, "parent")
    for number in range(3):
        await world.hand.say(world.general, str(number), thread_ts=parent.ts)
    replies = world.bot.conversations_replies
    whole = await replies(channel=world.general.id, ts=parent.ts)
    assert [message["text"] for message in whole["messages"]] == ["parent", "0", "1", "2"]
    first = await replies(channel=world.general.id, ts=parent.ts, limit=2)
    assert (len(first["messages"]), first["has_more"]) == (2, True)


async def test_a_thread_that_is_not_there_is_refused(world: World) -> None:
    answer = await refused(world.bot.conversations_replies(channel=world.general.id, ts="1.000001"))
    assert answer["error"] == "thread_not_found"


async def test_where_the_bot_is_not_it_reads_nothing(world: World) -> None:
    other = world.slack.add_channel("other", with_bot=False)
    answer = await refused(world.bot.conversations_history(channel=other.id))
    assert answer["error"] == "not_in_channel"


async def test_malformed_instants_are_refused(world: World) -> None:
    answer = await refused(world.bot.conversations_history(channel=world.general.id, oldest="yesterday"))
    assert answer["error"] == "invalid_ts_oldest"
