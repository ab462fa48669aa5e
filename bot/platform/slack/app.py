"""The Bolt app, one that knows what was registered with it: the manifest is held against that."""

from __future__ import annotations

import logging
from collections import defaultdict
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

Auth = dict[str, Any]
"""The answer of auth.test."""


class App(AsyncApp):
    """Answers when the listener is done, so that what is acknowledged is committed.

    Bolt's own logger would follow the root's level, and at DEBUG it writes down what people typed.
    Bolt takes the deletion of a message of ours for something we did, so that it may not sort events out.
    """

    def __init__(self, api_url: str, token: str, auth: Auth) -> None:
        async def authorize() -> AuthorizeResult:
            return AuthorizeResult(
                enterprise_id=auth.get("enterprise_id"),
                team_id=auth["team_id"],
                bot_token=token,
                bot_id=auth.get("bot_id"),
                bot_user_id=auth["user_id"],
            )

        super().__init__(
            client=AsyncWebClient(base_url=api_url, retry_handlers=[]),
            authorize=authorize,
            process_before_response=True,
            request_verification_enabled=False,
            ignoring_self_events_enabled=False,
            logger=logging.getLogger("slack_bolt"),
        )
        self.registered: dict[str, set[str]] = defaultdict(set)

    def command(self, command: Any, *args: Any, **kwargs: Any) -> Any:
        return self._noting("command", command, super().command(command, *args, **kwargs))

    def shortcut(self, constraints: Any, *args: Any, **kwargs: Any) -> Any:
        return self._noting("shortcut", constraints, super().shortcut(constraints, *args, **kwargs))

    def action(self, constraints: Any, *args: Any, **kwargs: Any) -> Any:
        return self._noting("action", constraints, super().action(constraints, *args, **kwargs))

    def view(self, constraints: Any, *args: Any, **kwargs: Any) -> Any:
        return self._noting("view", constraints, super().view(constraints, *args, **kwargs))

    def _noting(self, kind: str, name: Any, registering: Any) -> Any:
        self.registered[kind].add(name["callback_id"] if isinstance(name, dict) else str(name))
        return registering
