"""The server ends with everybody out."""

import asyncio
import gc
import socket
import warnings

import pytest
from aiohttp import web

from bot.playground.server import LOOPBACK, Listening


@pytest.mark.parametrize("turns", range(5))
def test_whoever_is_being_let_in_while_it_stops_is_not_left_open(turns: int) -> None:
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        asyncio.run(_knocked_on_while_stopping(turns)).close()
        gc.collect()
    assert [str(warning.message) for warning in heard] == []


async def _knocked_on_while_stopping(turns: int) -> socket.socket:
    listening = Listening(web.Application(), 0)
    address = await listening.start()
    knocking = socket.create_connection((LOOPBACK, int(address.rpartition(":")[2])))
    for _ in range(turns):
        await asyncio.sleep(0)
    await listening.stop()
    return knocking
