"""Killed at any moment and started again: what people were told is kept, and stands in Slack once."""

from __future__ import annotations

import asyncio
import string
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.at_work import FINISHING_SECONDS
from bot.manifest import manifest
from bot.memos.model import Memo
from bot.platform import queue
from bot.platform.clock import Clock
from bot.platform.database import Database
from bot.platform.inbox import Envelope
from bot.platform.outbox import Posting
from bot.platform.outbox.worker import LEASE
from bot.playground import Channel, Hand, LocalSlack, Message, Outcome
from bot.tasks.model import DONE, Task
from tests.scenarios.process import Bot, logged, until
from tests.scenarios.stage import HandClock, environment, words

AWAY = LEASE + timedelta(seconds=2)
"""How long a killed bot is gone, by its own clock and Slack's: what it had in hand is anybody's by then."""
CYCLES = ("alpha", "beta", "gamma", "delta")
SEED = 20261125
LONGEST_DELAY = 0.06
"""Seconds between an acknowledgement and the kill; in half of it a card is posted."""
PATIENCE = 1.5
"""Seconds until Slack gives up on an answer: those of the killed never come."""


@dataclass
class House:
    """A team whose bot is a process; `database` is this test's own look into what it keeps."""

    slack: LocalSlack
    clock: HandClock
    bot: Bot
    database: Database
    suzuki: Hand
    sato: Hand
    general: Channel
    support: Channel
    away: timedelta = timedelta()
    told: dict[str, Outcome] = field(default_factory=dict)
    """What came of entering something, by its words."""
    closing: dict[str, Outcome] = field(default_factory=dict)
    """What came of pressing Done, by the task's words."""

    async def start(self) -> None:
        await self.bot.connect(self.away)

    async def kill_and_start_again(self) -> None:
        await self.bot.kill()
        self.away += AWAY
        self.clock.wait(AWAY)
        await self.start()

    async def type(self, hand: Hand, channel: Channel, command: str, said: str) -> None:
        self.told[said] = await hand.command(channel, f"{command} {said}")

    async def open(self, hand: Hand, channel: Channel, shortcut: str, said: str) -> None:
        """The form of a message that says so."""
        assert (await hand.shortcut(shortcut, await hand.say(channel, said))).ok

    async def submit(self, hand: Hand, said: str) -> None:
        self.told[said] = await hand.submit()

    async def close(self, said: str) -> None:
        self.closing[said] = await self.sato.press(self.card_of(said), "tasks.done")

    async def at_rest(self) -> None:
        """When the bot has handled and shown everything it knows of."""
        for _ in range(400):
            await self.slack.settled()
            if not await self.database.read(unfinished):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"still to do: {await self.database.read(unfinished)}")

    def acknowledged(self) -> set[str]:
        return {said for said, outcome in self.told.items() if outcome.ok}

    def cards(self) -> list[Message]:
        """What the bot has posted for all to see."""
        posted = self.slack.messages(self.general) + self.slack.messages(self.support)
        return [message for message in posted if message.user == self.slack.bot_user_id]

    def card_of(self, said: str) -> Message:
        (found,) = [card for card in self.cards() if said in card.text]
        return found


@dataclass(frozen=True)
class Kept:
    """A memo or a task, by the words it was made of."""

    said: str
    number: int
    is_closed: bool = False


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """On an empty database, the bot not yet started."""
    clock = HandClock(Clock().now())
    slack = LocalSlack(manifest(), clock=clock.now)
    slack.core.deliveries.patience = PATIENCE
    suzuki = slack.add_person("suzuki", locale="ja-JP", tz="Asia/Tokyo")
    sato = slack.add_person("sato", locale="en-US", tz="Asia/Tokyo")
    general = slack.add_channel("general", members=[suzuki, sato])
    support = slack.add_channel("support", members=[suzuki, sato])
    async with slack:
        bot = Bot(slack, tmp_path, environment(slack, database_url))
        database = Database(database_url)
        hands = slack.hand(suzuki), slack.hand(sato)
        yield House(slack, clock, bot, database, *hands, general, support)
        await bot.kill()
        database.close()


async def test_whatever_was_acknowledged_before_a_kill_is_kept_and_shown_once(house: House) -> None:
    delays = Random(SEED)
    await house.start()
    for number, name in enumerate(CYCLES):
        await entered_and_killed(house, name, delays.uniform(0, LONGEST_DELAY) if number else 0)
    await assert_books_agree(house)


