"""What became of a call to Slack: done, to be tried again, refused, or nobody knows, perhaps for ever."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

LIMITS = {"ratelimited", "rate_limited", "message_limit_exceeded"}
TRANSIENT = {"service_unavailable", "team_added_to_org"}
AMBIGUOUS = {"fatal_error", "internal_error", "request_timeout"}
READS = {"conversations.history", "conversations.replies", "files.getUploadURLExternal"}
"""Slack takes no JSON body on these."""
LONGEST_PAUSE = timedelta(hours=1)


@dataclass(frozen=True)
class Done:
    """`was_found`: it stands as it was when it was sent, which may have been long ago."""

    answer: dict[str, Any] = field(default_factory=dict)
    was_found: bool = False


@dataclass(frozen=True)
class Later:
    """Certainly without effect; `after` is what Slack asked for, None where it said nothing.

    `limited` is the method that Slack wants a pause of, empty where it was another trouble.
    """

    problem: str
    after: timedelta | None
    limited: str = field(default="", compare=False)


@dataclass(frozen=True)
class Refused:
    problem: str


@dataclass(frozen=True)
class Gone:
    """The message it is about stands no more, or nobody knows where."""


@dataclass(frozen=True)
class Unknown:
    """It may have had its effect; `after` is when to look, None for soon."""

    problem: str
    after: timedelta | None = None


@dataclass(frozen=True)
class Unsure:
    """It may have had its effect, and looking again will not tell."""

    problem: str


Outcome = Done | Later | Refused | Unknown | Unsure


async def call(client: AsyncWebClient, method: str, arguments: dict[str, Any]) -> Outcome:
    """One attempt, never repeated here: the SDK's own retries send twice what was sent once."""
    try:
        response = await (
            _read(client, method, arguments) if method in READS else _write(client, method, arguments)
        )
    except SlackApiError as error:
        return judged(error, method)
    except (aiohttp.ClientConnectorError, ConnectionRefusedError) as error:
        return Later(type(error).__name__, None)
    except (aiohttp.ClientError, SlackClientError, TimeoutError, OSError, ValueError) as error:
        return Unknown(f"{type(error).__name__}: {error}")
    return Done(response.data if isinstance(response.data, dict) else {})


async def _read(client: AsyncWebClient, method: str, arguments: dict[str, Any]) -> AsyncSlackResponse:
    return await client.api_call(method, http_verb="GET", params=arguments)


async def _write(client: AsyncWebClient, method: str, arguments: dict[str, Any]) -> AsyncSlackResponse:
    return await client.api_call(method, json=arguments)


def judged(error: SlackApiError, method: str) -> Later | Refused | Unknown:
    response = error.response
    status = getattr(response, "status_code", 200)
    data = getattr(response, "data", response)
    code = str(data.get("error", "")) if isinstance(data, dict) else ""
    if status == 429 or code in LIMITS:
        return Later(code or "ratelimited", retry_after(getattr(response, "headers", {})), method)
    if code in TRANSIENT:
        return Later(code, retry_after(getattr(response, "headers", {})))
    if status >= 500 or code in AMBIGUOUS or not code:
        return Unknown(code or f"status {status}")
    return Refused(code)


def retry_after(headers: Any) -> timedelta | None:
    """Slack's header in whole seconds, an hour at most; None where it is missing or no number."""
    named = {str(name).lower(): value for name, value in dict(headers).items()}
    found = str(named.get("retry-after", ""))
    if not (found.isascii() and found.isdigit()):
        return None
    return min(timedelta(seconds=int(found[:9])), LONGEST_PAUSE)
