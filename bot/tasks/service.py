"""Making, finding and closing tasks. Takes a session, never commits, knows no Slack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ..deadlines import Mentionable, Reference
from ..errors import UserError
from ..platform import cards, markup
from ..platform.cards import Place
from ..platform.texts import Name
from ..platform.viewer import Viewer
from ..workspaces import activity, numbers, settings, visibility
from ..workspaces import service as workspaces
from ..workspaces.model import Channel, Owner
from . import asking, unowned
from .drafts import draft_of_message, drafts_from
from .filling import as_it_was, checked, fill, refuse_owner
from .model import CARD, DONE, DROPPED, NOTE_LIMIT, OPEN, RELEASED, TITLE_LIMIT, Draft, Task

MOST_AT_ONCE = 20


@dataclass(frozen=True)
class Source:
    """The message a task was made from."""

    ts: str
    thread_ts: str | None


@dataclass(frozen=True)
class Made:
    """A new task, what was said of its deadline, and whoever was named as owner, even if they cannot be."""

    task: Task
    draft: Draft
    owner: Owner | None


def reference(session: Session, viewer: Viewer, channel_id: str, now: datetime) -> Reference:
    """What `tomorrow` means there: in the channel's time zone, written by this viewer."""
    seen = visibility.may_see(session, viewer, channel_id)
    channel = session.get(Channel, (viewer.team_id, channel_id)) if seen else None
    return _reference(session, viewer, channel, now)


def read(session: Session, viewer: Viewer, channel_id: str, text: str, now: datetime) -> list[Draft]:
    """What was understood of the text; nothing is kept."""
    name_of = workspaces.namer(session, viewer.team_id)
    at, people = reference(session, viewer, channel_id, now), mentionable(session, viewer, channel_id)
    return drafts_from(text, at, people, name_of)


def read_message(session: Session, viewer: Viewer, channel_id: str, text: str, now: datetime) -> Draft:
    """A form's beginning: the message's first request, else its first line."""
    name_of = workspaces.namer(session, viewer.team_id)
    at, people = reference(session, viewer, channel_id, now), mentionable(session, viewer, channel_id)
    draft = draft_of_message(text, at, people, name_of)
    return replace(
        draft, title=markup.clip(draft.title, TITLE_LIMIT), note=markup.clip(draft.note, NOTE_LIMIT)
    )


def mentionable(session: Session, viewer: Viewer, channel_id: str) -> list[Mentionable]:
    """Who can be named as an owner there."""
    return [
        Mentionable(person.id, person.name, person.real_name)
        for person in workspaces.people_of(session, viewer, channel_id)
    ]


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
    made = [make(session, viewer, channel, draft, now, words, source) for draft in drafts]
    for one in made:
        show(session, one.task, now)
    return made


def make(
    session: Session,
    viewer: Viewer,
    channel: Channel,
    draft: Draft,
    now: datetime,
    words: str = "",
    source: Source | None = None,
) -> Made:
    """Put one on the list of a channel the viewer may speak in; where it is shown is left to the caller."""
    draft = checked(draft, words)
    owner = workspaces.as_owner(session, viewer, channel, draft.owner_id) if draft.owner_id else None
    task = Task(
        number=numbers.next_number(session, viewer.team_id),
        team_id=viewer.team_id,
        channel_id=channel.id,
        state=OPEN,
        source_ts=source.ts if source else None,
        source_thread_ts=source.thread_ts if source else None,
        author_id=viewer.person_id,
        created_at=now,
        unowned_since=now,
    )
    fill(task, draft, _reference(session, viewer, channel, now))
    session.add(task)
    session.flush()
    if owner and not owner.problem:
        asking.assign(session, viewer, task, owner.person_id, now)
    noted(session, viewer, task, "task.created", now)
    return Made(task, draft, owner)


def show(session: Session, task: Task, now: datetime) -> None:
    """Its own card, in the thread it comes from."""
    thread = task.source_thread_ts or task.source_ts
    cards.show(session, CARD, task.id, Place(task.team_id, task.channel_id, thread), now)


def change(session: Session, viewer: Viewer, number: int, draft: Draft, now: datetime) -> Task:
    """Replace what can be edited. Raises UserError for an owner who cannot see it."""
    task = held(session, viewer, number)
    draft = checked(draft, "")
    before = as_it_was(task)
    if draft.owner_id != task.owner_id:
        give(session, viewer, task, draft.owner_id, now)
    fill(task, draft, reference(session, viewer, task.channel_id, now))
    changed(session, viewer, task, "task.edited", now, before=before)
    return task


