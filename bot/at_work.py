"""The bot at work, from the first request it takes to the last one it answers."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import aiohttp
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from .app import Urakata
from .deadlines import compile_ahead
from .errors import CommitInDoubt, NotSaved, SetupError
from .platform import http
from .platform.database import PATIENCE_SECONDS
from .platform.slack.socket import Socket
from .platform.workers import Watch, Worker
from .settings import Settings
from .workspaces import service as workspaces

TICK_SECONDS = 5
RESYNC_HOURS = 1
"""Events tell us what changes; an hour is how long one that was lost may matter."""
FINISHING_SECONDS = 10
"""From the signal to the end."""
MARGIN_SECONDS = 3
"""Of these, for what is cut short and for closing the database."""
LOOKING_SECONDS = 0.25
"""How often a worker looks for what has become due by itself."""


class Running:
    """Connected, listening, ticking."""

    def __init__(self, bot: Urakata, tick_seconds: float | None = None) -> None:
        self._bot = bot
        self._tick_seconds = tick_seconds or TICK_SECONDS
        self._workers = [
            Worker("inbox", bot.inbox.work, LOOKING_SECONDS),
            Worker("outbox", bot.outbox.work, LOOKING_SECONDS),
        ]
        self._tasks: list[asyncio.Task[None]] = []
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._ticking = asyncio.Lock()
        self._over_ticks, self._over_pruning = Watch("clock"), Watch("pruning")
        self._over_resync = Watch("resync")
        self._socket: Socket | None = None
        self._site: aiohttp.web.AppRunner | None = None

    async def start(self) -> None:
        """Taking requests when this returns; what they would wait for is done before."""
        await asyncio.to_thread(compile_ahead)
        bot, settings = self._bot, self._bot.settings
        bot.database.on_commit += [worker.wake for worker in self._workers]
        self._tasks = [asyncio.create_task(worker.run()) for worker in self._workers]
        secret = settings.slack_signing_secret
        http_mode = None if settings.uses_sockets or secret is None else secret.get_secret_value()
        site = http.application(bot.app, http_mode, self.health)
        self._site = await _listening(site, settings)
        if settings.slack_app_token is not None:
            token = settings.slack_app_token.get_secret_value()
            self._socket = Socket(bot.app, token, bot.client)
            await self._socket.open()
        self._tasks.append(asyncio.create_task(self._catch_up()))
        self._scheduler.add_job(
            self._tick, "interval", seconds=self._tick_seconds, max_instances=1, coalesce=True
        )
        self._scheduler.add_job(
            self._catch_up, "interval", hours=RESYNC_HOURS, max_instances=1, coalesce=True
        )
        self._scheduler.add_job(self._prune, "interval", hours=1, max_instances=1, coalesce=True)
        self._scheduler.start()

    async def stop(self) -> None:
        """Take nothing more, finish what is in hand while there is time; the rest stays to be taken up."""
        deadline = asyncio.get_running_loop().time() + FINISHING_SECONDS - MARGIN_SECONDS
        if self._scheduler.running:
            self._scheduler.pause()
        for worker in self._workers:
            worker.stop()
        if self._socket is not None:
            await self._socket.close()
        if self._site is not None:
            await self._site.cleanup()
        try:
            async with asyncio.timeout_at(deadline):
                await self._finished()
        except TimeoutError:
            self._bot.abandon()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        await self._bot.close()

    async def _finished(self) -> None:
        """A worker's last round may still take something in hand."""
        await asyncio.gather(*self._tasks, self._has_ticked(), return_exceptions=True)
        await self._bot.settled()

    async def health(self) -> dict[str, bool]:
        return {
            "database": await self._database_is_well(),
            "saving": self._bot.database.is_saving,
            "slack": await self._is_connected(),
        }

    async def _database_is_well(self) -> bool:
        try:
            await self._bot.database.read(
                lambda session: workspaces.is_synced(session, self._bot.team_id), PATIENCE_SECONDS
            )
        except NotSaved:
            return False
        return True

    async def _is_connected(self) -> bool:
        return self._socket is None or await self._socket.is_open()

    async def _catch_up(self) -> None:
        """What changed in Slack while we were away; till then the mirror is as old as the last events."""
        with self._over_resync.over():
            await self._bot.mirror.resync(self._bot.team_id)

    async def _prune(self) -> None:
        async with self._ticking:
            with self._over_pruning.over():
                await self._bot.prune()

    async def _tick(self) -> None:
        async with self._ticking:
            with self._over_ticks.over():
                await self._bot.set_clock()
                await self._bot.tick(self._bot.clock.now())
            with suppress(NotSaved, CommitInDoubt):
                await self._bot.try_to_save()

    async def _has_ticked(self) -> None:
        """The scheduler would cut short what the clock has begun."""
        async with self._ticking:
            return


async def _listening(site: aiohttp.web.Application, settings: Settings) -> aiohttp.web.AppRunner:
    try:
        return await http.serve(site, settings.host, settings.port)
    except OSError as error:
        raise SetupError(
            f"PORT: {settings.host}:{settings.port} cannot be used: {error.strerror}."
        ) from error
