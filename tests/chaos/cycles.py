"""One life of the bot after the other: what people do meanwhile, what goes wrong, and how it dies."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count, islice
from math import inf
from random import Random
from typing import Any

from bot.platform import engines
from bot.playground import Refusal
from bot.workspaces.views import START
from tests.chaos.books import Report, answer_of
from tests.chaos.faults import FAULTS, mended
from tests.chaos.gestures import GESTURES, memo
from tests.chaos.house import AWAY, PATIENCE, House, entry
from tests.chaos.life import Life
from tests.chaos.victim import MIGRATING, POINTS

LONGEST_DELAY = 0.4
"""Seconds from the last answer waited for to a kill at random."""
SECONDS_TO_MEET = 2.5
SECONDS_TO_DIE = 2.0
REST_EVERY = 5
"""Fewer than the deaths after which an event is taken for the cause of them."""
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
AT_RANDOM = "at random"
CYCLES = "cycles"
STANDING = "keep the door shut"
"""A task that is due from the first day on, so that every business day has its plan."""
FATES = [point for point in POINTS if point != MIGRATING]
"""Of every second life; the others end at random."""
WRONG_CLOCK = "wrong clock"
"""A fault of the life, not of what happens to it."""
MISFORTUNES = [*FAULTS, WRONG_CLOCK]
SELDOM = {"archived": 0.3, "removed": 0.3, "restricted": 0.4, "errors": 0.5}
"""How often these struck where they had their turn, as measured: nothing may have been posted meanwhile."""


@dataclass(frozen=True)
class Cycle:
    """What is to happen in one life: it ends when a point was passed so often, or after so many answers."""

    fate: str
    passes: int
    answers: int
    delay: float
    gestures: list[tuple[str, str]]
    faults: list[tuple[str, int]]
    """Which, and for how many lives."""
    meets: bool
    """Whether a kill at random waits until the faults were met."""
    skew: timedelta
    sleeps_a_day: bool

    @property
    def turns(self) -> list[str]:
        """What has its turn in it."""
        return [self.fate, *dict(self.faults), *([WRONG_CLOCK] if self.skew else [])]

    @property
    def trap(self) -> str:
        return "" if self.fate == AT_RANDOM else f"{self.fate}:{self.passes}"


def plans(seed: int, possible: Sequence[str] = MISFORTUNES) -> Iterator[Cycle]:
    """The same for the same seed; the faults are of the `possible`, and each is to strike as often."""
    struck: dict[str, float] = defaultdict(float)
    for number in count():
        cycle = _planned(Random(f"{seed}:{number}"), AT_RANDOM if number % 2 else "", struck, possible)
        for name in cycle.turns:
            struck[name] += SELDOM.get(name, 1)
        yield cycle


def _planned(random: Random, fate: str, struck: Mapping[str, float], possible: Sequence[str]) -> Cycle:
    kinds = random.choices([kind for kind in GESTURES if kind != "form"], k=random.randint(3, 5))
    names = [_drawn(possible, struck, random) for _ in range(random.randint(1, 2))]
    names = list(dict.fromkeys(names)) if random.random() < 0.8 else []
    lasting = [(name, random.randint(*FAULTS[name].lives)) for name in names if name in FAULTS]
    return Cycle(
        fate=fate or _drawn(FATES, struck, random),
        passes=random.randint(1, 3),
        answers=random.randint(2, len(kinds) + 1),
        delay=random.uniform(0, LONGEST_DELAY),
        gestures=[(kind, entry(random)) for kind in ["memo", "form", *kinds]],
        faults=lasting,
        meets=random.random() < 0.7,
        skew=random.choice([HOUR, -HOUR]) if WRONG_CLOCK in names else timedelta(),
        sleeps_a_day=random.random() < 0.2,
    )


def _drawn(names: Sequence[str], struck: Mapping[str, float], random: Random) -> str:
    """What has struck least is the likeliest to come."""
    fewest = min(struck.get(name, 0) for name in names)
    return random.choices(names, [1 / (1 + struck.get(name, 0) - fewest) ** 2 for name in names])[0]


async def run(
    house: House,
    seed: int,
    cycles: int,
    migrations: int = 1,
    say: Callable[[str], None] = lambda _line: None,
    minutes: float = inf,
) -> Report:
    """So many lives, after so many that end while migrating, and the comparison of the books at the end.

    No more are begun after so many minutes.
    """
    run, ends_at = Run(house, Random(f"{seed}"), say), time.monotonic() + minutes * 60
    await run.prepared(migrations)
    for number, cycle in enumerate(islice(plans(seed, run.possible), cycles)):
        if time.monotonic() > ends_at:
            break
        say(f"{number}: {cycle}")
        await run.lived(cycle)
        house.tally[CYCLES] += 1
        if number % REST_EVERY == REST_EVERY - 1:
            await run.rested(DAY if cycle.sleeps_a_day else AWAY)
    return await run.concluded()


@dataclass
class Run:
    """`ailing` are the faults that last, and for how many lives yet."""

    house: House
    random: Random
    say: Callable[[str], None]
    ailing: dict[str, int] = field(default_factory=dict)

    @property
    def possible(self) -> list[str]:
        """What may go wrong with this database."""
        return [name for name in MISFORTUNES if name == WRONG_CLOCK or _is_possible(self.house, name)]

    async def prepared(self, migrations: int) -> None:
        """Killed while it migrates, then at work: Suzuki starts the daily plan; something is always due."""
        house = self.house
        house.tally.update(dict.fromkeys([*POINTS, AT_RANDOM, *self.possible], 0))
        for passes in range(1, migrations + 1):
            life = await house.begin_one(f"{MIGRATING}:{passes}")
            assert await life.dead(SECONDS_TO_DIE), "it did not die while migrating"
            house.tally[MIGRATING] += 1
            await house.kill_all()
        await house.begin()
        await memo(house, "entry first", Random(0))
        for hand in (house.suzuki, house.sato):
            for place in (house.general, house.support):
                for whisper in hand.ephemerals(place):
                    if START in str(whisper.blocks):
                        await hand.press(whisper, START)
        standing = await house.suzuki.command(house.general, f"/task {STANDING} 今日中")
        house.books.told[STANDING] = answer_of(standing)
        await house.kill_all()

    async def lived(self, cycle: Cycle) -> None:
        house = self.house
        house.note_life()
        life = await house.begin(cycle.trap, cycle.skew)
        if cycle.trap:
            life.arm()
        house.tally[WRONG_CLOCK] += bool(cycle.skew)
        await self._begun(cycle)
        doing = [
            asyncio.create_task(_tried(GESTURES[kind](house, said, self.random)))
            for kind, said in cycle.gestures
        ]
        await _answered(doing, cycle.answers)
        if cycle.meets and cycle.fate == AT_RANDOM:
            await self._met()
        await asyncio.sleep(cycle.delay)
        await self._ended(life, cycle)
        await asyncio.gather(*doing)
        await self._mended()
        house.note_events()

    async def _begun(self, cycle: Cycle) -> None:
        for name, lives in cycle.faults:
            self.ailing[name] = max(lives, self.ailing.get(name, 0))
        for name in self.ailing:
            with suppress(Refusal):
                await FAULTS[name].begin(self.house, self.random)

    async def _met(self) -> None:
        """Until each fault was met, if that is soon."""
        deadline = asyncio.get_running_loop().time() + SECONDS_TO_MEET
        while set(self.ailing) - self._struck() and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.02)

    def _struck(self) -> set[str]:
        calls = self.house.calls_of_this_life()
        met = {name for name in self.ailing if FAULTS[name].met(self.house, calls)}
        return met | (self.house.noticed & set(self.ailing))

    async def _ended(self, life: Life, cycle: Cycle) -> None:
        """By its own hand, or by ours; where others live on, at random it is any of them."""
        house = self.house
        if cycle.fate == AT_RANDOM:
            life = self.random.choice(house.lives)
            house.tally[AT_RANDOM] += life.is_alive
        elif await life.dead(SECONDS_TO_DIE):
            house.tally[cycle.fate] += 1
        if house.replicas == 1:
            await house.kill_all(DAY if cycle.sleeps_a_day else AWAY)
        else:
            await house.kill(life)

    async def _mended(self) -> None:
        house = self.house
        struck = self._struck()
        self.say(f"struck: {sorted(struck)} of {sorted(self.ailing)}")
        house.tally.update(struck)
        self.ailing = {name: lives - 1 for name, lives in self.ailing.items()}
        house.slack.core.faults.clear()
        for name in [name for name, lives in self.ailing.items() if lives == 0]:
            del self.ailing[name]
            await mended(house, FAULTS[name])
        await house.undisturbed()

    async def rested(self, away: timedelta = AWAY) -> None:
        """Everything is mended, the invitation last: into an archived channel nobody can be invited."""
        self.house.slack.core.faults.clear()
        for name in [*(name for name in FAULTS if name in self.ailing), "removed"]:
            await mended(self.house, FAULTS[name])
        self.ailing.clear()
        await self.house.kill_all()
        await self.house.rest()
        for complaint in (await self.house.compared()).complaints:
            self.say(f"at rest: {complaint}")
        await self.house.kill_all(away)

    async def concluded(self) -> Report:
        """A person answers what they are asked: that counts as uncertain, with what nobody was asked."""
        await self.rested()
        await self.house.begin()
        asked = 0
        while questions := await self.house.answer_questions():
            asked += questions
            await self.rested()
            await self.house.begin()
        report = await self.house.compared()
        return replace(report, uncertain=report.uncertain + asked, struck=dict(self.house.tally))


def _is_possible(house: House, name: str) -> bool:
    if name == "stopped":
        return house.server is not None
    return not (FAULTS[name].of_a_server and engines.is_sqlite(house.database.url))


async def _answered(doing: list[asyncio.Task[None]], answers: int) -> None:
    """Until so many gestures have got their answer, or will get none."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while sum(each.done() for each in doing) < answers and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110
        await asyncio.sleep(0.01)


async def _tried(gesture: Coroutine[Any, Any, None] | Any) -> None:
    """What Slack itself does not let a person do is no gesture."""
    with suppress(Refusal, LookupError):
        await gesture
