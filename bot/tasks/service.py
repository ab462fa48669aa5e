"""Making, finding and closing tasks. Takes a session, never commits, knows no Slack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ..deadlines import Mentionable, Reference
from ..errors import UserError
from ..platform import cards, markup, wording
from ..platform.calendar import Calendar
from ..platform.cards import Place
from ..platform.viewer import Viewer
from ..platform.zones import zone_of
from ..workspaces import activity, numbers, visibility
from ..workspaces import service as workspaces
from ..workspaces.model import Channel, Owner
from .drafts import draft_of_message, drafts_from
from .model import CARD, DONE, NOTE_LIMIT, OPEN, TITLE_LIMIT, Draft, Task

MOST_AT_ONCE = 20


@dataclass(frozen=True)
class Source:
    """The message a task was made from."""

    ts: str
    thread_ts: str | None


@dataclass(frozen=True)
class Made:
    """A new task, what was said of its deadline, and whoever was named but cannot own it."""

    task: Task
    draft: Draft
    refused: Owner | None


def reference(session: Session, viewer: Viewer, channel_id: str, now: datetime) -> Reference:
    """What `tomorrow` means there: in the channel's time zone, written by this viewer."""
    seen = visibility.may_see(session, viewer, channel_id)
    return _reference(viewer, session.get(Channel, (viewer.team_id, channel_id)) if seen else None, now)


def read(session: Session, viewer: Viewer, channel_id: str, text: str, now: datetime) -> list[Draft]:
    """What was understood of the text; nothing is kept."""
    name_of = workspaces.namer(session, viewer.team_id)
    at, people = reference(session, viewer, channel_id, now), _mentionable(session, viewer, channel_id)
    return drafts_from(text, at, people, name_of)


def read_message(session: Session, viewer: Viewer, channel_id: str, text: str, now: datetime) -> Draft:
    """A form's beginning: the message's first request, else its first line."""
    name_of = workspaces.namer(session, viewer.team_id)
    at, people = reference(session, viewer, channel_id, now), _mentionable(session, viewer, channel_id)
    draft = draft_of_message(text, at, people, name_of)
    return replace(
        draft, title=markup.clip(draft.title, TITLE_LIMIT), note=markup.clip(draft.note, NOTE_LIMIT)
    )


def create(
    session: Session,
    viewer: Viewer,
    channel_id: str,
    drafts: Sequence[Draft],
    now: datetime,
    words: str = "",
    source: Source | None = None,
) -> list[Made]:
    """Put the drafts on the channel's list and show their cards; all of them or none."""
    channel = workspaces.speak_in(session, viewer, channel_id, words)
    if len(drafts) > MOST_AT_ONCE:
        raise UserError("error.too_many", words=words, limit=MOST_AT_ONCE, count=len(drafts))
    return [_create(session, viewer, channel, draft, now, words, source) for draft in drafts]


def change(session: Session, viewer: Viewer, number: int, draft: Draft, now: datetime) -> Task:
    """Replace what can be edited. Raises UserError for an owner who cannot see it."""
    task = _held(session, viewer, number)
    channel = session.get_one(Channel, (task.team_id, task.channel_id))
    draft = _checked(draft, "")
    if draft.owner_id and draft.owner_id != task.owner_id:
        owner = workspaces.as_owner(session, viewer, channel, draft.owner_id)
        if owner.problem:
            raise UserError(owner.problem, field="owner", who=owner.name)
    before = {"title": task.title, "owner": task.owner_id, "due": str(task.due_at or task.due_on or "")}
    _fill(task, draft, _reference(viewer, channel, now))
    activity.note(session, viewer, "task.edited", CARD, task.id, now, before=before)
    cards.changed(session, CARD, task.id, now)
    return task


def close(session: Session, viewer: Viewer, number: int, now: datetime) -> Task:
    """Done; a second time changes nothing."""
    task = _held(session, viewer, number)
    if task.state == OPEN:
        task.state, task.closed_at, task.closed_by = DONE, now, viewer.person_id
        _changed(session, viewer, task, "task.done", now)
    return task


def reopen(session: Session, viewer: Viewer, number: int, now: datetime) -> Task:
    task = _held(session, viewer, number)
    if task.state != OPEN:
        task.state, task.closed_at, task.closed_by = OPEN, None, None
        _changed(session, viewer, task, "task.reopened", now)
    return task


