"""One connection of Socket Mode. https://docs.slack.dev/apis/events-api/using-socket-mode"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

import aiohttp
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

HEARTBEAT = 20.0
"""Seconds of silence until we ask; half as long again without a pong, and the connection is given up."""
HELLO_SECONDS = 10.0

Take = Callable[["Link", SocketModeRequest], None]


class Link:
    """`leaving` is set as soon as the next one should be opened: Slack asked for it, or this one is closed.

    Until it is closed it goes on taking requests.
    """

    logger = logging.getLogger("slack_bolt")

    def __init__(self, connection: aiohttp.ClientWebSocketResponse, take: Take) -> None:
        self.leaving = asyncio.Event()
        self._connection = connection
        self._take = take

    @property
    def is_open(self) -> bool:
        return not self._connection.closed

    async def greeted(self) -> None:
        """Raises ConnectionError when Slack does not want us, such as with too many connections open."""
        said = await self._connection.receive(HELLO_SECONDS)
        found = json.loads(said.data) if said.type is aiohttp.WSMsgType.TEXT else {}
        if found.get("type") != "hello":
            await self.close()
            raise ConnectionError(str(found.get("reason") or said.type.name))

    async def listen(self) -> None:
        """Until it is closed by either side, or nothing is heard any more."""
        try:
            async for said in self._connection:
                if said.type is aiohttp.WSMsgType.TEXT:
                    self._hear(json.loads(said.data))
        finally:
            self.leaving.set()
            await self.close()

    async def send_socket_mode_response(self, response: SocketModeResponse) -> None:
        """Raises ConnectionError or aiohttp.ClientError when it is closed."""
        await self._connection.send_str(json.dumps(response.to_dict()))

    async def close(self) -> None:
        await self._connection.close()

    def _hear(self, said: dict[str, Any]) -> None:
        if said.get("type") == "disconnect":
            self.leaving.set()
        elif request := SocketModeRequest.from_dict(said):
            self._take(self, request)