def give(session: Session, viewer: Viewer, task: Task, owner_id: str | None, now: datetime) -> None:
    """Another owner, or none. Raises UserError for one who cannot see it."""
    if owner_id:
        channel = session.get_one(Channel, (task.team_id, task.channel_id))
        refuse_owner(workspaces.as_owner(session, viewer, channel, owner_id))
    asking.assign(session, viewer, task, owner_id, now)


def close(session: Session, viewer: Viewer, number: int, now: datetime) -> Task:
    """Done, even if it was not to be done any more; a second time changes nothing."""
    task = held(session, viewer, number)
    if task.state != DONE:
        task.state, task.closed_at, task.closed_by, task.reason = DONE, now, viewer.person_id, None
        changed(session, viewer, task, "task.done", now)
    return task


def reopen(session: Session, viewer: Viewer, number: int, now: datetime) -> Task:
    task = held(session, viewer, number)
    if task.state != OPEN:
        task.state, task.closed_at, task.closed_by, task.reason = OPEN, None, None, None
        unowned.begin(task, now)
        changed(session, viewer, task, "task.reopened", now)
    return task


def take(session: Session, viewer: Viewer, number: int, now: datetime) -> Task:
    """Own an unowned task, or accept one's own. Raises UserError when it is another's, or closed."""
    task = still_open(held(session, viewer, number))
    if task.owner_id not in (None, viewer.person_id):
        names = workspaces.names(session, viewer.team_id, [task.owner_id or ""])
        raise UserError("task.taken_already", n=task.number, who=Name(names.get(task.owner_id or "", "?")))
    if task.owner_id is None:
        asking.assign(session, viewer, task, viewer.person_id, now)
        changed(session, viewer, task, "task.taken", now)
    elif task.asked_at:
        changed(session, viewer, task, "task.accepted", now)
    return task


def still_open(task: Task) -> Task:
    """The same. Raises UserError for one that is closed."""
    if task.state == OPEN:
        return task
    raise UserError("task.dropped_already" if task.state == DROPPED else "task.closed_already", n=task.number)


def release(
    session: Session, team_id: str, person_id: str, channel_id: str | None, now: datetime
) -> dict[str, list[Task]]:
    """The person is gone, from one channel or from all: their open tasks, now unowned, by channel id.

    Slack tells of it in several events at once: each task is released by the first alone.
    """
    statement = select(Task).where(Task.team_id == team_id, Task.owner_id == person_id, Task.state == OPEN)
    if channel_id is not None:
        statement = statement.where(Task.channel_id == channel_id)
    released: dict[str, list[Task]] = {}
    for task in session.scalars(statement.order_by(Task.number).with_for_update()):
        gone = workspaces.viewer(session, team_id, person_id, task.channel_id)
        asking.assign(session, gone, task, None, now)
        changed(session, gone, task, RELEASED, now)
        released.setdefault(task.channel_id, []).append(task)
    return released


def find(session: Session, viewer: Viewer, number: int) -> Task:
    """Raises UserError when there is none that this viewer may see."""
    return _existing(session.scalar(_numbered(viewer, number)), number)


def find_open(session: Session, viewer: Viewer, number: int) -> Task:
    """For a form that changes it. Raises UserError also for one that is closed."""
    return still_open(find(session, viewer, number))


def by_id(session: Session, task_id: int) -> Task:
    """For rendering its card, which stands where its channel's people see it."""
    return session.get_one(Task, task_id)


def _reference(session: Session, viewer: Viewer, channel: Channel | None, now: datetime) -> Reference:
    there = settings.of(session, channel, viewer.zone)
    language = viewer.tag or viewer.language
    return Reference(now, there.zone, there.calendar, language, there.opens, there.closes)


def changed(
    session: Session, viewer: Viewer, task: Task, verb: str, now: datetime, **details: object
) -> None:
    """Whatever its owner does with it also accepts it."""
    if task.owner_id == viewer.person_id:
        task.asked_at = None
    noted(session, viewer, task, verb, now, **details)
    cards.changed(session, CARD, task.id, now)


def noted(session: Session, viewer: Viewer, task: Task, verb: str, now: datetime, **details: object) -> None:
    activity.note(session, viewer, verb, CARD, task.id, now, **details)


def held(session: Session, viewer: Viewer, number: int) -> Task:
    """As `find`, locked until the commit: of two who change it at once, the second meets the first."""
    return _existing(session.scalar(_numbered(viewer, number).with_for_update()), number)


def _numbered(viewer: Viewer, number: int) -> Select[Task]:
    return visibility.visible(Task, viewer).where(Task.number == number)


def _existing(task: Task | None, number: int) -> Task:
    if task is None:
        raise UserError("error.not_found", n=number)
    return task
