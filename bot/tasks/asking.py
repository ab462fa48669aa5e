"""A task for somebody else is a request: they are asked, and it is theirs to accept or to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
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
        end(session, request, now)
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


def together(session: Session, first_id: int) -> Sequence[Request]:
    """What stands in the message that this request began, in the order in which it was asked."""
    here = or_(Request.id == first_id, Request.first_id == first_id)
    return session.scalars(select(Request).where(here).order_by(Request.id)).all()


def end(session: Session, request: Request, now: datetime) -> None:
    """Its message says so, and stays as it is once nothing in it goes on."""
    request.ended_at, first_id = now, request.first_id or request.id
    cards.changed(session, REQUEST_CARD, first_id, now)
    if all(one.ended_at for one in together(session, first_id)):
        cards.rest(session, REQUEST_CARD, [first_id])


def reader(session: Session, task: Task, person_id: str) -> Viewer | None:
    """Whose eyes a message about the task is for; None when they may not see it any more."""
    viewer = workspaces.viewer(session, task.team_id, person_id, task.channel_id)
    return viewer if visibility.may_see(session, viewer, task.channel_id) else None


def _ask(session: Session, viewer: Viewer, task: Task, owner_id: str, now: datetime) -> None:
    """What one gesture asks of one person is one message."""
    first, parts = _beside(session, viewer, task, owner_id, now), [(CARD, task.id)]
    request = Request(task_id=task.id, asker_id=viewer.person_id, owner_id=owner_id, asked_at=now)
    request.first_id = first.id if first else None
    session.add(request)
    session.flush()
    if first:
        cards.join(session, REQUEST_CARD, first.id, parts, now)
    else:
        cards.show(session, REQUEST_CARD, request.id, Place(task.team_id, owner_id), now, parts)


def _beside(session: Session, viewer: Viewer, task: Task, owner_id: str, now: datetime) -> Request | None:
    """The first that the same gesture asked of them: everything one gesture does has its instant."""
    asked = select(Request).join(Task, Task.id == Request.task_id).where(Task.team_id == task.team_id)
    here = (Request.asker_id == viewer.person_id, Request.owner_id == owner_id, Request.asked_at == now)
    return session.scalar(asked.where(*here, Request.first_id.is_(None)).order_by(Request.id).limit(1))
