"""Answers by response URL: five within thirty minutes, wherever the interaction was."""

from typing import Any

import aiohttp
import pytest

from tests.playground.conftest import World
from tests.playground.sample_app import Json, actions, button


async def respond(url: str, **payload: Any) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.post(url, json=payload) as response:
        return response.status, await response.text()


async def url_of_a_command(world: World) -> str:
    await world.hand.command(world.general, "/plain x")
    return str(world.heard[-1]["response_url"])


async def test_an_answer_is_ephemeral_unless_it_says_otherwise(wired: World) -> None:
    url = await url_of_a_command(wired)
    assert await respond(url, text="only you") == (200, "ok")
    assert await respond(url, text="all", response_type="in_channel") == (200, "ok")
    assert wired.hand.ephemerals(wired.general)[-1].text == "only you"
    assert [message.text for message in wired.slack.messages(wired.general)] == ["all"]


async def test_it_serves_five_times(wired: World) -> None:
    url = await url_of_a_command(wired)
    answers = [await respond(url, text=str(number)) for number in range(6)]
    assert [status for status, _ in answers] == [200] * 5 + [404]
    assert "used_url" in answers[-1][1]


async def test_it_serves_thirty_minutes(wired: World) -> None:
    url = await url_of_a_command(wired)
    wired.clock.move(minutes=29)
    assert (await respond(url, text="still"))[0] == 200
    wired.clock.move(minutes=2)
    status, body = await respond(url, text="late")
    assert (status, "expired_url" in body) == (404, True)


async def test_an_invented_one_serves_nobody(wired: World) -> None:
    url = await url_of_a_command(wired)
    assert (await respond(url[:-4] + "0000", text="x"))[0] == 404


async def test_it_works_where_the_bot_is_no_member(wired: World) -> None:
    hidden = wired.slack.add_channel("hidden", [wired.suzuki], private=True, with_bot=False)
    assert (await wired.hand.command(hidden, "/plain x")).ok
    assert (await respond(wired.heard[-1]["response_url"], text="here"))[0] == 200
    assert [message.text for message in wired.hand.ephemerals(hidden)] == ["x", "here"]


@pytest.mark.parametrize(
    ("payload", "error"),
    [
        ({}, "no_text"),
        ({"blocks": [{"type": "fancy"}]}, "invalid_blocks"),
        ({"text": "x", "replace_original": True}, "message_not_found"),
    ],
)
async def test_nonsense_is_refused(wired: World, payload: Json, error: str) -> None:
    status, body = await respond(await url_of_a_command(wired), **payload)
    assert (status, error in body) == (400, True)
    assert len(wired.hand.ephemerals(wired.general)) == 1


async def pressed(world: World) -> str:
    blocks = [actions(button("choose"))]
    await world.bot.chat_postMessage(channel=world.general.id, text="question", blocks=blocks)
    await world.slack.settled()
    await world.hand.press(world.slack.messages(world.general)[-1], "choose")
    return str(world.heard[-1]["response_url"])


async def test_the_original_is_replaced(wired: World) -> None:
    assert (await respond(await pressed(wired), text="answered", replace_original=True))[0] == 200
    [message] = wired.slack.messages(wired.general)
    assert (message.text, message.blocks) == ("answered", [])


async def test_the_original_is_deleted_and_then_not_found(wired: World) -> None:
    url = await pressed(wired)
    assert (await respond(url, delete_original=True))[0] == 200
    assert wired.slack.messages(wired.general) == []
    assert "message_not_found" in (await respond(url, text="x", replace_original=True))[1]


async def test_a_persons_own_message_is_not_replaced_from_a_shortcut(wired: World) -> None:
    message = await wired.hand.say(wired.general, "mine")
    await wired.slack.settled()
    await wired.hand.shortcut("order_this", message)
    assert (await respond(wired.heard[-1]["response_url"], text="x", replace_original=True))[0] == 400
    assert message.text == "mine"
