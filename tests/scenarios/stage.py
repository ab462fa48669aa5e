"""A small team in a local Slack with the real bot connected to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import func, select

from bot import running, settings
from bot.app import AUTOMATIC, Urakata
from bot.at_work import TICK_SECONDS, Running
from bot.manifest import manifest
from bot.platform import logs, queue, schedule
from bot.platform.clock import Clock
from bot.platform.inbox import Envelope
from bot.platform.outbox import Posting
from bot.platform.outbox.pauses import Pause
from bot.playground import Channel, Hand, LocalSlack, Message, Person

WEDNESDAY = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
"""10:00 in Tokyo."""
SLOW = 3.5
"""Seconds after which Slack has given up on an acknowledgement, and a call still comes to its answer."""


class HandClock(Clock):
    """Starts at an instant, goes on by itself, and can be moved."""

    def __init__(self, start: datetime = WEDNESDAY) -> None:
        self._ahead = start - super().now()

    def now(self) -> datetime:
        return super().now() + self._ahead

    def move_to(self, instant: datetime) -> None:
        self._ahead += instant - self.now()

    def wait(self, span: timedelta) -> None:
        self._ahead += span


@dataclass
class Stage:
    """Suzuki and Sato write Japanese, Emma English from London; Takahashi is a guest in #support."""

    slack: LocalSlack
    bot: Urakata
    clock: HandClock
    suzuki: Person
    sato: Person
    emma: Person
    takahashi: Person
    general: Channel
    support: Channel
    secret: Channel
    without_bot: Channel

    def hand(self, person: Person) -> Hand:
        return self.slack.hand(person)

    async def settled(self) -> None:
        """When everything that happened has been handled and shown."""
        for _ in range(400):
            await self.slack.settled()
            await self.bot.answers.settled()
            if not await self.bot.database.read(_unfinished):
                return
            await self._do_not_wait_for_slacks_pace()
            await asyncio.sleep(0.02)
        raise AssertionError("the bot did not come to rest")

    async def _do_not_wait_for_slacks_pace(self) -> None:
        """Where a channel has had its five posts at once, the next second comes sooner."""
        now = self.clock.now()
        paced = select(Pause.scope).where(Pause.until > now, Pause.until <= now + timedelta(seconds=1))
        if await self.bot.database.read(lambda session: session.scalar(paced)):
            self.clock.wait(timedelta(seconds=1))
            for wake in self.bot.database.on_commit:
                wake()

    async def typed(self, person: Person, channel: Channel, command: str) -> str:
        """The words of the answer to a command, or of the form it opened."""
        hand = self.hand(person)
        open_before = hand.view
        outcome = await hand.command(channel, command)
        assert outcome.ok, outcome.error
        await self.settled()
        opened = hand.view if hand.view and hand.view["id"] != (open_before or {}).get("id") else None
        return words(opened or outcome.acknowledgement or {})

    async def cards(self, channel: Channel) -> list[Message]:
        """What the bot has posted there for all to see."""
        await self.settled()
        return [message for message in self.slack.messages(channel) if message.user == self.slack.bot_user_id]

    def whispers(self, person: Person, channel: Channel) -> list[Message]:
        return self.hand(person).ephemerals(channel)

    async def only(self, kept: str, channel: Channel) -> None:
        """Start begins everything; where posts are counted, the others are ended again."""
        where, now = (self.slack.team_id, channel.id), self.clock.now()
        for post in AUTOMATIC:
            if post.kind != kept:
                end = partial(schedule.stop, kind=post.kind, team_id=where[0], channel_id=where[1], now=now)
                await self.bot.database.write(end)

    async def tick(self) -> int:
        taken = await self.bot.tick(self.clock.now())
        await self.settled()
        return taken


def words(payload: dict[str, Any]) -> str:
    """Every text of a message or a form, one a line."""
    found: list[str] = []
    _collect(payload.get("blocks") or [payload], found)
    return "\n".join(found)


def shown(message: Message) -> str:
    return words({"blocks": message.blocks, "text": message.text})


def _collect(node: Any, found: list[str]) -> None:
    if isinstance(node, dict):
        if isinstance(node.get("text"), str):
            found.append(node["text"])
        for key, child in node.items():
            if key != "text" or not isinstance(child, str):
                _collect(child, found)
    elif isinstance(node, list):
        for child in node:
            _collect(child, found)


def _unfinished(session: Any) -> int:
    open_states = (queue.WAITING, queue.TAKEN)
    return sum(
        session.scalar(select(func.count()).select_from(table).where(table.state.in_(open_states))) or 0
        for table in (Envelope, Posting)
    )


@asynccontextmanager
async def staged(
    database_url: str,
    clock: HandClock | None = None,
    level: str = "WARNING",
    tick_seconds: float = TICK_SECONDS,
) -> AsyncIterator[Stage]:
    logs.configure(level)
    clock = clock or HandClock()
    slack = LocalSlack(manifest(), clock=clock.now)
    suzuki = slack.add_person(
        "suzuki", real_name="鈴木 花子", display_name="鈴木", locale="ja-JP", tz="Asia/Tokyo"
    )
    sato = slack.add_person("sato", real_name="佐藤 健", display_name="佐藤", locale="ja-JP", tz="Asia/Tokyo")
    emma = slack.add_person(
        "emma", real_name="Emma Clark", display_name="Emma", locale="en-US", tz="Europe/London"
    )
    takahashi = slack.add_person(
        "takahashi", real_name="高橋 直", display_name="高橋", locale="ja-JP", tz="Asia/Tokyo", is_guest=True
    )
    general = slack.add_channel("general", members=[suzuki, sato, emma])
    support = slack.add_channel("support", members=[suzuki, sato, takahashi])
    secret = slack.add_channel("secret", members=[suzuki, sato], private=True)
    without_bot = slack.add_channel("random", members=[suzuki, sato, emma], with_bot=False)
    async with slack:
        bot = await running.opened(settings.read(environment(slack, database_url)), clock)
        at_work = Running(bot, tick_seconds)
        await at_work.start()
        await slack.connected(10)
        try:
            yield Stage(
                slack, bot, clock, suzuki, sato, emma, takahashi, general, support, secret, without_bot
            )
        finally:
            await at_work.stop()


def environment(slack: LocalSlack, database_url: str) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
        "PORT": "0",
    }
