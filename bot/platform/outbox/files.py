"""Uploading a file into somebody's conversation with us.

https://docs.slack.dev/messaging/working-with-files: a URL is asked for, the bytes go there, and only the
last call lets the file appear. Whatever fails before that has had no effect.
"""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from .outcomes import Done, Later, Outcome, Unknown, call

FILE = "files.completeUploadExternal"
UPLOADING_SECONDS = 11
"""With the look before it still within a lease."""


async def deliver(client: AsyncWebClient, arguments: dict[str, Any]) -> Outcome:
    """Done with the file as Slack describes it."""
    try:
        return await asyncio.wait_for(_uploaded(client, arguments), UPLOADING_SECONDS)
    except TimeoutError:
        return Unknown("the upload took too long")


async def conversation(client: AsyncWebClient, person_id: str) -> Outcome:
    """Done with the `channel` that the person and we have alone; opening it twice does no harm."""
    outcome = _harmless(await call(client, "conversations.open", {"users": person_id}))
    return Done({"channel": outcome.answer["channel"]["id"]}) if isinstance(outcome, Done) else outcome


async def _uploaded(client: AsyncWebClient, arguments: dict[str, Any]) -> Outcome:
    ready = await _prepared(client, arguments)
    return await call(client, FILE, ready) if isinstance(ready, dict) else ready


async def _prepared(client: AsyncWebClient, arguments: dict[str, Any]) -> dict[str, Any] | Outcome:
    """What completes the upload, or why it does not come to that."""
    content = str(arguments["content"]).encode()
    place = await conversation(client, arguments["person"])
    if not isinstance(place, Done):
        return place
    about = {"filename": arguments["name"], "length": len(content)}
    opened = _harmless(await call(client, "files.getUploadURLExternal", about))
    if not isinstance(opened, Done):
        return opened
    if problem := await _sent(opened.answer["upload_url"], content):
        return Later(problem, None)
    return {
        "files": [{"id": opened.answer["file_id"], "title": arguments["name"]}],
        "channel_id": place.answer["channel"],
        "initial_comment": arguments["comment"],
    }


async def _sent(url: str, content: bytes) -> str:
    """Why the bytes did not arrive; empty when they did."""
    try:
        async with aiohttp.ClientSession() as session, session.post(url, data=content) as response:
            return "" if response.status == 200 else f"the upload was answered with {response.status}"
    except (aiohttp.ClientError, OSError) as error:
        return type(error).__name__


def _harmless(outcome: Outcome) -> Outcome:
    """Without an effect that anybody sees: to be tried again."""
    return Later(outcome.problem, outcome.after) if isinstance(outcome, Unknown) else outcome
