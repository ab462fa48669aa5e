"""Answers that Slack takes only after the acknowledgement: through the response_url, or on top of a form.

They are ephemeral and never the only copy of anything, so they are sent once and kept nowhere.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from .. import logs

_log = logs.logger(__name__)


class Answers:
    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()

    def send(self, response_url: str, payload: dict[str, Any]) -> None:
        """Soon, without holding up the acknowledgement."""
        self._start(_send(response_url, payload))

    def show(self, client: AsyncWebClient, body: dict[str, Any], view: dict[str, Any]) -> None:
        """The same as a form, on top of the one that is open."""
        showing = client.views_push if body.get("view") else client.views_open
        self._start(_show(showing(trigger_id=body["trigger_id"], view=view)))

    def follow(self, work: Coroutine[Any, Any, None]) -> None:
        """What goes on after the acknowledgement, such as filling a form that is open."""
        self._start(_followed(work))

    def _start(self, sending: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(sending)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def settled(self) -> None:
        """When everything under way has been sent, or has failed and was logged."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    def abandon(self) -> None:
        for task in self._under_way:
            task.cancel()


async def _followed(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception as error:
        _log.warning("form not filled", problem=type(error).__name__, exc_info=error)


async def _show(showing: Coroutine[Any, Any, object]) -> None:
    try:
        await showing
    except Exception as error:
        _log.warning("notice not shown", problem=type(error).__name__)


async def _send(response_url: str, payload: dict[str, Any]) -> None:
    client = AsyncWebhookClient(response_url, retry_handlers=[], timeout=10)
    try:
        response = await client.send_dict(payload)
    except Exception as error:
        _log.warning("answer not sent", problem=type(error).__name__)
        return
    if response.status_code != 200:
        _log.warning("answer refused", status=response.status_code, problem=response.body[:100])
