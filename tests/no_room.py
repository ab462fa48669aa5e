"""A full disk: an SQLite file that may not grow, a PostgreSQL that has no room for any row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from bot.app import METADATA
from bot.platform import engines

SAYS = """CREATE FUNCTION has_no_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$"""
REFUSES = """CREATE TRIGGER has_no_room BEFORE INSERT OR UPDATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION has_no_room()"""

MOST_PAGES = 1_000_000


def may_grow(connection: Connection, is_allowed: bool) -> None:
    """For this connection alone; else it holds no more pages than it has already.
    https://www.sqlite.org/pragma.html#pragma_max_page_count
    """
    connection.exec_driver_sql(f"PRAGMA max_page_count = {MOST_PAGES if is_allowed else 1}")


@contextmanager
def refusing(url: str) -> Iterator[None]:
    refuse(url)
    yield
    take(url)


def refuse(url: str) -> None:
    _execute(url, SAYS, *(REFUSES.format(table=table) for table in METADATA.tables))


def take(url: str) -> None:
    """Rows again; nothing changes where it does already."""
    _execute(url, "DROP FUNCTION IF EXISTS has_no_room() CASCADE")


def _execute(url: str, *statements: str) -> None:
    engine = engines.migrator(url)
    try:
        with engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement))
    finally:
        engine.dispose()
