"""The Bolt app, one that knows what was registered with it: the manifest is held against that."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from .visit import Visit

Auth = dict[str, Any]
"""The answer of auth.test."""
Listener = Callable[[AsyncAck, Visit], Awaitable[None]]

ANY = re.compile("")
NAMES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "command": lambda body: body["command"],
    "action": lambda body: (body.get("actions") or [{}])[0].get("action_id"),
    "view": lambda body: body["view"].get("callback_id"),
    "shortcut": lambda body: body["callback_id"],
}
"""What each kind of request goes by."""


class App(AsyncApp):
    """Answers when the listener is done, so that what is acknowledged is committed.

    Bolt's own logger would follow the root's level, and at DEBUG it writes down what people typed.
    Bolt takes the deletion of a message of ours for something we did, so that it may not sort events out.
    It asks every listener in turn whether a request is its own, which took longer than all else it does:
    so it knows one of each kind, who looks up whom the request is for.
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
        self.registered: dict[str, dict[str, Listener]] = {kind: {} for kind in NAMES}
        super().command(ANY)(self._listener("command"))
        super().action(ANY)(self._listener("action"))
        super().view(ANY)(self._listener("view"))
        super().shortcut(ANY)(self._listener("shortcut"))

    def command(self, command: Any, *_: Any, **__: Any) -> Any:
        return self._registering("command", command)

    def action(self, constraints: Any, *_: Any, **__: Any) -> Any:
        return self._registering("action", constraints)

    def view(self, constraints: Any, *_: Any, **__: Any) -> Any:
        return self._registering("view", constraints)

    def shortcut(self, constraints: Any, *_: Any, **__: Any) -> Any:
        return self._registering("shortcut", constraints["callback_id"])

    def _registering(self, kind: str, name: str) -> Callable[[Listener], Listener]:
        def register(listener: Listener) -> Listener:
            self.registered[kind][name] = listener
            return listener

        return register

    def _listener(self, kind: str) -> Callable[..., Awaitable[BoltResponse | None]]:
        async def listen(ack: AsyncAck, visit: Visit, body: dict[str, Any]) -> BoltResponse | None:
            listener = self.registered[kind].get(NAMES[kind](body))
            if listener is None:
                return BoltResponse(status=404, body={"error": "unhandled request"})
            await listener(ack, visit)
            return None

        return listen
