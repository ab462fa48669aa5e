"""Between the async edge and the plain services: units of work run on threads, and commit here alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session, sessionmaker

from ..errors import CommitInDoubt, NotSaved, Outage
from . import engines
from .commits import SharedCommits
from .tables import Instant

T = TypeVar("T")

PATIENCE_SECONDS = 2.5
"""How long a person's request waits for its commit: Slack gives up after 3 seconds."""


class Database:
    """SQLite has one writer thread, whose units share commits; on PostgreSQL several commit side by side."""

    def __init__(self, url: str) -> None:
        self.url = engines.normalized(url)
        one_file = engines.is_sqlite(self.url)
        self._writer = engines.writer(self.url)
        self._reader = engines.reader(self.url)
        self._write_session = sessionmaker(self._writer, expire_on_commit=False)
        self._read_session = sessionmaker(self._reader, expire_on_commit=False)
        self._writers = SharedCommits(self._writer) if one_file else ThreadPoolExecutor(8, "writer")
        self._readers = ThreadPoolExecutor(4, thread_name_prefix="reader")
        self.is_saving = True
        """Whether the last write could be saved; what was wrong with its unit does not count."""
        self.on_commit: list[Callable[[], None]] = []
        """Called on the event loop after each commit: the workers wake up by it."""

    async def write(self, unit: Callable[[Session], T], patience: float | None = PATIENCE_SECONDS) -> T:
        """Run `unit` in a transaction of its own and return its result after the commit.

        Raises NotSaved when the database could not take it (Outage: for now), CommitInDoubt when nobody
        can tell; what the unit itself raises comes through, and nothing of it is kept.
        """
        try:
            result = await self._written(unit, patience)
        except (Outage, CommitInDoubt):
            self.is_saving = False
            raise
        self.is_saving = True
        for wake in self.on_commit:
            wake()
        return result

    async def read(self, query: Callable[[Session], T], patience: float | None = None) -> T:
        """Run `query` on a reader thread. Raises NotSaved when the database cannot be reached in time."""
        try:
            return await _within(patience, self._readers.submit(self._look, query))
        except TimeoutError:
            raise Outage("the database did not answer") from None

    async def now(self) -> datetime:
        """By the server's clock; PostgreSQL only."""
        asked = select(func.clock_timestamp(type_=Instant))
        return await self.read(lambda session: session.scalars(asked).one())

    def by(self, deadline: float, first: Callable[[Session], object]) -> Hurried:
        """For a request that is answered by then, in the event loop's time; `first` as in Hurried."""
        return Hurried(self, deadline, first)

    def close(self) -> None:
        """Waits for what is in hand; what has not begun does not begin any more."""
        self._writers.shutdown(cancel_futures=True)
        self._readers.shutdown(cancel_futures=True)
        self._writer.dispose()
        self._reader.dispose()

    async def _written(self, unit: Callable[[Session], T], patience: float | None) -> T:
        running: Future[T] = self._writers.submit(self._commit, unit)
        try:
            return await _within(patience, running)
        except TimeoutError:
            raise _overdue(running) from None

    def _commit(self, unit: Callable[[Session], T]) -> T:
        """Two who insert the same key at once: one wins, the other runs again and meets the winner's row."""
        try:
            return self._attempt(unit)
        except NotSaved as error:
            if isinstance(error.__cause__, IntegrityError):
                return self._attempt(unit)
            raise

    def _attempt(self, unit: Callable[[Session], T]) -> T:
        with _ended(self._write_session()) as session:
            try:
                result = unit(session)
                session.flush()
            except DBAPIError as error:
                raise _not_saved(error) from error
            try:
                session.commit()
            except DBAPIError as error:
                raise _in_doubt_or_not_saved(error) from error
            return result

    def _look(self, query: Callable[[Session], T]) -> T:
        with _ended(self._read_session()) as session:
            try:
                return query(session)
            except DBAPIError as error:
                raise _not_saved(error) from error


@dataclass
class Hurried:
    """The database for somebody who waits: whatever comes of it is known by the deadline.

    Once something was committed for them, what fails afterwards is a doubt: they are not told
    that nothing was saved. `first` runs in the transaction of the first unit, before it: what it raises
    comes through.
    """

    database: Database
    deadline: float
    first: Callable[[Session], object]
    _has_written: bool = False

    async def write(self, unit: Callable[[Session], T]) -> T:
        whole = unit if self._has_written else _after(self.first, unit)
        result = await self._told(self.database.write(whole, self._left()))
        self._has_written = True
        return result

    async def read(self, query: Callable[[Session], T]) -> T:
        return await self._told(self.database.read(query, self._left()))

    async def _told(self, work: Awaitable[T]) -> T:
        try:
            return await work
        except NotSaved as error:
            if self._has_written:
                raise CommitInDoubt(str(error)) from None
            raise

    def _left(self) -> float:
        return max(0.0, self.deadline - asyncio.get_running_loop().time())


def _after(first: Callable[[Session], object], unit: Callable[[Session], T]) -> Callable[[Session], T]:
    def both(session: Session) -> T:
        first(session)
        return unit(session)

    return both


@contextmanager
def _ended(session: Session) -> Iterator[Session]:
    """A server that went away takes no rollback either: what came of the work was known before."""
    try:
        yield session
    finally:
        with suppress(DBAPIError):
            session.close()


async def _within(patience: float | None, running: Future[T]) -> T:
    """Raises TimeoutError when it takes longer; what comes of it then nobody waits for any more."""
    waiting = asyncio.wrap_future(running)
    try:
        async with asyncio.timeout(patience):
            return await asyncio.shield(waiting)
    except TimeoutError:
        waiting.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        raise


def _not_saved(error: DBAPIError) -> NotSaved:
    """Out of reach, busy and full are the drivers' OperationalErrors; the rest is a mistake of ours."""
    return (Outage if isinstance(error, OperationalError) else NotSaved)(str(error.orig))


def _in_doubt_or_not_saved(error: DBAPIError) -> Exception:
    """Of a commit."""
    return CommitInDoubt(str(error.orig)) if engines.is_in_doubt(error) else _not_saved(error)


def _overdue(running: Future[T]) -> Exception:
    """A unit that had not begun can be called off for certain; one that had may yet be committed."""
    return Outage("the writer was busy") if running.cancel() else CommitInDoubt("the commit took too long")
