"""What people wrote is in no log, at any level."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from bot.platform import engines, logs
from bot.playground import LocalSlack
from tests.scenarios.stage import staged


@pytest.fixture
def at_debug() -> Iterator[None]:
    yield
    logs.configure("WARNING")
    logging.getLogger().handlers.clear()


@pytest.mark.usefixtures("at_debug")
async def test_at_debug_what_people_type_and_the_tokens_stay_out_of_the_logs(
    migrated_url: str, capfd: pytest.CaptureFixture[str]
) -> None:
    async with staged(migrated_url, level="DEBUG") as stage:
        await stage.typed(stage.suzuki, stage.general, "/memo SECRETWORDS に決定")
        await stage.typed(stage.suzuki, stage.general, "/task SECRETWORDS を送る")
        said = await stage.hand(stage.sato).say(stage.general, "SECRETWORDS を言った")
        await stage.hand(stage.suzuki).react(said, "memo")
        await stage.settled()
        token = tokens_of(stage.slack)
    written = capfd.readouterr().err
    assert "SECRETWORDS" not in written
    assert not any(each in written for each in token)


REFUSING = {
    "sqlite": "CREATE TRIGGER no BEFORE INSERT ON memos BEGIN SELECT RAISE(ABORT, 'not that'); END",
    "postgresql": "ALTER TABLE memos ADD CHECK (number < 0) NOT VALID",
}
LOCKING = {"sqlite": "SELECT 1", "postgresql": "LOCK TABLE memos IN ACCESS EXCLUSIVE MODE"}


@pytest.mark.usefixtures("at_debug")
async def test_what_the_database_refuses_is_logged_without_what_people_typed(
    migrated_url: str, database_kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """SQLAlchemy would show the values, PostgreSQL the row."""
    engine = engines.writer(migrated_url)
    async with staged(migrated_url, level="DEBUG") as stage:
        with engine.begin() as connection:
            connection.execute(text(LOCKING[database_kind]))
            await stage.typed(stage.suzuki, stage.general, "/memo SECRETWORDS に決定")
        with engine.begin() as connection:
            connection.execute(text(REFUSING[database_kind]))
        assert "SECRETWORDS" in await stage.typed(stage.suzuki, stage.general, "/memo SECRETWORDS に決定")
    engine.dispose()
    written = capfd.readouterr().err
    assert "IntegrityError" in written
    assert "SECRETWORDS" not in written


def tokens_of(slack: LocalSlack) -> tuple[str, str]:
    return slack.bot_token, slack.app_token
