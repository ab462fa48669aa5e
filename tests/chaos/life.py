"""One life of the bot: a process from its first breath to its death."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Mapping
from datetime import timedelta
from itertools import count
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.playground import LocalSlack
from tests.chaos import victim
from tests.chaos.clock import HouseClock
from tests.scenarios.process import SECONDS_TO_START, bare_environment

_numbers = count(1)


class Life:
    def __init__(self, slack: LocalSlack, folder: Path, environment: Mapping[str, str]) -> None:
        self._slack = slack
        self._environment = {**bare_environment(), **environment}
        self._folder = folder
        self._said = folder / f"said-{next(_numbers)}"
        self._process: ForkServerProcess | None = None

    @property
    def process(self) -> ForkServerProcess:
        assert self._process is not None, "not begun"
        return self._process

    @property
    def is_alive(self) -> bool:
        return self.process.is_alive()

    @property
    def said(self) -> str:
        """On its standard output and its standard error."""
        return self._said.read_text()

    async def begin(self, clock: HouseClock, skew: timedelta) -> None:
        """Returns when it takes requests, or has died on the way; `skew` as in `victim`."""
        before = self._slack.connections
        self._process = victim.born(self._environment, self._said, clock, skew)
        deadline = asyncio.get_running_loop().time() + SECONDS_TO_START
        while self.is_alive and self._slack.connections <= before:
            if asyncio.get_running_loop().time() > deadline:
                raise AssertionError(f"it does not start: {self.said}")
            await asyncio.sleep(0.005)

    def arm(self) -> None:
        """From now on the trap counts."""
        if self.is_alive and self.process.pid:
            os.kill(self.process.pid, signal.SIGUSR1)

    async def dead(self, within: float) -> bool:
        """Whether it died by itself in time."""
        deadline = asyncio.get_running_loop().time() + within
        while self.is_alive and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
        return not self.is_alive

    async def kill(self) -> None:
        """As a power cut would; nothing where it has ended."""
        self.process.kill()
        assert await self.dead(SECONDS_TO_START)
        self.process.close()
