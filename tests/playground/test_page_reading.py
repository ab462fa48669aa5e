"""What is new to a person on the page, and what changed since they last asked."""

from tests.playground.conftest import World
from tests.playground.sample_app import Json
from tests.playground.test_pages import get, post


async def asked(world: World, since: int = 0) -> Json:
    query = {"as": world.suzuki.id, "channel": world.general.id, "since": str(since)}
    return await get(world, "messages", **query)


async def news(world: World) -> tuple[int, int]:
    """Unread messages of #general and mentions among them, to Suzuki."""
    channels = (await get(world, "state", **{"as": world.suzuki.id}))["channels"]
    [general] = [each for each in channels if each["id"] == world.general.id]
    return general["unread"], general["mentions"]


async def test_only_what_changed_since_is_told_again(world: World) -> None:
    sato = world.slack.hand(world.sato)
    first, second = await sato.say(world.general, "one"), await sato.say(world.general, "two")
    before = await asked(world)
    assert [each["text"] for each in before["messages"]] == ["one", "two"]

    await sato.say(world.general, "reply", thread_ts=first.ts)
    await sato.edit(second, "three")
    after = await asked(world, before["revision"])
    assert {each["text"] for each in after["messages"]} == {"one", "reply", "three"}
    assert (await asked(world, after["revision"]))["messages"] == []


async def test_what_is_erased_is_named(world: World) -> None:
    message = await world.hand.say(world.general, "oops")
    before = await asked(world)

    await post(world, "delete", channel=world.general.id, ts=message.ts)

    after = await asked(world, before["revision"])
    assert (after["messages"], after["gone"]) == ([], [message.ts])


async def test_what_others_say_is_unread_until_it_is_marked(world: World) -> None:
    sato = world.slack.hand(world.sato)
    await world.hand.say(world.general, "my own")
    parent = await sato.say(world.general, "hello")
    last = await sato.say(world.general, "and @suzuki please")
    await sato.say(world.general, "in the thread", thread_ts=parent.ts)
    assert await news(world) == (2, 1)

    await post(world, "mark", channel=world.general.id, ts=last.ts)

    assert await news(world) == (0, 0)


async def test_an_edit_is_of_ones_own_words_only(world: World) -> None:
    mine = await world.hand.say(world.general, "first")
    place = {"channel": world.general.id, "ts": mine.ts}

    assert (await post(world, "edit", **place, text="second @sato"))["ok"]
    assert mine.text == f"second <@{world.sato.id}>"
    refused = await post(world, "edit", as_=world.sato.id, **place, text="third")
    assert refused["error"] == "cant_update_message"


async def test_opening_the_app_s_home_tells_the_app_and_shows_what_it_published(wired: World) -> None:
    home: Json = {"type": "home", "blocks": [{"type": "divider"}]}
    await wired.bot.views_publish(user_id=wired.suzuki.id, view=home)

    opened = await post(wired, "home", tab="home")
    await wired.slack.settled()

    [event] = wired.events("app_home_opened")
    assert (event["tab"], event["channel"]) == ("home", opened["channel"])
    state = await get(wired, "state", **{"as": wired.suzuki.id})
    assert state["home"]["blocks"][0]["type"] == "divider"
    assert state["app"] == {"id": wired.slack.bot_user_id, "name": "Lunch", "home_tab": False}
    closing = await post(wired, "close", view_id=state["home"]["id"])
    assert closing == {"ok": False, "error": "not_found"}
