"""Tells the windows of the page what changed, over one WebSocket each."""

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any

from aiohttp import web

from .bell import Bell
from .core import Core
from .people import Person

Changes = asyncio.Queue[dict[str, Any]]

HEARTBEAT = 15.0
"""Seconds between two looks whether the window is still there."""


async def tell(core: Core, viewer: Person, request: web.Request) -> web.WebSocketResponse:
    """Until the window closes: each change that this person may see, as JSON."""
    socket = web.WebSocketResponse(heartbeat=HEARTBEAT)
    await socket.prepare(request)
    with _listening(core.bell) as changes:
        telling = asyncio.create_task(_pass_on(socket, core, viewer, changes))
        try:
            async for _ in socket:
                pass
        finally:
            telling.cancel()
    return socket


@contextlib.contextmanager
def _listening(bell: Bell) -> Iterator[Changes]:
    changes = bell.listen()
    try:
        yield changes
    finally:
        bell.forget(changes)


async def _pass_on(socket: web.WebSocketResponse, core: Core, viewer: Person, changes: Changes) -> None:
    with contextlib.suppress(ConnectionError):
        while True:
            change = await changes.get()
            if _concerns(core, viewer, change):
                await socket.send_json(change)


def _concerns(core: Core, viewer: Person, change: dict[str, Any]) -> bool:
    if change["type"] == "messages":
        channel = core.workspace.channels.get(change["channel"])
        return channel is not None and core.workspace.sees(viewer, channel)
    return "person" not in change or change["person"] == viewer.id
