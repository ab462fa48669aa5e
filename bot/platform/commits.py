"""The one writer of a SQLite file: units that wait at the same time share a commit, and its sync to disk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from ..errors import CommitInDoubt
from . import engines

MOST = 32
"""Units in one commit, so that nobody waits long for the others."""

Unit = Callable[[Session], Any]


@dataclass(frozen=True)
class Outcome:
    """What came of a unit: its result, or what it raised."""

    result: Any = None
    error: Exception | None = None


@dataclass(frozen=True)
class Piece:
    """`alone` runs the unit in a transaction of its own; `done` ends after the commit."""

    alone: Callable[[Unit], Any]
    unit: Unit
    done: Future[Any] = field(default_factory=Future)

    def begins(self) -> bool:
        """False when it was called off before. A second time it says the same."""
        if self.done.cancelled():
            return False
        return self.done.running() or self.done.set_running_or_notify_cancel()

    def run(self) -> None:
        if self.begins():
            self.tell(_outcome(self.alone, self.unit))

    def tell(self, outcome: Outcome) -> None:
        if outcome.error:
            self.done.set_exception(outcome.error)
        else:
            self.done.set_result(outcome.result)


class SharedCommits:
    """To be submitted to like an executor.

    Within a shared transaction each unit has a savepoint of its own, so that what one raises costs the
    others nothing. When the database refuses anything, nothing of it is kept, and each runs by itself:
    then it shows whom the trouble concerns.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._waiting: deque[Piece] = deque()

    def submit(self, alone: Callable[[Unit], Any], unit: Unit) -> Future[Any]:
        piece = Piece(alone, unit)
        self._waiting.append(piece)
        self._thread.submit(self._round)
        return piece.done

    def shutdown(self, *, cancel_futures: bool = False) -> None:
        """Waits for what is in hand; with `cancel_futures` what has not begun is called off."""
        self._thread.shutdown(cancel_futures=cancel_futures)
        for piece in self._waiting:
            piece.done.cancel()

    def _round(self) -> None:
        """There is one for each unit; most find that an earlier one took theirs along."""
        taken = [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST))]
        if len(taken) > 1 and self._shared(taken):
            return
        for piece in taken:
            piece.run()

    def _shared(self, pieces: Sequence[Piece]) -> bool:
        """False when nothing of it was kept."""
        try:
            outcomes = self._committed(pieces)
        except SQLAlchemyError:
            return False
        for piece, outcome in outcomes:
            piece.tell(outcome)
        return True

    def _committed(self, pieces: Sequence[Piece]) -> list[tuple[Piece, Outcome]]:
        """Raises SQLAlchemyError when nothing of it was kept."""
        with self._engine.connect() as connection:
            connection.begin()
            outcomes = [(piece, _tried(connection, piece.unit)) for piece in pieces if piece.begins()]
            try:
                connection.commit()
            except DBAPIError as error:
                if not engines.is_in_doubt(error):
                    raise
                doubt = Outcome(error=CommitInDoubt(str(error.orig)))
                return [(piece, each if each.error else doubt) for piece, each in outcomes]
            return outcomes


def _tried(connection: Connection, unit: Unit) -> Outcome:
    """Raises DBAPIError for what the database refused."""
    with Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint") as session:
        outcome = _outcome(_kept, session, unit)
    if isinstance(outcome.error, DBAPIError):
        raise outcome.error
    return outcome


def _kept(session: Session, unit: Unit) -> Any:
    result = unit(session)
    session.commit()
    return result


def _outcome(work: Callable[..., Any], *given: Any) -> Outcome:
    try:
        return Outcome(work(*given))
    except Exception as error:
        return Outcome(error=error)
