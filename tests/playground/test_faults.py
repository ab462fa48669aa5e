"""Faults on order."""

import asyncio
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from tests.playground.conftest import World, refused
from tests.scenarios.process import until


async def post(world: World) -> Any:
    return await world.bot.chat_postMessage(channel=world.general.id, text="x")


async def test_the_next_calls_are_rate_limited(world: World) -> None:
    world.slack.fail_next("chat.postMessage", 2, retry_after=7)
    for _ in range(2):
        with pytest.raises(SlackApiError) as caught:
            await post(world)
        assert caught.value.response.status_code == 429
        assert caught.value.response.headers["Retry-After"] == "7"
    assert world.slack.messages(world.general) == []
    await post(world)
    assert len(world.slack.messages(world.general)) == 1


@pytest.mark.parametrize(("status", "error"), [(500, "internal_error"), (503, "service_unavailable")])
async def test_the_next_call_meets_a_broken_server(world: World, status: int, error: str) -> None:
    world.slack.fail_next("chat.postMessage", status=status)
    answer = await refused(world.bot.chat_postMessage(channel=world.general.id, text="x"))
    assert answer["error"] == error
    assert world.slack.messages(world.general) == []


@pytest.mark.parametrize(("effect", "messages"), [(True, 1), (False, 0)])
async def test_the_answer_is_dropped_after_the_effect_or_without_it(
    world: World, effect: bool, messages: int
) -> None:
    world.slack.fail_next("chat.postMessage", status=0, effect=effect)
    with pytest.raises(aiohttp.ClientError):
        await post(world)
    assert len(world.slack.messages(world.general)) == messages
    assert world.slack.calls[-1].answer["ok"] is effect


async def test_an_answer_can_hang_while_the_effect_is_there(world: World) -> None:
    world.slack.fail_next("chat.postMessage", status=0, effect=True, hangs=1)
    posting = asyncio.create_task(post(world))
    await until(lambda: bool(world.slack.messages(world.general)))
    assert not posting.done()
    with pytest.raises(aiohttp.ClientError):
        await posting


async def test_a_call_can_come_late_and_be_right(world: World) -> None:
    world.slack.fail_next("chat.postMessage", status=200, late=0.3)
    posting = asyncio.create_task(post(world))
    await asyncio.sleep(0.15)
    assert world.slack.messages(world.general) == []
    assert (await posting)["ok"]


async def test_where_posting_is_restricted_the_app_is_refused(world: World) -> None:
    world.general.restricted = True
    assert (await refused(post(world)))["error"] == "restricted_action"


async def test_other_methods_are_not_affected(world: World) -> None:
    world.slack.fail_next("chat.update")
    await post(world)
    assert len(world.slack.messages(world.general)) == 1
