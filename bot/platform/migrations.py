"""Bringing a database to the schema of this code: one transaction, one process at a time."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from ..errors import SetupError
from . import engines

ADVISORY_LOCK = 7228_2001
"""Any number will do, as long as every replica takes the same one."""


def config(connection: Connection | None = None) -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(_scripts()))
    configuration.attributes["connection"] = connection
    return configuration


def head() -> str:
    """The revision this code is written for."""
    found = ScriptDirectory.from_config(config()).get_current_head()
    assert found is not None
    return found


def current(url: str) -> str | None:
    """The revision of the database, None where it is empty or not there. Raises SetupError out of reach."""
    if engines.is_missing_file(url):
        return None
    engine = engines.migrator(url)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except DBAPIError as error:
        raise SetupError(f"DATABASE_URL: the database cannot be opened: {reason(error)}") from error
    finally:
        engine.dispose()


def upgrade(url: str) -> None:
    """To the newest schema; does nothing where it stands. Killed half-way, it can be run again.

    Raises SetupError when the database is out of reach, or newer than this code.
    """
    engine = engines.migrator(url)
    try:
        _upgrade(engine)
    except DBAPIError as error:
        raise SetupError(
            f"DATABASE_URL: the database cannot be brought up to date: {reason(error)}"
        ) from error
    finally:
        engine.dispose()


def _upgrade(engine: Engine) -> None:
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})"))
        _refuse_newer(connection)
        command.upgrade(config(connection), "head")


def _refuse_newer(connection: Connection) -> None:
    found = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}
    if found is not None and found not in known:
        raise SetupError(
            f"The database is at schema {found}, which is newer than this Urakata. Please update."
        )


def reason(error: DBAPIError) -> str:
    """What the driver says, in one line."""
    return " ".join(str(error.orig).split())


def _scripts() -> Path:
    """Inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"
