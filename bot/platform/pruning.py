"""Forgetting what is done with. Slack may send an event again days later, so ids are kept for a week."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from . import queue
from .inbox import Envelope
from .outbox import Posting
from .outbox.pauses import Pause
from .receipts import Receipt

KEPT = timedelta(days=8)
AT_ONCE = 1000
"""Rows in one transaction, so that nobody waits long for the writer."""


def prune(session: Session, now: datetime) -> int:
    """Forget some of what is older than it is kept; how many rows went. What is parked stays."""
    before = now - KEPT
    pruned = 0
    for table in (Envelope, Posting):
        old = select(table.id).where(table.state == queue.DONE, table.finished_at < before).limit(AT_ONCE)
        pruned += len(session.execute(delete(table).where(table.id.in_(old)).returning(table.id)).all())
    old_keys = select(Receipt.key).where(Receipt.taken_at < before).limit(AT_ONCE)
    gone = session.execute(delete(Receipt).where(Receipt.key.in_(old_keys)).returning(Receipt.key))
    session.execute(delete(Pause).where(Pause.until < before))
    return pruned + len(gone.all())
