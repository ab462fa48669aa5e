"""The clocks of a running app."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.platform.clock import Clock, MovedClock, SharedClock, StoppedClock
from bot.platform.database import Database

MOMENT = timedelta(seconds=5)


def test_a_moved_clock_follows_its_file_while_it_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    moved, real = MovedClock(file), Clock()
    for ahead in (timedelta(), timedelta(days=3, microseconds=7), timedelta(days=-14)):
        file.write_text(str(ahead.total_seconds()))
        assert timedelta() <= moved.now() - real.now() - ahead + MOMENT <= 2 * MOMENT
    assert moved.now() < moved.now()


def test_a_stopped_one_stands() -> None:
    at = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
    assert StoppedClock(at).now() == at


async def test_a_shared_one_goes_by_what_it_was_told_and_goes_on() -> None:
    told = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)

    async def ask() -> datetime:
        return told

    shared = SharedClock()
    await shared.agree(ask)
    first = shared.now()
    assert told <= first < told + MOMENT
    assert first < shared.now()


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_a_shared_one_has_the_time_of_the_database(database_url: str) -> None:
    database, shared = Database(database_url), SharedClock()
    await shared.agree(database.now)
    assert abs(shared.now() - Clock().now()) < MOMENT
    database.close()


async def test_who_is_alone_keeps_the_time_of_the_machine() -> None:
    async def ask() -> datetime:
        raise AssertionError("nobody is to be asked")

    await Clock().agree(ask)
