"""Three processes over HTTP behind a balancer, one PostgreSQL: everything is done, posted and shown once.

The balancer asks each in turn, and where it lost an answer, the next one as well.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count, cycle
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot.at_work import FINISHING_SECONDS, TICK_SECONDS
from bot.manifest import manifest
from bot.platform import http
from bot.platform.clock import Clock
from bot.platform.database import Database
from bot.platform.schedule import Slot
from bot.playground import Channel, LocalSlack, Message, Person
from bot.playground.signed_http import SignedHttp
from bot.playground.wire import Delivery
from tests.platform.test_http import free_port
from tests.scenarios import process
from tests.scenarios.process import Program, logged, until
from tests.scenarios.stage import HandClock
from tests.scenarios.test_killed import everything_kept, unfinished

REPLICAS = 3
LOSES_EVERY = 3
"""Of so many answers the balancer loses one."""
PLAN, UNOWNED = "workspaces.post_menu", "tasks.unowned_stop"
"""What is in the posts that come by themselves."""
DELIVERIES = 4
NEXT_MORNING = datetime(2026, 11, 26, 0, 0, 2, tzinfo=UTC)
"""Two seconds past 9:00 in Tokyo, when the plan of the day is due."""

pytestmark = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


class Balancer:
    """As a transport of Slack's; where it `is_lossy`, it loses answers."""

    reachable = True
    is_lossy = False

    def __init__(self, addresses: Sequence[str], signing_secret: str) -> None:
        self._behind = [SignedHttp(f"{address}{http.PATH}", signing_secret) for address in addresses]
        self._turn, self._number = cycle(self._behind), count(1)

    async def ready(self) -> None:
        """An address can always be tried."""

    async def send(self, delivery: Delivery, patience: float) -> dict[str, Any] | None:
        if self.is_lossy and next(self._number) % LOSES_EVERY == 0:
            await next(self._turn).send(delivery, patience)
        return await next(self._turn).send(delivery, patience)

    async def close(self) -> None:
        for each in self._behind:
            await each.close()


@dataclass
class Team:
    slack: LocalSlack
    balancer: Balancer
    clock: HandClock
    database: Database
    suzuki: Person
    sato: Person
    places: list[Channel]
    ports: list[int]
    replicas: list[Program]

    async def start(self) -> None:
        """All at once, on an empty database or one that is known."""
        ahead = str((self.clock.now() - Clock().now()).total_seconds())
        for replica in self.replicas:
            await replica.start("-m", process.__name__, ahead)
        await asyncio.gather(*(until(partial(is_well, port)) for port in self.ports))

    async def stop(self) -> None:
        """Each in time, and without having met anything it did not expect."""
        async with asyncio.timeout(FINISHING_SECONDS):
            ended = await asyncio.gather(*(replica.terminate() for replica in self.replicas))
        assert [said.code for said in ended] == [0] * REPLICAS
        assert [line for said in ended for line in logged(said) if line["level"] == "error"] == []

    async def at_rest(self) -> None:
        async def nothing_left() -> bool:
            await self.slack.settled()
            return not await self.database.read(unfinished)

        await until(nothing_left)

    def posted(self) -> list[Message]:
        everywhere = [message for place in self.places for message in self.slack.messages(place)]
        return [message for message in everywhere if message.user == self.slack.bot_user_id]

    def card_of(self, said: str) -> Message:
        (found,) = [card for card in self.posted() if said in card.text]
        return found


async def is_well(port: int) -> bool:
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{port}/healthz") as said,
        ):
            return said.status == 200
    except aiohttp.ClientError:
        return False


@pytest.fixture
async def team(database_url: str, tmp_path: Path) -> AsyncIterator[Team]:
    clock, ports = HandClock(), [free_port() for _ in range(REPLICAS)]
    slack = LocalSlack(manifest(), clock=clock.now, request_url="http://127.0.0.1:1")
    addresses = [f"http://127.0.0.1:{port}" for port in ports]
    slack.core.deliveries.transport = balancer = Balancer(addresses, slack.signing_secret)
    suzuki = slack.add_person("suzuki", locale="ja-JP", tz="Asia/Tokyo")
    sato = slack.add_person("sato", locale="ja-JP", tz="Asia/Tokyo")
    places = [slack.add_channel(name, members=[suzuki, sato]) for name in ("general", "support")]
    async with slack:
        settings = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": database_url,
        }
        replicas = [Program(tmp_path, {**settings, "PORT": str(port)}) for port in ports]
        database = Database(database_url)
        yield Team(slack, balancer, clock, database, suzuki, sato, places, ports, replicas)
        for replica in replicas:
            await replica.kill()
        database.close()


