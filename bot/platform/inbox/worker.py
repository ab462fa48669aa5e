"""Working the inbox off: each event to everyone who listens for its kind."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from .. import logs, queue
from ..clock import Clock
from ..database import Database
from ..lanes import Lanes
from . import unreachable
from .table import Envelope, Event

Handler = Callable[[Event], Awaitable[None]]
Tell = Callable[[Session, Envelope, datetime], None]
"""Shows somebody that an event was given up."""

LEASE = timedelta(seconds=60)
HANDLING_SECONDS = 50
"""Within the lease: whoever takes the event next must not meet us at it."""
TRIES = 8
"""With the growing pauses of `queue`, about twenty minutes."""
WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(days=7)
"""For Slack to let us in again, or to be reached."""
FATAL = "every worker that took it died"

_log = logs.logger(__name__)


def together(*listening: Mapping[str, Sequence[Handler]]) -> dict[str, list[Handler]]:
    """Everyone who listens for an event hears it, in this order."""
    heard: dict[str, list[Handler]] = defaultdict(list)
    for handlers in listening:
        for name, each in handlers.items():
            heard[name] += each
    return dict(heard)


class Inbox(Lanes[Envelope]):
    """An event that fails is tried again, later."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        handlers: Mapping[str, Sequence[Handler]],
        tell: Tell,
    ) -> None:
        super().__init__(database, clock, Envelope, LEASE, self._receive)
        self.handlers = handlers
        self._tell = tell

    async def _receive(self, envelope: Envelope) -> None:
        if envelope.attempts > TRIES:
            await self._keep(envelope, lambda session: self._failed(session, envelope, FATAL))
            return
        event = Event(envelope.event_id, envelope.team_id, envelope.type, envelope.payload)
        try:
            async with asyncio.timeout(HANDLING_SECONDS):
                for handler in self.handlers.get(event.type, ()):
                    await handler(event)
        except Exception as error:
            logs.failed(_log, "event failed", error, event_id=envelope.event_id, event_type=event.type)
            problem, put_off = f"{type(error).__name__}: {error}", unreachable.is_slacks(error)
            await self._keep(envelope, lambda session: self._failed(session, envelope, problem, put_off))
        else:
            await self._keep(envelope, lambda session: self._done(session, envelope))

    def _done(self, session: Session, envelope: Envelope) -> None:
        """What people wrote need not stay: that the event came is enough to know it again."""
        if row := queue.held(session, envelope, by_anybody=True):
            row.payload = {}
            queue.finish(row, self._clock.now())

    def _failed(self, session: Session, envelope: Envelope, problem: str, put_off: bool = False) -> None:
        """What Slack is in the way of is put off without counting, for a week."""
        row, now = queue.held(session, envelope), self._clock.now()
        if row is None:
            return
        if put_off and now - row.created_at < LONGEST_WAIT:
            row.attempts -= 1
            queue.postpone(row, now + WAIT, problem)
        elif row.attempts >= TRIES or put_off:
            queue.park(row, now, problem)
            self._tell(session, row, now)
        else:
            queue.postpone(row, now + queue.pause_after(row.attempts), problem)
