"""A PostgreSQL that says of every row what it says when its disk has no room for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text

from bot.app import METADATA
from bot.platform import engines

SAYS = """CREATE FUNCTION has_no_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$"""
REFUSES = """CREATE TRIGGER has_no_room BEFORE INSERT OR UPDATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION has_no_room()"""


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
