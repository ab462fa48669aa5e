"""The bot as a process of its own: `python -m bot …`, or, to start it at a later hour, this module."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot import running, settings
from bot.platform.clock import Clock
from bot.playground import LocalSlack

CHECKOUT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 30
SECONDS_TO_LEAVE = 20


@dataclass(frozen=True)
class Said:
    """What a command that ended left behind."""

    code: int
    out: str
    err: str


class Program:
    """One `python -m bot …` in a folder of its own, seeing nothing of this process's settings."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._environment = {**bare_environment(), **environment}
        self._process: Process | None = None

    async def run(self, *arguments: str) -> Said:
        """To its end: a start and what it does."""
        await self.start("-m", "bot", *arguments)
        return await self.ended(SECONDS_TO_START + SECONDS_TO_LEAVE)

    async def start(self, *arguments: str) -> None:
        """Python with these arguments, in a process group of its own."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            cwd=self._folder,
            env=self._environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )

    @property
    def process(self) -> Process:
        assert self._process is not None, "not started"
        return self._process

    async def ended(self, within: float = SECONDS_TO_LEAVE) -> Said:
        """Once it has ended by itself or by a signal; raises TimeoutError."""
        out, err = await asyncio.wait_for(self.process.communicate(), within)
        return Said(self.process.returncode or 0, out.decode(), err.decode())

    async def terminate(self) -> Said:
        self.process.send_signal(signal.SIGTERM)
        return await self.ended()

    async def interrupt(self) -> Said:
        """As Ctrl+C does: whatever it has started is told as well."""
        os.killpg(self.process.pid, signal.SIGINT)
        return await self.ended()

    async def kill(self) -> None:
        """As a power cut would, with whatever it has started; nothing where it has ended."""
        if self.process.returncode is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        await self.ended()

    def has_left_nothing(self) -> bool:
        """Neither itself nor anything it had started still runs."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return True
        return False

    async def line(self, within: float = SECONDS_TO_START) -> str:
        """The next line of its standard output."""
        assert self.process.stdout is not None
        found = await asyncio.wait_for(self.process.stdout.readline(), within)
        return found.decode().rstrip("\n")


class Bot(Program):
    """`run`, connected to a local Slack over Socket Mode."""

    def __init__(self, slack: LocalSlack, folder: Path, environment: Mapping[str, str]) -> None:
        super().__init__(folder, environment)
        self._slack = slack

    async def connect(self, ahead: timedelta = timedelta()) -> None:
        """Returns once it takes requests; `ahead` is by how much its clock differs from the machine's."""
        later = ("-m", __name__, str(ahead.total_seconds()))
        await self.start(*(later if ahead else ("-m", "bot", "run")))
        await self._slack.connected(SECONDS_TO_START)

    async def kill(self) -> None:
        """Returns once Slack has seen it go."""
        await super().kill()
        await until(lambda: not self._slack.core.deliveries.transport.reachable)


class ClockAhead(Clock):
    """Goes on by itself, later than the machine's: what a process meets that was away for a while."""

    def __init__(self, ahead: timedelta) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        return super().now() + self.ahead


async def until(condition: Callable[[], bool | Awaitable[bool]]) -> None:
    """Raises AssertionError when it has not come true in the time a start may take."""
    for _ in range(SECONDS_TO_START * 50):
        found = condition()
        if await found if isinstance(found, Awaitable) else found:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come true")


def one_line(said: Said) -> str:
    """What it gave as its reason for not starting."""
    assert said.code == 2
    lines = said.err.splitlines()
    assert len(lines) == 1, said.err
    assert lines[0].startswith("urakata: ")
    return lines[0]


@contextmanager
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield int(listening.getsockname()[1])


def bare_environment() -> dict[str, str]:
    """Ours without what a developer may have set for a bot of their own."""
    ours = {name.upper() for name in settings.Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "PYTHONPATH": str(CHECKOUT)}


def logged(said: Said) -> list[dict[str, Any]]:
    """The lines of its log."""
    return [json.loads(line) for line in said.err.splitlines()]


if __name__ == "__main__":
    asyncio.run(running.run(settings.read(), ClockAhead(timedelta(seconds=float(sys.argv[1])))))
