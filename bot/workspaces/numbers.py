"""The workspace's own running number: one sequence for all kinds of records."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from .model import Workspace


def next_number(session: Session, team_id: str) -> int:
    """The row's lock keeps two from drawing the same; a number once drawn may be lost, never doubled."""
    drawn = session.scalar(
        update(Workspace)
        .where(Workspace.team_id == team_id)
        .values(last_number=Workspace.last_number + 1)
        .returning(Workspace.last_number)
        .execution_options(synchronize_session=False)
    )
    if drawn is None:
        raise LookupError(f"no workspace {team_id}")
    return drawn
