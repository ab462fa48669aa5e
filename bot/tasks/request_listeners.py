"""Being asked: the direct message, accepting, and wanting to talk about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import outbox
from ..platform.blocks import Message
from ..platform.slack import Visit
from ..platform.texts import Texts
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces.views import places
from . import asking, changes, listeners, lists, request_views, service
from .list_views import Around
from .model import Request, Task


def register(app: AsyncApp) -> None:
    app.action("tasks.accept")(request_accepted)
    app.action("tasks.talk")(request_talked)


def rendered(session: Session, first_id: int, now: datetime) -> Message | None:
    """In the language of who is asked. None once everything in it was taken back."""
    asked = [(one, service.by_id(session, one.task_id)) for one in asking.together(session, first_id)]
    standing = [(request, task) for request, task in asked if not task.is_undone]
    if not standing:
        return None
    request, task = standing[0]
    reader = asking.reader(session, task, request.owner_id)
    if reader is None:
        return request_views.hidden(_texts_of(session, task, request.owner_id))
    texts = Texts(reader.language)
    channel = workspaces.channel_of(session, task.team_id, task.channel_id)
    local = workspaces.local(now, channel.zone)
    if len(standing) == 1:
        return _one(session, request, task, texts, local)
    return _several(session, reader, standing, texts, local)


def _one(session: Session, request: Request, task: Task, texts: Texts, now: datetime) -> Message:
    """Once answered it is the task's card."""
    if request.ended_at:
        return request_views.moved_on(task, texts)
    link = _link(session, task)
    if not asking.is_open(task):
        return request_views.answered(listeners.card(session, task, texts, now), task, link, texts)
    return request_views.asked(task, _name(session, task, request.asker_id), link, texts, now)


def _several(
    session: Session, reader: Viewer, asked: Sequence[tuple[Request, Task]], texts: Texts, now: datetime
) -> Message:
    """What one gesture asked of one person, all of it in one channel."""
    tasks = [task for _, task in asked]
    open_ones = {task.id for request, task in asked if not request.ended_at and asking.is_open(task)}
    ended = {task.id for request, task in asked if request.ended_at}
    channels = workspaces.channels(session, reader, {task.channel_id for task in tasks})
    around = Around(listeners.names_of(session, tasks), places(channels, texts), lists.links(session, tasks))
    asker = _name(session, tasks[0], asked[0][0].asker_id)
    return request_views.several(tasks, open_ones, ended, asker, around, texts, now)


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
