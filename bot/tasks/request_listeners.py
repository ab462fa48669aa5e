"""Being asked: the direct message, accepting, and wanting to talk about it."""

from __future__ import annotations

from datetime import datetime

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import outbox
from ..platform.blocks import Message
from ..platform.slack import Visit
from ..platform.texts import Texts
from ..workspaces import service as workspaces
from . import asking, changes, listeners, lists, request_views, service
from .model import Request, Task


def register(app: AsyncApp) -> None:
    app.action("tasks.accept")(request_accepted)
    app.action("tasks.talk")(request_talked)


def rendered(session: Session, request_id: int, now: datetime) -> Message | None:
    """In the language of who is asked; once answered it is the task's card. None once it was taken back."""
    request = asking.by_id(session, request_id)
    task = service.by_id(session, request.task_id)
    if task.is_undone:
        return None
    reader = asking.reader(session, task, request.owner_id)
    if reader is None:
        return request_views.hidden(_texts_of(session, task, request.owner_id))
    texts = Texts(reader.language)
    if request.ended_at:
        return request_views.moved_on(task, texts)
    channel = workspaces.channel_of(session, task.team_id, task.channel_id)
    local = workspaces.local(now, channel.zone)
    asker, link = _name(session, task, request.asker_id), _link(session, task)
    if not asking.is_open(task):
        return request_views.answered(listeners.card(session, task, texts, local), task, link, texts)
    return request_views.asked(task, asker, link, texts, local)


async def request_accepted(ack: AsyncAck, visit: Visit) -> None:
    """Seen in the message itself, which becomes the task's card."""
    number = int(visit.value)
    await visit.database.write(lambda session: changes.accept(session, visit.viewer, number, visit.now))
    await ack()


async def request_talked(ack: AsyncAck, visit: Visit) -> None:
    number = int(visit.value)
    visit.tell(await visit.database.write(lambda session: _talk(session, visit, number)))
    await ack()


def _talk(session: Session, visit: Visit, number: int) -> Message:
    task, request = changes.talk(session, visit.viewer, number, visit.now)
    told = request is not None and _tell_asker(session, task, request, visit.now)
    return request_views.talk(task, _link(session, task), told, visit.texts)


def _tell_asker(session: Session, task: Task, request: Request, now: datetime) -> bool:
    """Unless they may not see the task any more."""
    reader = asking.reader(session, task, request.asker_id)
    if reader is None:
        return False
    owner = _name(session, task, request.owner_id)
    said = request_views.wanted(task, owner, _link(session, task), Texts(reader.language))
    outbox.post(session, task.team_id, reader.person_id, said, now)
    return True


def _texts_of(session: Session, task: Task, person_id: str) -> Texts:
    return Texts(workspaces.viewer(session, task.team_id, person_id, task.channel_id).language)


def _name(session: Session, task: Task, person_id: str) -> str:
    return workspaces.names(session, task.team_id, [person_id]).get(person_id, person_id)


def _link(session: Session, task: Task) -> str | None:
    return lists.links(session, [task]).get(task.id)
