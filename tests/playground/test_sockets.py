"""Socket Mode as it looks on the wire."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.sockets import SocketMode
from tests.playground.conftest import World, connected, over_socket, refused
from tests.playground.sample_app import Json, build_app

Socket = aiohttp.ClientWebSocketResponse


async def address(world: World) -> str:
    client = AsyncWebClient(world.slack.app_token, base_url=world.slack.api_url)
    return str((await client.apps_connections_open(app_token=world.slack.app_token))["url"])


@asynccontextmanager
async def socket(world: World) -> AsyncIterator[Socket]:
    async with aiohttp.ClientSession() as session, session.ws_connect(await address(world)) as opened:
        assert (await opened.receive_json(timeout=2))["type"] == "hello"
        yield opened


async def acknowledge(opened: Socket, **payload: Any) -> Json:
    """Takes the next envelope and answers it."""
    envelope: Json = await opened.receive_json(timeout=2)
    await opened.send_json({"envelope_id": envelope["envelope_id"]} | payload)
    return envelope


async def test_a_connection_begins_with_hello(world: World) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(await address(world)) as opened:
        hello = await opened.receive_json(timeout=2)
    assert hello["num_connections"] == 1
    assert hello["connection_info"]["app_id"].startswith("A")


async def test_an_address_serves_once(world: World) -> None:
    url = await address(world)
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(url):
            pass
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_a_command_accepts_an_answer_and_a_button_does_not(world: World) -> None:
    async with socket(world) as opened:
        command = asyncio.create_task(world.hand.command(world.general, "/lunch soup"))
        envelope = await acknowledge(opened, payload={"text": "ok"})
        assert (await command).acknowledgement == {"text": "ok"}
        shortcut = asyncio.create_task(world.hand.global_shortcut("order_any"))
        other = await acknowledge(opened)
        assert (await shortcut).ok
    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
    assert (other["type"], other["accepts_response_payload"]) == ("interactive", False)


async def test_what_will_not_be_answered_can_be_given_up(world: World) -> None:
    async with socket(world) as opened:
        command = asyncio.create_task(world.hand.command(world.general, "/lunch soup"))
        await opened.receive_json(timeout=2)
        transport = world.slack.core.deliveries.transport
        assert isinstance(transport, SocketMode)
        transport.give_up()
        assert (await command).error == "dispatch_failed"


async def test_without_a_connection_a_command_fails_at_once(world: World) -> None:
    assert world.slack.connections == 0
    outcome = await world.hand.command(world.general, "/lunch soup")
    assert outcome.error == "dispatch_failed"
    assert outcome.milliseconds < 1000


async def test_an_unanswered_command_times_out_and_is_not_sent_again(world: World) -> None:
    world.slack.core.deliveries.patience = 0.1
    async with socket(world) as opened:
        outcome = await world.hand.command(world.general, "/lunch soup")
        assert outcome.error == "dispatch_failed"
        await opened.receive_json(timeout=1)
        with pytest.raises(TimeoutError):
            await opened.receive_json(timeout=0.2)


async def test_an_unanswered_event_is_sent_again_with_the_reason(world: World) -> None:
    world.slack.core.deliveries.patience = 0.1
    world.slack.core.deliveries.retry_waits = (0.0, 0.05)
    async with socket(world) as opened:
        await world.hand.say(world.general, "hello")
        first = await opened.receive_json(timeout=2)
        second = await opened.receive_json(timeout=2)
        third = await acknowledge(opened)
        await world.slack.settled()
    assert len({each["envelope_id"] for each in (first, second, third)}) == 3
    assert len({each["payload"]["event_id"] for each in (first, second, third)}) == 1
    assert [each["retry_attempt"] for each in (first, second, third)] == [0, 1, 2]
    assert [each["retry_reason"] for each in (first, second, third)] == ["", "timeout", "timeout"]
    assert [each.ok for each in world.slack.deliveries] == [False, False, True]


async def test_after_the_last_retry_an_event_is_given_up(world: World) -> None:
    world.slack.core.deliveries.patience = 0.05
    world.slack.core.deliveries.retry_waits = (0.0, 0.0, 0.0)
    async with socket(world):
        await world.hand.say(world.general, "hello")
        await world.slack.settled()
    assert [each.error for each in world.slack.deliveries] == ["dispatch_failed"] * 4


async def test_events_without_a_connection_are_kept_for_the_next(world: World) -> None:
    await world.hand.say(world.general, "early")
    async with socket(world) as opened:
        envelope = await acknowledge(opened)
    assert envelope["payload"]["event"]["text"] == "early"


async def test_an_event_can_be_delivered_again(wired: World) -> None:
    await wired.hand.say(wired.general, "once")
    await wired.slack.settled()
    event_id = wired.slack.deliveries[0].payload["event_id"]
    again = await wired.slack.redeliver(event_id)
    assert (again.ok, again.retry_num) == (True, 1)
    assert [body["event_id"] for body in wired.heard] == [event_id] * 2
    with pytest.raises(LookupError):
        await wired.slack.redeliver("Ev404")


async def test_connections_are_served_in_turn(world: World) -> None:
    async with socket(world) as one, socket(world) as other:
        assert world.slack.connections == 2
        for name in ("first", "second"):
            await world.hand.say(world.general, name)
        envelopes = [await acknowledge(opened) for opened in (one, other)]
        await world.slack.settled()
    assert {each["payload"]["event"]["text"] for each in envelopes} == {"first", "second"}


async def test_the_eleventh_connection_is_sent_away(world: World) -> None:
    async with aiohttp.ClientSession() as session:
        opened = [await session.ws_connect(await address(world)) for _ in range(11)]
        first = [await each.receive_json(timeout=2) for each in opened]
        for each in opened:
            await each.close()
    assert [each["type"] for each in first] == ["hello"] * 10 + ["disconnect"]
    assert first[-1]["reason"] == "too_many_websockets"


async def test_disconnect_gives_its_reason_and_closes(world: World) -> None:
    async with socket(world) as opened:
        await world.slack.disconnect("warning")
        assert (await opened.receive_json(timeout=2))["reason"] == "warning"
        assert not opened.closed
        await world.slack.disconnect()
        goodbye = await opened.receive_json(timeout=2)
        assert (goodbye["type"], goodbye["reason"]) == ("disconnect", "refresh_requested")
        assert (await opened.receive(timeout=2)).type is aiohttp.WSMsgType.CLOSE


async def test_a_bolt_app_comes_back_after_a_disconnect(wired: World) -> None:
    await wired.slack.disconnect()
    await wired.slack.connected(5)
    assert (await wired.hand.command(wired.general, "/lunch soup")).ok


async def test_two_apps_share_the_work(clock: Any) -> None:
    async with over_socket(clock) as world:
        second: list[Json] = []
        async with connected(world.slack, build_app(world.slack, second)):
            for _ in range(4):
                await world.hand.command(world.general, "/lunch soup")
    assert (len(world.heard), len(second)) == (2, 2)


async def test_over_http_there_are_no_sockets_to_open(hosted: World) -> None:
    client = AsyncWebClient(hosted.slack.app_token, base_url=hosted.slack.api_url)
    answer = await refused(client.apps_connections_open(app_token=hosted.slack.app_token))
    assert answer["error"] == "socket_mode_not_enabled"
