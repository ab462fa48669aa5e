"""A backup made while somebody writes is whole, and opens as a database of its own."""

from __future__ import annotations

import asyncio
import shutil
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from bot.errors import NotSaved, SetupError
from bot.platform import engines, migrations, receipts
from bot.platform.backups import backup
from bot.platform.database import Database
from bot.platform.receipts import Receipt
from tests.platform.world import NOW

SQLITE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
POSTGRESQL = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


def take(session: Session, key: str) -> bool:
    return receipts.take(session, key, NOW)


def count(url: str) -> int:
    engine = engines.reader(url)
    with Session(engine) as session:
        found = session.scalar(select(func.count()).select_from(Receipt))
    engine.dispose()
    return found or 0


@SQLITE
async def test_it_is_made_while_others_write_and_holds_what_was_committed(
    database: Database, tmp_path: Path
) -> None:
    for n in range(50):
        await database.write(partial(take, key=f"before {n}"))
    file = tmp_path / "copy.sqlite3"
    making = asyncio.create_task(asyncio.to_thread(backup, database.url, file))
    for n in range(50):
        await database.write(partial(take, key=f"during {n}"))
    assert await making == file.stat().st_size
    assert file.stat().st_mode & 0o777 == 0o600
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    shutil.move(file, moved / "urakata.sqlite3")
    url = f"sqlite:///{moved}/urakata.sqlite3"
    assert 50 <= count(url) <= 100
    assert migrations.current(url) == migrations.head()


@SQLITE
def test_nothing_is_written_over(migrated_url: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite3"
    file.write_text("precious")
    with pytest.raises(SetupError, match="is there already"):
        backup(migrated_url, file)
    assert file.read_text() == "precious"


@SQLITE
def test_what_cannot_be_made_leaves_nothing_behind(migrated_url: str, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="could not be made"):
        backup(migrated_url, tmp_path / "nowhere" / "copy.sqlite3")
    with pytest.raises(SetupError, match="no database at"):
        backup(f"sqlite:///{tmp_path}/missing.sqlite3", tmp_path / "copy.sqlite3")
    assert not list(tmp_path.glob("*copy*"))


@POSTGRESQL
def test_on_postgresql_it_says_what_to_use(migrated_url: str, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="pg_dump") as caught:
        backup(migrated_url, tmp_path / "copy")
    assert migrated_url not in str(caught.value)


@SQLITE
async def test_on_a_full_disk_it_is_said_and_when_there_is_room_it_goes_on(database: Database) -> None:
    """The file may not grow: what a full disk is to SQLite."""

    def limit(session: Session, pages: int) -> None:
        session.execute(text(f"PRAGMA max_page_count = {pages}"))

    assert await database.write(partial(take, key="first"))
    used = await database.write(lambda session: session.scalar(text("PRAGMA page_count")))
    await database.write(partial(limit, pages=used or 1))
    kept = 0
    full: NotSaved | None = None
    while full is None:
        try:
            await database.write(partial(take, key=f"{kept}" * 80))
            kept += 1
        except NotSaved as error:
            full = error
    assert "full" in str(full)
    assert count(database.url) == kept + 1
    await database.write(partial(limit, pages=1_000_000))
    assert await database.write(partial(take, key="last"))
    assert await database.read(lambda session: session.scalar(text("PRAGMA integrity_check"))) == "ok"