async def test_behind_a_balancer_everything_has_one_effect_and_one_post(team: Team) -> None:
    await team.start()
    team.balancer.is_lossy = True
    said = await entered(team)
    await team.at_rest()
    await delivered_over_and_over(team)
    await closed(team)
    await team.at_rest()
    kept = await team.database.read(everything_kept)
    assert Counter(each.said for each in kept) == Counter(said)
    assert len({each.number for each in kept}) == len(said)
    assert Counter(words for card in team.posted() for words in said if words in card.text) == Counter(said)
    assert {each.said for each in kept if each.is_closed} == {"発注0", "発注1"}

    await team.stop()


async def test_of_three_that_wake_up_when_the_plan_is_due_one_posts_it(team: Team) -> None:
    await team.start()
    for place in team.places:
        await begun(team, place)
    await team.stop()
    before = team.posted()
    team.clock.move_to(NEXT_MORNING)
    await team.start()
    by_itself = {PLAN: len(team.places), UNOWNED: len(team.places)}
    await until(lambda: len(team.posted()) >= len(before) + sum(by_itself.values()))
    await asyncio.sleep(TICK_SECONDS + 1)
    await team.at_rest()
    new = [str(message.blocks) for message in team.posted() if message not in before]
    assert len(new) == sum(by_itself.values())
    assert {kind: sum(kind in blocks for blocks in new) for kind in by_itself} == by_itself
    slots = await team.database.read(lambda session: session.scalars(select(Slot)).all())
    assert set(Counter((slot.schedule_id, slot.local_date) for slot in slots).values()) == {1}
    await team.stop()


async def entered(team: Team) -> list[str]:
    """By every door, all at the same time; what is to be found afterwards."""
    suzuki, sato = team.slack.hand(team.suzuki), team.slack.hand(team.sato)
    general, support = team.places
    assert (await suzuki.command(general, "/memo")).ok
    assert (await sato.command(support, "/task")).ok
    memos, tasks = [f"決定{n}" for n in range(6)], [f"発注{n}" for n in range(4)]
    outcomes = await asyncio.gather(
        *(suzuki.command(general, f"/memo {each}") for each in memos),
        *(sato.command(support, f"/task {each} 今日") for each in tasks),
        suzuki.submit({"text": "様式の決定"}),
        sato.submit({"title": "様式の発注"}),
    )
    assert [outcome.error for outcome in outcomes] == [None] * len(outcomes)
    await sato.say(support, "@urakata メモ 言った決定")
    await suzuki.react(await sato.say(general, "指した決定"), "memo")
    return [*memos, *tasks, "様式の決定", "様式の発注", "言った決定", "指した決定"]


async def delivered_over_and_over(team: Team) -> None:
    """Every event, to one replica after the other and to several at once."""
    known = {each.payload["event_id"] for each in team.slack.deliveries if each.kind == "events_api"}
    assert known
    again = [team.slack.redeliver(event_id) for event_id in known for _ in range(DELIVERIES - 1)]
    assert all(delivery.ok for delivery in await asyncio.gather(*again))
    await team.at_rest()


async def closed(team: Team) -> None:
    """Both click at once, and twice."""
    hands = [team.slack.hand(each) for each in (team.suzuki, team.sato)] * 2
    clicks = [hand.press(team.card_of(said), "tasks.done") for said in ("発注0", "発注1") for hand in hands]
    assert all(outcome.ok for outcome in await asyncio.gather(*clicks))


async def begun(team: Team, place: Channel) -> None:
    """With a task that is due and has no owner: the plan names it, and so does a post of its own."""
    hand = team.slack.hand(team.suzuki)
    outcome = await hand.command(place, "/task 名札を作る 明日")
    assert outcome.ok
    await hand.press(hand.ephemerals(place)[0], "workspaces.start")
    await team.at_rest()
