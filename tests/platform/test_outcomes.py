"""What became of a call, told from whatever came back over the wire."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.platform.outbox.outcomes import Done, Later, Outcome, Refused, Unknown, call

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def answering(answer: Answer) -> AsyncIterator[AsyncWebClient]:
    """A client of a server that answers every call so."""
    site = web.Application()
    site.router.add_route("*", "/api/{method}", answer)
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    yield AsyncWebClient("xoxb-1", base_url=base, timeout=1, retry_handlers=[])
    await runner.cleanup()


async def outcome_of(answer: Answer) -> Outcome:
    async with answering(answer) as client:
        return await call(client, "chat.postMessage", {"channel": "C1", "text": "x"})


def saying(status: int, payload: object, **headers: str) -> Answer:
    async def answer(_request: web.Request) -> web.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.json_response(payload, status=status, headers=named)

    return answer


def raw(status: int, text: str, content_type: str) -> Answer:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, text=text, content_type=content_type)

    return answer


async def hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def hang(_request: web.Request) -> web.Response:
    await asyncio.sleep(1.2)
    return web.Response()


async def test_what_slack_did_is_done_with_its_answer() -> None:
    assert await outcome_of(saying(200, {"ok": True, "ts": "1.2"})) == Done({"ok": True, "ts": "1.2"})


@pytest.mark.parametrize(
    ("header", "after"),
    [
        ({"Retry_After": "30"}, timedelta(seconds=30)),
        ({"Retry_After": "0"}, timedelta(0)),
        ({"Retry_After": "36000"}, timedelta(hours=1)),
        ({"Retry_After": "9" * 30}, timedelta(hours=1)),
        ({"Retry_After": "soon"}, None),
        ({"Retry_After": "-5"}, None),
        ({"Retry_After": "1.5"}, None),
        ({"Retry_After": "٣"}, None),
        ({"Retry_After": ""}, None),
        ({}, None),
    ],
)
async def test_rate_limited_is_later_after_what_the_header_says(
    header: dict[str, str], after: timedelta | None
) -> None:
    answer = saying(429, {"ok": False, "error": "ratelimited"}, **header)
    assert await outcome_of(answer) == Later("ratelimited", after)


async def test_rate_limited_without_a_readable_body_is_later_too() -> None:
    found = await outcome_of(raw(429, "slow down", "text/plain"))
    assert isinstance(found, Later)


@pytest.mark.parametrize("status", [200, 503])
@pytest.mark.parametrize("error", ["service_unavailable", "team_added_to_org", "ratelimited"])
async def test_what_certainly_had_no_effect_is_later(status: int, error: str) -> None:
    assert await outcome_of(saying(status, {"ok": False, "error": error})) == Later(error, None)


@pytest.mark.parametrize("status", [200, 400, 403])
@pytest.mark.parametrize("error", ["is_archived", "channel_not_found", "invalid_blocks", "token_revoked"])
async def test_what_slack_will_not_do_is_refused(status: int, error: str) -> None:
    assert await outcome_of(saying(status, {"ok": False, "error": error})) == Refused(error)


@pytest.mark.parametrize(
    "answer",
    [
        saying(200, {"ok": False, "error": "fatal_error"}),
        saying(200, {"ok": False, "error": "internal_error"}),
        saying(200, {"ok": False, "error": "request_timeout"}),
        saying(500, {"ok": False, "error": "something_new"}),
        saying(200, {"ok": False}),
        saying(200, {}),
        saying(200, []),
        raw(200, "", "application/json"),
        raw(200, "<html>", "text/html"),
        raw(502, "<html>Bad gateway</html>", "text/html"),
        raw(500, "", "text/plain"),
        raw(200, '{"ok": tr', "application/json"),
        hang_up,
        hang,
    ],
)
async def test_what_may_have_had_its_effect_is_unknown(answer: Answer) -> None:
    assert isinstance(await outcome_of(answer), Unknown)


async def test_a_server_nobody_listens_at_was_certainly_not_reached() -> None:
    client = AsyncWebClient("xoxb-1", base_url="http://127.0.0.1:1/api/", retry_handlers=[])
    assert isinstance(await call(client, "chat.postMessage", {"channel": "C1"}), Later)


async def test_nothing_is_ever_sent_twice_within_one_call() -> None:
    asked: list[str] = []

    async def count(request: web.Request) -> web.Response:
        asked.append(request.path)
        return await hang_up(request)

    await outcome_of(count)
    assert asked == ["/api/chat.postMessage"]
