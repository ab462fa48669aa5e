"""The JSON of the page's side: clock, faults on order, what went over the wire."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from bot.playground import LocalSlack
from bot.playground.clock import Almanac, MovableClock
from tests.playground.conftest import World
from tests.playground.sample_app import MANIFEST, Json


async def get(world: World, path: str) -> Json:
    async with aiohttp.ClientSession() as session, session.get(f"{world.slack.url}/page/{path}") as response:
        answer: Json = await response.json()
    return answer


async def order(world: World, name: str, **given: Any) -> Json:
    address = f"{world.slack.url}/page/desk/{name}"
    async with aiohttp.ClientSession() as session, session.post(address, json=given) as response:
        answer: Json = await response.json()
    return answer


async def error_of_a_post(world: World) -> str | None:
    try:
        await world.bot.chat_postMessage(channel=world.general.id, text="x")
    except SlackApiError as refused:
        return str(refused.response["error"])
    return None


@pytest.fixture
async def moving() -> AsyncIterator[World]:
    """With a clock that can be moved, read in Tokyo."""
    clock = MovableClock()
    async with LocalSlack(MANIFEST, clock) as slack:
        slack.desk.almanac = Almanac(
            ZoneInfo("Asia/Tokyo"), lambda year, lang: {date(year, 11, 23): f"holiday in {lang}"}
        )
        yield World(slack, clock)  # type: ignore[arg-type]


async def test_the_clock_moves_to_a_jump_or_to_a_wall_time_and_messages_with_it(moving: World) -> None:
    shown = (await get(moving, "desk"))["clock"]
    assert (shown["zone"], set(shown["jumps"]) >= {"hour", "tomorrow", "friday", "monday"}) == (
        "Asia/Tokyo",
        True,
    )
    assert await order(moving, "clock", jump="monday") == {"ok": True}
    assert abs((await get(moving, "desk"))["clock"]["now"] - shown["jumps"]["monday"]) < 10
    assert (await moving.hand.say(moving.general, "x")).ts > str(shown["jumps"]["monday"])
    there = (moving.slack.core.clock() + timedelta(days=40)).astimezone(ZoneInfo("Asia/Tokyo"))
    await order(moving, "clock", at=f"{there:%Y-%m-%dT%H:%M}")
    assert abs((await get(moving, "desk"))["clock"]["now"] - there.timestamp()) < 70


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"jump": "never"}, "unknown_jump"),
        ({"at": "soon"}, "invalid_time"),
        ({"at": "2020-01-01T09:00"}, "time_has_passed"),
    ],
)
async def test_where_it_cannot_go_it_stays(moving: World, given: Json, error: str) -> None:
    assert await order(moving, "clock", **given) == {"ok": False, "error": error}
    assert moving.slack.core.clock.ahead == timedelta()  # type: ignore[attr-defined]


async def test_a_clock_that_stands_has_no_jumps(world: World) -> None:
    assert (await get(world, "desk"))["clock"]["jumps"] == {}
    assert (await order(world, "clock", jump="hour"))["error"] == "clock_stands"


async def test_days_off_come_by_year_and_language(moving: World) -> None:
    assert await get(moving, "days?year=2027&lang=ja") == {"days": {"2027-11-23": "holiday in ja"}}
    assert (await get(moving, "days?year=99999&lang=ja"))["error"] == "no_such_year"
    assert (await get(moving, "days?year=x"))["error"] == "not_a_number"


async def test_the_next_calls_are_limited_whatever_they_are(world: World) -> None:
    assert await order(world, "limit") == {"ok": True}
    await world.bot.auth_test()
    assert [await error_of_a_post(world) for _ in range(6)] == ["ratelimited"] * 5 + [None]
    assert (await get(world, "desk"))["faults"]["left"] == 0


async def test_the_answer_after_a_post_is_dropped(world: World) -> None:
    await order(world, "lose")
    with pytest.raises(aiohttp.ClientError):
        await world.bot.chat_postMessage(channel=world.general.id, text="posted")
    assert [message.text for message in world.slack.messages(world.general)] == ["posted"]
    line = (await get(world, "wire"))["entries"][0]
    assert (line["name"], line["error"], line["lost"]) == ("chat.postMessage", None, True)


async def test_the_token_is_revoked_and_restored(world: World) -> None:
    await order(world, "revoke", on=True)
    assert await error_of_a_post(world) == "token_revoked"
    assert (await get(world, "desk"))["faults"]["token"] == "token_revoked"
    await order(world, "revoke", on=False)
    assert await error_of_a_post(world) is None


async def test_a_channel_is_archived_and_brought_back(world: World) -> None:
    await order(world, "archive", channel=world.general.id, on=True)
    assert await error_of_a_post(world) == "is_archived"
    assert (await get(world, "desk"))["channels"][0]["archived"]
    await order(world, "archive", channel=world.general.id, on=False)
    assert await error_of_a_post(world) is None


async def test_on_a_slow_network_a_command_takes_as_long(wired: World) -> None:
    wired.slack.core.faults.delay = 0.2
    outcome = await wired.hand.command(wired.general, "/lunch soup")
    assert (outcome.ok, outcome.milliseconds >= 200) == (True, True)
    wired.slack.core.faults.delay = wired.slack.core.deliveries.patience
    assert (await wired.hand.command(wired.general, "/lunch soup")).error == "dispatch_failed"


async def test_the_network_is_slowed_and_quickened_again(world: World) -> None:
    await order(world, "slow", on=True)
    assert (await get(world, "desk"))["faults"]["slow"]
    await order(world, "slow", on=False)
    assert world.slack.core.faults.delay == 0


async def test_the_socket_is_closed_and_the_app_comes_back(wired: World) -> None:
    assert (await order(wired, "disconnect"))["ok"]
    await wired.slack.connected(5)
    assert (await wired.hand.command(wired.general, "/lunch soup")).ok


async def test_an_app_started_elsewhere_is_not_killed_from_here(wired: World) -> None:
    assert (await get(wired, "desk"))["app"] is None
    assert (await order(wired, "kill"))["error"] == "app_not_started_here"


async def test_the_wire_shows_both_directions_and_what_was_said_on_demand(wired: World) -> None:
    await wired.hand.command(wired.general, "/lunch soup")
    await error_of_a_post(wired)
    with pytest.raises(SlackApiError):
        await wired.bot.chat_postMessage(channel="C404", text="x")
    known = (await get(wired, "wire"))["entries"]
    lines = [line for line in known if line["name"] in ("chat.postMessage", "/lunch")]
    assert [(line["from"], line["name"], line["error"]) for line in lines] == [
        ("app", "chat.postMessage", "channel_not_found"),
        ("app", "chat.postMessage", None),
        ("slack", "/lunch", None),
    ]
    assert lines[2]["milliseconds"] > 0
    sides = await get(wired, f"wire/{lines[2]['number']}")
    assert (sides["sent"]["text"], sides["answer"]["text"]) == ("soup", "One soup")
    await wired.slack.settled()
    await order(wired, "forget")
    assert await get(wired, "wire") == {"entries": []}
    assert (await get(wired, f"wire/{lines[2]['number']}"))["ok"] is False
