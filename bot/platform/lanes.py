"""Working a queue off: each lane by itself, so that a slow or paused one delays no other."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Generic

from sqlalchemy import ColumnElement, and_, true
from sqlalchemy.orm import Session

from ..errors import Outage
from . import logs, queue
from .clock import Clock
from .database import Database
from .queue import Row

RETRY_SECONDS = 1
SPARE = timedelta(seconds=10)
"""Before its lease ends nothing more is begun with a row."""
AT_ONCE = 32
"""Rows in hand at the same time, one a lane."""

Free = Callable[[datetime], ColumnElement[bool]]
"""Which rows may be taken at that instant, beside what the queue itself says."""

_log = logs.logger(__name__)


def always(_now: datetime) -> ColumnElement[bool]:
    return true()


class Lanes(Generic[Row]):
    """`handle` ends what it is given, within `lease`: after that anybody may take the row again."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        table: type[Row],
        lease: timedelta,
        handle: Callable[[Row], Awaitable[None]],
        free: Free = always,
    ) -> None:
        self._database = database
        self._clock = clock
        self._table = table
        self._lease = lease
        self._handle = handle
        self._free = free
        self._in_hand: dict[asyncio.Task[None], int] = {}

    async def work(self) -> bool:
        """Begin what is due, as far as there is room; False when nothing was begun."""
        room = AT_ONCE - len(self._in_hand)
        if not room or not await self._database.read(self._has_work):
            return False
        taken = await self._database.write(lambda session: self._take(session, room), None)
        for row in taken:
            task = asyncio.create_task(self._ended(row))
            self._in_hand[task] = row.id
            task.add_done_callback(self._in_hand.pop)
        return bool(taken)

    async def settled(self) -> None:
        """When everything in hand has ended."""
        while self._in_hand:
            await asyncio.wait(self._in_hand)

    async def drain(self) -> bool:
        """Until nothing is due any more; False when nothing was."""
        some = False
        while await self.work() or self._in_hand:
            some = True
            await self.settled()
        return some

    def abandon(self) -> None:
        """What is in hand stays taken, and is somebody else's when its lease runs out."""
        for task in self._in_hand:
            task.cancel()

    async def _keep(self, row: Row, unit: Callable[[Session], None]) -> None:
        """What came of the row, again and again while the database is out of reach and the row still ours."""
        while True:
            try:
                await self._database.write(unit, None)
            except Outage:
                if not self._is_ours_for_long(row):
                    raise
                await asyncio.sleep(RETRY_SECONDS)
            else:
                return

    def _is_ours_for_long(self, row: Row) -> bool:
        return row.leased_until is not None and row.leased_until - self._clock.now() > SPARE

    def _has_work(self, session: Session) -> bool:
        now = self._clock.now()
        return queue.has_work(session, self._table, now, self._mine(now))

    def _take(self, session: Session, room: int) -> list[Row]:
        now = self._clock.now()
        return list(queue.take(session, self._table, now, self._lease, room, self._mine(now)))

    def _mine(self, now: datetime) -> ColumnElement[bool]:
        """Not what we have in hand ourselves: a clock that was set forward ends no lease of ours."""
        return and_(self._free(now), self._table.id.not_in(list(self._in_hand.values())))

    async def _ended(self, row: Row) -> None:
        try:
            await self._handle(row)
        except Exception as error:
            logs.failed(_log, "left in hand", error, table=self._table.__tablename__, row=row.id)
