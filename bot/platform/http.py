"""The HTTP door: signed requests from Slack, whether we are well, and whether we are there at all.

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

from . import shapes

LARGEST = 1024 * 1024
FINISHING_SECONDS = 3.0
"""Slack waits no longer for what is being answered when we are told to stop."""
PATH = "/slack/events"
EVENT = "event_callback"

Health = Callable[[], Awaitable[dict[str, bool]]]
"""Each part that must work, and whether it does."""


def application(app: AsyncApp | None, signing_secret: str | None, health: Health) -> web.Application:
    """With `/slack/events` when there is a signing secret (HTTP mode), and always with the other two."""
    site = web.Application(client_max_size=LARGEST)
    site.router.add_get("/livez", _livez)
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


async def _livez(_request: web.Request) -> web.Response:
    return web.json_response({})


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
        asked = read(request, body) if is_readable(request.content_type, body) else None
        if asked is None:
            return web.Response(status=400)
        return await to_aiohttp_response(await app.async_dispatch(asked))

    return events


def read(request: web.Request, body: bytes) -> AsyncBoltRequest | None:
    """None where Bolt, which takes it apart at once, finds something else than it expects."""
    try:
        return AsyncBoltRequest(body=body.decode(), query=request.query_string, headers=dict(request.headers))
    except (TypeError, ValueError, LookupError, AttributeError):
        return None


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
    return bool(fields) and shapes.NESTED.isdisjoint(fields)


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
        kind = shapes.Event if isinstance(found, dict) and found.get("type") == EVENT else shapes.Request
        kind.model_validate(found, strict=True)
    except (ValueError, RecursionError):
        return False
    return True
