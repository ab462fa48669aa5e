"""What `run` and `tick` do."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from .app import Urakata
from .at_work import FINISHING_SECONDS, Running
from .errors import CommitInDoubt, NotSaved, SetupError
from .platform import engines, lockfile, logs, migrations
from .platform.clock import Clock, SharedClock, StoppedClock
from .platform.slack import account
from .platform.slack.socket import TROUBLES
from .settings import Settings

_log = logs.logger(__name__)


async def run(settings: Settings, clock: Clock | None = None, tick_seconds: float | None = None) -> None:
    """Until SIGTERM or SIGINT. An empty or older database is brought to the newest schema first.

    Before it can be reached nothing is in hand, so a signal ends it there and then. The clock is the
    machine's, or with replicas that of their database, unless another is handed in; no setting and no
    option of the command does that.
    """
    logs.configure(settings.log_level)
    with lockfile.alone(settings.database_url):
        bot = await opened(settings, clock or _clock(settings))
        running, stop = Running(bot, tick_seconds), _told_to_stop()
        if await _started(running, stop):
            _log.info("ready", mode="socket" if settings.uses_sockets else "http", team=bot.team_id)
            await stop.wait()
        _log.info("stopping")
        with _at_the_latest(FINISHING_SECONDS - 1):
            await running.stop()


async def tick(settings: Settings, at: datetime | None, *, ahead_is_meant: bool) -> int:
    """How many slots were taken; what they post is sent before this returns.

    Raises SetupError for an instant ahead of the real clock unless it is meant: the slots taken
    stay taken, and their posts would be missing when their time really comes.
    """
    logs.configure("WARNING")
    clock = _clock_at(at, ahead_is_meant) if at else _clock(settings)
    bot = await opened(settings, clock)
    taken = await bot.tick(clock.now())
    await bot.drain()
    await bot.close()
    return taken


async def opened(settings: Settings, clock: Clock) -> Urakata:
    """A bot that knows its workspace, on a database with the newest schema.

    Raises SetupError for what whoever runs it can mend.
    """
    await asyncio.to_thread(migrations.upgrade, settings.database_url)
    bot = Urakata(settings, clock, await account.introduced(settings))
    try:
        await bot.prepare()
    except (NotSaved, CommitInDoubt) as error:
        raise SetupError(f"DATABASE_URL: nothing can be saved: {error}.") from error
    except TROUBLES as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise SetupError(f"Slack could not be read: {reason} See `check`.") from error
    return bot


async def _started(running: Running, stop: asyncio.Event) -> bool:
    """False when it was told to stop before it was ready."""
    starting, told = asyncio.create_task(running.start()), asyncio.create_task(stop.wait())
    await asyncio.wait((starting, told), return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if starting.done():
        await starting
        return True
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)
    return False


def _clock(settings: Settings) -> Clock:
    return Clock() if engines.is_sqlite(engines.normalized(settings.database_url)) else SharedClock()


def _clock_at(at: datetime, ahead_is_meant: bool) -> Clock:
    instant = at if at.tzinfo else at.replace(tzinfo=UTC)
    if instant > Clock().now() and not ahead_is_meant:
        raise SetupError(
            f"{instant.isoformat()} is ahead of the clock: what is posted now would not be posted again when "
            "that time comes. On a copy or a test database, add --yes."
        )
    return StoppedClock(instant)


@contextmanager
def _at_the_latest(seconds: int) -> Iterator[None]:
    """The process ends then, even if a server still says nothing: as after a kill, nothing is lost."""

    def leave(_number: int, _frame: object) -> None:
        _log.error("left without waiting for an answer")
        os._exit(1)

    signal.signal(signal.SIGALRM, leave)
    signal.alarm(seconds)
    yield
    signal.alarm(0)


def _told_to_stop() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop
