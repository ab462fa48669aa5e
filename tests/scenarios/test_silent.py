"""PostgreSQL says nothing for a while, on a line that stays open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.at_work import FINISHING_SECONDS
from bot.manifest import manifest
from bot.playground import Channel, Hand, LocalSlack
from tests import postgres
from tests.line import Line, line_to
from tests.platform.test_http import opened
from tests.scenarios.process import Bot, logged, until
from tests.scenarios.stage import environment, words

SAVED, NOT_SAVED = "に残しました", "保存できませんでした"
PATIENCE = 10.0
"""Seconds: more than Slack's three, as a machine may be slow; without a limit of ours nothing ever comes."""


@dataclass
class House:
    """A bot that runs, and its line to the database."""

    slack: LocalSlack
    line: Line
    bot: Bot
    hand: Hand
    general: Channel

    async def typed(self, said: str) -> str:
        """What the answer says, which comes though the line may be silent."""
        outcome = await self.hand.command(self.general, f"/memo {said}")
        assert outcome.ok
        return words(outcome.acknowledgement or {})

    def shown(self) -> str:
        return " ".join(message.text for message in self.slack.messages(self.general))


@pytest.fixture
async def house(postgres_server: postgres.Server, tmp_path: Path) -> AsyncIterator[House]:
    slack = LocalSlack(manifest())
    slack.core.deliveries.patience = PATIENCE
    suzuki = slack.add_person("suzuki", locale="ja-JP", tz="Asia/Tokyo")
    general = slack.add_channel("general", members=[suzuki])
    with postgres_server.database() as url:
        async with slack, line_to(url) as line:
            bot = Bot(slack, tmp_path, environment(slack, line.url))
            await bot.connect()
            yield House(slack, line, bot, slack.hand(suzuki), general)
            await bot.kill()


async def test_people_are_told_in_time_and_what_was_said_not_to_be_saved_is_not(house: House) -> None:
    assert SAVED in await house.typed("先に")
    house.line.fall_silent()
    meanwhile = {said: await house.typed(said) for said in ("あいだに", "もう一つ")}
    assert not any(SAVED in answer for answer in meanwhile.values())
    house.line.go_on()
    assert SAVED in await house.typed("あとで")
    await until(lambda: "あとで" in house.shown())
    assert [said for said, answer in meanwhile.items() if NOT_SAVED in answer and said in house.shown()] == []


async def test_healthz_is_red_in_time_and_green_afterwards(postgres_server: postgres.Server) -> None:
    with postgres_server.database() as url:
        async with line_to(url) as line, opened(line.url) as door:
            line.fall_silent()
            async with asyncio.timeout(PATIENCE):
                status, parts = await door.healthz()
            line.go_on()
            assert (status, parts["database"]) == (503, False)
            assert (await door.healthz())[0] == 200


async def test_told_to_stop_it_waits_for_no_answer(house: House) -> None:
    house.line.fall_silent()
    await house.typed("あいだに")
    said = await asyncio.wait_for(house.bot.terminate(), FINISHING_SECONDS + PATIENCE)
    assert said.code == 1
    assert logged(said)[-1]["event"] == "left without waiting for an answer"
