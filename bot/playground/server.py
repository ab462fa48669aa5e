"""The aiohttp application, bound to loopback."""

import asyncio
import json
import socket
from functools import partial
from urllib.parse import parse_qs, urlencode, urlsplit

from aiohttp import web

from .api_server import ApiServer
from .channels import Channel
from .core import Core
from .errors import Refusal
from .pages import add_pages
from .replies import reply
from .sockets import SocketMode

LOOPBACK = "127.0.0.1"
TURNS_TO_LET_IN = 2


def application(core: Core, api: ApiServer) -> web.Application:
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/api/{method}", api.handle)
    app.router.add_post("/response/{team}/{key}", partial(_respond, core))
    app.router.add_post("/upload/{ticket}", partial(_upload, core))
    app.router.add_get("/archives/{channel}/p{ts}", partial(_to_page, core))
    if isinstance(core.deliveries.transport, SocketMode):
        app.router.add_get("/link/", core.deliveries.transport.handle)
    add_pages(app, core)
    return app


class Listening:
    """The application on a port of its own; port 0 takes a free one."""

    def __init__(self, app: web.Application, port: int) -> None:
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        self._port = port

    async def start(self) -> str:
        """The address. Raises OSError for a taken port."""
        await self._runner.setup()
        self._door = socket.create_server((LOOPBACK, self._port))
        await web.SockSite(self._runner, self._door).start()
        return f"http://{LOOPBACK}:{self._door.getsockname()[1]}"

    async def stop(self) -> None:
        """The door is shut before the server ends: it would leave open whom asyncio is just letting in."""
        asyncio.get_running_loop().remove_reader(self._door)
        for _ in range(TURNS_TO_LET_IN):
            await asyncio.sleep(0)
        await self._runner.cleanup()


async def _respond(core: Core, request: web.Request) -> web.Response:
    """The response URL."""
    try:
        used = core.response_urls.use(request.match_info["key"])
    except Refusal as refusal:
        return web.json_response(refusal.answer(), status=404)
    try:
        payload = json.loads(await request.text())
        channel, person = core.workspace.channel(used.channel), core.workspace.person(used.person)
        reply(core, channel, person, payload, used.original)
    except ValueError:
        return web.json_response({"ok": False, "error": "invalid_payload"}, status=400)
    except Refusal as refusal:
        return web.json_response(refusal.answer(), status=400)
    return web.Response(text="ok")


async def _upload(core: Core, request: web.Request) -> web.Response:
    """The bytes as they are, or the one file of a multipart form."""
    content = await request.read()
    if request.content_type.startswith("multipart/"):
        content = await _only_file(request)
    try:
        core.files.receive(request.match_info["ticket"], content)
    except Refusal as refusal:
        return web.Response(status=400, text=refusal.error)
    return web.Response(text=f"OK - {len(content)}")


async def _only_file(request: web.Request) -> bytes:
    parts = [part for part in (await request.post()).values() if isinstance(part, web.FileField)]
    return parts[0].file.read() if len(parts) == 1 else b""


async def _to_page(core: Core, request: web.Request) -> web.Response:
    """A message's permalink, through the eyes that looked at it, else through some that may."""
    channel, ts = core.workspace.channels.get(request.match_info["channel"]), request.match_info["ts"]
    if channel is None:
        raise web.HTTPNotFound
    place = {"as": _looking(core, channel, request), "channel": channel.id, "ts": f"{ts[:-6]}.{ts[-6:]}"}
    thread = request.query.get("thread_ts")
    raise web.HTTPFound(f"/?{urlencode(place | ({'thread_ts': thread} if thread else {}))}")


def _looking(core: Core, channel: Channel, request: web.Request) -> str:
    """Who looked is in the address of the page the link stands on."""
    looked = parse_qs(urlsplit(request.headers.get("Referer", "")).query).get("as", [""])[0]
    seeing = [person.id for person in core.workspace.humans if core.workspace.sees(person, channel)]
    return looked if looked in core.workspace.people or not seeing else seeing[0]
