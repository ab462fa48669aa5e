"""Rows in every table of a database, whatever its schema, and what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    select,
)

ROWS = 3
"""In each table; of the last every value that may be missing is."""
Rows = dict[str, list[tuple[Any, ...]]]


def tables_of(connection: Connection) -> Sequence[Table]:
    """As the database describes them, each after those it refers to."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def fill(connection: Connection, tables: Sequence[Table]) -> None:
    """The n-th row refers to the n-th of another table."""
    for table in tables:
        for number in range(1, ROWS + 1):
            connection.execute(table.insert().values(_row(table, number)))


def read(connection: Connection, tables: Sequence[Table]) -> Rows:
    """In the columns that these tables had, be there more by now or not."""
    return {
        table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=str)
        for table in tables
    }


def _row(table: Table, number: int) -> dict[str, Any]:
    return {column.name: _value(column, number) for column in table.columns}


def _value(column: Column[Any], number: int) -> Any:
    if column.nullable and number == ROWS:
        return None
    kind = column.type
    values: list[tuple[type, Any]] = [
        (Boolean, number % 2 == 0),
        (Integer, number),
        (JSON, {"文": [number, None, "😀"]}),
        (Text, f"文{number} 😀 '\"<&>\\ \n二行目"),
        (String, f"x{number}"),
        (DateTime, datetime(2026, 11, number, 23, 59, 59, 123456, UTC)),
        (Date, date(2026, 11, number)),
        (Time, time(number, 30)),
    ]
    return next(value for each, value in values if isinstance(_plain(kind), each))


def _plain(kind: Any) -> Any:
    return getattr(kind, "impl_instance", kind)
