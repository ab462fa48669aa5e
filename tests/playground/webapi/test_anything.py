"""Whatever the arguments are, every method answers as Slack does, never with a broken server."""

from typing import Any

import aiohttp
import pytest

from bot.playground.webapi import METHODS
from tests.playground.conftest import World

NAMES = """
channel user users ts timestamp message_ts thread_ts text blocks attachments metadata limit cursor types
oldest latest trigger_id view view_id user_id external_id hash name
"""
ODD: list[Any] = [
    None,
    True,
    -1,
    1.5,
    "",
    "x",
    "[",
    "[1]",
    "{}",
    [],
    [None],
    {},
    {"type": "modal"},
    {"a": {"b": []}},
]


@pytest.mark.parametrize("method", sorted(METHODS))
async def test_odd_arguments_get_an_answer(world: World, method: str) -> None:
    tokens = [world.slack.bot_token, world.slack.app_token]
    async with aiohttp.ClientSession() as session:
        for odd in ODD:
            sound = {"channel": world.general.id, "user": world.suzuki.id, "user_id": world.suzuki.id}
            for given in (dict.fromkeys(NAMES.split(), odd), dict.fromkeys(NAMES.split(), odd) | sound):
                headers = {"Authorization": f"Bearer {tokens[METHODS[method].app_level]}"}
                async with session.post(
                    world.slack.api_url + method, json=given, headers=headers
                ) as response:
                    assert response.status == 200
                    assert isinstance((await response.json())["ok"], bool)
