"""The bot as the harness runs it, told where to die. Nothing of this is in the bot.

A life is a process of its own, forked from one that has everything imported already. CHAOS_DIES_AT=POINT:N
kills it -9 when it passes that point for the Nth time, counted from the moment it gets SIGUSR1; while it
migrates, from the beginning.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from alembic.runtime.migration import HeadMaintainer
from sqlalchemy import Connection, Engine, ExceptionContext, event
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.orm import configure_mappers

from bot import running, settings
from bot.app import Urakata
from bot.platform import engines
from bot.platform.inbox import Inbox
from bot.platform.outbox import Outbox
from bot.platform.slack.app import App
from bot.platform.slack.door import Door
from tests import no_room
from tests.chaos.clock import HouseClock, SharedHouseClock, set_machine

VARIABLE = "CHAOS_DIES_AT"
MIGRATING = "migrating"
BEFORE, AFTER = "before", "after"
POINTS: dict[str, tuple[str, type, str]] = {
    "before-commit": (BEFORE, DefaultDialect, "do_commit"),
    "after-commit": (AFTER, DefaultDialect, "do_commit"),
    "before-acknowledging": (AFTER, App, "async_dispatch"),
    "claimed": (BEFORE, Outbox, "_tried"),
    "sent": (AFTER, Outbox, "_tried"),
    "marked": (AFTER, Outbox, "_deliver"),
    "event-kept": (AFTER, Door, "_events"),
    "event-handled": (BEFORE, Inbox, "_done"),
    "ticked": (AFTER, Urakata, "tick"),
    MIGRATING: (BEFORE, HeadMaintainer, "update_to_step"),
}
"""By name: before or after which method."""
TICK_SECONDS = 0.5
FULL, NO_ROOM = "full", "no-room"
"""Files in the folder of the house."""
Method = Callable[..., Any]

configure_mappers()
_nursery = multiprocessing.get_context("forkserver")
_nursery.set_forkserver_preload(["tests.chaos.cycles", __name__])


def born(environment: Mapping[str, str], said: Path, clock: HouseClock, skew: timedelta) -> ForkServerProcess:
    """A process that has begun, the clock of its machine wrong by `skew`; what it says goes into a file."""
    process = _nursery.Process(target=_live, args=(dict(environment), said, clock, skew), daemon=True)
    process.start()
    return process


def _live(environment: dict[str, str], said: Path, clock: HouseClock, skew: timedelta) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(said.parent)
    file = os.open(said, os.O_WRONLY | os.O_CREAT)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(file, stream.fileno())
    if dies_at := environment.get(VARIABLE):
        point, _, passes = dies_at.partition(":")
        set_trap(point, int(passes))
    set_machine(skew)
    _watch_room()
    found = settings.read()
    shared = not engines.is_sqlite(found.database_url)
    asyncio.run(running.run(found, SharedHouseClock(clock) if shared else clock, TICK_SECONDS))


def _watch_room() -> None:
    """SQLite's file may not grow while FULL is there; NO_ROOM is there once that was met."""

    @event.listens_for(Engine, "begin")
    def begun(connection: Connection) -> None:
        if connection.dialect.name == "sqlite":
            no_room.may_grow(connection, not Path(FULL).exists())

    @event.listens_for(Engine, "handle_error")
    def refused(context: ExceptionContext) -> None:
        if any(said in str(context.original_exception) for said in ("is full", "No space left")):
            Path(NO_ROOM).touch()


def set_trap(point: str, passes: int) -> None:
    when, owner, name = POINTS[point]
    left, armed = [passes], [point == MIGRATING]
    signal.signal(signal.SIGUSR1, lambda _number, _frame: armed.__setitem__(0, True))

    def passed() -> None:
        left[0] -= armed[0]
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    method: Method = getattr(owner, name)
    trapped = _async if inspect.iscoroutinefunction(method) else _sync
    setattr(owner, name, trapped(method, passed, when))


def _sync(method: Method, passed: Callable[[], None], when: str) -> Method:
    @functools.wraps(method)
    def trapped(*given: Any, **named: Any) -> Any:
        if when == BEFORE:
            passed()
        result = method(*given, **named)
        if when == AFTER:
            passed()
        return result

    return trapped


def _async(method: Method, passed: Callable[[], None], when: str) -> Method:
    @functools.wraps(method)
    async def trapped(*given: Any, **named: Any) -> Any:
        if when == BEFORE:
            passed()
        result = await method(*given, **named)
        if when == AFTER:
            passed()
        return result

    return trapped
