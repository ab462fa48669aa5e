"""Moving to another database: every row, in one transaction, compared before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest

from sqlalchemy import Connection, Row, Select, String, Table, func, select, text
from sqlalchemy.exc import DBAPIError

from .app import METADATA
from .errors import SetupError
from .platform import engines, migrations
from .platform.lockfile import alone

IN_LOTS = {"yield_per": 1000}
Say = Callable[[str], None]


def copy(source_url: str, target_url: str, say: Say) -> None:
    """Into an empty database, while no bot works on the old one; says how many rows of each table.

    Raises SetupError, and then the new database is as empty as before.
    """
    if engines.normalized(source_url) == engines.normalized(target_url):
        raise SetupError("--to is the database of DATABASE_URL itself.")
    with alone(source_url):
        if migrations.current(source_url) != migrations.head():
            raise SetupError("DATABASE_URL: the database is of another version; run `migrate` first.")
        migrations.upgrade(target_url)
        try:
            _copy(source_url, target_url, say)
        except DBAPIError as error:
            raise SetupError(f"The copy could not be made: {migrations.reason(error)}.") from error


def _copy(source_url: str, target_url: str, say: Say) -> None:
    source, target = engines.reader(source_url), engines.migrator(target_url)
    try:
        with source.begin() as here, target.begin() as there:
            _refuse_filled(there)
            for table in METADATA.sorted_tables:
                _fill(here, there, table)
                say(f"{table.name}: {_compared(here, there, table)}")
            _set_sequences(there)
    finally:
        source.dispose()
        target.dispose()


def _refuse_filled(there: Connection) -> None:
    for table in METADATA.sorted_tables:
        if there.execute(select(table).limit(1)).first() is not None:
            raise SetupError(f"--to: the database is not empty, there is something in {table.name}.")


def _fill(here: Connection, there: Connection, table: Table) -> None:
    for lot in here.execute(_ordered(here, table), execution_options=IN_LOTS).mappings().partitions():
        there.execute(table.insert(), [dict(row) for row in lot])


def _compared(here: Connection, there: Connection, table: Table) -> int:
    """How many rows there are on both sides. Raises SetupError where a row differs."""
    count = select(func.count()).select_from(table)
    before, after = here.scalar(count) or 0, there.scalar(count) or 0
    same = all(left == right for left, right in zip_longest(_rows(here, table), _rows(there, table)))
    if before != after or not same:
        raise SetupError(f"{table.name}: {before} rows, but {after} in the copy or not the same ones.")
    return after


def _rows(connection: Connection, table: Table) -> Iterator[Row[tuple[object, ...]]]:
    with connection.execute(_ordered(connection, table), execution_options=IN_LOTS) as found:
        yield from found


def _ordered(connection: Connection, table: Table) -> Select[tuple[object, ...]]:
    """Texts by their bytes, as SQLite has them: PostgreSQL sorts as the language of its database does."""
    by_bytes = connection.dialect.name == "postgresql"
    return select(table).order_by(
        *(
            column.collate("C") if by_bytes and isinstance(column.type, String) else column
            for column in table.primary_key.columns
        )
    )


def _set_sequences(there: Connection) -> None:
    """PostgreSQL goes on numbering where the old database stopped."""
    if there.dialect.name != "postgresql":
        return
    for table in METADATA.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            there.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), "
                    f"(SELECT coalesce(max({column.name}), 0) + 1 FROM {table.name}), false)"
                )
            )
