"""The composition root: the one file that names every feature and wires them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from .digests import jobs as digest_jobs
from .digests import listeners as digest_listeners
from .digests import model as digest_model
from .digests import reminders as digest_reminders
from .digests import service as digest_service
from .home import listeners as home_listeners
from .home.listeners import Doors
from .memos import export_listeners as memo_exports
from .memos import listeners as memo_listeners
from .memos import menu_listeners as memo_menu_listeners
from .memos import model as memo_model
from .memos import request_listeners as memo_request_listeners
from .memos import source_listeners as memo_source_listeners
from .memos import sources as memo_sources
from .memos import thread_listeners as memo_thread_listeners
from .platform import cards, files, pruning, receipts, schedule
from .platform.clock import Clock
from .platform.database import Database
from .platform.fates import Fates, Follower
from .platform.ids import PEOPLE
from .platform.inbox import Inbox, together
from .platform.notices import Carer, Notices
from .platform.outbox import Outbox, parking
from .platform.outbox.endings import Endings
from .platform.slack import Answers, Door, Errands, Reader, doubts
from .platform.slack.account import client_for
from .platform.slack.app import App, Auth
from .platform.slack.door import either
from .platform.tables import Base
from .platform.texts import texts_for
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
from .tasks import orphans, unowned, unowned_jobs, unowned_listeners, unowned_model
from .tasks import request_listeners as task_request_listeners
from .tasks import sources as task_sources
from .workspaces import mirror, nudge_listeners, nudge_model, nudges
from .workspaces import service as workspaces
from .workspaces import views as workspace_views
from .workspaces.listeners import Mirror

METADATA = Base.metadata
"""Every table: each feature's model is imported through its service."""
NUDGES = {
    unowned_model.CARD: unowned_listeners.REMINDER,
    orphans.KIND: unowned_listeners.ORPHANS,
    reflection_reminders.KIND: reflection_jobs.REMINDER,
    digest_reminders.KIND: digest_jobs.REMINDER,
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
KEEPS_ONCE = {**KEEPS, "task": task_listeners.keep_ticked}
"""The same for an emoji, which several people may put on one message."""
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

Find = Callable[..., Sequence[Any]]
Post = Callable[..., bool]


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
        self.mirror = Mirror(self.database, reader, clock, bot_user_id, orphans.leave)
        errands = Errands(self.database, clock, workspaces.viewer)
        doors = Doors(self.database, errands, reader, KEEPS, KEEPS_ONCE, bot_user_id)
        fates = Fates(self.database, clock, bot_user_id, FOLLOWERS)
        compose = files.composer(WRITERS, workspaces.viewer, clock.now, cards.composer(RENDERS, clock.now))
        notices = Notices(_carer, compose)
        heard = together(*(each.handlers() for each in (self.mirror, doors, fates)))
        self.inbox = Inbox(self.database, clock, heard, notices.event)
        endings = Endings(cards.settle, notices.posting)
        self.outbox = Outbox(self.database, self.client, clock, compose, endings)
        self.door.wanted_events = frozenset(self.inbox.handlers)
        self.door.sieves = {
            **dict.fromkeys(fates.handlers(), fates.concerns),
            "message": either(doors.concerns, self.mirror.concerns),
        }
        register(self.app)

    async def prepare(self) -> None:
        """Know what time it is, the workspace, and its people before the first of them speaks."""
        await self.set_clock()
        now = self.clock.now()
        await self.database.write(lambda session: mirror.keep_workspace(session, self.auth), None)
        await self.database.write(
            lambda session: parking.resume_installation(session, self.team_id, now), None
        )
        if not await self.database.read(lambda session: workspaces.is_synced(session, self.team_id)):
            await self.mirror.resync(self.team_id)

    async def set_clock(self) -> None:
        """All replicas go by one clock, their database's."""
        await self.clock.agree(self.database.now)

    async def tick(self, now: datetime) -> int:
        """Post what is due; how many posts there were. Any number of processes may tick.

        What goes wrong with one of them is raised when the others have been served.
        """
        done = [each for find, post in ROUNDS for each in await self._round(find, post, now)]
        for trouble in done:
            if isinstance(trouble, BaseException):
                raise trouble
        return done.count(True)

    async def _round(self, find: Find, post: Post, now: datetime) -> list[bool | BaseException]:
        dues = await self.database.read(partial(find, now=now))
        posting = (self.database.write(partial(post, due=due, now=now), None) for due in dues)
        return await asyncio.gather(*posting, return_exceptions=True)

    async def prune(self) -> None:
        """Forget what has been done with for long."""
        now = self.clock.now()
        while await self.database.write(lambda session: pruning.prune(session, now), None):
            pass

    async def try_to_save(self) -> None:
        """Where nothing could be saved, whether it can be now: nobody else may want to for long."""
        if not self.database.is_saving:
            now = self.clock.now()
            await self.database.write(lambda session: receipts.take(session, f"saving:{now}", now))

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


def register(app: App) -> None:
    commands = {
        "memo": memo_listeners.register(app),
        "task": task_listeners.register(app),
        "weekly": reflection_listeners.register(app),
    }
    memo_thread_listeners.register(app)
    memo_request_listeners.register(app)
    memo_menu_listeners.register(app)
    memo_source_listeners.register(app)
    task_menu_listeners.register(app)
    task_request_listeners.register(app)
    nudge_listeners.register(app)
    digest_listeners.register(app)
    home_listeners.register(app, commands, AUTOMATIC)
    doubts.register(app)


def _carer(session: Session, team_id: str, place_id: str) -> Carer | None:
    """For what goes to a person that person, to an app nobody; for a channel its carer, who may have left."""
    if workspaces.is_app(session, team_id, place_id):
        return None
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


def _post(session: Session, due: int, now: datetime) -> bool:
    taken = schedule.take(session, due, now)
    if taken is not None:
        JOBS[taken.schedule.kind](session, taken, now)
    return taken is not None


def _prepare_owner(session: Session, due: nudges.Whom, now: datetime) -> bool:
    """Nothing is posted by that."""
    digest_reminders.prepare(session, due, now)
    return False


def _name_unowned(session: Session, due: unowned.Where, now: datetime) -> bool:
    return unowned.alert(session, due, now) is not None


def _nudge(session: Session, due: nudges.Whom, now: datetime) -> bool:
    return nudges.deliver(session, due, NUDGES, now)


ROUNDS: list[tuple[Find, Post]] = [
    (schedule.due, _post),
    (unowned.due, _name_unowned),
    (digest_reminders.due, _prepare_owner),
    (nudges.due, _nudge),
]
"""What the clock starts, in this order: what is due now, and how each of it is done once."""
