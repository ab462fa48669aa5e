"""The composition root: the one file that names every feature and wires them."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import aiohttp
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from .digests import jobs as digest_jobs
from .digests import listeners as digest_listeners
from .digests import model as digest_model
from .digests import service as digest_service
from .errors import NotSaved, SetupError
from .home import listeners as home_listeners
from .home.listeners import Doors
from .home.settings_listeners import SettingsDoor
from .memos import export_listeners as memo_exports
from .memos import listeners as memo_listeners
from .memos import menu_listeners as memo_menu_listeners
from .memos import model as memo_model
from .memos import source_listeners as memo_source_listeners
from .memos import sources as memo_sources
from .platform import cards, files, http, logs, schedule
from .platform.clock import Clock
from .platform.database import Database
from .platform.fates import Fates, Follower
from .platform.inbox import Event, Handler, Inbox
from .platform.outbox import Outbox
from .platform.slack import Answers, Door, Errands, Reader
from .platform.slack.app import App, Auth
from .platform.slack.door import Sieve
from .platform.slack.socket import Socket
from .platform.tables import Base
from .platform.workers import Worker
from .reflections import jobs as reflection_jobs
from .reflections import listeners as reflection_listeners
from .reflections import model as reflection_model
from .reflections import prompts as reflection_prompts
from .reflections import reminders as reflection_reminders
from .settings import Settings
from .tasks import export_listeners as task_exports
from .tasks import listeners as task_listeners
from .tasks import menu_listeners as task_menu_listeners
from .tasks import model as task_model
from .tasks import request_listeners as task_request_listeners
from .tasks import sources as task_sources
from .tasks import unowned, unowned_jobs, unowned_listeners, unowned_model
from .tasks.event_listeners import Owners
from .workspaces import mirror, nudge_listeners, nudge_model, nudges
from .workspaces import service as workspaces
from .workspaces.listeners import Mirror

METADATA = Base.metadata
"""Every table: each feature's model is imported through its service."""
NUDGES = {
    unowned_model.CARD: unowned_listeners.REMINDER,
    reflection_reminders.KIND: reflection_jobs.REMINDER,
}
"""What people are reminded of, by kind."""
RENDERS: dict[str, cards.Render] = {
    memo_model.CARD: memo_listeners.rendered,
    memo_model.QUESTION_CARD: memo_source_listeners.rendered,
    task_model.CARD: task_listeners.rendered,
    task_model.REQUEST_CARD: task_request_listeners.rendered,
    digest_model.CARD: digest_jobs.rendered,
    reflection_model.PROMPT_CARD: reflection_jobs.rendered,
    reflection_model.CARD: reflection_listeners.rendered,
    unowned_model.CARD: unowned_listeners.rendered,
    nudge_model.CARD: nudge_listeners.renderer(NUDGES),
}
WRITERS: dict[str, files.Write] = {
    "memos": memo_exports.written,
    memo_exports.ONE: memo_exports.one_written,
    "tasks": task_exports.written,
}
"""What writes each kind of file."""
KEEPS = {"memo": memo_listeners.keep_said, "task": task_listeners.keep_said}
"""What keeps a message somebody pointed at, by door."""
FOLLOWERS = (
    Follower(memo_sources.knows, memo_sources.heard),
    Follower(task_sources.knows, task_sources.heard),
    Follower(cards.knows, cards.heard),
)
"""Who hears what became of a message."""
JOBS = {
    digest_service.KIND: digest_jobs.post,
    unowned.KIND: unowned_jobs.look,
    reflection_prompts.KIND: reflection_jobs.post,
}
"""What each kind of schedule posts when its slot is due."""
AUTOMATIC = (digest_service.AUTOMATIC, unowned.AUTOMATIC, reflection_prompts.AUTOMATIC)
"""What a channel may have posted by itself, as its settings show it; each has its job."""
TICK_SECONDS = 5
RESYNC_HOURS = 1
"""Events tell us what changes; an hour is how long one that was lost may matter."""
FINISHING_SECONDS = 10

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
        doors = Doors(self.database, errands, reader, KEEPS, bot_user_id)
        owners, fates = Owners(self.database, clock), Fates(self.database, clock, bot_user_id, FOLLOWERS)
        listening = (self.mirror, owners, doors, fates)
        self.inbox = Inbox(self.database, clock, together(*(each.handlers() for each in listening)))
        compose = files.composer(WRITERS, workspaces.viewer, clock.now, cards.composer(RENDERS, clock.now))
        self.outbox = Outbox(self.database, self.client, clock, compose, cards.settle)
        self.door.wanted_events = frozenset(self.inbox.handlers)
        self.door.sieves = {
            **dict.fromkeys(fates.handlers(), fates.concerns),
            "message": either(doors.concerns, self.mirror.concerns),
        }
        register(self.app)

    async def prepare(self) -> None:
        """Know the workspace, and its people before the first of them speaks."""
        await self.database.write(lambda session: mirror.keep_workspace(session, self.auth), None)
        if not await self.database.read(lambda session: workspaces.is_synced(session, self.team_id)):
            await self.mirror.resync(self.team_id)

    async def tick(self, now: datetime) -> int:
        """Post what is due; how many posts there were. Any number of processes may tick."""
        taken = 0
        for find, post in ROUNDS:
            for due in await self.database.read(partial(find, now=now)):
                taken += await self.database.write(partial(post, due=due, now=now), None)
        return taken

    async def drain(self) -> None:
        """Until everything that is due was handled and sent."""
        while await self.inbox.work() or await self.outbox.work():
            pass
        await self.answers.settled()

    async def close(self) -> None:
        await self.answers.settled()
        await asyncio.to_thread(self.database.close)


