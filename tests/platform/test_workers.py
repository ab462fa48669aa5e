"""A worker goes on while there is work, wakes when something was committed, and ends when told to."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest

from bot.errors import Outage
from bot.platform import logs
from bot.platform.workers import Watch, Worker

LONG = 30.0


class Rounds:
    """So many rounds with work in them, after so many that fail."""

    def __init__(self, full: int = 0, failing: int = 0) -> None:
        self.full, self.failing, self.done = full, failing, 0
        self.rested = asyncio.Event()

    async def __call__(self) -> bool:
        if self.failing:
            self.failing -= 1
            raise LookupError("a mistake of ours")
        self.done += 1
        if self.done > self.full:
            self.rested.set()
            return False
        return True


async def at_rest(rounds: Rounds, worker: Worker) -> asyncio.Task[None]:
    running = asyncio.create_task(worker.run())
    await asyncio.wait_for(rounds.rested.wait(), 5)
    return running


async def test_it_works_while_there_is_work_and_then_rests() -> None:
    rounds = Rounds(full=3)
    worker = Worker("x", rounds, LONG)
    running = await at_rest(rounds, worker)
    assert rounds.done == 4
    worker.stop()
    await asyncio.wait_for(running, 5)
    assert rounds.done == 4


async def test_woken_it_looks_again_at_once() -> None:
    rounds = Rounds()
    worker = Worker("x", rounds, LONG)
    running = await at_rest(rounds, worker)
    rounds.rested.clear()
    worker.wake()
    await asyncio.wait_for(rounds.rested.wait(), 5)
    assert rounds.done == 2
    worker.stop()
    await asyncio.wait_for(running, 5)


async def test_woken_while_it_works_it_does_not_rest_first() -> None:
    seen: list[int] = []

    async def work() -> bool:
        seen.append(len(seen))
        if len(seen) == 1:
            worker.wake()
        else:
            worker.stop()
        return False

    worker = Worker("x", work, LONG)
    await asyncio.wait_for(worker.run(), 5)
    assert seen == [0, 1]


async def test_unwoken_it_looks_again_after_its_pause() -> None:
    rounds = Rounds()
    worker = Worker("x", rounds, 0.01)
    running = await at_rest(rounds, worker)
    rounds.rested.clear()
    await asyncio.wait_for(rounds.rested.wait(), 5)
    worker.stop()
    await asyncio.wait_for(running, 5)


async def test_a_round_that_fails_is_followed_by_the_next() -> None:
    rounds = Rounds(full=1, failing=2)
    worker = Worker("x", rounds, 0.01)
    running = await at_rest(rounds, worker)
    assert rounds.done >= 2
    worker.stop()
    await asyncio.wait_for(running, 5)


def test_of_the_same_trouble_it_speaks_ever_more_seldom(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("WARNING")
    watch = Watch("x")
    for end in [*[Outage("full")] * 100, LookupError("ours"), None, Outage("full")]:
        with watch.over():
            if end:
                raise end
    logging.getLogger().handlers.clear()
    said = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [each.get("times", each["event"]) for each in said] == [
        *(1, 2, 4, 8, 16, 32, 64),
        *(1, "worker goes on", 1),
    ]
    assert watch.failures == 1


async def test_told_to_stop_it_finishes_the_round_in_hand() -> None:
    begun, may_end, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def work() -> bool:
        begun.set()
        await may_end.wait()
        ended.set()
        return True

    worker = Worker("x", work, LONG)
    running = asyncio.create_task(worker.run())
    await begun.wait()
    worker.stop()
    may_end.set()
    await asyncio.wait_for(running, 5)
    assert ended.is_set()
