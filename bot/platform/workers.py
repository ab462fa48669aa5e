"""Keeping a worker going: while there is work, and again whenever something was committed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from ..errors import Outage
from . import logs

Work = Callable[[], Awaitable[bool]]
"""One round; False when there was nothing to do."""

LONGEST_PAUSE = 5.0
"""Seconds between two tries of what keeps failing, so that it goes on soon after it is mended."""

_log = logs.logger(__name__)


class Watch:
    """Over something done again and again: says what goes wrong with it, of an outage only that it began
    and that it is over.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.failures = 0
        """How often in a row."""
        self._is_out = False

    @contextmanager
    def over(self) -> Iterator[None]:
        """What is raised within ends here."""
        try:
            yield
        except Exception as error:
            self.failures += 1
            if not (self._is_out and isinstance(error, Outage)):
                logs.failed(_log, "worker failed", error, worker=self.name)
            self._is_out = isinstance(error, Outage)
        else:
            if self._is_out:
                _log.warning("worker goes on", worker=self.name, failures=self.failures)
            self.failures, self._is_out = 0, False


class Worker:
    """Works in rounds until told to stop; a round in hand is finished."""

    def __init__(self, name: str, work: Work, pause: float = 1.0) -> None:
        """`pause` is the longest wait between two rounds, in seconds; it grows while they fail."""
        self._watch = Watch(name)
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
        with self._watch.over():
            return await self._work()
        return False

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), self._pause_now())
        except TimeoutError:
            return
        self._woken.clear()

    def _pause_now(self) -> float:
        failures = self._watch.failures
        return min(self._pause * 2 ** min(failures, 10), LONGEST_PAUSE) if failures else self._pause
