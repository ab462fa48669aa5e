"""The commands as an operator gives them: processes of their own, their exit codes, what they say."""

from __future__ import annotations

import asyncio
import os
import string
import tomllib
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from importlib.metadata import EntryPoint
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.__main__ import commands, main
from bot.at_work import FINISHING_SECONDS
from bot.manifest import manifest
from bot.memos.model import Memo
from bot.platform import engines, migrations
from bot.platform.calendar import Calendar
from bot.playground import Channel, Hand, LocalSlack
from bot.workspaces.views import START
from tests.scenarios.process import (
    CHECKOUT,
    SECONDS_TO_START,
    Bot,
    Program,
    Said,
    one_line,
    taken_port,
    until,
)
from tests.scenarios.stage import environment, shown

TOKYO = ZoneInfo("Asia/Tokyo")
HEAVY = ("sqlalchemy", "slack_sdk", "slack_bolt", "aiohttp", "alembic", "apscheduler", "holidays")
"""What nobody should wait for who only asks for help."""


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    async with LocalSlack(manifest()) as running:
        yield running


async def run_with(folder: Path, settings: Mapping[str, str], command: str = "run") -> str:
    return one_line(await Program(folder, settings).run(command))


async def test_migrate_says_from_where_to_where(database_url: str, tmp_path: Path) -> None:
    migrate = Program(tmp_path, {"DATABASE_URL": database_url})
    first, second = await migrate.run("migrate"), await migrate.run("migrate")
    head = migrations.head()
    assert (first, second) == (Said(0, f"empty → {head}\n", ""), Said(0, f"{head} → {head}\n", ""))


async def test_check_ends_well_or_not(slack: LocalSlack, migrated_url: str, tmp_path: Path) -> None:
    settings = environment(slack, migrated_url)
    well = await Program(tmp_path, settings).run("check")
    assert (well.code, well.err) == (0, "")
    ill = await Program(tmp_path, {**settings, "SLACK_BOT_TOKEN": "xoxb-unknown"}).run("check")
    assert (ill.code, "MEND  token" in ill.out) == (1, True)


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({}, "SLACK_BOT_TOKEN is not set."),
        ({"SLACK_BOT_TOKN": "xoxb-1"}, "did you mean SLACK_BOT_TOKEN?"),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET"),
    ],
)
async def test_a_missing_or_misspelt_setting_gets_one_line(
    tmp_path: Path, settings: dict[str, str], reason: str
) -> None:
    assert reason in await run_with(tmp_path, settings)
    assert os.listdir(tmp_path) == []


async def test_a_taken_port_gets_one_line(slack: LocalSlack, tmp_path: Path) -> None:
    with taken_port() as port:
        settings = environment(slack, f"sqlite:///{tmp_path}/urakata.sqlite3") | {"PORT": str(port)}
        assert f"PORT: 127.0.0.1:{port} cannot be used" in await run_with(tmp_path, settings)


async def test_an_unreachable_slack_gets_one_line(slack: LocalSlack, tmp_path: Path) -> None:
    address = "http://127.0.0.1:1/api/"
    settings = environment(slack, f"sqlite:///{tmp_path}/urakata.sqlite3") | {"SLACK_API_URL": address}
    assert f"Slack cannot be reached at {address}" in await run_with(tmp_path, settings)


@pytest.mark.parametrize(
    ("command", "address"),
    [
        ("run", "sqlite:///missing/urakata.sqlite3"),
        ("run", "postgresql://u:hidden@127.0.0.1:1/u"),
        ("migrate", "postgresql://u:hidden@127.0.0.1:1/u"),
    ],
)
async def test_an_unreachable_database_gets_one_line_without_its_password(
    slack: LocalSlack, tmp_path: Path, command: str, address: str
) -> None:
    line = await run_with(tmp_path, environment(slack, address), command)
    assert "DATABASE_URL: the database cannot be" in line
    assert "hidden" not in line


