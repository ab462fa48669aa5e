"""Did it arrive? Looking in a channel for the posting that carries our id, or for the file of that name."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from . import files
from .outcomes import Done, Later, Outcome, Refused, Unknown, Unsure, call
from .table import Posting

LEEWAY = timedelta(minutes=70)
"""Slack's clock and ours may differ by this much: machines have been an hour wrong."""
PAGES = 5
NO_THREAD = "thread_not_found"


async def find(client: AsyncWebClient, posting: Posting) -> Outcome | None:
    """Done with the message's ts when it is there, None when it certainly is not, else why we cannot tell.

    What should stand in a thread that is gone may have been posted below it, or in the channel.
    """
    wanted = {
        "channel": posting.arguments["channel"],
        "oldest": f"{(posting.created_at - LEEWAY).timestamp():.6f}",
        "include_all_metadata": True,
        "limit": 200,
    }
    if thread := posting.arguments.get("thread_ts"):
        found = await _search(client, "conversations.replies", {**wanted, "ts": thread}, posting)
        if found != Unsure(f"uncertain: {NO_THREAD}"):
            return found
    return await _search(client, "conversations.history", wanted, posting)


async def _search(
    client: AsyncWebClient, method: str, wanted: dict[str, Any], posting: Posting
) -> Outcome | None:
    for _ in range(PAGES):
        outcome = await call(client, method, wanted)
        if not isinstance(outcome, Done):
            return _unsettled(outcome)
        if ts := _ours(outcome.answer["messages"], posting):
            return Done({"ts": ts, "channel": posting.arguments["channel"]}, was_found=True)
        cursor = outcome.answer.get("response_metadata", {}).get("next_cursor")
        if not cursor:
            return None
        wanted = {**wanted, "cursor": cursor}
    return Unsure("uncertain: too many messages since to find it")


def _ours(messages: list[dict[str, Any]], posting: Posting) -> str | None:
    return next((str(message["ts"]) for message in messages if _is_it(message, posting)), None)


def _is_it(message: dict[str, Any], posting: Posting) -> bool:
    if posting.method == files.FILE:
        return any(file.get("name") == posting.arguments["name"] for file in message.get("files", ()))
    return bool(message.get("metadata", {}).get("event_payload", {}).get("id") == posting.uid)


def _unsettled(outcome: Outcome) -> Outcome:
    """A look that failed leaves the doubt as it was."""
    if isinstance(outcome, Refused):
        return Unsure(f"uncertain: {outcome.problem}")
    return Unknown(outcome.problem, outcome.after) if isinstance(outcome, Later) else outcome
