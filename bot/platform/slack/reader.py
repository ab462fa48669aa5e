"""Reading from Slack, page by page, at the pace Slack allows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from .. import logs
from ..outbox.outcomes import retry_after
from .messages import Chosen, Thread, of_message, of_people
from .writable import make_writable

PAGE = 200
TRIES = 5
GONE = {"thread_not_found", "message_not_found", "channel_not_found", "not_in_channel"}
LONGEST_PAUSE = timedelta(seconds=30)
"""Whoever needs to wait longer had better come back later."""

_log = logs.logger(__name__)


class Reader:
    """Reads only, so that repeating a call is harmless."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def one(self, method: str, **arguments: Any) -> dict[str, Any]:
        """Slack's answer. Raises SlackApiError when it says no, after waiting out its rate limits."""
        for _ in range(TRIES - 1):
            try:
                return await self._read(method, arguments)
            except SlackApiError as error:
                if error.response.status_code != 429:
                    raise
                await asyncio.sleep(_pause(error))
        return await self._read(method, arguments)

    async def pages(self, method: str, key: str, **arguments: Any) -> AsyncIterator[list[Any]]:
        """The lists under `key`, one a page."""
        cursor = ""
        while True:
            answer = await self.one(method, limit=PAGE, cursor=cursor, **arguments)
            yield answer[key]
            cursor = answer.get("response_metadata", {}).get("next_cursor") or ""
            if not cursor:
                return

    async def members(self, channel_id: str) -> list[str]:
        """Who is in the channel; nobody where it is gone, or the bot is not."""
        pages = self.pages("conversations.members", "members", channel=channel_id)
        try:
            return [person_id async for page in pages for person_id in page]
        except SlackApiError as error:
            if _is_gone(error):
                return []
            raise

    async def found(self, method: str, **arguments: Any) -> dict[str, Any] | None:
        """The answer; None about what is gone, or where the bot is not."""
        try:
            return await self.one(method, **arguments)
        except SlackApiError as error:
            if _is_gone(error):
                return None
            raise

    async def message(self, channel_id: str, ts: str) -> Chosen | None:
        """A message of a channel or of a thread; None when it is gone.

        A thread's parent may come before the reply that was asked for.
        https://docs.slack.dev/reference/methods/conversations.replies
        """
        only = {"oldest": ts, "latest": ts, "inclusive": True}
        answer = await self.found("conversations.replies", channel=channel_id, ts=ts, **only)
        messages = answer["messages"] if answer else []
        return next((of_message(channel_id, each) for each in messages if each["ts"] == ts), None)

    async def thread(self, channel_id: str, ts: str, most: int) -> Thread | None:
        """The first `most` messages of the thread that one belongs to; None when it cannot be read."""
        found: dict[str, dict[str, Any]] = {}
        try:
            async for page in self.pages("conversations.replies", "messages", channel=channel_id, ts=ts):
                found |= {each["ts"]: each for each in page}
                if len(found) > most:
                    break
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            _log.warning("thread not read", problem=_problem(error))
            return None
        return Thread(of_people(channel_id, list(found.values())[:most]), is_cut=len(found) > most)

    async def _read(self, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        given = {name: value for name, value in arguments.items() if value != ""}
        response = await self._client.api_call(method, http_verb="GET", params=given)
        return dict(make_writable(response.data)) if isinstance(response.data, dict) else {}


def _is_gone(error: SlackApiError) -> bool:
    return error.response.get("error") in GONE


def _problem(error: Exception) -> str:
    return str(error.response.get("error")) if isinstance(error, SlackApiError) else type(error).__name__


def _pause(error: SlackApiError) -> float:
    """Seconds; one where Slack does not say."""
    asked = retry_after(error.response.headers)
    return min(asked if asked is not None else timedelta(seconds=1), LONGEST_PAUSE).total_seconds()
