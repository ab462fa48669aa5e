"""What the side of the page asks for: each takes the request and answers with JSON."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from aiohttp import web

from . import desk_state
from .core import Core
from .errors import Refusal

YEARS = range(1970, 2100)

Read = Callable[[Core, web.Request], dict[str, Any]]


def desk(core: Core, _request: web.Request) -> dict[str, Any]:
    return desk_state.whole(core)


def preparing(core: Core, _request: web.Request) -> dict[str, Any]:
    now = core.desk.preparing
    return {"preparing": asdict(now) if now else None}


def days(core: Core, request: web.Request) -> dict[str, Any]:
    """The days off of a `year`, in the language `lang`."""
    year, language = _number(request.query.get("year", "")), request.query.get("lang", "en")
    if year not in YEARS:
        raise Refusal("no_such_year")
    return {"days": desk_state.free_days(core, year, language)}


def wire(core: Core, _request: web.Request) -> dict[str, Any]:
    return {"entries": desk_state.wire(core)}


def passed(core: Core, request: web.Request) -> dict[str, Any]:
    return desk_state.passed(core, _number(request.match_info["number"]))


READS: dict[str, Read] = {
    "desk": desk,
    "preparing": preparing,
    "days": days,
    "wire": wire,
    "wire/{number}": passed,
}
"""By path."""


def _number(text: str) -> int:
    if not text.isdecimal():
        raise Refusal("not_a_number")
    return int(text)
