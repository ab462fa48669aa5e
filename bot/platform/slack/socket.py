"""The Socket Mode door: two connections, so that one is there while the other is replaced.

The SDK's client closes a connection before it opens the next, and believes in one that never answers.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from .. import logs
from ..outbox.outcomes import retry_after
from .app import App
from .link import HEARTBEAT, Link

CONNECTIONS = 2
PATIENCE_SECONDS = 3.0
"""Slack waits no longer for an acknowledgement, so neither need we."""
LINGERING_SECONDS = 10.0
"""A connection that Slack wants to end is listened to for so long, beside the one in its place."""
CONNECTING_SECONDS = 10.0
PAUSES = (1, 2, 5, 10, 20, 30)
"""Seconds after the first attempt that failed, the second, and so on; the last one repeats."""
TROUBLES = (SlackApiError, aiohttp.ClientError, ConnectionError, TimeoutError, OSError)

_log = logs.logger(__name__)


class Socket:
    """Knows how many envelopes it has taken and not yet acknowledged."""

    def __init__(
        self, app: App, app_token: str, client: AsyncWebClient, heartbeat: float = HEARTBEAT
    ) -> None:
        """`heartbeat` as in `link`, in seconds."""
        self._app = app
        self._app_token = app_token
        self._client = client
        self._heartbeat = heartbeat
        self._links: set[Link] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._keepers: list[asyncio.Task[None]] = []
        self._first = asyncio.Event()
        self._opening = asyncio.Lock()
        self._failures = 0
        self._in_hand = 0
        self._closing = False
        self._session: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        """Returns when requests can come in."""
        self._session = aiohttp.ClientSession(trust_env=True)
        self._keepers = [asyncio.create_task(self._keep()) for _ in range(CONNECTIONS)]
        await self._first.wait()

    async def is_open(self) -> bool:
        return any(link.is_open for link in self._links)

    async def close(self) -> None:
        """Nothing more is taken, and what was is answered: a closed socket takes no acknowledgement."""
        self._closing = True
        for keeper in self._keepers:
            keeper.cancel()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._emptied(), PATIENCE_SECONDS)
        for link in list(self._links):
            await link.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._keepers, *self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _keep(self) -> None:
        """One connection after the other: the next is open before the last one ends."""
        while True:
            link = await self._opened()
            self._first.set()
            await link.leaving.wait()
            if link.is_open:
                self._start(self._retired(link))

    async def _retired(self, link: Link) -> None:
        await asyncio.sleep(LINGERING_SECONDS)
        await link.close()

    async def _opened(self) -> Link:
        """One back-off for all connections: who is refused makes the others wait as well."""
        async with self._opening:
            while True:
                try:
                    async with asyncio.timeout(CONNECTING_SECONDS):
                        link = await self._connected()
                except TROUBLES as error:
                    pause = _pause(error, self._failures)
                    self._failures += 1
                    _log.warning("not connected", problem=f"{type(error).__name__}: {error}", pause=pause)
                    await asyncio.sleep(pause)
                else:
                    self._failures = 0
                    return link

    async def _connected(self) -> Link:
        assert self._session is not None
        answer = await self._client.apps_connections_open(app_token=self._app_token)
        connection = await self._session.ws_connect(str(answer["url"]), heartbeat=self._heartbeat)
        link = Link(connection, self._take)
        await link.greeted()
        self._links.add(link)
        self._start(self._listen(link))
        return link

    async def _listen(self, link: Link) -> None:
        try:
            await link.listen()
        finally:
            self._links.discard(link)

    def _take(self, link: Link, request: SocketModeRequest) -> None:
        if not self._closing:
            self._in_hand += 1
            self._start(self._answered(link, request))

    async def _answered(self, link: Link, request: SocketModeRequest) -> None:
        """Where its connection has gone meanwhile, over another: the envelope has its own id."""
        try:
            response = await run_async_bolt_app(self._app, request)
            for each in [link, *(self._links - {link})]:
                with contextlib.suppress(ConnectionError, aiohttp.ClientError):
                    await send_async_response(each, request, response, 0.0)  # type: ignore[arg-type]
                    return
        finally:
            self._in_hand -= 1

    async def _emptied(self) -> None:
        while self._in_hand:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _pause(error: BaseException, failures: int) -> float:
    """Seconds; as long as Slack says where it does, but never less than what our own failures ask for."""
    ours = timedelta(seconds=PAUSES[min(failures, len(PAUSES) - 1)])
    headers = getattr(getattr(error, "response", error), "headers", None) or {}
    return max(ours, retry_after(headers) or ours).total_seconds()
