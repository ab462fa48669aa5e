"""Working the outbox off: the one place that posts, updates and deletes.

A posting whose fate is unknown (no answer, or its sender died) is looked up in the channel's history
by its metadata before anything is sent again. Updates and deletions may be repeated as they are.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from .. import logs, queue
from ..clock import Clock
from ..database import Database
from ..ids import PEOPLE
from .files import FILE, deliver
from .lookup import find
from .outcomes import Done, Gone, Later, Outcome, Refused, Unknown, call
from .table import DELETE, POST, UPDATE, WHISPER, Posting

LEASE = timedelta(seconds=20)
"""Longer than looking and sending together: whoever holds a lease that ran out is no longer sending."""
LOOKING_SECONDS = 8
SECOND_LOOK = timedelta(seconds=3)
BATCH = 10
GONE = {
    UPDATE: {"message_not_found", "cant_update_message"},
    DELETE: {"message_not_found", "cant_delete_message", "channel_not_found"},
}
"""Refusals that say that somebody deleted the message: what is left of a thread's first is Slack's own."""
UNREAD = {"user_disabled"}
"""Refusals to open a conversation with somebody who reads nothing any more: no trouble to mend."""

Compose = Callable[[Session, Posting], tuple[str, dict[str, Any]] | None]
"""Renders a card's posting at the moment of sending: the method and its arguments, None for nothing."""
Settle = Callable[[Session, Posting, Done | Gone], None]
"""Keeps what came of it on the card, in the transaction that ends the posting."""

_log = logs.logger(__name__)


class Outbox:
    def __init__(
        self, database: Database, client: AsyncWebClient, clock: Clock, compose: Compose, settle: Settle
    ) -> None:
        self._database = database
        self._client = client
        self._clock = clock
        self._compose = compose
        self._settle = settle

    async def work(self) -> bool:
        """Send what is due, side by side for different channels; False when there was nothing."""
        now = self._clock.now()
        if not await self._database.read(lambda session: queue.has_work(session, Posting, now)):
            return False
        taken = await self._database.write(
            lambda session: queue.take(session, Posting, now, LEASE, BATCH), None
        )
        await asyncio.gather(*(self._deliver(posting) for posting in taken))
        return bool(taken)

    async def _deliver(self, posting: Posting) -> None:
        outcome = (
            await self._addressed(posting) or await self._looked_up(posting) or await self._sent(posting)
        )
        await self._database.write(lambda session: self._conclude(session, posting, outcome), None)

    async def _addressed(self, posting: Posting) -> Outcome | None:
        """None when it has a channel; for a person it is the conversation with them, which is opened."""
        person = posting.arguments["channel"]
        if not person.startswith(PEOPLE):
            return None
        outcome = await call(self._client, "conversations.open", {"users": person})
        if isinstance(outcome, Done):
            posting.arguments = {**posting.arguments, "channel": outcome.answer["channel"]["id"]}
            return None
        if posting.problem == queue.INTERRUPTED and isinstance(outcome, Later):
            return Unknown(outcome.problem, outcome.after)
        return Later(outcome.problem, outcome.after) if isinstance(outcome, Unknown) else outcome

    async def _looked_up(self, posting: Posting) -> Outcome | None:
        """None when it certainly has not been posted yet."""
        if posting.problem == queue.INTERRUPTED and posting.method in (POST, FILE):
            try:
                return await asyncio.wait_for(find(self._client, posting), LOOKING_SECONDS)
            except TimeoutError:
                return Unknown("the look-up took too long")
        return None

    async def _sent(self, posting: Posting) -> Outcome:
        try:
            composed = await self._database.read(lambda session: self._compose(session, posting))
        except (LookupError, SlackClientError, ValueError) as error:
            return Refused(f"cannot be written: {type(error).__name__}: {error}")
        if composed is None:
            return Done()
        posting.method, arguments = composed
        arguments = {**arguments, "channel": posting.arguments["channel"]}
        if posting.method == FILE:
            return await deliver(self._client, arguments)
        if posting.method == POST:
            mark = {"event_type": "urakata_posting", "event_payload": {"id": posting.uid}}
            arguments = {**arguments, "metadata": mark}
        return await call(self._client, posting.method, arguments)

    def _conclude(self, session: Session, posting: Posting, outcome: Outcome) -> None:
        row, now = session.merge(posting), self._clock.now()
        match outcome:
            case Done():
                row.ts = outcome.answer.get("ts")
                queue.finish(row, now)
                self._settle(session, row, outcome)
            case Later():
                queue.postpone(row, now + (outcome.after or queue.pause_after(row.attempts)), outcome.problem)
            case Refused() if outcome.problem in GONE.get(row.method, ()):
                queue.finish(row, now)
                self._settle(session, row, Gone())
            case Refused() if outcome.problem in UNREAD:
                queue.finish(row, now)
            case Refused():
                _log.warning("posting parked", uid=row.uid, method=row.method, problem=outcome.problem)
                queue.park(row, now, outcome.problem)
            case Unknown() if row.method == WHISPER:
                queue.finish(row, now)
            case Unknown():
                _log.warning("posting in doubt", uid=row.uid, method=row.method, problem=outcome.problem)
                row.problem, row.leased_until = outcome.problem[:500], now + (outcome.after or SECOND_LOOK)
