"""How a posting ends, by what became of its call: sent, tried again, given up, or in doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from .. import logs, queue
from . import pauses
from .files import FILE
from .outcomes import Done, Gone, Later, Outcome, Refused, Unknown, Unsure
from .table import DELETE, POST, UPDATE, WHISPER, Posting

APPEARING = {POST, FILE}
"""What makes something appear: to be looked up before it is sent again. The rest may be repeated."""
GONE = {
    UPDATE: {"message_not_found", "cant_update_message"},
    DELETE: {"message_not_found", "cant_delete_message", "channel_not_found"},
}
"""Refusals that say that somebody deleted the message: what is left of a thread's first is Slack's own."""
CLOSED = {"edit_window_closed"}
UNREAD = {"user_disabled", "user_not_in_channel", "cannot_dm_bot"}
"""Refusals because nobody is there to read it: no trouble to mend."""
SECOND_LOOK = timedelta(seconds=3)
SETTLING = timedelta(minutes=5)
"""So long a doubt is looked into before a person is asked."""
TRIES = 100
"""With the pauses of the queue about a day."""

Settle = Callable[[Session, Posting, Done | Gone], None]
"""Keeps what came of it on the card, in the transaction that ends the posting."""
Tell = Callable[[Session, Posting, datetime], None]
"""Shows somebody who can mend it what was given up or is in doubt."""

_log = logs.logger(__name__)


@dataclass(frozen=True)
class Endings:
    settle: Settle
    tell: Tell

    def conclude(self, session: Session, row: Posting, outcome: Outcome | Gone, now: datetime) -> None:
        match outcome:
            case Done():
                self._sent(session, row, outcome, now)
            case Gone():
                self._gone(session, row, now)
            case Later():
                self._later(session, row, outcome, now)
            case Unknown():
                self._doubted(session, row, outcome, now)
            case Unsure():
                self._given_up(session, row, outcome.problem, now, queue.UNCERTAIN)
            case Refused():
                self._refused(session, row, outcome, now)

    def _sent(self, session: Session, row: Posting, outcome: Done, now: datetime) -> None:
        row.ts, row.doubted_at = outcome.answer.get("ts"), None
        queue.finish(row, now)
        self.settle(session, row, outcome)
        if row.method in APPEARING and outcome.answer:
            pauses.pace(session, row.team_id, row.lane, now)

    def _gone(self, session: Session, row: Posting, now: datetime) -> None:
        queue.finish(row, now)
        self.settle(session, row, Gone())

    def _later(self, session: Session, row: Posting, outcome: Later, now: datetime) -> None:
        """A limit on posts is the channel's own, which its first posting holds; any other the method's."""
        if row.attempts >= TRIES:
            self._given_up(session, row, outcome.problem, now)
            return
        until = now + (outcome.after or queue.pause_after(row.attempts))
        queue.postpone(row, until, outcome.problem)
        row.doubted_at = None
        if outcome.limited not in ("", POST):
            pauses.hold(session, row.team_id, outcome.limited, until)

    def _doubted(self, session: Session, row: Posting, outcome: Unknown, now: datetime) -> None:
        """A whisper in doubt is let go: it is never the only copy, and nobody can look for it."""
        if row.method == WHISPER:
            queue.finish(row, now)
        elif row.method not in APPEARING:
            self._later(session, row, Later(outcome.problem, outcome.after), now)
        else:
            row.doubted_at = row.doubted_at or now
            look_at = now + (outcome.after or max(SECOND_LOOK, queue.pause_after(row.attempts)))
            if look_at - row.doubted_at > SETTLING:
                self._given_up(session, row, f"uncertain: {outcome.problem}", now, queue.UNCERTAIN)
                return
            _log.warning("posting in doubt", uid=row.uid, method=row.method, problem=outcome.problem)
            row.problem, row.leased_until = outcome.problem[:500], look_at

    def _refused(self, session: Session, row: Posting, outcome: Refused, now: datetime) -> None:
        if outcome.problem in GONE.get(row.method, ()):
            self._gone(session, row, now)
        elif outcome.problem in UNREAD or (row.method in (UPDATE, DELETE) and outcome.problem in CLOSED):
            queue.finish(row, now)
        else:
            self._given_up(session, row, outcome.problem, now)

    def _given_up(
        self, session: Session, row: Posting, problem: str, now: datetime, state: str = queue.PARKED
    ) -> None:
        _log.warning("posting parked", uid=row.uid, method=row.method, state=state, problem=problem)
        queue.park(row, now, problem, state)
        self.tell(session, row, now)
