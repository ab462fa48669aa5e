"""The schema: one line of revisions, each up and down, the same as the models, safe to run from anywhere."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine.reflection import Inspector

from bot.app import METADATA
from bot.errors import SetupError
from bot.platform import engines, migrations
from tests import rows

CHECKOUT = Path(__file__).resolve().parent.parent
SCRIPTS = ScriptDirectory.from_config(migrations.config())
REVISIONS: list[Script] = list(reversed(list(SCRIPTS.walk_revisions())))

Schema = dict[str, dict[str, object]]


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = engines.migrator(database_url)
    yield opened
    opened.dispose()


def schema(connection: Connection) -> Schema:
    """Tables with their columns, keys and indexes, as the database itself describes them."""
    found = inspect(connection)
    names = set(found.get_table_names()) - {"alembic_version"}
    return {name: _table(found, name) for name in names}


def _table(found: Inspector, name: str) -> dict[str, object]:
    columns = {each["name"]: (str(each["type"]), each["nullable"]) for each in found.get_columns(name)}
    return {
        "columns": columns,
        "primary key": found.get_pk_constraint(name),
        "foreign keys": sorted(map(str, found.get_foreign_keys(name))),
        "unique": sorted(str(sorted(each["column_names"])) for each in found.get_unique_constraints(name)),
        "indexes": sorted(str((each["name"], each["column_names"])) for each in found.get_indexes(name)),
    }


def go(engine: Engine, revision: str) -> Schema:
    """Up or down to the revision, as `migrate` does it."""
    with engine.begin() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        known = [each.revision for each in REVISIONS]
        upward = revision != "base" and (current is None or known.index(revision) >= known.index(current))
        (command.upgrade if upward else command.downgrade)(migrations.config(connection), revision)
        return schema(connection)


def test_there_is_one_head() -> None:
    assert SCRIPTS.get_heads() == [migrations.head()]


def test_the_models_are_what_the_migrations_build(migrated_url: str) -> None:
    engine = engines.migrator(migrated_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "render_as_batch": True}
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_model_that_has_moved_on_is_noticed(engine: Engine) -> None:
    go(engine, migrations.head())
    with engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_tasks_owner"))
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert [change[0] for change in compare_metadata(context, METADATA)] == ["add_index"]


@pytest.mark.parametrize("script", REVISIONS, ids=lambda script: script.revision)
def test_each_step_goes_up_down_and_up_again_to_the_same_schema(engine: Engine, script: Script) -> None:
    below = str(script.down_revision or "base")
    before = go(engine, below)
    after = go(engine, script.revision)
    assert before != after
    assert go(engine, below) == before
    assert go(engine, script.revision) == after


def test_an_empty_database_is_brought_to_the_newest_schema(database_url: str) -> None:
    assert migrations.current(database_url) is None
    migrations.upgrade(database_url)
    assert migrations.current(database_url) == migrations.head()


def test_bringing_it_there_twice_changes_nothing(migrated_url: str) -> None:
    engine = engines.migrator(migrated_url)
    with engine.begin() as connection:
        before = schema(connection)
        connection.execute(text("INSERT INTO receipts (key, taken_at) VALUES ('a', '2026-11-25 01:00')"))
    migrations.upgrade(migrated_url)
    with engine.begin() as connection:
        assert schema(connection) == before
        assert connection.scalar(text("SELECT count(*) FROM receipts")) == 1
    engine.dispose()


def test_a_database_newer_than_the_code_is_refused_in_one_line_and_left_alone(migrated_url: str) -> None:
    engine = engines.migrator(migrated_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SetupError, match="schema 9999, which is newer") as caught:
        migrations.upgrade(migrated_url)
    assert "\n" not in str(caught.value)
    assert migrations.current(migrated_url) == "9999"
    engine.dispose()


def test_a_step_that_fails_leaves_nothing_behind(engine: Engine, database_url: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE tasks (id INTEGER)"))
    with pytest.raises(SetupError, match="cannot be brought up to date") as caught:
        migrations.upgrade(database_url)
    assert "\n" not in str(caught.value)
    assert migrations.current(database_url) is None
    with engine.begin() as connection:
        assert set(schema(connection)) == {"tasks"}
        connection.execute(text("DROP TABLE tasks"))
    migrations.upgrade(database_url)
    assert migrations.current(database_url) == migrations.head()


def test_processes_that_migrate_at_once_all_succeed(database_url: str) -> None:
    program = "import sys; from bot.platform.migrations import upgrade; upgrade(sys.argv[1])"
    racing = [
        subprocess.Popen(
            [sys.executable, "-c", program, database_url],
            cwd=CHECKOUT,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    said = [process.communicate(timeout=60)[1] for process in racing]
    assert [process.returncode for process in racing] == [0, 0, 0], said
    assert migrations.current(database_url) == migrations.head()


KILLED = """
import os, signal, sys
from alembic.runtime.migration import HeadMaintainer
from bot.platform import migrations

noting = HeadMaintainer.update_to_step

def update_to_step(self, step):
    if sys.argv[2] in step.to_revisions_no_deps:
        os.kill(os.getpid(), signal.SIGKILL)
    noting(self, step)

HeadMaintainer.update_to_step = update_to_step
migrations.upgrade(sys.argv[1])
"""
"""Dies when a step is done, before anything is committed."""


@pytest.mark.parametrize("script", REVISIONS, ids=lambda script: script.revision)
def test_killed_in_any_step_it_can_be_run_again_and_every_row_is_kept(
    engine: Engine, database_url: str, script: Script
) -> None:
    below = script.down_revision and str(script.down_revision)
    if below:
        go(engine, below)
    with engine.begin() as connection:
        tables = rows.tables_of(connection)
        rows.fill(connection, tables)
        before = rows.read(connection, tables)
    killed = subprocess.run([sys.executable, "-c", KILLED, database_url, script.revision], cwd=CHECKOUT)
    assert (killed.returncode, migrations.current(database_url)) == (-signal.SIGKILL, below)
    migrations.upgrade(database_url)
    assert migrations.current(database_url) == migrations.head()
    with engine.begin() as connection:
        assert rows.read(connection, tables) == before


def test_rows_survive_a_step_that_rebuilds_the_table_they_hang_on(engine: Engine, database_url: str) -> None:
    """On SQLite a batch migration drops the table; with foreign keys on, its children would go with it."""
    migrations.upgrade(database_url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO schedules (id, team_id, channel_id, kind, wall_time, zone, due_at) "
                "VALUES (1, 'T', 'C', 'digest', '09:00:00', 'UTC', '2026-11-25 09:00:00')"
            )
        )
        connection.execute(
            text("INSERT INTO slots VALUES (1, 1, '2026-11-25', '2026-11-25 09:00:00')"),
        )
    with engine.begin() as connection:
        rebuilt(connection)
        assert connection.scalar(text("SELECT count(*) FROM slots")) == 1


def rebuilt(connection: Connection) -> None:
    operations = Operations(MigrationContext.configure(connection))
    with operations.batch_alter_table("schedules", recreate="auto") as batch:
        batch.alter_column("kind", nullable=True)
