"""The page's JSON: what one person sees and does, live, and only for this machine's own page."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from yarl import URL

from tests.playground.conftest import World
from tests.playground.sample_app import Json, actions, button, form, plain


async def get(world: World, path: str, **query: str) -> Json:
    async with aiohttp.ClientSession() as session:
        return await read(session, world, path, query)


async def read(session: aiohttp.ClientSession, world: World, path: str, query: dict[str, str]) -> Json:
    async with session.get(f"{world.slack.url}/page/{path}", params=query) as response:
        answer: Json = await response.json()
    return answer


async def post(world: World, path: str, **body: Any) -> Json:
    """As Suzuki unless `as_` says otherwise."""
    body["as"] = body.pop("as_", world.suzuki.id)
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{world.slack.url}/page/{path}", json=body) as response,
    ):
        answer: Json = await response.json()
    return answer


async def test_the_state_is_what_this_person_may_see(world: World) -> None:
    world.slack.add_channel("hidden", [world.sato], private=True)
    state = await get(world, "state", **{"as": world.suzuki.id})
    assert state["me"]["id"] == world.suzuki.id
    assert [channel["name"] for channel in state["channels"]] == ["general"]
    assert state["channels"][0] == {
        "id": world.general.id,
        "name": "general",
        "kind": "public",
        "members": world.general.members,
        "archived": False,
        "is_member": True,
        "unread": 0,
        "mentions": 0,
        "read_until": world.slack.core.reads.until(world.suzuki, world.general),
    }
    assert {person["name"]: person["is_bot"] for person in state["people"]} == {
        "slackbot": True,
        "lunch": True,
        "suzuki": False,
        "sato": False,
    }
    assert (state["view"], state["connected"], state["team"]) == (None, False, {"name": "Local"})
    assert state["commands"][0]["usage_hint"] == "WHAT"
    assert [shortcut["type"] for shortcut in state["shortcuts"]] == ["message", "global"]


async def test_without_a_name_it_is_the_first_person(world: World) -> None:
    assert (await get(world, "state"))["me"]["id"] == world.suzuki.id


async def test_the_state_says_whether_the_app_is_there(wired: World) -> None:
    assert (await get(wired, "state"))["connected"]


async def test_messages_come_with_threads_reactions_and_ones_own_ephemerals(world: World) -> None:
    parent = await world.hand.say(world.general, "parent")
    await world.hand.say(world.general, "reply", thread_ts=parent.ts)
    await world.hand.react(parent, "memo")
    await world.bot.chat_postEphemeral(channel=world.general.id, user=world.suzuki.id, text="psst")
    mine = (await get(world, "messages", **{"as": world.suzuki.id, "channel": world.general.id}))["messages"]
    other = (await get(world, "messages", **{"as": world.sato.id, "channel": world.general.id}))["messages"]
    assert [message["text"] for message in mine] == ["parent", "reply", "psst"]
    assert [message["ephemeral"] for message in mine] == [False, False, True]
    assert (mine[0]["reply_count"], mine[0]["reactions"][0]["users"]) == (1, [world.suzuki.id])
    assert len(other) == 2


async def test_private_messages_stay_private(world: World) -> None:
    hidden = world.slack.add_channel("hidden", [world.sato], private=True)
    await world.slack.hand(world.sato).say(hidden, "secret")
    asked = {"as": world.suzuki.id, "channel": hidden.id}
    assert (await get(world, "messages", **asked))["messages"] == []


async def test_what_people_do_on_the_page_happens(world: World) -> None:
    said = await post(world, "say", channel=world.general.id, text="hello @sato")
    [message] = world.slack.messages(world.general)
    assert (said["ok"], message.text) == (True, f"hello <@{world.sato.id}>")
    await post(world, "say", channel=world.general.id, text="reply", thread_ts=message.ts)
    assert world.slack.messages(world.general)[1].thread_ts == message.ts
    for reacted in ({"memo": [world.suzuki.id]}, {}):
        assert (await post(world, "react", channel=world.general.id, ts=message.ts, name="memo"))["ok"]
        assert message.reactions == reacted
    said_there = {"channel": world.general.id, "ts": message.ts}
    assert (await post(world, "edit", **said_there, text="goodbye @sato"))["ok"]
    assert message.text == f"goodbye <@{world.sato.id}>"
    refused = await post(world, "edit", **said_there, text="x", as_=world.sato.id)
    assert refused["error"] == "cant_update_message"
    assert (await post(world, "delete", **said_there))["ok"]
    assert message.subtype == "tombstone"
    other = world.slack.add_channel("other")
    await post(world, "join", channel=other.id)
    await post(world, "invite", channel=other.id, user=world.sato.id)
    await post(world, "leave", channel=other.id)
    assert other.members == [world.slack.bot_user_id, world.sato.id]


async def test_refusals_are_answers(world: World) -> None:
    other = world.slack.add_channel("other", [world.sato], private=True)
    assert await post(world, "say", channel=other.id, text="x") == {"ok": False, "error": "channel_not_found"}
    reacted = await post(world, "react", channel=world.general.id, ts="1.1", name="x")
    assert reacted["error"] == "message_not_found"
    assert (await post(world, "say", as_="U404", channel=other.id, text="x"))["error"] == "user_not_found"
    assert (await post(world, "command", channel=world.general.id, text="/foo"))["ok"] is False


async def test_a_command_a_button_and_shortcuts_reach_the_app(wired: World) -> None:
    assert await post(wired, "command", channel=wired.general.id, text="/lunch soup") == {"ok": True}
    [shown] = wired.hand.ephemerals(wired.general)
    pressed = {"block_id": "actions", "action_id": "more", "type": "button", "value": "1"}
    assert (await post(wired, "press", channel=wired.general.id, ts=shown.ts, **pressed))["ok"]
    assert wired.hand.ephemerals(wired.general)[0].text == "One more"
    assert (await post(wired, "shortcut", callback_id="order_any"))["ok"]
    message = await wired.hand.say(wired.general, "x")
    on_message = {"channel": wired.general.id, "ts": message.ts}
    assert (await post(wired, "shortcut", callback_id="order_this", **on_message))["ok"]


async def test_a_menu_reaches_the_app_with_the_choice(wired: World) -> None:
    option = {"text": plain("Big"), "value": "b"}
    menu = {"type": "static_select", "action_id": "choose", "options": [option]}
    await wired.bot.chat_postMessage(
        channel=wired.general.id, text="?", blocks=[actions(menu, button("more"))]
    )
    await wired.slack.settled()
    where = {"channel": wired.general.id, "ts": wired.slack.messages(wired.general)[0].ts}
    chosen = {"block_id": "actions", "action_id": "choose", "selected_option": option}
    assert (await post(wired, "press", **where, **chosen))["ok"]
    assert wired.heard[-1]["actions"][0]["selected_option"] == option


def dish(value: str | None) -> Json:
    return {"dish": {"text": {"type": "plain_text_input", "value": value}}}


async def test_a_form_is_filled_and_submitted(wired: World) -> None:
    await post(wired, "command", channel=wired.general.id, text="/lunch")
    view = (await get(wired, "state"))["view"]
    failed = await post(wired, "submit", view_id=view["id"], values=dish("stone"))
    assert failed == {"ok": False, "errors": {"dish": "Too hard"}}
    empty = await post(wired, "submit", view_id=view["id"], values=dish(None))
    assert list(empty["errors"]) == ["dish"]
    assert await post(wired, "submit", view_id=view["id"], values=dish("ramen")) == {"ok": True}
    assert (await get(wired, "state"))["view"] is None


async def test_what_stands_in_a_form_comes_along_with_a_press(wired: World) -> None:
    await post(wired, "command", channel=wired.general.id, text="/lunch")
    assert wired.hand.view is not None
    blocks = [*form()["blocks"], actions(button("choose"))]
    await wired.bot.views_update(view_id=wired.hand.view["id"], view=form(blocks=blocks))
    pressed = {"view_id": wired.hand.view["id"], "block_id": "actions", "action_id": "choose", "value": "1"}
    assert (await post(wired, "press", **pressed, values=dish("half")))["ok"]
    body = wired.heard[-1]
    assert body["view"]["state"]["values"]["dish"]["text"]["value"] == "half"
    assert body["container"] == {"type": "view", "view_id": wired.hand.view["id"]}


async def test_a_form_is_closed_and_others_have_no_hand_in_it(wired: World) -> None:
    await post(wired, "command", channel=wired.general.id, text="/lunch")
    view = (await get(wired, "state"))["view"]
    assert (await post(wired, "close", as_=wired.sato.id, view_id=view["id"]))["error"] == "not_found"
    assert await post(wired, "close", view_id=view["id"]) == {"ok": True}
    assert (await post(wired, "close", view_id=view["id"]))["error"] == "not_found"


@asynccontextmanager
async def listening(world: World, person: str) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{world.slack.url}/page/live", params={"as": person}) as socket,
    ):
        yield socket


async def next_change(socket: aiohttp.ClientWebSocketResponse) -> Json:
    """What the app calls is told too, and passed over here."""
    change: Json = await asyncio.wait_for(socket.receive_json(), 10)
    return await next_change(socket) if change["type"] == "wire" else change


async def test_changes_are_told_live_to_those_who_may_see_them(world: World) -> None:
    hidden = world.slack.add_channel("hidden", [world.sato], private=True)
    async with listening(world, world.suzuki.id) as mine, listening(world, world.sato.id) as other:
        await world.slack.hand(world.sato).say(hidden, "secret")
        await world.hand.say(world.general, "hello")
        await world.bot.views_open(trigger_id=world.slack.core.triggers.make(world.suzuki.id), view=form())
        assert await next_change(mine) == {"type": "messages", "channel": world.general.id}
        assert (await next_change(mine))["type"] == "view"
        assert (await next_change(other))["channel"] == hidden.id
        assert (await next_change(other))["channel"] == world.general.id
        await world.slack.rename(world.general, "renamed")
        assert [await next_change(each) for each in (mine, other)] == [{"type": "state"}] * 2


async def test_the_page_and_its_files_are_served_and_nothing_else(world: World) -> None:
    async with aiohttp.ClientSession() as session:

        async def status(path: str) -> int:
            async with session.get(URL(f"{world.slack.url}{path}", encoded=True)) as response:
                return response.status

        assert await status("/") == 200
        assert await status("/page-files/index.html") == 200
        for path in ("nothing.js", "..%2Fpages.py", "%2E%2E/pages.py", "../pages.py", "..", "/etc/passwd"):
            assert await status(f"/page-files/{path}") == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:1"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_only_this_machines_own_page_is_answered(
    world: World, headers: dict[str, str], status: int
) -> None:
    async with aiohttp.ClientSession(headers=headers) as session:
        for path in ("/", "/page/state", f"/page/messages?channel={world.general.id}"):
            async with session.get(world.slack.url + path) as response:
                assert response.status == status
        body = {"as": world.suzuki.id, "channel": world.general.id, "text": "x"}
        async with session.post(f"{world.slack.url}/page/say", json=body) as response:
            assert response.status == status
    assert len(world.slack.messages(world.general)) == (status == 200)
