"""The ways into the database: writers, readers and migrations, on SQLite and on PostgreSQL.

SQLite needs three kinds of connection. The driver's own transactions lose updates, so the writer
begins IMMEDIATE; a reader under BEGIN IMMEDIATE would lock the writer out, so readers begin plainly
and may only query; a migration must rebuild tables with foreign keys off, which no pragma can do
once a transaction has begun.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError

from ..errors import SetupError

LOCK_SECONDS = 2
"""How long a statement waits for a lock: people are answered within Slack's 3 seconds."""
MIGRATION_LOCK_SECONDS = 120
ALIVE = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 2, "tcp_user_timeout": 8000}
"""A server that went away without a word is noticed within ten seconds.
https://www.postgresql.org/docs/current/libpq-connect.html
"""


def normalized(url: str) -> str:
    """The URL with the driver we use; `postgres://` and `postgresql://` both mean psycopg 3."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise SetupError("DATABASE_URL is not a database address (sqlite:///… or postgresql://…).") from None
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise SetupError(f"DATABASE_URL: {parsed.drivername} is not supported, only sqlite and postgresql.")
    return parsed.render_as_string(hide_password=False)


def is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def is_missing_file(url: str) -> bool:
    """Merely looking would create it."""
    path = make_url(normalized(url)).database if is_sqlite(normalized(url)) else None
    return bool(path) and Path(str(path)).parent.is_dir() and not Path(str(path)).exists()


def writer(url: str) -> Engine:
    url = normalized(url)
    if is_sqlite(url):
        return _sqlite(url, "BEGIN IMMEDIATE", LOCK_SECONDS, foreign_keys="ON", query_only="OFF")
    return _postgres(url)


def reader(url: str) -> Engine:
    url = normalized(url)
    if is_sqlite(url):
        return _sqlite(url, "BEGIN", LOCK_SECONDS, foreign_keys="ON", query_only="ON")
    return _postgres(url)


def migrator(url: str) -> Engine:
    """For SQLite with foreign keys off; the write lock is held from the first statement to the last."""
    url = normalized(url)
    if is_sqlite(url):
        return _sqlite(url, "BEGIN IMMEDIATE", MIGRATION_LOCK_SECONDS, foreign_keys="OFF", query_only="OFF")
    return _create(url)


def _sqlite(url: str, begin: str, lock_seconds: int, **pragmas: str) -> Engine:
    engine = _create(url, isolation_level=None, timeout=lock_seconds, check_same_thread=False)
    pragmas = {"journal_mode": "WAL", "synchronous": "FULL", **pragmas}
    event.listen(engine, "connect", _with_pragmas(pragmas))
    event.listen(engine, "begin", _beginning_with(begin))
    return engine


def _with_pragmas(pragmas: dict[str, str]) -> Callable[[Any, Any], None]:
    def connect(connection: Any, _record: Any) -> None:
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name}={value}")

    return connect


def _beginning_with(statement: str) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    return begin


def _postgres(url: str) -> Engine:
    limits = f"-c lock_timeout={LOCK_SECONDS}s -c statement_timeout={LOCK_SECONDS * 5}s"
    return _create(url, options=limits, connect_timeout=LOCK_SECONDS, **ALIVE)


def _create(url: str, **connect_args: Any) -> Engine:
    engine = create_engine(
        url, connect_args=connect_args, pool_pre_ping=not is_sqlite(url), pool_size=8, hide_parameters=True
    )
    event.listen(engine, "handle_error", _without_what_people_wrote)
    return engine


def _without_what_people_wrote(context: ExceptionContext) -> None:
    """PostgreSQL explains an error with the row it is about, below the first line; errors are logged."""
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error is not None:
            error.args = (str(error.args[0] if error.args else "").partition("\n")[0], *error.args[1:])
