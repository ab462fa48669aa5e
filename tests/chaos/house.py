"""A team in a local Slack whose bot dies again and again, and the books about what became of its words."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.manifest import manifest
from bot.platform.clock import Clock
from bot.platform.database import Database
from bot.platform.notice_views import AGAIN, THERE
from bot.platform.outbox.worker import LEASE
from bot.playground import Channel, Hand, LocalSlack, Message
from tests.chaos import books
from tests.chaos.books import Books, Report, Stored
from tests.chaos.victim import VARIABLE
from tests.scenarios.process import SECONDS_TO_START, Bot
from tests.scenarios.stage import HandClock, environment

AWAY = 2 * LEASE
"""How long it is gone each time: what it had in hand is anybody's by then."""
LONG_AWAY = timedelta(minutes=16)
"""Longer than any pause between two tries."""
PATIENCE = 2.9
RETRIES = (0.0, 0.3, 0.6, 1.0, 2.0, 4.0)
"""Seconds before each retry of an event; Slack itself takes minutes."""
SECONDS_TO_REST = 6.0
MOST_STARTS = 12


class Victim(Bot):
    async def begin(self, ahead: timedelta) -> None:
        """Returns when it takes requests, or has died on the way."""
        await self.start("-m", "tests.chaos.victim", str(ahead.total_seconds()))
        connected = asyncio.ensure_future(self._slack.connected(SECONDS_TO_START))
        ended = asyncio.ensure_future(self.process.wait())
        await asyncio.wait((connected, ended), return_when=asyncio.FIRST_COMPLETED)
        for each in (connected, ended):
            each.cancel()
        await asyncio.gather(connected, ended, return_exceptions=True)


@dataclass
class House:
    """`database` is the harness's own look into what the bot keeps."""

    slack: LocalSlack
    clock: HandClock
    folder: Path
    database: Database
    suzuki: Hand
    sato: Hand
    general: Channel
    support: Channel
    books: Books = field(default_factory=Books)
    away: timedelta = timedelta()
    bot: Victim | None = None
    events: dict[str, str] = field(default_factory=dict)
    """Words that were said to the bot, or pointed at, by the ts of the message."""

    async def begin(self, dies_at: str = "") -> None:
        settings = environment(self.slack, self.database.url)
        trap = {VARIABLE: dies_at} if dies_at else {}
        self.bot = Victim(self.slack, self.folder, {**settings, "LOG_LEVEL": "ERROR", **trap})
        await self.bot.begin(self.away)
        if not dies_at and self.bot.process.returncode is not None:
            raise AssertionError((await self.bot.ended()).err)

    def arm(self) -> None:
        """From now on the trap counts."""
        assert self.bot is not None
        if self.bot.process.returncode is None:
            self.bot.process.send_signal(signal.SIGUSR1)

    async def kill(self, away: timedelta = AWAY) -> None:
        if self.bot is not None:
            await self.bot.kill()
            self.away += away
            self.clock.wait(away)

    async def dead(self, within: float) -> bool:
        """Whether it died by itself in time."""
        assert self.bot is not None
        try:
            await asyncio.wait_for(self.bot.process.wait(), within)
        except TimeoutError:
            return False
        return True

    async def rest(self) -> None:
        """Until everything known is handled and shown; the bot is killed when that takes long, too."""
        for _ in range(MOST_STARTS):
            await self.begin()
            if await self._rested():
                return
            await self.kill(LONG_AWAY)
        raise AssertionError(f"it does not come to rest: {await self.stored()}")

    async def _rested(self) -> bool:
        deadline = asyncio.get_running_loop().time() + SECONDS_TO_REST
        while asyncio.get_running_loop().time() < deadline:
            await asyncio.sleep(0.1)
            under_way = any(delivery.milliseconds is None for delivery in self.slack.deliveries)
            if not under_way and not (await self.stored()).unfinished:
                return True
        return False

    async def stored(self) -> Stored:
        return await self.database.read(books.read)

    def shown(self) -> list[Message]:
        """What the bot has posted for all to see."""
        posted = self.slack.messages(self.general) + self.slack.messages(self.support)
        return [message for message in posted if message.user == self.slack.bot_user_id]

    def card_of(self, said: str) -> Message | None:
        return next((message for message in self.shown() if said in message.text), None)

    def questions(self) -> list[Message]:
        """What the carer is asked, and has not answered."""
        said = self.slack.messages(self.slack.dm_with_bot(self.suzuki.person))
        return [message for message in said if THERE in str(message.blocks)]

    async def answer_questions(self) -> int:
        """As a person would who looks; how many there were."""
        asked = self.questions()
        for question in asked:
            uid = question.blocks[-1]["elements"][0]["value"]
            is_there = any(
                (one.metadata or {}).get("event_payload", {}).get("id") == uid for one in self.shown()
            )
            await self.suzuki.press(question, THERE if is_there else AGAIN)
        return len(asked)

    async def compared(self) -> Report:
        self._note_events()
        return books.compare(self.books, await self.stored(), self.shown())

    def _note_events(self) -> None:
        for delivery in self.slack.deliveries:
            event = delivery.payload.get("event", {})
            ts = event.get("item", event).get("ts")
            if delivery.kind == "events_api" and delivery.ok and _keeps(event) and ts in self.events:
                self.books.acknowledged_events.add(self.events[ts])


def _keeps(event: dict[str, object]) -> bool:
    return event["type"] in ("app_mention", "reaction_added")


@asynccontextmanager
async def opened(database_url: str, folder: Path) -> AsyncIterator[House]:
    """On an empty database, the bot not yet started."""
    clock = HandClock(Clock().now())
    slack = LocalSlack(manifest(), clock=clock.now, patience=PATIENCE, retry_waits=RETRIES)
    suzuki = slack.add_person("suzuki", locale="ja-JP", tz="Asia/Tokyo")
    sato = slack.add_person("sato", locale="ja-JP", tz="Asia/Tokyo")
    general = slack.add_channel("general", members=[suzuki, sato])
    support = slack.add_channel("support", members=[suzuki, sato])
    async with slack:
        database = Database(database_url)
        hands = slack.hand(suzuki), slack.hand(sato)
        house = House(slack, clock, folder, database, *hands, general, support)
        yield house
        await house.kill()
        database.close()
