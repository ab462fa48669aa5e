"""The composition root: the one file that names every feature and wires them."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

import aiohttp
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from slack_sdk.errors import SlackApiError
from sqlalchemy.orm import Session

from .digests import jobs as digest_jobs
from .digests import listeners as digest_listeners
from .digests import model as digest_model
from .digests import service as digest_service
from .errors import NotSaved, SetupError
from .home import listeners as home_listeners
from .home.listeners import Doors
from .memos import export_listeners as memo_exports
from .memos import listeners as memo_listeners
from .memos import menu_listeners as memo_menu_listeners
from .memos import model as memo_model
from .platform import cards, files, http, logs, pruning, schedule
from .platform.clock import Clock
from .platform.database import Database
from .platform.inbox import Handler, Inbox
from .platform.notices import Carer, Notices
from .platform.outbox import Outbox, parking
from .platform.outbox.endings import Endings
from .platform.outbox.pauses import PEOPLE
from .platform.slack import Answers, Door, Errands, Reader, doubts
from .platform.slack.app import App, Auth
from .platform.slack.auth import client_for
from .platform.slack.socket import Socket
from .platform.tables import Base
from .platform.texts import texts_for
from .platform.workers import Worker
from .settings import Settings
from .tasks import export_listeners as task_exports
from .tasks import listeners as task_listeners
from .tasks import menu_listeners as task_menu_listeners
from .tasks import model as task_model
from .tasks import request_listeners as task_request_listeners
from .tasks.event_listeners import Owners
from .workspaces import mirror
from .workspaces import service as workspaces
from .workspaces import views as workspace_views
from .workspaces.listeners import Mirror

METADATA = Base.metadata
"""Every table: each feature's model is imported through its service."""
RENDERS: dict[str, cards.Render] = {
    memo_model.CARD: memo_listeners.rendered,
    task_model.CARD: task_listeners.rendered,
    task_model.REQUEST_CARD: task_request_listeners.rendered,
    digest_model.CARD: digest_jobs.rendered,
}
WRITERS: dict[str, files.Write] = {"memos": memo_exports.written, "tasks": task_exports.written}
"""What writes each kind of file."""
KEEPS = {"memo": memo_listeners.keep_said, "task": task_listeners.keep_said}
"""What keeps a message somebody pointed at, by door."""
JOBS = {digest_service.KIND: digest_jobs.post}
"""What each kind of schedule posts when its slot is due."""
TICK_SECONDS = 5
RESYNC_HOURS = 1
"""Events tell us what changes; an hour is how long one that was lost may matter."""
FINISHING_SECONDS = 10
"""From the signal to the end."""
MARGIN_SECONDS = 2
"""Of these, for what is cut short and for closing the database."""
LOOKING_SECONDS = 0.25
"""How often a worker looks for what has become due by itself."""

_log = logs.logger(__name__)


class Urakata:
    """One process of the bot: its doors, its workers, its clock."""

    def __init__(self, settings: Settings, clock: Clock, auth: Auth) -> None:
        self.settings = settings
        self.clock = clock
        self.auth = auth
        self.team_id: str = auth["team_id"]
        self.database = Database(settings.database_url)
        self.client = client_for(settings)
        self.answers = Answers()
        self.app = App(settings.slack_api_url, settings.slack_bot_token.get_secret_value(), auth)
        self.door = Door(self.app, self.client, self.database, clock, workspaces.viewer, self.answers)
        reader, bot_user_id = Reader(self.client), auth["user_id"]
        self.mirror = Mirror(self.database, reader, clock, bot_user_id)
        errands = Errands(self.database, clock, workspaces.viewer)
        doors = Doors(errands, reader, KEEPS, bot_user_id)
        owners = Owners(self.database, clock)
        compose = files.composer(WRITERS, workspaces.viewer, clock.now, cards.composer(RENDERS, clock.now))
        notices = Notices(_carer, compose)
        heard = together(self.mirror.handlers(), owners.handlers(), doors.handlers())
        self.inbox = Inbox(self.database, clock, heard, notices.event)
        endings = Endings(cards.settle, cards.forget, notices.posting)
        self.outbox = Outbox(self.database, self.client, clock, compose, endings)
        self.door.wanted_events = frozenset(self.inbox.handlers)
        register(self.app)

    async def prepare(self) -> None:
        """Know the workspace, and its people before the first of them speaks."""
        now = self.clock.now()
        await self.database.write(lambda session: mirror.keep_workspace(session, self.auth), None)
        await self.database.write(
            lambda session: parking.resume_installation(session, self.team_id, now), None
        )
        if not await self.database.read(lambda session: workspaces.is_synced(session, self.team_id)):
            await self.mirror.resync(self.team_id)

    async def tick(self, now: datetime) -> int:
        """Post what is due; how many slots were taken. Any number of processes may tick.

        What goes wrong with one schedule is raised when the others have been served.
        """
        ids = await self.database.read(lambda session: schedule.due(session, now))
        posting = (self.database.write(partial(_post, schedule_id=each, now=now), None) for each in ids)
        taken = await asyncio.gather(*posting, return_exceptions=True)
        for trouble in taken:
            if isinstance(trouble, BaseException):
                raise trouble
        return sum(each for each in taken if isinstance(each, int))

    async def prune(self) -> None:
        """Forget what has been done with for long."""
        now = self.clock.now()
        while await self.database.write(lambda session: pruning.prune(session, now), None):
            pass

    async def drain(self) -> None:
        """Until everything that is due was handled and sent."""
        while await self.inbox.drain() or await self.outbox.drain():
            pass
        await self.answers.settled()

    async def settled(self) -> None:
        """When everything in hand has ended."""
        await asyncio.gather(self.inbox.settled(), self.outbox.settled(), self.answers.settled())

    def abandon(self) -> None:
        """What is in hand is taken up later, by whoever runs then."""
        self.inbox.abandon()
        self.outbox.abandon()
        self.answers.abandon()

    async def close(self) -> None:
        await self.answers.settled()
        await asyncio.to_thread(self.database.close)


