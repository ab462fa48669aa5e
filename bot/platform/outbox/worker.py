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

from ...errors import Outage
from .. import queue
from ..clock import Clock
from ..database import Database
from ..ids import PEOPLE
from ..lanes import Lanes
from . import pauses
from .endings import APPEARING, TRIES, Endings
from .files import FILE, deliver
from .lookup import find
from .outcomes import Done, Gone, Later, Outcome, Refused, Unknown, Unsure, call
from .table import POST, SEEK, Posting

LEASE = timedelta(seconds=40)
"""Longer than opening, looking and sending together: whose lease ran out is no longer sending."""
LOOKING_SECONDS = 8
SENDING = timedelta(seconds=20)
"""At most: it may be sent a second time, where its thread is gone."""
THREADLESS = {"thread_not_found", "message_not_found", "cannot_reply_to_message", "invalid_thread_ts"}
"""Refusals because the thread is gone: what belonged into it is said in the channel."""

Composed = tuple[str, dict[str, Any]]
Compose = Callable[[Session, Posting], Composed | None]
"""Renders a card's posting at the moment of sending: the method and its arguments, None for nothing."""


class Outbox(Lanes[Posting]):
    def __init__(
        self, database: Database, client: AsyncWebClient, clock: Clock, compose: Compose, endings: Endings
    ) -> None:
        super().__init__(database, clock, Posting, LEASE, self._deliver, pauses.free)
        self._client = client
        self._compose = compose
        self._endings = endings

    async def _deliver(self, posting: Posting) -> None:
        outcome = _hopeless(posting) or await self._addressed(posting) or await self._tried(posting)
        is_nowhere = posting.method == SEEK and not isinstance(outcome, Done)
        ending = Gone() if is_nowhere else outcome
        await self._keep(posting, lambda session: self._conclude(session, posting, ending))

    async def _addressed(self, posting: Posting) -> Outcome | None:
        """None when it has a channel; for a person it is the conversation with them, which is opened."""
        person = posting.arguments["channel"]
        if not person.startswith(PEOPLE):
            return None
        outcome = await call(self._client, pauses.OPEN, {"users": person})
        if isinstance(outcome, Done):
            posting.arguments = {**posting.arguments, "channel": outcome.answer["channel"]["id"]}
            return None
        if posting.problem == queue.INTERRUPTED and isinstance(outcome, Later):
            return Unknown(outcome.problem, outcome.after)
        return Later(outcome.problem, outcome.after) if isinstance(outcome, Unknown) else outcome

    async def _tried(self, posting: Posting) -> Outcome:
        if posting.method == SEEK:
            return await self._looked_up(posting) or Unsure("not to be found")
        try:
            composed = await self._database.read(lambda session: self._compose(session, posting))
        except Outage as error:
            return Unknown(str(error)) if posting.problem == queue.INTERRUPTED else Later(str(error), None)
        except (LookupError, SlackClientError, ValueError) as error:
            return Refused(f"cannot be written: {type(error).__name__}: {error}")
        methods = {posting.method, composed[0] if composed else ""}
        if posting.problem == queue.INTERRUPTED and methods & APPEARING:
            found = await self._looked_up(posting)
            if found is not None:
                return found
        if composed and await self._is_ours(posting):
            return await self._sent(posting, *composed)
        return Later("the lease is over", None) if composed else Done()

    async def _is_ours(self, posting: Posting) -> bool:
        """Long enough to send it: whoever takes it next must not meet us at it."""
        until = self._clock.now() + SENDING
        return await self._database.read(lambda session: queue.is_held(session, posting, until))

    async def _looked_up(self, posting: Posting) -> Outcome | None:
        """None when it certainly has not been posted yet."""
        try:
            async with asyncio.timeout(LOOKING_SECONDS):
                return await find(self._client, posting)
        except TimeoutError:
            return Unknown("the look-up took too long")

    async def _sent(self, posting: Posting, method: str, arguments: dict[str, Any]) -> Outcome:
        posting.method = method
        arguments = {**arguments, "channel": posting.arguments["channel"]}
        if method == FILE:
            return await deliver(self._client, arguments)
        if method == POST:
            mark = {"event_type": "urakata_posting", "event_payload": {"id": posting.uid}}
            arguments = {**arguments, "metadata": mark}
        outcome = await call(self._client, method, arguments)
        if "thread_ts" in arguments and isinstance(outcome, Refused) and outcome.problem in THREADLESS:
            return await call(self._client, method, {**arguments, "thread_ts": None})
        return outcome

    def _conclude(self, session: Session, posting: Posting, outcome: Outcome | Gone) -> None:
        """What was sent is sent, whoever holds it by now; of anything else its holder has the say."""
        row = queue.held(session, posting, by_anybody=isinstance(outcome, Done))
        if row is not None:
            self._endings.conclude(session, row, outcome, self._clock.now())


def _hopeless(posting: Posting) -> Outcome | None:
    return Unsure("uncertain: every sender that took it died") if posting.attempts > TRIES else None