class Running:
    """The bot at work: connected, listening, ticking."""

    def __init__(self, bot: Urakata) -> None:
        self._bot = bot
        self._workers = [Worker("inbox", bot.inbox.work), Worker("outbox", bot.outbox.work)]
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
        self._scheduler.start()

    async def stop(self) -> None:
        """Take nothing more, finish what is in hand."""
        self._scheduler.shutdown(wait=False)
        if self._socket is not None:
            await self._socket.close()
        if self._site is not None:
            await self._site.cleanup()
        for worker in self._workers:
            worker.stop()
        _, unfinished = await asyncio.wait(self._tasks, timeout=FINISHING_SECONDS)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
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

    async def _tick(self) -> None:
        await self._bot.tick(self._bot.clock.now())


def together(*listening: Mapping[str, Sequence[Handler]]) -> dict[str, list[Handler]]:
    """Everyone who listens for an event hears it, in this order."""
    heard: dict[str, list[Handler]] = defaultdict(list)
    for handlers in listening:
        for name, each in handlers.items():
            heard[name] += each
    return dict(heard)


def either(*sieves: Sieve) -> Sieve:
    """An event that one of them wants is kept."""

    async def wanted(event: Event) -> bool:
        return any([await sieve(event) for sieve in sieves])

    return wanted


def register(app: App) -> None:
    commands = {
        "memo": memo_listeners.register(app),
        "task": task_listeners.register(app),
        "weekly": reflection_listeners.register(app),
    }
    memo_menu_listeners.register(app)
    memo_source_listeners.register(app)
    task_menu_listeners.register(app)
    task_request_listeners.register(app)
    unowned_listeners.register(app)
    nudge_listeners.register(app)
    digest_listeners.register(app)
    home_listeners.register(app, commands, SettingsDoor(AUTOMATIC))


def client_for(settings: Settings) -> AsyncWebClient:
    """Retrying is the outbox's business: the SDK's own retries post twice."""
    return AsyncWebClient(
        settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        timeout=10,
        retry_handlers=[],
    )


async def introduced(settings: Settings) -> Auth:
    """Who we are. Raises SetupError when Slack does not know the token, or cannot be reached."""
    try:
        response = await client_for(settings).auth_test()
    except SlackApiError as error:
        raise SetupError(f"SLACK_BOT_TOKEN: Slack says {error.response.get('error')}.") from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise SetupError(f"Slack cannot be reached at {settings.slack_api_url}: {error}") from error
    await _app_token_is_good(settings)
    headers = {str(name).lower(): value for name, value in response.headers.items()}
    return {
        **dict(response.data if isinstance(response.data, dict) else {}),
        "scopes": headers.get("x-oauth-scopes", ""),
    }


async def _app_token_is_good(settings: Settings) -> None:
    """The socket's own client would try for ever."""
    if settings.slack_app_token is None:
        return
    try:
        await client_for(settings).apps_connections_open(
            app_token=settings.slack_app_token.get_secret_value()
        )
    except SlackApiError as error:
        raise SetupError(f"SLACK_APP_TOKEN: Slack says {error.response.get('error')}.") from error


def _post(session: Session, due: int, now: datetime) -> bool:
    taken = schedule.take(session, due, now)
    if taken is not None:
        JOBS[taken.schedule.kind](session, taken, now)
    return taken is not None


def _name_unowned(session: Session, due: unowned.Where, now: datetime) -> bool:
    return unowned.alert(session, due, now) is not None


def _nudge(session: Session, due: nudges.Whom, now: datetime) -> bool:
    return nudges.deliver(session, due, NUDGES, now)


ROUNDS: list[tuple[Callable[..., Sequence[Any]], Callable[..., bool]]] = [
    (schedule.due, _post),
    (unowned.due, _name_unowned),
    (nudges.due, _nudge),
]
"""What the clock starts, in this order: what is due now, and how each of it is done once."""


async def _listening(site: aiohttp.web.Application, settings: Settings) -> aiohttp.web.AppRunner:
    try:
        return await http.serve(site, settings.host, settings.port)
    except OSError as error:
        raise SetupError(
            f"PORT: {settings.host}:{settings.port} cannot be used: {error.strerror}."
        ) from error
