"""Socket Mode: envelopes over the WebSockets that the app has opened."""

import asyncio
import contextlib
import json
from typing import Any

from aiohttp import WSCloseCode, WSMessage, WSMsgType, web

from .bell import Bell
from .deliveries import Undelivered
from .stamps import secret
from .wire import Delivery

MOST_CONNECTIONS = 10


class SocketMode:
    """Serves up to ten connections in turn; each was asked for through `apps.connections.open`."""

    def __init__(self, app_id: str, bell: Bell) -> None:
        self._app_id = app_id
        self._bell = bell
        self._tickets: set[str] = set()
        self._connections: list[web.WebSocketResponse] = []
        self._connected = asyncio.Event()
        self._waiting: dict[str, asyncio.Future[dict[str, Any] | None]] = {}
        self._turn = 0

    @property
    def connections(self) -> int:
        return len(self._connections)

    @property
    def reachable(self) -> bool:
        return bool(self._connections)

    def ticket(self) -> str:
        """Good for one connection."""
        ticket = secret(16)
        self._tickets.add(ticket)
        return ticket

    async def ready(self) -> None:
        await self._connected.wait()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """The endpoint that the address of `apps.connections.open` leads to."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            raise web.HTTPUnauthorized(text="unknown or used ticket")
        self._tickets.discard(ticket)
        connection = web.WebSocketResponse(autoping=True)
        await connection.prepare(request)
        if self.connections >= MOST_CONNECTIONS:
            await self._dismiss(connection, "too_many_websockets")
            return connection
        await self._serve(connection)
        return connection

    async def send(self, delivery: Delivery, patience: float) -> dict[str, Any] | None:
        envelope_id = secret(16)
        acknowledged = self._waiting[envelope_id] = asyncio.get_running_loop().create_future()
        try:
            await self._next_connection().send_json(_envelope(envelope_id, delivery))
            return await asyncio.wait_for(acknowledged, patience)
        except TimeoutError:
            raise Undelivered("dispatch_failed", "timeout") from None
        except ConnectionError:
            raise Undelivered("dispatch_failed", "connection_failed") from None
        finally:
            del self._waiting[envelope_id]

    async def disconnect(self, reason: str) -> None:
        """Says goodbye as Slack does; on `warning` the connections stay open for a while, else they close."""
        for connection in list(self._connections):
            if reason == "warning":
                await connection.send_json(_goodbye(reason))
            else:
                await self._dismiss(connection, reason)

    def give_up(self) -> None:
        """What was sent will not be answered: nobody waits for it any longer."""
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(ConnectionError("given up"))

    async def close(self) -> None:
        for connection in list(self._connections):
            await connection.close(code=WSCloseCode.GOING_AWAY)

    async def _serve(self, connection: web.WebSocketResponse) -> None:
        self._connections.append(connection)
        await connection.send_json(self._hello())
        self._connected.set()
        self._bell.ring("state")
        try:
            async for message in connection:
                self._receive(message)
        finally:
            self._forget(connection)

    def _forget(self, connection: web.WebSocketResponse) -> None:
        if connection in self._connections:
            self._connections.remove(connection)
            self._bell.ring("state")
        if not self._connections:
            self._connected.clear()

    async def _dismiss(self, connection: web.WebSocketResponse, reason: str) -> None:
        self._forget(connection)
        with contextlib.suppress(ConnectionError):
            await connection.send_json(_goodbye(reason))
            await connection.close()

    def _next_connection(self) -> web.WebSocketResponse:
        if not self._connections:
            raise Undelivered("dispatch_failed", "connection_failed")
        self._turn += 1
        return self._connections[self._turn % len(self._connections)]

    def _receive(self, message: WSMessage) -> None:
        if message.type is not WSMsgType.TEXT:
            return
        answer = json.loads(message.data)
        waiting = self._waiting.get(answer.get("envelope_id", ""))
        if waiting is not None and not waiting.done():
            waiting.set_result(answer.get("payload"))

    def _hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": self.connections,
            "debug_info": {"host": "local", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self._app_id},
        }


def _envelope(envelope_id: str, delivery: Delivery) -> dict[str, Any]:
    envelope: dict[str, Any] = {
        "envelope_id": envelope_id,
        "type": delivery.kind,
        "payload": delivery.payload,
        "accepts_response_payload": delivery.accepts_answer,
    }
    if delivery.kind == "events_api":
        envelope |= {"retry_attempt": delivery.retry_num, "retry_reason": delivery.retry_reason}
    return envelope


def _goodbye(reason: str) -> dict[str, Any]:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "local"}}
