"""Tasks whose owner has gone: who cares for their channel is shown them once. Knows no Slack."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..platform.viewer import Viewer
from ..workspaces import nudges
from ..workspaces import service as workspaces
from ..workspaces.model import Activity
from . import lists, service
from .model import CARD, OPEN, RELEASED, Task

KIND = "orphaned"
PART = CARD
"""What changes a message that shows them."""


def leave(session: Session, team_id: str, person_id: str, channel_id: str | None, now: datetime) -> None:
    """Whoever leaves a channel, or with None the workspace, owns nothing there any more."""
    for place, tasks in service.release(session, team_id, person_id, channel_id, now).items():
        tell(session, team_id, place, tasks, now)


def tell(session: Session, team_id: str, channel_id: str, tasks: Sequence[Task], now: datetime) -> None:
    """Nobody, where nobody cares for the channel."""
    if carer_id := workspaces.carer_of(session, team_id, channel_id):
        for task in tasks:
            nudges.add(session, (team_id, carer_id), KIND, task.id, now)


def still(session: Session, viewer: Viewer, task_ids: Sequence[int], _now: datetime) -> list[int]:
    """Those that nobody has taken, and that the viewer may see."""
    seen = lists.those(session, viewer, task_ids)
    return [task.id for task in seen if task.state == OPEN and task.owner_id is None]


def gone_from(session: Session, tasks: Sequence[Task]) -> list[str]:
    """Who owned them until they went, each once."""
    released = select(Activity.person_id).where(
        Activity.subject == CARD,
        Activity.subject_id.in_([str(task.id) for task in tasks]),
        Activity.verb == RELEASED,
    )
    return list(dict.fromkeys(session.scalars(released.order_by(Activity.id))))
