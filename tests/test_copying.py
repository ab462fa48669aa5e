"""Changing over to another database: everything goes with us, or nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from psycopg.errors import FeatureNotSupported
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.app import METADATA
from bot.copying import copy
from bot.errors import SetupError
from bot.memos import service as memos
from bot.memos.model import Memo
from bot.platform import engines, migrations, receipts
from bot.platform.lockfile import alone
from bot.tasks import service as tasks
from bot.tasks.model import Draft
from tests import postgres, rows, team
from tests.team import GENERAL, NOW, SUZUKI

Counts = dict[str, int]


@pytest.fixture
def filled(tmp_path: Path, migrated_sqlite: Path) -> str:
    """A SQLite file with a team that has kept something."""
    file = tmp_path / "filled.sqlite3"
    file.write_bytes(migrated_sqlite.read_bytes())
    url = f"sqlite:///{file}"
    kept(url, "次回は12/5 📝")
    return url


def kept(url: str, words: str) -> None:
    engine = engines.writer(url)
    with Session(engine) as session, session.begin():
        team.found(session)
        viewer = team.viewer(SUZUKI)
        memos.record(session, viewer, memos.Draft(GENERAL, words, words=words), NOW)
        tasks.create(session, viewer, GENERAL, [Draft("見積もり", due_on=NOW.date())], NOW, "見積もり")
    engine.dispose()


@pytest.fixture
def linguistic_url(postgres_server: postgres.Server) -> Iterator[str]:
    """A database that sorts as people do, as that of the postgres image does: e before G before V."""
    english = postgres_server.database("template0", "LOCALE_PROVIDER icu ICU_LOCALE 'en-US'")
    with ExitStack() as stack:
        try:
            url = stack.enter_context(english)
        except FeatureNotSupported as error:
            pytest.skip(f"This PostgreSQL sorts by bytes only: {error}")
        yield url


def unheard(_line: str) -> None:
    """What it says is of no interest here."""


def counts(url: str) -> Counts:
    engine = engines.reader(url)
    with engine.begin() as connection:
        found = {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in METADATA.sorted_tables
        }
    engine.dispose()
    return found


def test_every_row_is_there_and_counted(filled: str, database_url: str) -> None:
    said: list[str] = []
    copy(filled, database_url, said.append)
    assert counts(database_url) == counts(filled)
    assert "memos: 1" in said
    assert len(said) == len(METADATA.sorted_tables)


def test_rows_of_every_table_are_the_same_on_the_other_side(
    migrated_sqlite: Path, tmp_path: Path, database_url: str
) -> None:
    file = tmp_path / "filled.sqlite3"
    file.write_bytes(migrated_sqlite.read_bytes())
    source, target = engines.writer(f"sqlite:///{file}"), engines.reader(database_url)
    with source.begin() as connection:
        rows.fill(connection, METADATA.sorted_tables)
        before = rows.read(connection, METADATA.sorted_tables)
    copy(f"sqlite:///{file}", database_url, unheard)
    with target.begin() as connection:
        assert rows.read(connection, METADATA.sorted_tables) == before
    assert all(before.values())
    source.dispose()
    target.dispose()


def test_rows_are_compared_whatever_the_order_the_other_side_sorts_in(
    filled: str, linguistic_url: str
) -> None:
    source = engines.writer(filled)
    with Session(source) as session, session.begin():
        for key in ("V0ABCDEF12", "gesture:1764032400.1.ab", "event:Ev0A1B2C3", "said:T1:C1:1764032400.2"):
            receipts.take(session, key, NOW)
    source.dispose()
    copy(filled, linguistic_url, unheard)
    assert counts(linguistic_url)["receipts"] == 4


def test_numbering_goes_on_where_it_stopped(filled: str, database_url: str) -> None:
    copy(filled, database_url, unheard)
    kept(database_url, "次の決定")
    engine = engines.reader(database_url)
    with Session(engine) as session:
        assert [(memo.id, memo.number) for memo in session.scalars(select(Memo))] == [(1, 1), (2, 3)]
    engine.dispose()


def test_a_database_that_holds_something_is_left_alone(filled: str, migrated_url: str) -> None:
    kept(migrated_url, "ここの決定")
    before = counts(migrated_url)
    with pytest.raises(SetupError, match="not empty"):
        copy(filled, migrated_url, unheard)
    assert counts(migrated_url) == before


def test_while_the_bot_runs_nothing_is_copied(filled: str, database_url: str) -> None:
    with alone(filled), pytest.raises(SetupError, match="in use by another Urakata"):
        copy(filled, database_url, unheard)
    assert migrations.current(database_url) is None


def test_a_copy_onto_itself_is_refused(filled: str) -> None:
    with pytest.raises(SetupError, match="itself"):
        copy(filled, filled, unheard)
