"""A clock that stands still, a database, and a local Slack that the outbox posts to."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.platform import cards, outbox
from bot.platform.blocks import Message, section
from bot.platform.cards import Card, Place
from bot.platform.clock import Clock
from bot.platform.database import Database
from bot.platform.markup import escape
from bot.platform.notices import Carer, Notices
from bot.platform.outbox import Outbox, Posting
from bot.platform.outbox.endings import Endings
from bot.platform.viewer import Viewer
from bot.playground import Channel, LocalSlack, Person
from bot.workspaces.model import Workspace

NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
SCOPES = ("chat:write", "channels:history", "groups:history", "im:history", "im:write")
MANIFEST = {
    "features": {"bot_user": {"display_name": "Bot"}},
    "oauth_config": {"scopes": {"bot": [*SCOPES]}},
    "settings": {"interactivity": {"is_enabled": True}},
}
NOTE = "note"


class StandingClock(Clock):
    """Stands until it is moved."""

    def __init__(self) -> None:
        self._now = NOW

    def now(self) -> datetime:
        return self._now

    def move(self, **by: float) -> None:
        self._now += timedelta(**by)


@dataclass
class World:
    """A note is a workspace's name: a text in the database that may stand on cards; "" stands nowhere."""

    slack: LocalSlack
    clock: StandingClock
    database: Database
    sato: Person = field(init=False)
    general: Channel = field(init=False)
    random: Channel = field(init=False)

    def __post_init__(self) -> None:
        self.sato = self.slack.add_person("sato")
        self.general = self.slack.add_channel("general", [self.sato])
        self.random = self.slack.add_channel("random", [self.sato])
        self.client = AsyncWebClient(
            self.slack.bot_token, base_url=self.slack.api_url, timeout=10, retry_handlers=[]
        )
        self.outbox = self.another_outbox(self.database)

    def another_outbox(self, database: Database) -> Outbox:
        compose = cards.composer({NOTE: rendered}, self.clock.now)
        notices = Notices(self.care, compose)
        endings = Endings(cards.settle, notices.posting)
        return Outbox(database, self.client, self.clock, compose, endings)

    def care(self, _session: Session, team_id: str, place_id: str) -> Carer | None:
        """Sato cares for #general, and may see it; and for what is said to Sato."""
        if place_id not in (self.general.id, self.sato.id):
            return None
        return Carer(Viewer(team_id, self.sato.id, "en", ZoneInfo("UTC")), "#general")

    async def post(self, place: Channel | Person, text: str) -> int:
        """The id of its posting."""
        unit = partial(_post, channel_id=place.id, text=text, now=self.clock.now())
        return await self.database.write(unit)

    async def write_note(self, text: str, note_id: int = 1) -> None:
        await self.database.write(partial(noted, text=text, note_id=note_id, now=self.clock.now()))

    async def show_note(
        self,
        place: Channel | Person,
        thread_ts: str | None = None,
        note_id: int = 1,
        parts: Collection[int] = (),
    ) -> int:
        """The id of its card; `parts` are the ids of other notes that it shows."""
        at, now = Place("T1", place.id, thread_ts), self.clock.now()
        others = [(NOTE, part) for part in parts]
        return await self.database.write(
            lambda session: cards.show(session, NOTE, note_id, at, now, others).id
        )

    async def drain(self) -> None:
        """Sends whatever is due now."""
        await self.outbox.drain()

    async def posting(self, posting_id: int) -> Posting:
        return await self.database.read(lambda session: session.get_one(Posting, posting_id))

    async def postings(self) -> list[Posting]:
        return await self.database.read(
            lambda session: list(session.scalars(select(Posting).order_by(Posting.id)))
        )

    async def card(self, card_id: int) -> Card:
        return await self.database.read(lambda session: session.get_one(Card, card_id))

    def texts(self, channel: Channel) -> list[str]:
        """What the bot has said there."""
        said = (message for message in self.slack.messages(channel) if not message.subtype)
        return [message.text for message in said if message.user == self.slack.bot_user_id]

    def calls(self, method: str) -> int:
        return sum(call.method == method for call in self.slack.calls)


def message(text: str) -> Message:
    return Message(text, [section(escape(text))])


def _post(session: Session, channel_id: str, text: str, now: datetime) -> int:
    return outbox.post(session, "T1", channel_id, message(text), now).id


def noted(session: Session, text: str, note_id: int, now: datetime) -> None:
    key = f"N{note_id}"
    row = session.get(Workspace, key) or Workspace(team_id=key, url="", bot_user_id="")
    row.name = text
    session.add(row)
    session.flush()
    cards.changed(session, NOTE, note_id, now)


def rendered(session: Session, note_id: int, _now: datetime) -> Message | None:
    text = session.get_one(Workspace, f"N{note_id}").name
    return message(text) if text else None


@asynccontextmanager
async def open_world(database_url: str) -> AsyncIterator[World]:
    clock = StandingClock()
    database = Database(database_url)
    async with LocalSlack(MANIFEST, clock.now) as slack:
        yield World(slack, clock, database)
    database.close()