async def test_a_database_newer_than_the_code_is_refused_and_left_alone(
    slack: LocalSlack, migrated_url: str, tmp_path: Path
) -> None:
    engine = engines.writer(migrated_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    assert "newer than this Urakata" in await run_with(tmp_path, environment(slack, migrated_url))
    assert migrations.current(migrated_url) == "9999"


@pytest.mark.parametrize("status", [429, 500])
async def test_while_slack_gives_no_connection_it_says_that_it_is_not_well_and_can_be_stopped(
    slack: LocalSlack, tmp_path: Path, status: int
) -> None:
    slack.fail_next("apps.connections.open", times=1000, status=status)
    settings = environment(slack, f"sqlite:///{tmp_path}/urakata.sqlite3")
    address = free_address()
    bot = Program(tmp_path, settings | {"PORT": address.rpartition(":")[2]})
    await bot.start("-m", "bot", "run")
    assert await health(address) == (503, {"database": True, "saving": True, "slack": False})
    said = await bot.terminate()
    assert (said.code, "Traceback" in said.err) == (0, False)


async def test_tick_posts_what_is_due_once_and_ahead_of_the_clock_only_when_that_is_meant(
    slack: LocalSlack, database_url: str, tmp_path: Path
) -> None:
    sato = slack.add_person("sato", locale="ja-JP", tz="Asia/Tokyo")
    channel = slack.add_channel("general", members=[sato])
    day = business_day_to_come()
    await digest_started(slack, database_url, tmp_path, slack.hand(sato), channel, f"備品を発注 @sato {day}")
    at = datetime.combine(day, time(9, 5), TOKYO).isoformat()
    before = len(slack.messages(channel))
    tick = Program(tmp_path, environment(slack, database_url))

    refusal = one_line(await tick.run("tick", "--at", at))
    assert "ahead of the clock" in refusal
    assert "--yes" in refusal
    assert len(slack.messages(channel)) == before

    plan_weekly_watch_and_reminder = Said(0, "4 due\n", "")
    assert await tick.run("tick", "--at", at, "--yes") == plan_weekly_watch_and_reminder
    (digest,) = slack.messages(channel)[before:]
    assert "備品を発注" in shown(digest)

    assert await tick.run("tick", "--at", at, "--yes") == Said(0, "0 due\n", "")
    assert await tick.run("tick") == Said(0, "0 due\n", "")
    assert len(slack.messages(channel)) == before + 1


async def test_over_http_commands_are_kept_until_it_is_told_to_stop_and_a_forged_one_refused(
    database_url: str, tmp_path: Path
) -> None:
    address = free_address()
    async with LocalSlack(manifest(), request_url=f"{address}/slack/events") as slack:
        sato = slack.add_person("sato", locale="en-US", tz="Asia/Tokyo")
        channel = slack.add_channel("general", members=[sato])
        settings = environment(slack, database_url) | {"PORT": address.rpartition(":")[2]}
        settings |= {"SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": slack.signing_secret}
        bot = Program(tmp_path, settings)
        await bot.start("-m", "bot", "run")

        assert await health(address) == (200, {"database": True, "saving": True, "slack": True})
        assert await slack.verify_request_url()
        assert (await slack.hand(sato).command(channel, "/memo the red folder")).ok
        await until(lambda: ["red folder" in card.text for card in slack.messages(channel)] == [True])
        assert await status_of_forged(f"{address}/slack/events") == 401
        saying = [f"line {letter}" for letter in string.ascii_lowercase[:12]]
        typing = [slack.hand(sato).command(channel, f"/memo {said}") for said in saying]
        under_way = [asyncio.create_task(each) for each in typing]
        await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
        assert (await asyncio.wait_for(bot.terminate(), FINISHING_SECONDS)).code == 0
        outcomes = zip(saying, await asyncio.gather(*under_way), strict=True)
        acknowledged = {said for said, outcome in outcomes if outcome.ok}
    assert acknowledged == memos_kept(database_url) - {"the red folder"}


def memos_kept(url: str) -> set[str]:
    engine = engines.reader(url)
    with Session(engine) as session:
        found = set(session.scalars(select(Memo.text)))
    engine.dispose()
    return found


async def test_help_names_every_command_and_loads_nothing_heavy(tmp_path: Path) -> None:
    program = Program(tmp_path, {})
    await program.start("-X", "importtime", "-m", "bot", "--help")
    said = await program.ended()
    loaded = {line.split("|")[-1].strip().split(".")[0] for line in said.err.splitlines()}
    assert said.code == 0
    assert "typer" in loaded
    assert loaded.isdisjoint(HEAVY)
    for command in commands.registered_commands:
        assert command.callback is not None
        assert (command.name or command.callback.__name__) in said.out


def test_the_installed_command_is_the_same() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert EntryPoint("urakata", project["scripts"]["urakata"], "console_scripts").load() is main


def free_address() -> str:
    with taken_port() as port:
        return f"http://127.0.0.1:{port}"


def business_day_to_come() -> date:
    """In Japan, a few days ahead."""
    calendar, today = Calendar.of_zone(str(TOKYO)), datetime.now(TOKYO).date()
    days = (today + timedelta(days=ahead) for ahead in count(3))
    return next(day for day in days if calendar.is_business_day(day))


async def digest_started(
    slack: LocalSlack, url: str, folder: Path, hand: Hand, channel: Channel, task: str
) -> None:
    """A task on the list and the daily plan begun, by a bot that has left again."""
    bot = Bot(slack, folder, environment(slack, url))
    await bot.connect()
    assert (await hand.command(channel, f"/task {task}")).ok
    assert (await hand.press(hand.ephemerals(channel)[-1], START)).ok
    await until(lambda: ["備品" in card.text for card in slack.messages(channel)] == [True])
    await bot.terminate()


async def health(address: str) -> tuple[int, dict[str, bool]]:
    """Once somebody listens there."""
    async with aiohttp.ClientSession() as session:
        for _ in range(SECONDS_TO_START * 20):
            try:
                async with session.get(f"{address}/healthz") as response:
                    return response.status, await response.json()
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.05)
    raise AssertionError("nobody listens")


