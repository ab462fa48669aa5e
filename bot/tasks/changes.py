"""What becomes of an open task: another deadline, another owner, its steps, an answer, or nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import cards, wording
from ..platform.viewer import Viewer
from ..workspaces import activity
from . import asking, service
from .model import CARD, DROPPED, NOWHERE, REASON_LIMIT, UNDONE, Draft, Request, Task


def set_due(
    session: Session, viewer: Viewer, number: int, day: date | None, wall: time | None, now: datetime
) -> Task:
    """`wall` is local to the channel."""
    task = _open(session, viewer, number)
    before = str(task.due_at or task.due_on or "")
    zone = service.reference(session, viewer, task.channel_id, now).zone
    task.due_on, task.due_at = day, Draft("", due_on=day, due_time=wall).due_at(zone)
    service.changed(session, viewer, task, "task.moved", now, before=before)
    return task


def reassign(session: Session, viewer: Viewer, number: int, owner_id: str | None, now: datetime) -> Task:
    """To somebody, or to nobody. Raises UserError for an owner who cannot see it."""
    task = _open(session, viewer, number)
    if owner_id != task.owner_id:
        before = task.owner_id
        service.give(session, viewer, task, owner_id, now)
        service.changed(session, viewer, task, "task.reassigned", now, before=before)
    return task


def drop(session: Session, viewer: Viewer, number: int, reason: str, now: datetime) -> Task:
    """It will not be done, and why."""
    task = _open(session, viewer, number)
    task.reason = wording.checked(reason, REASON_LIMIT, empty="error.no_reason", words=reason, field="reason")
    task.state, task.closed_at, task.closed_by = DROPPED, now, viewer.person_id
    service.changed(session, viewer, task, "task.dropped", now, reason=task.reason)
    return task


def tick(
    session: Session,
    viewer: Viewer,
    number: int,
    done: Collection[int],
    undone: Collection[int],
    now: datetime,
) -> Task:
    """Steps by their ids; those that are so already, or are gone, change nothing."""
    task = _open(session, viewer, number)
    ticked = [step for step in task.steps if step.id in done and step.done_at is None]
    cleared = [step for step in task.steps if step.id in undone and step.done_at is not None]
    for step in ticked:
        step.done_at, step.done_by = now, viewer.person_id
    for step in cleared:
        step.done_at, step.done_by = None, None
    if ticked or cleared:
        noted = {"done": [step.text for step in ticked], "undone": [step.text for step in cleared]}
        service.changed(session, viewer, task, "task.ticked", now, **noted)
    return task


def accept(session: Session, viewer: Viewer, number: int, now: datetime) -> Task:
    """A second time changes nothing. Raises UserError when the viewer is not asked."""
    task = _open(session, viewer, number)
    _asked(session, viewer, task)
    if task.asked_at:
        service.changed(session, viewer, task, "task.accepted", now)
    return task


def talk(session: Session, viewer: Viewer, number: int, now: datetime) -> tuple[Task, Request | None]:
    """The owner wants to talk about it; with the request the first time, so that its asker is told."""
    task = service.held(session, viewer, number)
    request = _asked(session, viewer, task)
    if request.talked_at:
        return task, None
    request.talked_at = now
    service.noted(session, viewer, task, "task.talk_wanted", now)
    return task, request


def take_back(session: Session, viewer: Viewer, number: int, now: datetime) -> bool:
    """As if it had never been made, by who made it; False when something became of it since.

    It is of no channel any more, so that nobody sees it; whoever was asked for it is asked no more.
    """
    task = service.held(session, viewer, number)
    if task.author_id != viewer.person_id or activity.is_more(session, CARD, task.id):
        return False
    task.state, task.channel_id = UNDONE, NOWHERE
    if request := asking.current(session, task):
        asking.end(session, request, now)
    cards.changed(session, CARD, task.id, now)
    service.noted(session, viewer, task, "task.undone", now)
    return True


def _asked(session: Session, viewer: Viewer, task: Task) -> Request:
    request = asking.current(session, task)
    if request is None or request.owner_id != viewer.person_id:
        raise UserError("task.not_asked", n=task.number)
    return request


def _open(session: Session, viewer: Viewer, number: int) -> Task:
    """Held until the commit. Raises UserError for one that is closed."""
    return service.still_open(service.held(session, viewer, number))
