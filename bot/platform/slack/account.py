"""The client that speaks to Slack, and who we are there."""

from __future__ import annotations

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from ...errors import SetupError
from ...settings import Settings
from .app import Auth


def client_for(settings: Settings) -> AsyncWebClient:
    """Retrying is the outbox's business: the SDK's own retries post twice."""
    return AsyncWebClient(
        settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        timeout=10,
        retry_handlers=[],
    )


async def introduced(settings: Settings) -> Auth:
    """Who we are. Raises SetupError when Slack does not know the token, or cannot be reached."""
    try:
        response = await client_for(settings).auth_test()
    except SlackApiError as error:
        raise SetupError(f"SLACK_BOT_TOKEN: Slack says {error.response.get('error')}.") from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise SetupError(f"Slack cannot be reached at {settings.slack_api_url}: {error}") from error
    await _app_token_is_good(settings)
    headers = {str(name).lower(): value for name, value in response.headers.items()}
    return {
        **dict(response.data if isinstance(response.data, dict) else {}),
        "scopes": headers.get("x-oauth-scopes", ""),
    }


async def _app_token_is_good(settings: Settings) -> None:
    """The socket's own client would try for ever."""
    if settings.slack_app_token is None:
        return
    try:
        await client_for(settings).apps_connections_open(
            app_token=settings.slack_app_token.get_secret_value()
        )
    except SlackApiError as error:
        raise SetupError(f"SLACK_APP_TOKEN: Slack says {error.response.get('error')}.") from error
