"""The client that speaks to Slack, and who we are there."""

from __future__ import annotations

import aiohttp
from pydantic import SecretStr
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from ...errors import SetupError
from ...settings import Settings
from ..outbox.outcomes import Refused, call, judged
from .app import Auth


def client_for(settings: Settings) -> AsyncWebClient:
    """Retrying is the outbox's business: the SDK's own retries post twice."""
    return _client(settings, settings.slack_bot_token)


def _client(settings: Settings, token: SecretStr) -> AsyncWebClient:
    return AsyncWebClient(
        token.get_secret_value(), base_url=settings.slack_api_url, timeout=10, retry_handlers=[]
    )


async def introduced(settings: Settings) -> Auth:
    """Who we are. Raises SetupError when Slack does not know the token, or cannot be reached."""
    try:
        response = await client_for(settings).auth_test()
    except SlackApiError as error:
        found = judged(error, "auth.test")
        whose = "SLACK_BOT_TOKEN: Slack" if isinstance(found, Refused) else f"{settings.slack_api_url}"
        raise SetupError(f"{whose} says {found.problem}.") from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise SetupError(f"Slack cannot be reached at {settings.slack_api_url}: {error}") from error
    await _app_token_is_good(settings)
    headers = {str(name).lower(): value for name, value in response.headers.items()}
    return {
        **dict(response.data if isinstance(response.data, dict) else {}),
        "scopes": headers.get("x-oauth-scopes", ""),
    }


async def _app_token_is_good(settings: Settings) -> None:
    """With a wrong one the socket would try for ever; where Slack has no connection to give now, it waits."""
    if settings.slack_app_token is None:
        return
    client = _client(settings, settings.slack_app_token)
    found = await call(client, "apps.connections.open", {})
    if isinstance(found, Refused):
        raise SetupError(f"SLACK_APP_TOKEN: Slack says {found.problem}.")
