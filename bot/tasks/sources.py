"""What becomes of the message a task was made from: its card says that it was edited, or deleted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ..platform import cards
from ..platform.fates import Fate
from .model import CARD, Task


def knows(session: Session, fate: Fate) -> bool:
    return session.scalar(_made_from(fate).limit(1)) is not None


def heard(session: Session, fate: Fate, now: datetime) -> None:
    """Of every task that was made from it; a second time changes nothing."""
    for task in session.scalars(_made_from(fate)):
        if fate.is_gone:
            task.source_gone_at = now
        elif task.source_edited_at is None:
            task.source_edited_at = now
        else:
            continue
        cards.changed(session, CARD, task.id, now)


def _made_from(fate: Fate) -> Select[Task]:
    return select(Task).where(
        Task.team_id == fate.team_id,
        Task.channel_id == fate.channel_id,
        Task.source_ts == fate.ts,
        Task.source_gone_at.is_(None),
    )
