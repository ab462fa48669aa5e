"""`check` says of each thing that it is well, or what to do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot import check
from bot.manifest import manifest
from bot.platform import engines, queue
from bot.platform.blocks import Message
from bot.platform.database import Database
from bot.platform.inbox import Envelope, keep
from bot.platform.outbox import post
from bot.platform.slack.app import App
from bot.playground import LocalSlack
from tests.scenarios.stage import environment

NOW = datetime(2026, 11, 25, 1, tzinfo=UTC)
SCOPELESS = "channels:history"

Look = Callable[..., Awaitable[tuple[int, list[str]]]]
"""The exit code and the lines, with some settings changed."""


@pytest.fixture
async def slack() -> AsyncIterator[LocalSlack]:
    async with LocalSlack(manifest()) as running:
        yield running


@pytest.fixture
def look(slack: LocalSlack, migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> Look:
    async def looked(**changes: str) -> tuple[int, list[str]]:
        for name, value in (environment(slack, migrated_url) | changes).items():
            monkeypatch.setenv(name, value)
        said: list[str] = []
        return await check.run(said.append), said

    return looked


def to_mend(found: tuple[int, list[str]]) -> str:
    """The one line that is not well; everything else is."""
    code, said = found
    (line,) = [line for line in said if not line.startswith("ok  ")]
    assert code == 1
    assert line.startswith("MEND  ")
    return line.removeprefix("MEND  ")


async def test_a_sound_installation_has_every_line_well(look: Look) -> None:
    code, said = await look()
    assert code == 0
    assert [line.split(":")[0] for line in said] == [
        "ok    settings",
        "ok    database",
        "ok    token",
        "ok    scopes",
        "ok    manifest",
    ]


async def test_a_scope_the_app_was_not_granted_is_named(migrated_url: str, look: Look) -> None:
    poorer = manifest()
    poorer["oauth_config"]["scopes"]["bot"].remove(SCOPELESS)
    async with LocalSlack(poorer) as slack:
        line = to_mend(await look(**environment(slack, migrated_url)))
    assert line == f"scopes: {SCOPELESS} missing; update the app from manifest.yml and reinstall it"


async def test_a_token_that_slack_does_not_know_is_to_be_looked_at(look: Look) -> None:
    line = to_mend(await look(SLACK_BOT_TOKEN="xoxb-unknown"))
    assert line.startswith("token: SLACK_BOT_TOKEN: Slack says invalid_auth.")
    assert "Look at the settings" in line


async def test_a_slack_out_of_reach_is_named_by_its_address(look: Look) -> None:
    line = to_mend(await look(SLACK_API_URL="http://127.0.0.1:1/api/"))
    assert "cannot be reached at http://127.0.0.1:1/api/" in line


async def test_an_empty_database_asks_for_migrate(look: Look, database_url: str) -> None:
    line = to_mend(await look(DATABASE_URL=database_url))
    assert line.startswith("database: schema empty")
    assert line.endswith("run `migrate`")


@pytest.mark.parametrize(("schema", "advice"), [("0000", "run `migrate`"), ("9999", "update Urakata")])
async def test_another_schema_is_brought_up_to_date_on_the_side_that_is_older(
    look: Look, migrated_url: str, schema: str, advice: str
) -> None:
    engine = engines.writer(migrated_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :schema"), {"schema": schema})
    engine.dispose()
    line = to_mend(await look())
    assert f"schema {schema}" in line
    assert line.endswith(advice)


@pytest.mark.parametrize(
    "url", ["sqlite:////nowhere/urakata.sqlite3", "postgresql://someone:hidden@127.0.0.1:1/urakata"]
)
async def test_a_database_out_of_reach_is_said_without_its_password(look: Look, url: str) -> None:
    line = to_mend(await look(DATABASE_URL=url))
    assert line.startswith("database: DATABASE_URL: the database cannot be opened")
    assert "hidden" not in line


@pytest.mark.parametrize(
    ("state", "problem", "line"),
    [
        (queue.PARKED, "is_archived", "outbox: 1 refused by Slack (is_archived); mend that in Slack"),
        (
            queue.UNCERTAIN,
            "uncertain: reset",
            "outbox: 1 in doubt (uncertain: reset); whoever cares",
        ),
    ],
)
async def test_what_slack_refused_and_what_is_in_doubt_is_counted_with_its_reason(
    look: Look, migrated_url: str, state: str, problem: str, line: str
) -> None:
    def set_aside(session: Session) -> None:
        queue.park(post(session, "T1", "C1", Message("late", []), NOW), NOW, problem, state)

    database = Database(migrated_url)
    await database.write(set_aside)
    database.close()
    assert to_mend(await look()).startswith(line)


async def test_an_event_that_was_given_up_is_counted(look: Look, migrated_url: str) -> None:
    def given_up(session: Session) -> None:
        body = {"event_id": "E1", "team_id": "T1", "event": {"type": "app_mention", "channel": "C1"}}
        keep(session, [body], NOW)
        queue.park(session.scalars(select(Envelope)).one(), NOW, "KeyError: 'ts'")

    database = Database(migrated_url)
    await database.write(given_up)
    database.close()
    assert to_mend(await look()).startswith("inbox: 1 given up (KeyError: 'ts')")


async def test_a_missing_setting_is_all_there_is_to_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SLACK_BOT_TOKEN", raising=False)
    said: list[str] = []
    assert await check.run(said.append) == 1
    assert said == ["MEND  settings: SLACK_BOT_TOKEN is not set."]


async def test_a_command_that_the_manifest_does_not_declare_is_noticed() -> None:
    async def listener() -> None: ...

    app = App("http://127.0.0.1:1/api/", "", {"team_id": "T1", "user_id": "U1"})
    assert list(check.against_code(app)) == []
    app.command("/undeclared")(listener)
    assert list(check.against_code(app)) == ["command /undeclared is missing in manifest.yml"]