async def status_of_forged(url: str) -> int:
    headers = {
        "X-Slack-Request-Timestamp": str(int(datetime.now(UTC).timestamp())),
        "X-Slack-Signature": "v0=00",
    }
    fields = {"command": "/memo", "text": "forged"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=fields, headers=headers) as response,
    ):
        return response.status


async def test_a_second_bot_on_the_same_file_says_so_and_leaves(slack: LocalSlack, tmp_path: Path) -> None:
    settings = environment(slack, f"sqlite:///{tmp_path}/urakata.sqlite3")
    first = Bot(slack, tmp_path, settings)
    await first.connect()
    line = await run_with(tmp_path, settings)
    assert f"in use by another Urakata (process {first.process.pid})" in line
    await first.kill()
    await first.connect()
    assert (await first.terminate()).code == 0


async def test_backup_and_copy_say_what_they_did(migrated_sqlite: Path, tmp_path: Path) -> None:
    program = Program(tmp_path, {"DATABASE_URL": f"sqlite:///{migrated_sqlite}"})
    made = await program.run("backup", "copy.sqlite3")
    assert (made.code, made.out) == (0, f"copy.sqlite3: {(tmp_path / 'copy.sqlite3').stat().st_size} bytes\n")
    assert "is there already" in one_line(await program.run("backup", "copy.sqlite3"))
    copied = await program.run("copy", "--to", f"sqlite:///{tmp_path}/new.sqlite3")
    assert (copied.code, "memos: 0\n" in copied.out) == (0, True)
    elsewhere = Program(tmp_path, {"DATABASE_URL": "postgresql://u:hidden@127.0.0.1:1/u"})
    line = one_line(await elsewhere.run("backup", "copy"))
    assert ("pg_dump" in line, "hidden" in line) == (True, False)