class Running:
    """The bot at work: connected, listening, ticking."""

    def __init__(self, bot: Urakata) -> None:
        self._bot = bot
        self._workers = [
            Worker("inbox", bot.inbox.work, LOOKING_SECONDS),
            Worker("outbox", bot.outbox.work, LOOKING_SECONDS),
        ]
        self._tasks: list[asyncio.Task[None]] = []
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._socket: Socket | None = None
        self._site: aiohttp.web.AppRunner | None = None

    async def start(self) -> None:
        """Taking requests when this returns."""
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
        self._scheduler.add_job(self._tick, "interval", seconds=TICK_SECONDS, max_instances=1, coalesce=True)
        self._scheduler.add_job(
            self._catch_up, "interval", hours=RESYNC_HOURS, max_instances=1, coalesce=True
        )
        self._scheduler.add_job(self._prune, "interval", hours=1, max_instances=1, coalesce=True)
        self._scheduler.start()

    async def stop(self) -> None:
        """Take nothing more, finish what is in hand while there is time; the rest stays to be taken up."""
        deadline = asyncio.get_running_loop().time() + FINISHING_SECONDS - MARGIN_SECONDS
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        for worker in self._workers:
            worker.stop()
        if self._socket is not None:
            await self._socket.close()
        if self._site is not None:
            await self._site.cleanup()
        try:
            async with asyncio.timeout_at(deadline):
                await asyncio.gather(*self._tasks, self._bot.settled(), return_exceptions=True)
        except TimeoutError:
            self._bot.abandon()
        await self._bot.close()

    async def health(self) -> dict[str, bool]:
        return {"database": await self._database_is_well(), "slack": await self._is_connected()}

    async def _database_is_well(self) -> bool:
        try:
            await self._bot.database.read(lambda session: workspaces.is_synced(session, self._bot.team_id))
        except NotSaved:
            return False
        return True

    async def _is_connected(self) -> bool:
        return self._socket is None or await self._socket.is_open()

    async def _catch_up(self) -> None:
        """What changed in Slack while we were away."""
        try:
            await self._bot.mirror.resync(self._bot.team_id)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, NotSaved):
            _log.exception("resync failed; the mirror is as old as the last events")

    async def _prune(self) -> None:
        await self._bot.prune()

    async def _tick(self) -> None:
        await self._bot.tick(self._bot.clock.now())


def together(*listening: Mapping[str, Sequence[Handler]]) -> dict[str, list[Handler]]:
    """Everyone who listens for an event hears it, in this order."""
    heard: dict[str, list[Handler]] = defaultdict(list)
    for handlers in listening:
        for name, each in handlers.items():
            heard[name] += each
    return dict(heard)


def register(app: App) -> None:
    commands = {"memo": memo_listeners.register(app), "task": task_listeners.register(app)}
    memo_menu_listeners.register(app)
    task_menu_listeners.register(app)
    task_request_listeners.register(app)
    digest_listeners.register(app)
    home_listeners.register(app, commands)
    doubts.register(app)


def _carer(session: Session, team_id: str, place_id: str) -> Carer | None:
    """For what goes to a person that person; for a channel its carer, who may have left it."""
    if place_id.startswith(PEOPLE):
        viewer = workspaces.viewer(session, team_id, place_id, "")
        return Carer(viewer, texts_for(viewer)("delivery.direct"))
    here = workspaces.carer_of(session, team_id, place_id)
    carer_id = here or workspaces.last_carer_of(session, team_id, place_id)
    if carer_id is None:
        return None
    viewer = workspaces.viewer(session, team_id, carer_id, place_id)
    channel = workspaces.channel_of(session, team_id, place_id)
    places = workspace_views.places([channel], texts_for(viewer))
    return Carer(viewer, places[place_id] if here else None)


def _post(session: Session, schedule_id: int, now: datetime) -> int:
    due = schedule.take(session, schedule_id, now)
    if due is None:
        return 0
    JOBS[due.schedule.kind](session, due, now)
    return 1


async def _listening(site: aiohttp.web.Application, settings: Settings) -> aiohttp.web.AppRunner:
    try:
        return await http.serve(site, settings.host, settings.port)
    except OSError as error:
        raise SetupError(
            f"PORT: {settings.host}:{settings.port} cannot be used: {error.strerror}."
        ) from error
