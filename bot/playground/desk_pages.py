"""The JSON of the page's side."""

from aiohttp import web

from . import desk_state
from .core import Core
from .desk_acts import ACTS, Act
from .errors import Refusal
from .pages import Handler, as_json, guarded

YEARS = range(1970, 2100)


def add_desk(app: web.Application, core: Core) -> None:
    pages = DeskPages(core)
    app.router.add_get("/page/desk", guarded(pages.desk))
    app.router.add_get("/page/days", guarded(pages.days))
    app.router.add_get("/page/wire", guarded(pages.wire))
    app.router.add_get("/page/wire/{number}", guarded(pages.passed))
    for name, act in ACTS.items():
        app.router.add_post(f"/page/desk/{name}", guarded(pages.acting(act)))


class DeskPages:
    def __init__(self, core: Core) -> None:
        self._core = core

    async def desk(self, _request: web.Request) -> web.Response:
        return as_json(desk_state.whole(self._core))

    async def days(self, request: web.Request) -> web.Response:
        """The days off of a `year`, in the language `lang`."""
        year, language = _number(request.query.get("year", "")), request.query.get("lang", "en")
        if year not in YEARS:
            raise Refusal("no_such_year")
        return as_json({"days": desk_state.free_days(self._core, year, language)})

    async def wire(self, _request: web.Request) -> web.Response:
        return as_json({"entries": desk_state.wire(self._core)})

    async def passed(self, request: web.Request) -> web.Response:
        return as_json(desk_state.passed(self._core, _number(request.match_info["number"])))

    def acting(self, act: Act) -> Handler:
        """What was ordered shows on every page that is open."""

        async def handle(request: web.Request) -> web.Response:
            given = await request.json()
            if not isinstance(given, dict):
                raise Refusal("json_not_object")
            await act(self._core, given)
            self._core.bell.ring("desk")
            return as_json({"ok": True})

        return handle


def _number(text: str) -> int:
    if not text.isdecimal():
        raise Refusal("not_a_number")
    return int(text)
