"""The page and the JSON it lives on. Only for requests that come from this machine's own page."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import web

from . import live, page_state
from .core import Core
from .desk_orders import ORDERS, Order
from .desk_reads import READS, Read
from .errors import Refusal
from .hands import Hand
from .page_acts import ACTS, Act
from .people import Person

FOLDER = Path(__file__).parent / "page"
LOOPBACK_NAMES = {"127.0.0.1", "localhost", "::1"}
HEADERS = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def add_pages(app: web.Application, core: Core) -> None:
    pages = Pages(core)
    app.router.add_get("/", _guarded(pages.index))
    app.router.add_get("/page-files/{name}", _guarded(_file))
    app.router.add_get("/page/state", _guarded(pages.state))
    app.router.add_get("/page/messages", _guarded(pages.messages))
    app.router.add_get("/page/live", _guarded(pages.live))
    app.router.add_post("/page/upload", _guarded(pages.upload))
    app.router.add_get("/files/{id}/{name}", _guarded(pages.file))
    for name, act in ACTS.items():
        app.router.add_post(f"/page/{name}", _guarded(pages.acting(act)))
    for path, read in READS.items():
        app.router.add_get(f"/page/{path}", _guarded(pages.reading(read)))
    for name, order in ORDERS.items():
        app.router.add_post(f"/page/desk/{name}", _guarded(pages.ordering(order)))


class Pages:
    def __init__(self, core: Core) -> None:
        self._core = core

    async def index(self, _request: web.Request) -> web.StreamResponse:
        page = "waiting.html" if self._core.desk.preparing else "index.html"
        return web.FileResponse(FOLDER / page, headers=HEADERS)

    async def state(self, request: web.Request) -> web.Response:
        return _json(page_state.whole(self._core, self._viewer(request)))

    async def messages(self, request: web.Request) -> web.Response:
        """All of a channel, or with `since` what changed after that revision."""
        channel = self._core.workspace.channel(request.query.get("channel", ""))
        since, viewer = int(request.query.get("since", 0)), self._viewer(request)
        self._core.desk.tell(page_state.look(self._core, viewer, channel))
        return _json(page_state.messages(self._core, viewer, channel, since))

    async def live(self, request: web.Request) -> web.StreamResponse:
        return await live.tell(self._core, self._viewer(request), request)

    async def upload(self, request: web.Request) -> web.Response:
        """A file chosen in a form; the form's state tells of it by its id."""
        viewer, name = self._viewer(request), request.query.get("name", "file")
        file = self._core.files.keep(name, await request.read())
        created = self._core.workspace.stamps.seconds()
        return _json({"ok": True, "file": file.as_slack(self._core.url, viewer.id, created)})

    async def file(self, request: web.Request) -> web.Response:
        """To be saved, not shown, unless it is a picture: what is in it is somebody else's."""
        file = self._core.files.find(request.match_info["id"])
        named = f"attachment; filename*=UTF-8''{quote(file.name)}"
        kind = file.picture or "application/octet-stream"
        headers = {**HEADERS, "Content-Disposition": named, "Content-Type": kind}
        return web.Response(body=file.content, headers=headers)

    def acting(self, act: Act) -> Handler:
        async def handle(request: web.Request) -> web.Response:
            given = await request.json()
            if not isinstance(given, dict):
                raise Refusal("json_not_object")
            hand = Hand(self._core, self._core.workspace.person(str(given.get("as"))))
            return _json(await act(self._core, hand, given))

        return handle

    def reading(self, read: Read) -> Handler:
        async def handle(request: web.Request) -> web.Response:
            return _json(read(self._core, request))

        return handle

    def ordering(self, order: Order) -> Handler:
        """What was ordered shows on every page that is open."""

        async def handle(request: web.Request) -> web.Response:
            given = await request.json()
            if not isinstance(given, dict):
                raise Refusal("json_not_object")
            await order(self._core, given)
            self._core.bell.ring("desk")
            return _json({"ok": True})

        return handle

    def _viewer(self, request: web.Request) -> Person:
        """By `as`; the first person when it is not given."""
        wanted = request.query.get("as")
        return self._core.workspace.person(wanted) if wanted else page_state.first_person(self._core)


def _guarded(handler: Handler) -> Handler:
    """Refuses other hosts (DNS rebinding) and other origins; turns refusals into JSON."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if not _from_here(request):
            raise web.HTTPForbidden(text="This page answers on this machine only.")
        try:
            return await handler(request)
        except Refusal as refusal:
            return _json(refusal.answer())
        except LookupError as missing:
            return _json({"ok": False, "error": f"not_found: {missing}"})
        except ValueError:
            return _json({"ok": False, "error": "invalid_request"}, status=400)

    return handle


def _from_here(request: web.Request) -> bool:
    if urlsplit(f"//{request.host}").hostname not in LOOPBACK_NAMES:
        return False
    origin = request.headers.get("Origin")
    return origin is None or origin == f"http://{request.host}"


async def _file(request: web.Request) -> web.StreamResponse:
    """Only what lies in the folder itself."""
    files = {file.name: file for file in FOLDER.iterdir() if file.is_file()}
    if request.match_info["name"] not in files:
        raise web.HTTPNotFound
    return web.FileResponse(files[request.match_info["name"]], headers=HEADERS)


def _json(content: dict[str, Any], status: int = 200) -> web.Response:
    return web.json_response(content, status=status, headers=HEADERS)
