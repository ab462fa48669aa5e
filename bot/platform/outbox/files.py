"""Uploading a file into a channel or a conversation.

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
        async with asyncio.timeout(UPLOADING_SECONDS):
            return await _uploaded(client, arguments)
    except TimeoutError:
        return Unknown("the upload took too long")


async def _uploaded(client: AsyncWebClient, arguments: dict[str, Any]) -> Outcome:
    content = str(arguments["content"]).encode()
    about = {"filename": arguments["name"], "length": len(content)}
    opened = await call(client, "files.getUploadURLExternal", about)
    if not isinstance(opened, Done):
        return Later(opened.problem, opened.after) if isinstance(opened, Unknown) else opened
    if problem := await _sent(opened.answer["upload_url"], content):
        return Later(problem, None)
    complete = {
        "files": [{"id": opened.answer["file_id"], "title": arguments["name"]}],
        "channel_id": arguments["channel"],
        "initial_comment": arguments["comment"],
    }
    return await call(client, FILE, complete)


async def _sent(url: str, content: bytes) -> str:
    """Why the bytes did not arrive; empty when they did."""
    try:
        async with aiohttp.ClientSession() as session, session.post(url, data=content) as response:
            return "" if response.status == 200 else f"the upload was answered with {response.status}"
    except (aiohttp.ClientError, OSError) as error:
        return type(error).__name__
