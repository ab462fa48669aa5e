"""Keeping a worker going: while there is work, and again whenever something was committed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from . import logs

Work = Callable[[], Awaitable[bool]]
"""One round; False when there was nothing to do."""

_log = logs.logger(__name__)


class Worker:
    """Works in rounds until told to stop; a round in hand is finished."""

    def __init__(self, name: str, work: Work, pause: float = 1.0) -> None:
        """`pause` is the longest wait between two rounds, in seconds."""
        self.name = name
        self._work = work
        self._pause = pause
        self._woken = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        self._woken.set()

    def stop(self) -> None:
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        while not self._stopping:
            if not await self._round():
                await self._rest()

    async def _round(self) -> bool:
        try:
            return await self._work()
        except Exception:
            _log.exception("worker failed", worker=self.name)
            await asyncio.sleep(self._pause)
            return False

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), self._pause)
        except TimeoutError:
            return
        self._woken.clear()
