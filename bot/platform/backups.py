"""A copy of the database while the bot runs."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from ..errors import SetupError
from . import engines

PAGES = 1000
"""Copied at a time; between two lots writers get their turn."""
USE_PG_DUMP = (
    "DATABASE_URL is on PostgreSQL, which has its own means: "
    'pg_dump --format=custom --file={file} "$DATABASE_URL", and pg_restore to put it back.'
)


def backup(url: str, file: Path) -> int:
    """A whole, consistent copy in a new file; its size in bytes. Raises SetupError.

    It is written under another name first, so that what bears the name is always whole.
    """
    url = engines.normalized(url)
    if not engines.is_sqlite(url):
        raise SetupError(USE_PG_DUMP.format(file=file))
    if engines.is_missing_file(url):
        raise SetupError(f"DATABASE_URL: there is no database at {make_url(url).database} yet.")
    if file.exists():
        raise SetupError(f"{file} is there already; choose another name.")
    partial = file.with_name(f"{file.name}.partial")
    try:
        _copy(str(make_url(url).database), partial)
        partial.rename(file)
    except (sqlite3.Error, OSError) as error:
        raise SetupError(f"The backup to {file} could not be made: {error}.") from error
    finally:
        partial.unlink(missing_ok=True)
    return file.stat().st_size


def _copy(source: str, target: Path) -> None:
    """As one file that needs no other beside it. Raises sqlite3.Error, and OSError."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there, pages=PAGES, sleep=0.01)
        there.execute("PRAGMA journal_mode=DELETE")
        (found,) = there.execute("PRAGMA integrity_check").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(found)
