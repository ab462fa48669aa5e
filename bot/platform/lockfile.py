"""One bot to one SQLite file: a second would not lose anything, but nobody means to run it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import make_url

from ..errors import SetupError
from . import engines


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Nobody else is inside with this SQLite file; on PostgreSQL anybody may be. Raises SetupError.

    The system lets go of the lock when its process ends, however it ends; the file beside the database stays.
    """
    path = _file(url)
    if path is None:
        yield
        return
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise SetupError(f"DATABASE_URL: the database cannot be locked: {path}: {error.strerror}.") from error
    try:
        _lock(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 20, 0).decode().strip() or "unknown"
        raise SetupError(
            f"DATABASE_URL: {path.with_suffix('')} is in use by another Urakata (process {holder}). "
            "One SQLite file serves one bot; for several use PostgreSQL."
        ) from None
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)


def _file(url: str) -> Path | None:
    """Beside the database, wherever a link to it may lead; None where there is no file."""
    url = engines.normalized(url)
    database = make_url(url).database if engines.is_sqlite(url) else None
    if not database or database == ":memory:":
        return None
    path = Path(database).resolve()
    return path.with_name(f"{path.name}.lock")
