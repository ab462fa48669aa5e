"""Tells those who look on that something has changed."""

import asyncio
from typing import Any


class Bell:
    """Changes: `{"type": "messages", "channel": C}`, `{"type": "view", "person": U}`, `{"type": "state"}`."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[dict[str, Any]]] = set()

    def ring(self, kind: str, **details: str) -> None:
        for listener in self._listeners:
            listener.put_nowait({"type": kind, **details})

    def listen(self) -> "asyncio.Queue[dict[str, Any]]":
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._listeners.add(queue)
        return queue

    def forget(self, queue: "asyncio.Queue[dict[str, Any]]") -> None:
        self._listeners.discard(queue)
