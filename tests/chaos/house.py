"""A team in a local Slack whose bots die again and again, and the books about what became of its words."""

from __future__ import annotations

import asyncio
import json
import re
import string
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select

from bot.errors import NotSaved
from bot.manifest import manifest
from bot.platform.cards import Card
from bot.platform.clock import Clock
from bot.platform.database import Database
from bot.platform.notice_views import AGAIN, THERE
from bot.platform.outbox.worker import LEASE
from bot.playground import Call, Channel, Hand, LocalSlack, Message
from bot.playground.sockets import SocketMode
from tests import postgres
from tests.chaos import books
from tests.chaos.books import Books, Report, Stored
from tests.chaos.clock import HouseClock
from tests.chaos.life import Life
from tests.chaos.victim import FULL, VARIABLE
from tests.scenarios.stage import environment

ENTRY = re.compile("entry [a-z]+")
AWAY = 2 * LEASE
"""How long it is gone each time: what it had in hand is anybody's by then."""
LONG_AWAY = timedelta(minutes=16)
"""Longer than any pause between two tries."""
RATE = 5.0
"""How much faster time goes where replicas live on: nobody can jump over their leases."""
PATIENCE = 2.9
RETRIES = (0.0, 0.3, 0.6, 1.0, 2.0, 4.0)
"""Seconds before each retry of an event; Slack itself takes minutes."""
SECONDS_TO_REST = 6.0
"""In which nothing more was done."""
MOST_STARTS = 12


@dataclass
class House:
    """`database` is the harness's own look at what the bot keeps; `server` is there if it can be stopped."""

    slack: LocalSlack
    clock: HouseClock
    folder: Path
    database: Database
    server: postgres.Server | None
    replicas: int
    suzuki: Hand
    sato: Hand
    general: Channel
    support: Channel
    books: Books = field(default_factory=Books)
    lives: list[Life] = field(default_factory=list)
    tally: Counter[str] = field(default_factory=Counter)
    """How often each fate and each fault struck."""
    noticed: set[str] = field(default_factory=set)
    """The faults of this life that were seen to happen."""
    events: dict[str, str] = field(default_factory=dict)
    """Words that were said to the bot, or pointed at, by the ts of the message."""
    _threads: list[threading.Thread] = field(default_factory=list)

    async def begin(self, dies_at: str = "", skew: timedelta = timedelta()) -> Life:
        """Every replica lives; the trap and the wrong clock are those of the last one that begins."""
        for _ in range(self.replicas - len(self.lives) - 1):
            await self.begin_one()
        if len(self.lives) < self.replicas:
            await self.begin_one(dies_at, skew)
        return self.lives[-1]

    async def begin_one(self, dies_at: str = "", skew: timedelta = timedelta()) -> Life:
        settings = environment(self.slack, self.database.url)
        trap = {VARIABLE: dies_at} if dies_at else {}
        life = Life(self.slack, self.folder, {**settings, "LOG_LEVEL": "ERROR", **trap})
        await life.begin(self.clock, skew)
        self.lives.append(life)
        if not dies_at and not life.is_alive:
            raise AssertionError(life.said)
        return life

    async def kill(self, life: Life) -> None:
        """The others live on."""
        self.lives.remove(life)
        await life.kill()
        if not self.lives:
            await self._emptied()

    async def kill_all(self, away: timedelta = AWAY) -> None:
        for life in self.lives:
            await life.kill()
        self.lives.clear()
        await self._emptied()
        self.clock.wait(away)

    async def _emptied(self) -> None:
        """Returns once Slack has seen the last one go, and waits for none of its answers."""
        sockets = self.slack.core.deliveries.transport
        assert isinstance(sockets, SocketMode)
        while sockets.reachable:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
        sockets.give_up()

    def background(self, work: Callable[[House, float], None], house: House, seconds: float) -> None:
        thread = threading.Thread(target=work, args=(house, seconds), daemon=True)
        thread.start()
        self._threads.append(thread)

    @property
    def is_disturbed(self) -> bool:
        """Something is done to the database in this life."""
        return bool(self._threads) or "dropped" in self.noticed or (self.folder / FULL).exists()

    async def undisturbed(self) -> None:
        """When what was done to the database is over."""
        while self._threads:
            await asyncio.to_thread(self._threads.pop().join)

    async def rest(self) -> None:
        """Until everything known is handled and shown; all are killed when that takes long, too."""
        for _ in range(MOST_STARTS):
            await self.begin()
            if await self._rested():
                return
            await self.kill_all(LONG_AWAY)
        raise AssertionError(f"it does not come to rest: {await self.stored()}")

    async def _rested(self) -> bool:
        """As long as it gets on it is let be: a machine may be slow."""
        now, left = asyncio.get_running_loop().time, None
        deadline = now() + SECONDS_TO_REST
        while now() < deadline:
            await asyncio.sleep(0.05)
            under_way = any(delivery.milliseconds is None for delivery in self.slack.deliveries)
            unfinished = (await self.stored()).unfinished
            if not under_way and not unfinished:
                return True
            if unfinished != left:
                deadline, left = now() + SECONDS_TO_REST, unfinished
        return False

    async def stored(self) -> Stored:
        return await self.database.read(books.read)

    def shown(self) -> list[Message]:
        """What the bot has posted for all to see."""
        posted = self.slack.messages(self.general) + self.slack.messages(self.support)
        return [message for message in posted if message.user == self.slack.bot_user_id]

    async def standing(self) -> list[Message]:
        """The cards of which the bot knows where they stand."""
        try:
            known = set(await self.database.read(lambda session: session.scalars(select(Card.ts)).all()))
        except NotSaved:
            return []
        return [message for message in self.shown() if message.ts in known and not books.is_plan(message)]

    def bot_is_in(self, place: Channel) -> bool:
        return self.slack.bot_user_id in place.members

    def calls_of_this_life(self) -> list[Call]:
        return [call for call in self.slack.calls if call.at >= self._life_began]

    def note_life(self) -> None:
        """What is noticed from now on belongs to it."""
        self.noticed.clear()
        self._life_began = self.clock.now()

    def questions(self) -> list[Message]:
        """What the carer is asked, and has not answered."""
        said = self.slack.messages(self.slack.dm_with_bot(self.suzuki.person))
        return [message for message in said if THERE in str(message.blocks)]

    async def answer_questions(self) -> int:
        """As a person would who looks; how many there were."""
        asked = self.questions()
        for question in asked:
            uid = question.blocks[-1]["elements"][0]["value"]
            is_there = uid in self.uids()
            await self.suzuki.press(question, THERE if is_there else AGAIN)
        return len(asked)

    def uids(self) -> list[str]:
        """Of everything the bot has posted, by which its postings know each other."""
        channels = self.slack.core.workspace.channels.values()
        marks = [message.metadata or {} for channel in channels for message in channel.messages]
        return [mark["event_payload"]["id"] for mark in marks if "event_payload" in mark]

    def logged(self) -> Counter[str]:
        """What the bots have logged as errors, by its last line, and how often."""
        said = "".join(file.read_text() for file in self.folder.glob("said-*")).splitlines()
        return Counter(_summed_up(json.loads(line)) if line.startswith("{") else line for line in said)

    async def compared(self) -> Report:
        self.note_events()
        return books.compare(self.books, await self.stored(), self.shown(), self.uids())

    def note_events(self) -> None:
        """The local Slack remembers its last thousand deliveries only."""
        for delivery in self.slack.deliveries:
            event = delivery.payload.get("event", {})
            ts = event.get("item", event).get("ts")
            if delivery.kind == "events_api" and delivery.ok and _keeps(event) and ts in self.events:
                self.books.acknowledged_events.add(self.events[ts])


