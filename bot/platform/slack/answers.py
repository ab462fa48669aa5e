"""Answers that Slack takes only after the acknowledgement: through the response_url.

They are ephemeral and never the only copy of anything, so they are sent once and kept nowhere.
"""

from __future__ import annotations

import asyncio
from typing import Any

from slack_sdk.webhook.async_client import AsyncWebhookClient

from .. import logs

_log = logs.logger(__name__)


class Answers:
    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()

    def send(self, response_url: str, payload: dict[str, Any]) -> None:
        """Soon, without holding up the acknowledgement."""
        task = asyncio.create_task(_send(response_url, payload))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def settled(self) -> None:
        """When everything under way has been sent, or has failed and was logged."""
        await asyncio.gather(*self._under_way)


async def _send(response_url: str, payload: dict[str, Any]) -> None:
    client = AsyncWebhookClient(response_url, retry_handlers=[], timeout=10)
    try:
        response = await client.send_dict(payload)
    except Exception as error:
        _log.warning("answer not sent", problem=type(error).__name__)
        return
    if response.status_code != 200:
        _log.warning("answer refused", status=response.status_code, problem=response.body[:100])
