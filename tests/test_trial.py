"""`playground`: a local Slack with its page and the bot beside it, both gone after Ctrl+C."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.scenarios.process import Program, one_line, taken_port, until
from tests.scenarios.stage import words

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
DECISION = "次回リリースは12/5に決定"


class Page:
    """The requests that the page in the browser makes, as its first person."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def state(self) -> dict[str, Any]:
        return await self._read("/page/state")

    async def is_connected(self) -> bool:
        return bool((await self.state())["connected"])

    async def command(self, channel: str, text: str) -> dict[str, Any]:
        given = {"as": (await self.state())["me"]["id"], "channel": channel, "text": text}
        async with self._session.post("/page/command", json=given) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def shows(self, channel: str, *parts: str) -> bool:
        """Whether the bot's messages there are as many, each with its part."""
        messages = (await self._read(f"/page/messages?channel={channel}"))["messages"]
        found = [words(message) for message in messages if message.get("bot_id")]
        return len(found) == len(parts) and all(any(part in each for each in found) for part in parts)

    async def _read(self, path: str) -> dict[str, Any]:
        async with self._session.get(path) as response:
            found: dict[str, Any] = await response.json()
            return found


@pytest.fixture
async def playground(tmp_path: Path) -> AsyncIterator[Program]:
    """Starting; its temporary files are in a folder of the test."""
    program = Program(tmp_path, {"TMPDIR": str(tmp_path)})
    await program.start("-m", "bot", "playground", "--port", "0")
    yield program
    await program.kill()


async def test_a_command_typed_on_the_page_is_answered_and_ctrl_c_leaves_nothing_behind(
    playground: Program, tmp_path: Path
) -> None:
    address = ADDRESS.search(await playground.line())
    assert address is not None
    async with aiohttp.ClientSession(address.group()) as session:
        async with session.get("/") as response:
            assert (response.status, response.content_type) == (200, "text/html")
        page = Page(session)
        await until(page.is_connected)
        general = next(each["id"] for each in (await page.state())["channels"] if each["name"] == "general")
        assert await page.command(general, f"/memo {DECISION}") == {"ok": True}
        await until(lambda: page.shows(general, "取り消す", DECISION))

    ended = await playground.interrupt()
    assert (ended.code, ended.err) == (0, "")
    assert playground.has_left_nothing()
    assert os.listdir(tmp_path) == []


async def test_a_taken_port_is_said_with_what_to_do(tmp_path: Path) -> None:
    with taken_port() as port:
        said = await Program(tmp_path, {}).run("playground", "--port", str(port))
    assert f"{port} cannot be used" in one_line(said)
