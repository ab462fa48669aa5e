"""The disk is full for a while: people are told, nothing breaks, what waited is done when there is room."""

from __future__ import annotations

import asyncio
import json
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.at_work import TICK_SECONDS
from bot.manifest import manifest
from bot.platform import engines
from bot.playground import LocalSlack
from tests import no_room
from tests.platform.test_http import JSON, opened
from tests.scenarios.process import Bot, Program, logged, one_line, until
from tests.scenarios.stage import Stage, environment, staged, words
from tests.scenarios.test_delivery import locked

WORKERS = ("inbox", "outbox", "clock", "resync")
"""Each says once that the disk is full."""
NOT_SAVED = "保存できませんでした"
POST = "chat.postMessage"
LONG = "あ" * 2000
"""More than the free pages of a file hold."""


@pytest.fixture
async def stage(migrated_url: str) -> AsyncIterator[Stage]:
    async with staged(migrated_url) as set_up:
        set_up.slack.core.deliveries.retry_waits = (0.0, 0.5, 1.0)
        yield set_up


@asynccontextmanager
async def full(stage: Stage) -> AsyncIterator[None]:
    """The file may not grow; PostgreSQL says of every table what it says of a disk without room."""
    if engines.is_sqlite(stage.bot.database.url):
        await stage.bot.database.write(partial(may_grow, is_allowed=False), None)
        yield
        await stage.bot.database.write(partial(may_grow, is_allowed=True), None)
    else:
        with no_room.refusing(stage.bot.database.url):
            yield


def may_grow(session: Session, is_allowed: bool) -> None:
    no_room.may_grow(session.connection(), is_allowed)


async def test_while_the_disk_is_full_people_get_their_words_back_and_then_everything_goes_on(
    stage: Stage, capfd: pytest.CaptureFixture[str]
) -> None:
    stage.slack.fail_next(POST, retry_after=1)
    await stage.typed(stage.sato, stage.general, "/memo 先に決めたこと")
    hand = stage.hand(stage.suzuki)
    await hand.command(stage.general, "/task")
    async with full(stage):
        stage.clock.wait(timedelta(seconds=2))
        typed = await hand.command(stage.general, f"/memo 大切な決定{LONG}")
        sent = await hand.submit({"title": "見積もりを送る", "note": LONG})
        await stage.hand(stage.sato).say(stage.support, f"@urakata メモ 言った決定{LONG}")
        await asyncio.sleep(1)
    said = words(typed.acknowledgement or {})
    assert (NOT_SAVED in said, "大切な決定" in said, typed.milliseconds < 3000) == (True,) * 3
    assert NOT_SAVED in str(sent.errors)
    assert len(capfd.readouterr().err.splitlines()) < 15
    assert (await hand.submit({"title": "見積もりを送る", "note": LONG})).ok
    assert "に残しました" in await stage.typed(stage.suzuki, stage.general, "/memo 大切な決定")
    events = [each for each in stage.slack.deliveries if each.kind == "events_api"]
    tries = [each.ok for each in events if each.payload["event"]["type"] == "app_mention"]
    assert (tries[0], tries[-1]) == (False, True)
    (told,) = await stage.cards(stage.support)
    assert "言った決定" in told.text
    shown = [card.text for card in await stage.cards(stage.general)]
    assert [sum(text in card for card in shown) for text in ("先に", "見積", "大切")] == [1, 1, 1]


async def test_while_nothing_can_be_saved_healthz_is_red_though_nobody_tries_and_livez_is_not(
    migrated_url: str,
) -> None:
    async with opened(migrated_url) as door:
        assert await door.healthz() == (200, {"database": True, "saving": True, "slack": True})
        with saving_nothing(migrated_url):
            await door.slack.hand(door.sato).command(door.general, "/memo 大切な決定")
            await asyncio.sleep(TICK_SECONDS + 1)
            assert await door.healthz() == (503, {"database": True, "saving": False, "slack": True})
            assert (await door.asked("/livez"))[0] == 200

        async def is_well_again() -> bool:
            return (await door.healthz())[0] == 200

        await until(is_well_again)


async def test_over_http_an_event_that_cannot_be_kept_is_not_acknowledged_and_comes_again(
    migrated_url: str,
) -> None:
    async with opened(migrated_url) as door:
        said = await door.slack.hand(door.sato).say(door.general, "次回は12/5に決定")
        item = {"type": "message", "channel": door.general.id, "ts": said.ts}
        reaction = {"type": "reaction_added", "user": door.sato.id, "reaction": "memo", "item": item}
        event = {"type": "event_callback", "event_id": "Ev1", "team_id": door.slack.team_id}
        body = json.dumps({**event, "event": reaction})
        with saving_nothing(migrated_url):
            assert await door.send(body, JSON) == 500
        for _ in range(3):
            assert await door.send(body, JSON) == 200
        await until(lambda: len(door.slack.messages(door.general)) == 2)


@contextmanager
def saving_nothing(url: str) -> Iterator[None]:
    with locked(url) if engines.is_sqlite(url) else no_room.refusing(url):
        yield


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A filesystem of 8 MB, where one may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"no filesystem can be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def filled(disk: Path) -> Path:
    """The file that takes all the room there is."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return filler
    raise AssertionError("the disk has no end")


async def test_on_a_disk_that_is_really_full_nothing_breaks_and_a_start_says_why(
    small_disk: Path,
) -> None:
    slack = LocalSlack(manifest())
    suzuki = slack.add_person("suzuki", locale="ja-JP")
    general = slack.add_channel("general", [suzuki])
    hand, url = slack.hand(suzuki), f"sqlite:///{small_disk}/urakata.sqlite3"
    async with slack:
        settings = environment(slack, url)
        bot = Bot(slack, small_disk, settings)
        await bot.connect()
        assert (await hand.command(general, "/memo 先に決めたこと")).ok
        filler = filled(small_disk)
        answers = [await hand.command(general, f"/memo {n} {LONG}") for n in range(8)]
        refused = [heard for one in answers if NOT_SAVED in (heard := words(one.acknowledgement or {}))]
        assert refused
        assert all(LONG in heard for heard in refused)
        assert max(answer.milliseconds for answer in answers) < 3000
        other = Program(small_disk, {**settings, "DATABASE_URL": f"sqlite:///{small_disk}/other.sqlite3"})
        assert "is full" in one_line(await other.run("run"))
        filler.unlink()
        assert (await hand.command(general, "/memo 後で決めたこと")).ok
        kept = 2 + len(answers) - len(refused)
        await until(lambda: sum(card.user == slack.bot_user_id for card in slack.messages(general)) == kept)
        said = await bot.terminate()
    errors = [line for line in logged(said) if line["level"] == "error"]
    assert (said.code, len(errors) <= len(refused) + len(WORKERS)) == (0, True)
    engine = engines.reader(url)
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
        assert connection.scalar(text("SELECT count(*) FROM memos")) == kept
    engine.dispose()
