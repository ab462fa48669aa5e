"""Slack is written to as fast as it likes, and who has to wait delays nobody else."""

from __future__ import annotations

import asyncio
import json

import pytest
from aiohttp import web
from sqlalchemy import text

from bot.platform import engines, queue
from bot.playground import Channel
from tests.platform.test_outcomes import answering
from tests.platform.world import World

UPDATE = "chat.update"


async def test_a_channel_gets_five_posts_at_once_and_one_a_second_from_then_on(world: World) -> None:
    for n in range(8):
        await world.post(world.general, str(n))
    await world.drain()
    assert world.texts(world.general) == list("01234")
    await world.post(world.random, "elsewhere")
    await world.drain()
    assert world.texts(world.random) == ["elsewhere"]
    for shown in (6, 7, 8):
        world.clock.move(seconds=1)
        await world.drain()
        assert len(world.texts(world.general)) == shown


async def test_updates_are_not_held_up_by_posts(world: World) -> None:
    await world.write_note("first")
    await world.show_note(world.general)
    for n in range(5):
        await world.post(world.general, str(n))
    await world.drain()
    world.clock.move(seconds=1)
    await world.drain()
    await world.write_note("second")
    world.clock.move(seconds=1)
    await world.drain()
    assert "second" in world.texts(world.general)


@pytest.mark.parametrize(("retry_after", "seconds"), [(60, 60), (7200, 3600), (0, 1), (None, 1), ("soon", 1)])
async def test_a_method_that_slack_wants_a_pause_of_rests_everywhere_while_others_go_on(
    world: World, retry_after: float | str | None, seconds: int
) -> None:
    places = [world.general, world.random]
    for number, place in enumerate(places, start=1):
        await world.write_note("before", number)
        await world.show_note(place, note_id=number)
    await world.drain()
    world.slack.fail_next(UPDATE, retry_after=retry_after)
    await world.write_note("after", 1)
    await world.drain()
    await world.write_note("after", 2)
    third = world.slack.add_channel("third", [world.sato])
    await world.post(third, "posted")
    world.clock.move(seconds=seconds - 1)
    await world.drain()
    assert (world.calls(UPDATE), world.texts(third)) == (1, ["posted"])
    world.clock.move(seconds=1)
    await world.drain()
    assert [world.texts(place) for place in places] == [["after"], ["after"]]


async def test_a_pause_is_kept_by_every_replica(world: World) -> None:
    await world.post(world.sato, "one")
    world.slack.fail_next("conversations.open", retry_after=60)
    await world.drain()
    emma = world.slack.add_person("emma")
    await world.post(emma, "two")
    another = world.another_outbox(world.database)
    assert not await another.drain()
    assert world.calls("conversations.open") == 1
    world.clock.move(seconds=60)
    await another.drain()
    assert world.texts(world.slack.dm_with_bot(emma)) == ["two"]


async def test_what_came_of_a_post_is_noted_once_the_database_is_back(world: World) -> None:
    """It is taken by others from the moment of sending, for longer than one waits for a lock."""
    asked: list[str] = []
    held = engines.writer(world.database.url)

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.match_info["method"])
        holding = held.connect()
        holding.begin()
        if not engines.is_sqlite(world.database.url):
            holding.execute(text("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE"))
        asyncio.get_running_loop().call_later(2.5, holding.close)
        return web.json_response({"ok": True, "ts": "1.1"})

    posting_id = await world.post(world.general, "one")
    async with answering(answer) as world.client:
        await world.another_outbox(world.database).drain()
    assert asked == ["chat.postMessage"]
    assert (await world.posting(posting_id)).state == queue.DONE
    held.dispose()


async def test_a_channel_that_is_slow_to_answer_delays_no_other(world: World) -> None:
    answered, asked = asyncio.Event(), list[str]()

    async def answer(request: web.Request) -> web.Response:
        channel = json.loads(await request.text())["channel"]
        asked.append(channel)
        if channel == world.general.id:
            await answered.wait()
        return web.json_response({"ok": True, "ts": f"1.{len(asked)}"})

    async def all_but_the_slow(others: list[Channel]) -> None:
        while len(asked) < len(others) * 2 + 1:
            await sending.work()
            await asyncio.sleep(0.01)

    others = [world.slack.add_channel(f"c{n}", [world.sato]) for n in range(12)]
    await world.post(world.general, "slow")
    for place in [*others, *others]:
        await world.post(place, "quick")
    async with answering(answer) as world.client:
        sending = world.another_outbox(world.database)
        await asyncio.wait_for(all_but_the_slow(others), 10)
        answered.set()
        await sending.drain()
