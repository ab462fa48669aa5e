"""The app as a process of its own, which can be killed and started again."""

import asyncio
import os
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

SECONDS_TO_LEAVE = 10.0


class Program:
    """`on_change` hears when it started and when it is gone, `failed` the exit code when nobody ended it.

    The app's standard input says nothing, and ends when this process does, however it ended. It runs in a
    process group of its own: Ctrl-C at the terminal is heard here alone, and the app is told to end when
    its turn has come, not in the midst of its start.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], failed: Callable[[int], None]
    ) -> None:
        self.on_change: list[Callable[[], None]] = []
        self._command = command
        self._environment = environment
        self._failed = failed
        self._process: Process | None = None
        self._watching: asyncio.Task[None] | None = None
        self._ended_by_us = False

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Nothing happens while it runs."""
        if self.running:
            return
        self._ended_by_us = False
        self._process = await asyncio.create_subprocess_exec(
            *self._command, env=self._environment, stdin=PIPE, process_group=0
        )
        self._watching = asyncio.create_task(self._watch(self._process))
        self._changed()

    async def kill(self) -> None:
        """As a power cut would; returns when it is gone."""
        if self._process is not None and self.running:
            self._ended_by_us = True
            _send(signal.SIGKILL, self._process)
            await self.gone()

    async def end(self) -> int:
        """Asks first, then insists; the exit code, 0 for one that went by our signal."""
        if self._process is None:
            return 0
        if self.running:
            self._ended_by_us = True
            _send(signal.SIGTERM, self._process)
            try:
                await asyncio.wait_for(self._process.wait(), SECONDS_TO_LEAVE)
            except TimeoutError:
                _send(signal.SIGKILL, self._process)
        await self.gone()
        return max(self._process.returncode or 0, 0)

    async def gone(self) -> None:
        """Returns when it has ended, and everybody was told."""
        if self._watching is not None:
            await asyncio.shield(self._watching)

    async def _watch(self, process: Process) -> None:
        code = await process.wait()
        if not self._ended_by_us:
            self._failed(code)
        self._changed()

    def _changed(self) -> None:
        for listener in self.on_change:
            listener()


def _send(number: signal.Signals, process: Process) -> None:
    """Up to Python 3.12 the process's own way may take its exit code away from who waits for it.
    https://github.com/python/cpython/issues/87744
    """
    with suppress(ProcessLookupError):
        os.kill(process.pid, number)
