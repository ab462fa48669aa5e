"""Each event has its effect once, in the order of its channel, and none is lost."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import NotSaved
from bot.platform import queue
from bot.platform.database import Database
from bot.platform.inbox import Envelope, Event, Inbox, Intake, keep
from tests.platform.world import NOW, StandingClock

PAUSES = [1, 2, 5, 15, 60, 300, 900]


def body(event_id: str, channel: str = "C1", **more: Any) -> dict[str, Any]:
    event = {"type": "renamed", "channel": channel, "name": event_id}
    return {"type": "event_callback", "event_id": event_id, "team_id": "T1", "event": event, **more}


async def arrive(database: Database, *bodies: dict[str, Any]) -> list[int]:
    return [await database.write(partial(keep, bodies=[each], now=NOW)) for each in bodies]


async def rows(database: Database) -> list[Envelope]:
    return await database.read(lambda session: list(session.scalars(select(Envelope).order_by(Envelope.id))))


class Listener:
    """Remembers what it heard; fails on the names it was told to fail on, so many times."""

    def __init__(self, **failures: int) -> None:
        self.heard: list[str] = []
        self.failures = failures

    async def __call__(self, event: Event) -> None:
        name = event.payload["name"]
        if self.failures.get(name, 0) > 0:
            self.failures[name] -= 1
            raise LookupError(f"{name} cannot be handled")
        self.heard.append(name)


def inbox(database: Database, clock: StandingClock, *listeners: Listener) -> Inbox:
    return Inbox(database, clock, {"renamed": listeners}, untold)


def untold(_session: Session, _row: Envelope, _now: datetime) -> None:
    """There is nobody to tell."""


async def drain(worked: Inbox) -> None:
    await worked.drain()


async def test_an_event_delivered_twice_has_one_effect(database: Database) -> None:
    listener, clock = Listener(), StandingClock()
    assert await arrive(database, body("E1"), body("E1")) == [True, False]
    await drain(inbox(database, clock, listener))
    assert await arrive(database, body("E1")) == [False]
    await drain(inbox(database, clock, listener))
    assert listener.heard == ["E1"]


async def test_of_an_event_that_was_handled_no_words_stay(database: Database) -> None:
    await arrive(database, body("E1"))
    clock = StandingClock()
    await drain(inbox(database, clock, Listener(E1=1)))
    assert [row.payload for row in await rows(database)] != [{}]
    clock.move(minutes=1)
    await drain(inbox(database, clock, Listener()))
    assert [row.payload for row in await rows(database)] == [{}]


async def test_an_event_delivered_to_several_replicas_at_once_is_kept_once(migrated_url: str) -> None:
    replicas = [Database(migrated_url) for _ in range(3)]
    kept = await asyncio.gather(
        *(
            replica.write(partial(keep, bodies=[body("E1")], now=NOW))
            for replica in replicas
            for _ in range(4)
        )
    )
    assert sum(kept) == 1
    for replica in replicas:
        replica.close()


async def test_an_event_nobody_listens_to_is_done_with(database: Database) -> None:
    await arrive(database, body("E1"))
    await drain(Inbox(database, StandingClock(), {}, untold))
    assert [row.state for row in await rows(database)] == [queue.DONE]


async def test_everyone_who_listens_is_told(database: Database) -> None:
    first, second = Listener(), Listener()
    await arrive(database, body("E1"))
    await drain(inbox(database, StandingClock(), first, second))
    assert (first.heard, second.heard) == (["E1"], ["E1"])


async def test_an_event_that_fails_is_tried_again_after_growing_pauses_and_parked_after_eight(
    database: Database,
) -> None:
    listener, clock = Listener(E1=100), StandingClock()
    worked = inbox(database, clock, listener)
    await arrive(database, body("E1"))
    for pause in PAUSES:
        await drain(worked)
        (row,) = await rows(database)
        assert (row.state, row.not_before - clock.now()) == (queue.WAITING, timedelta(seconds=pause))
        clock.move(seconds=pause)
    await drain(worked)
    (row,) = await rows(database)
    assert (row.state, row.attempts) == (queue.PARKED, 8)
    assert row.problem == "LookupError: E1 cannot be handled"
    assert listener.failures == {"E1": 92}


async def test_an_event_that_failed_once_is_handled_the_second_time(database: Database) -> None:
    listener, clock = Listener(E1=1), StandingClock()
    worked = inbox(database, clock, listener)
    await arrive(database, body("E1"))
    await drain(worked)
    assert listener.heard == []
    clock.move(seconds=1)
    await drain(worked)
    assert listener.heard == ["E1"]


async def test_a_failing_event_holds_back_its_own_channel_and_no_other(database: Database) -> None:
    listener, clock = Listener(E1=1), StandingClock()
    worked = inbox(database, clock, listener)
    await arrive(database, body("E1"), body("E2"), body("E3", channel="C2"))
    await drain(worked)
    assert listener.heard == ["E3"]
    clock.move(seconds=1)
    await drain(worked)
    assert listener.heard == ["E3", "E1", "E2"]


async def test_a_parked_event_lets_its_channel_go_on(database: Database) -> None:
    listener, clock = Listener(E1=8), StandingClock()
    worked = inbox(database, clock, listener)
    await arrive(database, body("E1"), body("E2"))
    for pause in [*PAUSES, 0]:
        await drain(worked)
        clock.move(seconds=pause)
    assert listener.heard == ["E2"]


async def test_an_event_in_hand_when_its_worker_died_is_handled_by_another(database: Database) -> None:
    listener, clock = Listener(), StandingClock()
    await arrive(database, body("E1"))
    await database.write(lambda session: list(queue.take(session, Envelope, NOW, timedelta(seconds=60), 1)))
    await drain(inbox(database, clock, listener))
    assert listener.heard == []
    clock.move(seconds=60)
    await drain(inbox(database, clock, listener))
    assert listener.heard == ["E1"]


async def test_an_event_that_every_worker_dies_of_is_parked(database: Database) -> None:
    listener, clock = Listener(), StandingClock()
    lease = timedelta(seconds=60)
    await arrive(database, body("E1"), body("E2"))
    for _ in range(8):
        await database.write(lambda session: list(queue.take(session, Envelope, clock.now(), lease, 1)))
        clock.move(seconds=60)
    await drain(inbox(database, clock, listener))
    assert listener.heard == ["E2"]
    assert [row.state for row in await rows(database)] == [queue.PARKED, queue.DONE]


@pytest.mark.parametrize(
    ("event", "lane"),
    [
        ({"channel": "C1", "user": "U1"}, "C1"),
        ({"channel": {"id": "C1", "name": "general"}}, "C1"),
        ({"user": "U1"}, "U1"),
        ({"user": {"id": "U1"}}, "U1"),
        ({"item": {"type": "message", "channel": "C1"}, "user": "U1"}, "U1"),
        ({"item": {"type": "message", "channel": "C1"}}, "C1"),
        ({}, "some_event"),
    ],
)
async def test_events_about_one_channel_or_person_share_a_lane(
    database: Database, event: dict[str, Any], lane: str
) -> None:
    about = {"type": "some_event", **event}
    await arrive(database, {"event_id": "E1", "team_id": "T1", "event": about})
    (row,) = await rows(database)
    assert (row.lane, row.payload) == (lane, about)


@pytest.mark.parametrize(
    ("authorizations", "team"), [([{"team_id": "T2"}], "T2"), ([], "T1"), ([{"team_id": None}], "T1")]
)
async def test_an_event_belongs_to_the_team_that_installed_us(
    database: Database, authorizations: list[Any], team: str
) -> None:
    await arrive(database, body("E1", authorizations=authorizations))
    (row,) = await rows(database)
    assert row.team_id == team


class Revoked(Listener):
    """As Slack is for it, with a token that is no longer good."""

    async def __call__(self, event: Event) -> None:
        try:
            await super().__call__(event)
        except LookupError:
            refusal = {"ok": False, "error": "token_revoked"}
            answer = AsyncSlackResponse(
                client=None,
                http_verb="GET",
                api_url="",
                req_args={},
                data=refusal,
                headers={},
                status_code=200,
            )
            raise SlackApiError("refused", answer) from None  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(("hours", "state", "heard"), [(160, queue.DONE, ["E1"]), (170, queue.PARKED, [])])
async def test_an_event_that_slack_is_in_the_way_of_waits_for_a_week(
    database: Database, hours: int, state: str, heard: list[str]
) -> None:
    clock, listener = StandingClock(), Revoked(E1=hours)
    await arrive(database, body("E1"))
    for _ in range(hours + 1):
        await drain(inbox(database, clock, listener))
        clock.move(hours=1)
    (row,) = await rows(database)
    assert (row.state, listener.heard) == (state, heard)


async def test_events_that_come_at_once_share_their_commits(database: Database) -> None:
    commits: list[None] = []
    database.on_commit.append(lambda: commits.append(None))
    taking = Intake(database, StandingClock())
    await asyncio.gather(*(taking.keep(body(f"E{n % 50}")) for n in range(60)))
    assert [row.event_id for row in await rows(database)] == [f"E{n}" for n in range(50)]
    assert len(commits) < 10
    await taking.keep(body("E50"))
    assert len(await rows(database)) == 51


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_an_event_that_cannot_be_kept_keeps_no_other_out(database: Database) -> None:
    taking = Intake(database, StandingClock())
    bad = body("E1") | {"team_id": "T" * 100}
    kept = await asyncio.gather(*map(taking.keep, [body("E0"), bad, body("E2")]), return_exceptions=True)
    assert [type(each) for each in kept] == [type(None), NotSaved, type(None)]
    assert {row.event_id for row in await rows(database)} == {"E0", "E2"}
