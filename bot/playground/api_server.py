"""The Web API over HTTP: who calls, with what, and what is answered."""

import asyncio
import json
import time
from typing import Any

from aiohttp import web

from .core import Core
from .errors import Refusal
from .faults import Fault
from .webapi import METHODS
from .webapi.arguments import Arguments
from .wire import Call

FAULT_NAMES = {429: "ratelimited", 503: "service_unavailable"}


class ApiServer:
    def __init__(self, core: Core) -> None:
        self._core = core

    async def handle(self, request: web.Request) -> web.StreamResponse:
        name, started = request.match_info["method"], time.perf_counter()
        if (fault := self._core.faults.next(name)) is not None:
            self._core.bell.ring("desk")
        await asyncio.sleep(self._core.faults.delay + (fault.late if fault else 0))
        given: dict[str, Any] = {}
        try:
            token, given = await _read(request)
            if fault is not None and fault.refuses:
                raise Refusal(FAULT_NAMES.get(fault.status, "internal_error"))
            answer = self._answer(name, token, given)
        except Refusal as refusal:
            answer = refusal.answer()
        lost = fault is not None and fault.loses_the_answer
        milliseconds = (time.perf_counter() - started) * 1000
        self._core.wire.passed(Call(name, given, answer, self._core.clock(), milliseconds, lost))
        await asyncio.sleep(fault.hangs if fault else 0)
        return self._respond(request, answer, fault)

    def _answer(self, name: str, token: str | None, given: dict[str, Any]) -> dict[str, Any]:
        method = METHODS.get(name)
        if method is None:
            raise Refusal("unknown_method", req_method=name)
        if name != "api.test":
            self._admit(token, method.app_level)
        return {"ok": True, **method.call(self._core, Arguments(given))}

    def _admit(self, token: str | None, app_level: bool) -> None:
        if not token:
            raise Refusal("not_authed")
        tokens = self._core.tokens
        if token not in (tokens.bot, tokens.app):
            raise Refusal("invalid_auth")
        if (token == tokens.app) != app_level:
            raise Refusal("not_allowed_token_type")
        if tokens.refused:
            raise Refusal(tokens.refused)

    def _respond(self, request: web.Request, answer: dict[str, Any], fault: Fault | None) -> web.Response:
        headers = {"x-oauth-scopes": ",".join(self._core.manifest.scopes)}
        if fault is None or fault.status == 200:
            return web.json_response(answer, headers=headers)
        if fault.loses_the_answer and request.transport is not None:
            request.transport.abort()
        if fault.retry_after is not None and fault.status == 429:
            headers["Retry-After"] = str(fault.retry_after)
        return web.json_response(answer, status=fault.status or 500, headers=headers)


async def _read(request: web.Request) -> tuple[str | None, dict[str, Any]]:
    """The token and the arguments, from query, form or JSON."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        given |= _object(await request.text())
    else:
        given |= dict(await request.post())
    scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
    in_body = given.pop("token", None)
    return (bearer if scheme.lower() == "bearer" else in_body), given


def _object(body: str) -> dict[str, Any]:
    try:
        content = json.loads(body) if body.strip() else {}
    except ValueError:
        raise Refusal("invalid_json") from None
    if not isinstance(content, dict):
        raise Refusal("json_not_object")
    return content
