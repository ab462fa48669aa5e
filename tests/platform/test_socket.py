"""Socket Mode stays reachable: while connections are replaced, limited, or silent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.platform.slack import socket as socket_mode
from bot.platform.slack.app import App
from bot.platform.slack.socket import CONNECTIONS, Socket
from bot.platform.slack.visit import Visit
from bot.playground import LocalSlack
from tests.scenarios.process import until

MANIFEST = {
    "features": {
        "bot_user": {"display_name": "Bot"},
        "slash_commands": [{"command": "/hello", "description": "Hello"}],
    },
    "oauth_config": {"scopes": {"bot": ["commands", "chat:write"]}},
    "settings": {"socket_mode_enabled": True},
}
AUTH = {"team_id": "T1", "user_id": "U1"}


@asynccontextmanager
async def connected(api_url: str, app_token: str, heartbeat: float = 20) -> AsyncIterator[Socket]:
    """Not yet open."""
    app = App(api_url, "xoxb-1", AUTH)

    async def hello(ack: AsyncAck, _visit: Visit) -> None:
        await asyncio.sleep(0.05)
        await ack("hello")

    app.command("/hello")(hello)
    client = AsyncWebClient(base_url=api_url, retry_handlers=[])
    socket = Socket(app, app_token, client, heartbeat)
    yield socket
    await socket.close()


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    async with LocalSlack(MANIFEST) as running:
        yield running


async def say_hello(slack: LocalSlack) -> bool:
    person = slack.add_person("sato")
    return (await slack.hand(person).command(slack.add_channel("general", [person]), "/hello")).ok


async def test_two_connections_are_kept(slack: LocalSlack) -> None:
    async with connected(slack.api_url, slack.app_token) as socket:
        await socket.open()
        await until(lambda: slack.connections == CONNECTIONS)
        assert await say_hello(slack)
        await slack.disconnect()
        await until(lambda: slack.connections == CONNECTIONS)
        assert await say_hello(slack)
    assert slack.connections == 0


async def test_connections_are_replaced_without_a_gap(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket_mode, "LINGERING_SECONDS", 0.3)
    async with connected(slack.api_url, slack.app_token) as socket:
        await socket.open()
        await until(lambda: slack.connections == CONNECTIONS)
        await slack.disconnect("warning")
        answered = [await say_hello(slack) for _ in range(10)]
        await until(lambda: slack.connections == CONNECTIONS)
        opened = sum(call.method == "apps.connections.open" for call in slack.calls)
    assert (all(answered), opened) == (True, 2 * CONNECTIONS)


@pytest.mark.parametrize(("status", "pause"), [(429, 2), (409, 1), (500, 1)])
async def test_who_is_refused_waits_and_the_other_connection_with_them(
    slack: LocalSlack, status: int, pause: float
) -> None:
    slack.fail_next("apps.connections.open", status=status, retry_after=2)
    async with connected(slack.api_url, slack.app_token) as socket:
        await socket.open()
        await until(lambda: slack.connections == CONNECTIONS)
        assert await socket.is_open()
    first, second, *_ = [call.at for call in slack.calls]
    assert (second - first).total_seconds() >= pause
    assert len(slack.calls) == CONNECTIONS + 1


async def test_what_arrived_before_the_end_is_answered(slack: LocalSlack) -> None:
    async with connected(slack.api_url, slack.app_token) as socket:
        await socket.open()
        asked = asyncio.create_task(say_hello(slack))
        await until(lambda: bool(slack.deliveries))
        await asyncio.sleep(0.02)
    assert await asked


async def test_a_connection_that_never_answers_is_given_up_and_not_called_open() -> None:
    opened: list[datetime] = []

    async def link(request: web.Request) -> web.WebSocketResponse:
        """Greets, and then answers no ping."""
        connection = web.WebSocketResponse(autoping=False)
        await connection.prepare(request)
        await connection.send_json({"type": "hello"})
        opened.append(datetime.now(UTC))
        await asyncio.sleep(30)
        return connection

    async with answering(link) as api_url, connected(api_url, "xapp-1", 0.4) as socket:
        await socket.open()
        assert await socket.is_open()
        await until(lambda: len(opened) > CONNECTIONS)
        assert (opened[-1] - opened[0]).total_seconds() < 5


async def test_with_every_connection_silent_it_is_not_open() -> None:
    may_open = asyncio.Event()
    opened: list[Any] = []

    async def link(request: web.Request) -> web.WebSocketResponse:
        if len(opened) >= CONNECTIONS:
            await may_open.wait()
        connection = web.WebSocketResponse(autoping=False)
        await connection.prepare(request)
        await connection.send_json({"type": "hello"})
        opened.append(connection)
        await asyncio.sleep(30)
        return connection

    async with answering(link) as api_url, connected(api_url, "xapp-1", 0.4) as socket:
        await socket.open()
        await until(lambda: len(opened) == CONNECTIONS)

        async def is_red() -> bool:
            return not await socket.is_open()

        await until(is_red)
        may_open.set()
        await until(socket.is_open)


@asynccontextmanager
async def answering(link: Any) -> AsyncIterator[str]:
    """The address of a Web API whose connections are served so."""
    site = web.Application()
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=0.1)

    async def open_connection(_request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "url": f"ws://127.0.0.1:{port()}/link"})

    def port() -> int:
        return int(runner.addresses[0][1])

    site.router.add_post("/api/apps.connections.open", open_connection)
    site.router.add_get("/link", link)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{port()}/api/"
    await runner.cleanup()
