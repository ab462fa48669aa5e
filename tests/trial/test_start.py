"""`playground`: a local Slack with its page and the bot beside it, both gone after Ctrl+C."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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

    async def channel(self, name: str) -> str:
        """Its id."""
        return str(next(each["id"] for each in (await self.state())["channels"] if each["name"] == name))

    async def is_gone(self) -> bool:
        return not await self.is_connected()

    async def desk(self) -> dict[str, Any]:
        return await self._read("/page/desk")

    async def command(self, channel: str, text: str) -> dict[str, Any]:
        return await self.act("command", channel=channel, text=text)

    async def act(self, act: str, /, **given: str) -> dict[str, Any]:
        return await self._post(f"/page/{act}", {"as": (await self.state())["me"]["id"], **given})

    async def order(self, name: str, **given: str) -> dict[str, Any]:
        return await self._post(f"/page/desk/{name}", given)

    async def shows(self, channel: str, *parts: str) -> bool:
        """Whether the bot's messages there are as many, each with its part."""
        messages = (await self._read(f"/page/messages?channel={channel}"))["messages"]
        found = [words(message) for message in messages if message.get("bot_id")]
        return len(found) == len(parts) and all(any(part in each for each in found) for part in parts)

    async def _post(self, path: str, given: dict[str, str]) -> dict[str, Any]:
        async with self._session.post(path, json=given) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def _read(self, path: str) -> dict[str, Any]:
        async with self._session.get(path) as response:
            found: dict[str, Any] = await response.json()
            return found


@pytest.fixture
async def playground(tmp_path: Path) -> AsyncIterator[Program]:
    """Starting; its temporary files are in a folder of the test."""
    program = Program(tmp_path, {"TMPDIR": str(tmp_path)})
    await program.start("-m", "bot", "playground", "--port", "0", "--empty")
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
        general = await page.channel("general")
        assert await page.command(general, f"/memo {DECISION}") == {"ok": True}
        await until(lambda: page.shows(general, "取り消す", DECISION))

    ended = await playground.interrupt()
    assert (ended.code, ended.err) == (0, "")
    assert playground.has_left_nothing()
    assert os.listdir(tmp_path) == []


async def test_ctrl_c_does_not_wait_for_the_end_of_the_fortnight(tmp_path: Path) -> None:
    program = Program(tmp_path, {"TMPDIR": str(tmp_path)})
    await program.start("-m", "bot", "playground", "--port", "0")
    assert ADDRESS.search(await program.line())
    ended = await program.interrupt()
    assert (ended.code, ended.err) == (0, "")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("connected", [True, False], ids=["at work", "about to start"])
async def test_a_playground_that_was_killed_takes_its_bot_with_it(
    playground: Program, connected: bool
) -> None:
    address = ADDRESS.search(await playground.line())
    assert address is not None
    if connected:
        async with aiohttp.ClientSession(address.group()) as session:
            await until(Page(session).is_connected)
    playground.process.kill()
    assert (await playground.ended()).code == -signal.SIGKILL, "a bot that stays keeps the output open"


async def test_a_taken_port_is_said_with_what_to_do(tmp_path: Path) -> None:
    with taken_port() as port:
        said = await Program(tmp_path, {}).run("playground", "--port", str(port))
    assert f"{port} cannot be used" in one_line(said)


async def test_a_language_that_is_not_spoken_is_said_and_so_is_a_file_of_another_kind(tmp_path: Path) -> None:
    said = await Program(tmp_path, {}).run("playground", "--lang", "fr")
    assert "only ja and en" in one_line(said)
    other = tmp_path / "other.sqlite3"
    other.touch()
    said = await Program(tmp_path, {}).run("playground", "--keep", str(other))
    assert "is not a playground's" in one_line(said)
    assert other.stat().st_size == 0


async def test_what_is_kept_goes_on_where_it_was_after_a_restart(tmp_path: Path) -> None:
    options = ("--empty", "--lang", "en", "--keep", str(tmp_path / "mine.sqlite3"))
    async with opened(tmp_path, *options) as page:
        general = await page.channel("general")
        assert await page.command(general, f"/memo {DECISION}") == {"ok": True}
        await until(lambda: page.shows(general, "取り消す", DECISION))
        assert await page.order("clock", jump="tomorrow") == {"ok": True}
        ahead = (await page.desk())["clock"]["now"] - time.time()

    async with opened(tmp_path, *options) as page:
        assert await page.shows(general, "取り消す", DECISION)
        assert abs((await page.desk())["clock"]["now"] - time.time() - ahead) < 60
        assert await page.command(general, "/memo list") == {"ok": True}
        assert DECISION in words((await page.state())["view"])
        assert [step["key"] for step in (await page.desk())["tour"] if step["done"]] == ["memo"]
    assert sorted(os.listdir(tmp_path)) == ["mine.sqlite3", "mine.sqlite3.lock", "mine.sqlite3.slack.json"]


async def test_the_bot_hears_after_its_restart_what_happened_while_it_was_killed(tmp_path: Path) -> None:
    async with opened(tmp_path, "--empty") as page:
        general = await page.channel("general")
        assert await page.order("kill") == {"ok": True}
        await until(page.is_gone)
        assert (await page.desk())["app"] == {"running": False}
        said = await page.act("say", channel=general, text=DECISION)
        assert (await page.act("react", channel=general, ts=said["ts"], name="memo"))["ok"]
        assert await page.order("start") == {"ok": True}
        await until(lambda: page.shows(general, "取り消す", DECISION))


@asynccontextmanager
async def opened(folder: Path, *options: str) -> AsyncIterator[Page]:
    """A playground whose bot is connected; at the end it is interrupted, and has nothing to complain of."""
    program = Program(folder, {})
    await program.start("-m", "bot", "playground", "--port", "0", *options)
    address = ADDRESS.search(await program.line())
    assert address is not None
    async with aiohttp.ClientSession(address.group()) as session:
        page = Page(session)
        await until(page.is_connected)
        yield page
    ended = await program.interrupt()
    assert (ended.code, ended.err) == (0, "")
