"""One life of the bot after the other: what people do meanwhile, what goes wrong, and how it dies."""

from __future__ import annotations

import asyncio
import re
import string
import threading
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.platform import engines
from bot.playground import Refusal
from bot.workspaces.views import START
from tests.chaos.books import Report, answer_of
from tests.chaos.house import AWAY, PATIENCE, House
from tests.chaos.victim import MIGRATING, POINTS

POST, UPDATE, HISTORY = "chat.postMessage", "chat.update", "conversations.history"
LONGEST_DELAY = 0.4
"""Seconds from the last answer waited for to a kill at random."""
SECONDS_TO_DIE = 2.0
REST_EVERY = 5
DAY = timedelta(days=1)
ENTRY = re.compile("entry [a-z]+")
AT_RANDOM = "at random"
STANDING = "keep the door shut"
"""A task that is due from the first day on, so that every business day has its plan."""
FATES = [AT_RANDOM, *(point for point in POINTS if point != MIGRATING)]

Gesture = Callable[[House, str, Random], Awaitable[None]]
Fault = Callable[[House, Random], None]


@dataclass(frozen=True)
class Cycle:
    """What is to happen in one life: it ends when a point was passed so often, or after so many answers."""

    fate: str
    passes: int
    answers: int
    delay: float
    gestures: list[tuple[str, str]]
    faults: list[str]
    sleeps_a_day: bool

    @property
    def trap(self) -> str:
        return "" if self.fate == AT_RANDOM else f"{self.fate}:{self.passes}"


async def memo(house: House, said: str, random: Random) -> None:
    hand, place = random.choice([house.suzuki, house.sato]), random.choice([house.general, house.support])
    house.books.told[said] = answer_of(await hand.command(place, f"/memo {said}"))


async def task(house: House, said: str, random: Random) -> None:
    hand, place = random.choice([house.suzuki, house.sato]), random.choice([house.general, house.support])
    house.books.told[said] = answer_of(await hand.command(place, f"/task {said}"))


async def mention(house: House, said: str, random: Random) -> None:
    door = random.choice(["メモ", "タスク"])
    message = await house.sato.say(house.general, f"<@{house.slack.bot_user_id}> {door} {said}")
    house.events[message.ts] = said


async def reaction(house: House, said: str, _random: Random) -> None:
    message = await house.suzuki.say(house.general, said)
    house.events[message.ts] = said
    await house.sato.react(message, "memo")


async def form(house: House, said: str, random: Random) -> None:
    """Sent again where there was no answer, and once more than needed where there was."""
    hand = random.choice([house.suzuki, house.sato])
    while hand.view is not None:
        await hand.close_view()
    if not (await hand.shortcut("memos.from_message", await hand.say(house.general, said))).ok:
        return
    for _ in range(3):
        if hand.view is None:
            return
        house.books.told[said] = answer_of(await hand.submit())


async def close(house: House, _said: str, _random: Random) -> None:
    """Two click at once on the last task that stands open."""
    is_open = [card for card in house.shown() if "tasks.done" in str(card.blocks) and "entry" in card.text]
    if not is_open:
        return
    card = is_open[-1]
    said = ENTRY.findall(card.text)[0]
    both = [hand.press(card, "tasks.done") for hand in (house.suzuki, house.sato)]
    if any(outcome.ok for outcome in await asyncio.gather(*both)):
        house.books.closed.add(said)


async def again(house: House, _said: str, random: Random) -> None:
    """Slack delivers an event once more."""
    known = [each for each in house.slack.deliveries if each.kind == "events_api"]
    if known:
        await house.slack.redeliver(random.choice(known).payload["event_id"])


GESTURES: dict[str, Gesture] = {
    "memo": memo,
    "task": task,
    "mention": mention,
    "reaction": reaction,
    "form": form,
    "close": close,
    "again": again,
}


def limits(house: House, random: Random) -> None:
    for method in (POST, UPDATE):
        house.slack.fail_next(
            method, random.randint(1, 3), retry_after=random.choice([0, 1, None, "soon", 3600])
        )


def errors(house: House, random: Random) -> None:
    house.slack.fail_next(POST, random.randint(1, 2), status=random.choice([500, 502, 503]))
    house.slack.fail_next(UPDATE, 2, status=500, effect=random.choice([True, False]))


def lost_answers(house: House, random: Random) -> None:
    house.slack.fail_next(POST, random.randint(1, 2), status=random.choice([0, 500]), effect=True)


def blindness(house: House, random: Random) -> None:
    """Answers are lost, and the history cannot be read for long."""
    house.slack.fail_next(POST, 1, status=0, effect=random.choice([True, False]))
    house.slack.fail_next(HISTORY, 12, status=500)


def archived(house: House, _random: Random) -> None:
    house.support.archived = True


def revoked(house: House, _random: Random) -> None:
    house.slack.revoke_token()