async def test_told_to_stop_while_commands_arrive_it_leaves_in_time_and_loses_nothing(house: House) -> None:
    await house.start()
    typing = [
        asyncio.create_task(house.type(house.suzuki, place, "/memo", f"line {letter}"))
        for letter, place in zip(string.ascii_uppercase, cycle((house.general, house.support)), strict=False)
    ]
    await asyncio.wait(typing, return_when=asyncio.FIRST_COMPLETED)
    said = await asyncio.wait_for(house.bot.terminate(), FINISHING_SECONDS)
    await asyncio.gather(*typing)
    assert said.code == 0
    assert [line for line in logged(said) if line["level"] == "error"] == []
    assert {one.said for one in await house.database.read(everything_kept)} == house.acknowledged()

    await house.start()
    await house.at_rest()
    await assert_books_agree(house)


async def test_told_to_stop_while_slack_does_not_answer_it_leaves_in_time_and_the_next_looks_first(
    house: House,
) -> None:
    await house.start()
    house.slack.fail_next("chat.postMessage", status=0, effect=True, hangs=30)
    await house.type(house.suzuki, house.general, "/memo", "posted without an answer")
    await until(lambda: bool(house.cards()))
    said = await asyncio.wait_for(house.bot.terminate(), FINISHING_SECONDS)
    assert said.code == 0
    house.away += AWAY
    house.clock.wait(AWAY)
    await house.start()
    await house.at_rest()
    await assert_books_agree(house)


async def entered_and_killed(house: House, name: str, delay: float) -> None:
    """Five gestures at once, and a kill `delay` seconds after the first was acknowledged.

    A form that got no answer is still open, and is sent again; a command is not.
    """
    chosen = {house.suzuki: f"{name} chosen as memo", house.sato: f"{name} chosen as task"}
    earlier = [said for said, outcome in house.told.items() if outcome.ok and "chosen as task" in said]
    await house.open(house.suzuki, house.general, "memos.from_message", chosen[house.suzuki])
    await house.open(house.sato, house.support, "tasks.from_message", chosen[house.sato])
    gestures = [
        house.type(house.suzuki, house.general, "/memo", f"{name} typed as memo"),
        house.type(house.sato, house.support, "/task", f"{name} typed as task"),
        *(house.submit(hand, said) for hand, said in chosen.items()),
        *(house.close(said) for said in earlier[-1:]),
    ]
    under_way = [asyncio.create_task(gesture) for gesture in gestures]
    await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.sleep(delay)
    await house.kill_and_start_again()
    await asyncio.gather(*under_way)
    for hand, said in chosen.items():
        if not house.told[said].ok:
            await house.submit(hand, said)
    await house.at_rest()


async def assert_books_agree(house: House) -> None:
    """What people were told, what is kept, what stands in Slack."""
    kept = await house.database.read(everything_kept)
    times_kept = Counter(one.said for one in kept)
    told = house.acknowledged()
    closed = {said for said, outcome in house.closing.items() if outcome.ok}
    assert told, "nothing was acknowledged, so nothing was put to the test"
    assert told <= set(times_kept)
    assert closed <= {one.said for one in kept if one.is_closed}
    assert set(times_kept.values()) == {1}
    assert len({one.number for one in kept}) == len(kept)
    assert len(house.cards()) == len(kept)
    for one in kept:
        assert_stands(house, one)


def assert_stands(house: House, one: Kept) -> None:
    """Its one card is true, and so was the number its author was told."""
    card = house.card_of(one.said)
    assert f"#{one.number}" in card.text
    assert ("tasks.done" in str(card.blocks)) == (not one.is_closed and "as task" in one.said)
    answer = house.told[one.said].acknowledgement
    assert answer is None or f"#{one.number}" in words(answer)


def everything_kept(session: Session) -> list[Kept]:
    memos = [Kept(memo.text, memo.number) for memo in session.scalars(select(Memo))]
    tasks = [Kept(task.title, task.number, task.state == DONE) for task in session.scalars(select(Task))]
    return memos + tasks


def unfinished(session: Session) -> list[str | None]:
    """The problem of each event and posting that is not done, parked ones included."""
    tables: tuple[type[queue.Queued], ...] = (Envelope, Posting)
    return [
        problem
        for table in tables
        for problem in session.scalars(select(table.problem).where(table.state != queue.DONE))
    ]
