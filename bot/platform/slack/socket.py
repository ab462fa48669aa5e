"""The Socket Mode door."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.web.async_client import AsyncWebClient

from .app import App

PATIENCE_SECONDS = 3.0
"""Slack waits no longer for an acknowledgement, so neither need we."""


class Socket(AsyncSocketModeHandler):
    """Knows how many envelopes it has taken and not yet acknowledged."""

    def __init__(self, app: App, app_token: str, client: AsyncWebClient) -> None:
        super().__init__(app, app_token, web_client=client)
        self._in_hand = 0

    async def open(self) -> None:
        await self.connect_async()  # type: ignore[no-untyped-call]

    async def is_open(self) -> bool:
        return bool(await self.client.is_connected())

    async def close(self) -> None:
        """What has arrived is answered first: a closed socket takes no acknowledgement."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._emptied(), PATIENCE_SECONDS)
        await self.close_async()  # type: ignore[no-untyped-call]

    async def handle(self, client: Any, req: Any) -> None:
        self._in_hand += 1
        try:
            await super().handle(client, req)
        finally:
            self._in_hand -= 1

    async def _emptied(self) -> None:
        while self._in_hand or not self.client.message_queue.empty():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
