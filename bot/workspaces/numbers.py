"""The workspace's own running number: one sequence for all kinds of records."""

from __future__ import annotations

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from ..platform.tables import table_of
from .model import Workspace

_workspaces = table_of(Workspace)
_DRAW = (
    update(_workspaces)
    .where(_workspaces.c.team_id == bindparam("team"))
    .values(last_number=_workspaces.c.last_number + 1)
    .returning(_workspaces.c.last_number)
)


def next_number(session: Session, team_id: str) -> int:
    """The row's lock keeps two from drawing the same; a number once drawn may be lost, never doubled."""
    drawn = session.scalar(_DRAW, {"team": team_id})
    if drawn is None:
        raise LookupError(f"no workspace {team_id}")
    return int(drawn)


def hold(session: Session, team_id: str) -> None:
    """Nobody else draws one until the commit: what is not there now is not made meanwhile."""
    session.execute(select(_workspaces.c.team_id).where(_workspaces.c.team_id == team_id).with_for_update())
