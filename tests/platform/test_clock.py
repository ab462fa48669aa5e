"""The clocks of a running app."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.platform.clock import Clock, MovedClock, StoppedClock

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