def take(session: Session, viewer: Viewer, number: int, now: datetime) -> Task:
    """Own an unowned task. Raises UserError when somebody else was quicker, or it is closed."""
    task = _held(session, viewer, number)
    if task.state != OPEN:
        raise UserError("task.closed_already", n=task.number)
    if task.owner_id not in (None, viewer.person_id):
        names = workspaces.names(session, viewer.team_id, [task.owner_id or ""])
        raise UserError("task.taken_already", n=task.number, who=names.get(task.owner_id or "", "?"))
    if task.owner_id is None:
        task.owner_id = viewer.person_id
        _changed(session, viewer, task, "task.taken", now)
    return task


def release(
    session: Session, team_id: str, person_id: str, channel_id: str | None, now: datetime
) -> dict[str, list[Task]]:
    """The person is gone, from one channel or from all: their open tasks, now unowned, by channel id."""
    statement = select(Task).where(Task.team_id == team_id, Task.owner_id == person_id, Task.state == OPEN)
    if channel_id is not None:
        statement = statement.where(Task.channel_id == channel_id)
    released: dict[str, list[Task]] = {}
    for task in session.scalars(statement.order_by(Task.number)):
        task.owner_id = None
        gone = workspaces.viewer(session, team_id, person_id, task.channel_id)
        _changed(session, gone, task, "task.released", now)
        released.setdefault(task.channel_id, []).append(task)
    return released


def find(session: Session, viewer: Viewer, number: int) -> Task:
    """Raises UserError when there is none that this viewer may see."""
    return _existing(session.scalar(_numbered(viewer, number)), number)


def by_id(session: Session, task_id: int) -> Task:
    """For rendering its card, which stands where its channel's people see it."""
    return session.get_one(Task, task_id)


def _reference(viewer: Viewer, channel: Channel | None, now: datetime) -> Reference:
    zone = zone_of(channel.zone) if channel and channel.zone else viewer.zone
    return Reference(now, zone, Calendar.of_zone(str(zone)), viewer.tag or viewer.language)


def _mentionable(session: Session, viewer: Viewer, channel_id: str) -> list[Mentionable]:
    return [
        Mentionable(person.id, person.name, person.real_name)
        for person in workspaces.people_of(session, viewer, channel_id)
    ]


def _create(
    session: Session,
    viewer: Viewer,
    channel: Channel,
    draft: Draft,
    now: datetime,
    words: str,
    source: Source | None,
) -> Made:
    draft = _checked(draft, words)
    owner = workspaces.as_owner(session, viewer, channel, draft.owner_id) if draft.owner_id else None
    refused = owner if owner and owner.problem else None
    task = Task(
        number=numbers.next_number(session, viewer.team_id),
        team_id=viewer.team_id,
        channel_id=channel.id,
        state=OPEN,
        source_ts=source.ts if source else None,
        source_thread_ts=source.thread_ts if source else None,
        author_id=viewer.person_id,
        created_at=now,
    )
    _fill(task, replace(draft, owner_id=None) if refused else draft, _reference(viewer, channel, now))
    session.add(task)
    session.flush()
    activity.note(session, viewer, "task.created", CARD, task.id, now)
    thread = (source.thread_ts or source.ts) if source else None
    cards.show(session, CARD, task.id, Place(task.team_id, task.channel_id, thread), now)
    return Made(task, draft, refused)


def _checked(draft: Draft, words: str) -> Draft:
    title = wording.checked(draft.title, TITLE_LIMIT, empty="error.task_empty", words=words, field="title")
    if len(draft.note) > NOTE_LIMIT:
        raise UserError("error.too_long", words=words, field="note", limit=NOTE_LIMIT, count=len(draft.note))
    return replace(draft, title=title)


def _fill(task: Task, draft: Draft, at: Reference) -> None:
    task.title, task.note, task.owner_id = draft.title, draft.note, draft.owner_id
    task.priority, task.due_on, task.due_at = draft.priority, draft.due_on, draft.due_at(at.zone)


def _changed(session: Session, viewer: Viewer, task: Task, verb: str, now: datetime) -> None:
    activity.note(session, viewer, verb, CARD, task.id, now)
    cards.changed(session, CARD, task.id, now)


def _held(session: Session, viewer: Viewer, number: int) -> Task:
    """The same, locked until the commit: of two who take it at once, the second meets the first."""
    return _existing(session.scalar(_numbered(viewer, number).with_for_update()), number)


def _numbered(viewer: Viewer, number: int) -> Select[Task]:
    return visibility.visible(Task, viewer).where(Task.number == number)


def _existing(task: Task | None, number: int) -> Task:
    if task is None:
        raise UserError("error.not_found", n=number)
    return task
