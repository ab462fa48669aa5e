"""A task for somebody else is a request: they are asked, and it is theirs to accept or to talk about."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..platform import cards
from ..platform.cards import Place
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces import visibility
from . import unowned
from .model import CARD, OPEN, REQUEST_CARD, Request, Task


def assign(session: Session, viewer: Viewer, task: Task, owner_id: str | None, now: datetime) -> None:
    """Give it to somebody, or to nobody. Anybody but the viewer is asked in a direct message."""
    if request := current(session, task):
        _end(session, request, now)
    task.owner_id, task.asked_at = owner_id, None
    unowned.begin(task, now)
    if owner_id and owner_id != viewer.person_id:
        task.asked_at = now
        _ask(session, viewer, task, owner_id, now)


def current(session: Session, task: Task) -> Request | None:
    """The request its owner has not been relieved of."""
    return session.scalar(select(Request).where(Request.task_id == task.id, Request.ended_at.is_(None)))


def is_open(task: Task) -> bool:
    """Whether its owner still has to answer."""
    return task.state == OPEN and task.asked_at is not None


def by_id(session: Session, request_id: int) -> Request:
    return session.get_one(Request, request_id)


def reader(session: Session, task: Task, person_id: str) -> Viewer | None:
    """Whose eyes a message about the task is for; None when they may not see it any more."""
    viewer = workspaces.viewer(session, task.team_id, person_id, task.channel_id)
    return viewer if visibility.may_see(session, viewer, task.channel_id) else None


def _end(session: Session, request: Request, now: datetime) -> None:
    """Its message says so, and then stays as it is."""
    request.ended_at = now
    cards.changed(session, REQUEST_CARD, request.id, now)
    cards.rest(session, REQUEST_CARD, [request.id])


def _ask(session: Session, viewer: Viewer, task: Task, owner_id: str, now: datetime) -> None:
    request = Request(task_id=task.id, asker_id=viewer.person_id, owner_id=owner_id, asked_at=now)
    session.add(request)
    session.flush()
    at = Place(task.team_id, owner_id)
    cards.show(session, REQUEST_CARD, request.id, at, now, parts=[(CARD, task.id)])
