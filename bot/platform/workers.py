"""Keeping a worker going: while there is work, and again whenever something was committed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from . import logs

Work = Callable[[], Awaitable[bool]]
"""One round; False when there was nothing to do."""

LONGEST_PAUSE = 5.0
"""Seconds between two tries of what keeps failing, so that it goes on soon after it is mended."""

_log = logs.logger(__name__)


class Watch:
    """Over what is done again and again: says what goes wrong with it, of the same thing ever more seldom."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.failures = 0
        """How often in a row."""
        self._last, self._times = "", 0

    @contextmanager
    def over(self) -> Iterator[None]:
        """What is raised within ends here."""
        try:
            yield
        except Exception as error:
            self.failures += 1
            self._note(error)
        else:
            if self.failures:
                _log.warning("worker goes on", worker=self.name, failures=self.failures)
            self.failures, self._last = 0, ""

    def _note(self, error: Exception) -> None:
        """The first time, the second, the fourth, the eighth, …"""
        self._times = self._times + 1 if repr(error) == self._last else 1
        self._last = repr(error)
        if self._times.bit_count() == 1:
            logs.failed(_log, "worker failed", error, worker=self.name, times=self._times)


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
