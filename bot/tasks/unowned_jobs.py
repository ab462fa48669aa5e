"""What the clock does about tasks nobody owns."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from ..platform.schedule import Due
from . import unowned


def look(session: Session, due: Due, now: datetime) -> None:
    """The morning's: what came to be named over night."""
    unowned.alert(session, (due.schedule.team_id, due.schedule.channel_id), now)
