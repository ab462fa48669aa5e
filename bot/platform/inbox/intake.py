"""Keeping events as they come in: those that arrive while a commit is under way share the next one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import DataError, IntegrityError

from ...errors import NotSaved
from ..clock import Clock
from ..database import Database
from .table import keep

AT_ONCE = 200
"""Events in one transaction, so that nobody waits long for the writer."""
OF_ONE = (DataError, IntegrityError)
"""What one of several may be the cause of."""

Body = dict[str, Any]


@dataclass
class Batch:
    """`kept` ends with the commit."""

    bodies: list[Body] = field(default_factory=list)
    kept: asyncio.Task[None] = field(init=False)


class Intake:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._open: Batch | None = None
        self._committing = asyncio.Lock()

    async def keep(self, body: Body) -> None:
        """Returns after the commit. Raises NotSaved or CommitInDoubt."""
        batch = self._open_batch()
        batch.bodies.append(body)
        try:
            await asyncio.shield(batch.kept)
        except NotSaved as problem:
            if len(batch.bodies) == 1 or not isinstance(problem.__cause__, OF_ONE):
                raise
            await self._write([body])

    def _open_batch(self) -> Batch:
        if self._open is None or len(self._open.bodies) >= AT_ONCE:
            self._open = Batch()
            self._open.kept = asyncio.create_task(self._kept(self._open))
        return self._open

    async def _kept(self, batch: Batch) -> None:
        async with self._committing:
            if self._open is batch:
                self._open = None
            await self._write(batch.bodies)

    async def _write(self, bodies: Sequence[Body]) -> None:
        now = self._clock.now()
        await self._database.write(lambda session: keep(session, bodies, now))