def locked(house: House, random: Random) -> None:
    """Somebody else holds the database for a while."""
    threading.Thread(target=_hold, args=(house.database.url, random.uniform(0.2, 2.5)), daemon=True).start()


def gone(house: House, _random: Random) -> None:
    """The server drops everybody; a file cannot."""
    if not engines.is_sqlite(house.database.url):
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        drop = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"
        engine = engines.migrator(house.database.url)
        with suppress(DBAPIError), engine.begin() as connection:
            connection.execute(text(drop))
        engine.dispose()


FAULTS: dict[str, Fault] = {
    "limits": limits,
    "errors": errors,
    "lost answers": lost_answers,
    "blindness": blindness,
    "archived": archived,
    "revoked": revoked,
    "locked": locked,
    "gone": gone,
}


def _hold(url: str, seconds: float) -> None:
    engine = engines.writer(url)
    with suppress(DBAPIError), engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE inbox, outbox, workspaces IN ACCESS EXCLUSIVE MODE"))
        threading.Event().wait(seconds)
    engine.dispose()


def planned(seed: int, number: int) -> Cycle:
    """The same for the same seed; each point and each fault has its turn."""
    random = Random(f"{seed}:{number}")
    kinds = random.choices([kind for kind in GESTURES if kind != "form"], k=random.randint(3, 5))
    faults = [list(FAULTS)[number % len(FAULTS)], *random.sample(list(FAULTS), k=random.randint(0, 1))]
    return Cycle(
        fate=FATES[(number // 2) % len(FATES)] if number % 2 else AT_RANDOM,
        passes=random.randint(1, 6),
        answers=random.randint(1, len(kinds)),
        delay=random.uniform(0, LONGEST_DELAY),
        gestures=[(kind, _words(random)) for kind in ["memo", "form", *kinds]],
        faults=faults if random.random() < 0.7 else [],
        sleeps_a_day=random.random() < 0.2,
    )


def _words(random: Random) -> str:
    return "entry " + "".join(random.choices(string.ascii_lowercase, k=10))


async def run(
    house: House, seed: int, cycles: int, say: Callable[[str], None] = lambda _line: None
) -> Report:
    """So many lives, and the comparison of the books at the end."""
    await _prepared(house)
    for number in range(cycles):
        cycle = planned(seed, number)
        say(f"{number}: {cycle}")
        await _lived(house, cycle, Random(f"{seed}:{number}:doing"))
        if number % REST_EVERY == REST_EVERY - 1:
            await house.rest()
            await house.kill()
    return await _concluded(house)


async def _prepared(house: House) -> None:
    """Killed while it migrates, then at work: Suzuki starts the daily plan, and something is always due."""
    await house.begin(f"{MIGRATING}:2")
    assert await house.dead(SECONDS_TO_DIE), "it did not die while migrating"
    await house.begin()
    await memo(house, "entry first", Random(0))
    for hand in (house.suzuki, house.sato):
        for place in (house.general, house.support):
            for whisper in hand.ephemerals(place):
                if START in str(whisper.blocks):
                    await hand.press(whisper, START)
    standing = await house.suzuki.command(house.general, f"/task {STANDING} 今日中")
    house.books.told[STANDING] = answer_of(standing)
    await house.kill()


async def _lived(house: House, cycle: Cycle, random: Random) -> None:
    await house.begin(cycle.trap)
    if cycle.trap:
        house.arm()
    for fault in cycle.faults:
        FAULTS[fault](house, random)
    doing = [
        asyncio.create_task(_tried(GESTURES[kind](house, said, random))) for kind, said in cycle.gestures
    ]
    await _answered(doing, cycle.answers)
    await asyncio.sleep(cycle.delay)
    if cycle.fate != AT_RANDOM:
        await house.dead(SECONDS_TO_DIE)
    await house.kill(DAY if cycle.sleeps_a_day else AWAY)
    await asyncio.gather(*doing)
    _mend(house)


async def _answered(doing: list[asyncio.Task[None]], answers: int) -> None:
    """Until so many gestures have got their answer, or will get none."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while sum(each.done() for each in doing) < answers and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110
        await asyncio.sleep(0.01)


async def _tried(gesture: Coroutine[Any, Any, None] | Awaitable[None]) -> None:
    """What Slack itself does not let a person do is no gesture."""
    with suppress(Refusal, LookupError):
        await gesture


def _mend(house: House) -> None:
    house.support.archived = False
    house.slack.revoke_token(None)
    house.slack.core.faults.clear()


async def _concluded(house: House) -> Report:
    """A person answers what they are asked; how often that was counts as uncertain, with what nobody was."""
    await house.rest()
    asked = 0
    while questions := await house.answer_questions():
        asked += questions
        await house.kill()
        await house.rest()
    report = await house.compared()
    return replace(report, uncertain=report.uncertain + asked)
