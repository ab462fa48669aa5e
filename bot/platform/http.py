"""The HTTP door: signed requests from Slack, and whether we are well.

Bolt answers 500 to a malformed signature and logs the body of a forged request, so requests are
verified here, before it sees them. https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

LARGEST = 1024 * 1024
FINISHING_SECONDS = 3.0
"""Slack waits no longer for what is being answered when we are told to stop."""
PATH = "/slack/events"
OBJECTS = ("user", "team", "enterprise", "channel", "message", "container", "view")
"""Parts of a payload that are objects wherever they are given."""

Health = Callable[[], Awaitable[dict[str, bool]]]
"""Each part that must work, and whether it does."""


def application(app: AsyncApp | None, signing_secret: str | None, health: Health) -> web.Application:
    """With `/slack/events` when there is a signing secret (HTTP mode), and always with `/healthz`."""
    site = web.Application(client_max_size=LARGEST)
    site.router.add_get("/healthz", _healthz(health))
    if app is not None and signing_secret:
        site.router.add_post(PATH, _events(app, SignatureVerifier(signing_secret)))
    return site


async def serve(site: web.Application, host: str, port: int) -> web.AppRunner:
    """Listening when this returns; `cleanup()` of the runner ends it. Raises OSError for a taken port."""
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=FINISHING_SECONDS)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    return runner


def _healthz(health: Health) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def healthz(_request: web.Request) -> web.Response:
        parts = await health()
        return web.json_response(parts, status=200 if all(parts.values()) else 503)

    return healthz


def _events(app: AsyncApp, verifier: SignatureVerifier) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def events(request: web.Request) -> web.Response:
        body = await request.read()
        if not is_signed(verifier, request, body):
            return web.Response(status=401)
        if not is_readable(request.content_type, body):
            return web.Response(status=400)
        asked = AsyncBoltRequest(
            body=body.decode(), query=request.query_string, headers=dict(request.headers)
        )
        return await to_aiohttp_response(await app.async_dispatch(asked))

    return events


def is_signed(verifier: SignatureVerifier, request: web.Request, body: bytes) -> bool:
    """Signed with our secret, not more than five minutes ago."""
    timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
    signature = request.headers.get("X-Slack-Signature", "")
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 12 and signature.isascii()):
        return False
    return _is_text(body) and verifier.is_valid(body, timestamp, signature)


def is_readable(content_type: str, body: bytes) -> bool:
    """A JSON object, or a form whose `payload`, if it has one, is a JSON object, shaped as Bolt expects."""
    text = body.decode()
    if content_type == "application/json":
        return _is_sound(text)
    fields = parse_qs(text)
    if "payload" in fields:
        return _is_sound(fields["payload"][0])
    return bool(fields)


def _is_text(body: bytes) -> bool:
    """The verifier takes nothing else, and Slack sends nothing else."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_sound(text: str) -> bool:
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(found, dict):
        return False
    if found.get("type") == "event_callback":
        return _is_event(found)
    return all(isinstance(found.get(name), dict | None) for name in OBJECTS) and _is_request(found)


def _is_event(body: dict[str, Any]) -> bool:
    event = body.get("event")
    return isinstance(event, dict) and isinstance(event.get("type"), str) and bool(body.get("event_id"))


def _is_request(body: dict[str, Any]) -> bool:
    """Buttons come with what was pressed, forms with what they are."""
    view, actions = body.get("view"), body.get("actions", [{}])
    is_form = view is None or (isinstance(view.get("type"), str) and isinstance(view.get("blocks"), list))
    return is_form and isinstance(actions, list) and bool(actions) and isinstance(actions[0], dict)