def entry(random: Random) -> str:
    """Words nobody has entered yet."""
    return "entry " + "".join(random.choices(string.ascii_lowercase, k=10))


def _summed_up(logged: dict[str, Any]) -> str:
    raised = logged.get("exception") or [{}]
    event, kind = logged["event"].partition("(")[0], raised[0].get("exc_type", "")
    return f"{event}: {kind} {raised[0].get('exc_value', '')}"[:200]


def _keeps(event: dict[str, object]) -> bool:
    return event["type"] in ("app_mention", "reaction_added")


@asynccontextmanager
async def opened(
    database_url: str, folder: Path, server: postgres.Server | None = None, replicas: int = 1
) -> AsyncIterator[House]:
    """On an empty database, no bot yet started."""
    clock = HouseClock(Clock().now(), RATE if replicas > 1 else 1.0)
    slack = LocalSlack(manifest(), clock=clock.now, patience=PATIENCE, retry_waits=RETRIES)
    suzuki = slack.add_person("suzuki", locale="ja-JP", tz="Asia/Tokyo")
    sato = slack.add_person("sato", locale="ja-JP", tz="Asia/Tokyo")
    general = slack.add_channel("general", members=[suzuki, sato])
    support = slack.add_channel("support", members=[suzuki, sato])
    async with slack:
        database = Database(database_url)
        hands = slack.hand(suzuki), slack.hand(sato)
        house = House(slack, clock, folder, database, server, replicas, *hands, general, support)
        house.note_life()
        yield house
        await house.undisturbed()
        await house.kill_all()
        database.close()
