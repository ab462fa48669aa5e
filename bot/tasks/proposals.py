"""Requests found in what was said, proposed as tasks until somebody keeps them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..deadlines import Reference, understand
from ..errors import UserError
from ..platform import markup
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces import visibility
from ..workspaces.model import Channel, Person
from . import filling, lists, service
from .drafts import draft_of
from .model import TITLE_LIMIT, Draft, Task
from .proposal_model import Around, Found, Given, Heard, Proposal, Said
from .service import Made, Source

MOST = 10
"""As many as are proposed at once: a form without end is read by nobody."""


class Keyed(Protocol):
    @property
    def key(self) -> str: ...

    @property
    def draft(self) -> Draft: ...


One = TypeVar("One", bound=Keyed)


def hear(
    session: Session, viewer: Viewer, channel_id: str, said: Sequence[Said], now: datetime
) -> list[Heard]:
    """Each message read as on the day it was said, with the dates of who wrote it."""
    here = service.reference(session, viewer, channel_id, now)
    people = service.mentionable(session, viewer, channel_id)
    tags = _tags(session, viewer, {each.author_id for each in said if each.author_id})

    def at(each: Said) -> Reference:
        return replace(here, now=each.at, language=tags.get(each.author_id or "") or here.language)

    return [Heard(each, understand(each.text, at(each), people)) for each in said]


def find(
    session: Session, viewer: Viewer, channel_id: str, heard: Sequence[Heard], now: datetime, first: str = ""
) -> Found:
    """What these messages ask for. `first` is the ts of the one whose requests come before all others
    when there are too many to propose.
    """
    today = service.reference(session, viewer, channel_id, now).today
    name_of = workspaces.namer(session, viewer.team_id)
    kept = _made_of(session, viewer, channel_id, {each.said.ts for each in heard})
    asked = [
        Proposal(f"{each.said.ts}:{n}", _as_of(draft_of(request, name_of), today), each.said)
        for each in heard
        for n, request in enumerate(each.understood.requests)
    ]
    found = _not_among(kept, asked)
    chosen = {one.key for one in sorted(found, key=lambda one: _ts(one) != first)[:MOST]}
    shown = [
        replace(one, draft=_owned(session, viewer, channel_id, one.draft))
        for one in found
        if one.key in chosen
    ]
    return Found(shown, kept, len(found) - len(shown))


def of_message(
    session: Session,
    viewer: Viewer,
    channel_id: str,
    source: Source,
    author_id: str | None,
    text: str,
    now: datetime,
) -> tuple[Draft, Found]:
    """A task form's beginning, the first request that is no task yet, else the first line; and the others."""
    said = Said(source.ts, source.thread_ts, author_id, text)
    found = find(session, viewer, channel_id, hear(session, viewer, channel_id, [said], now), now)
    draft = service.read_message(session, viewer, channel_id, said.text, said.at)
    if not found.proposals:
        today = service.reference(session, viewer, channel_id, now).today
        return _owned(session, viewer, channel_id, _as_of(draft, today)), found
    first, *others = found.proposals
    return replace(first.draft, note=draft.note), replace(found, proposals=others)


def around(session: Session, team_id: str, channel_id: str, found: Found) -> Around:
    """What a form names that shows what was found."""
    said = [one.said for one in found.proposals]
    owners = {person for task in found.kept for person in (task.owner_id, task.closed_by)}
    people = {person for person in {each.author_id for each in said} | owners if person}
    links = {
        each.ts: workspaces.permalink(session, team_id, channel_id, each.ts, each.thread_ts) for each in said
    }
    return Around(workspaces.names(session, team_id, people), links, lists.links(session, found.kept))


def already(session: Session, viewer: Viewer, channel_id: str, ts: str) -> Found:
    """What was made of a message before."""
    return Found(kept=_made_of(session, viewer, channel_id, {ts}))


def fresh(
    session: Session, viewer: Viewer, channel_id: str, given: Sequence[Given], read_at: datetime
) -> list[Given]:
    """Without what somebody has made a task of since they were read."""
    made = _made_of(session, viewer, channel_id, {_ts(one) for one in given})
    return _not_among([task for task in made if task.created_at > read_at], given)


def keep(
    session: Session,
    viewer: Viewer,
    channel_id: str,
    given: Sequence[Given],
    thread_ts: str | None,
    now: datetime,
) -> list[Made]:
    """Put them on the channel's list, all or none, each from its own message; showing them is the caller's.

    Raises UserError for what cannot be kept as it is, under its field.
    """
    channel = workspaces.speak_in(session, viewer, channel_id)
    today = service.reference(session, viewer, channel_id, now).today
    return [_keep(session, viewer, channel, one, thread_ts, today, now) for one in given]


def keep_with(
    session: Session,
    viewer: Viewer,
    channel_id: str,
    source: Source,
    draft: Draft,
    given: Sequence[Given],
    read_at: datetime,
    now: datetime,
) -> list[Made]:
    """A task of a message, and what else of it is wanted and was not kept by others, each on its own card."""
    itself = Given(f"{source.ts}:", draft)
    wanted = fresh(session, viewer, channel_id, [itself, *given], read_at)
    made = service.create(session, viewer, channel_id, [draft], now, source=source)
    others = [one for one in wanted if one is not itself]
    beside = keep(session, viewer, channel_id, others, source.thread_ts, now)
    for one in beside:
        service.show(session, one.task, now)
    return made + beside


def _keep(
    session: Session,
    viewer: Viewer,
    channel: Channel,
    given: Given,
    thread_ts: str | None,
    today: date,
    now: datetime,
) -> Made:
    source = Source(_ts(given), thread_ts)
    try:
        filling.refuse_past(given.draft.due_on, today)
        made = service.make(session, viewer, channel, given.draft, now, source=source)
        filling.refuse_owner(made.owner)
    except UserError as error:
        raise error.under(f"{error.field}:{given.key}") from error
    return made


def _made_of(session: Session, viewer: Viewer, channel_id: str, said: Collection[str]) -> Sequence[Task]:
    """The tasks made of the messages with these ts, in order."""
    return session.scalars(
        visibility.visible(Task, viewer)
        .where(Task.channel_id == channel_id, Task.source_ts.in_(said))
        .order_by(Task.number)
    ).all()


def _not_among(tasks: Sequence[Task], requests: Sequence[One]) -> list[One]:
    """Each task accounts for one request of its message: the one with its title, else the first."""
    left, nameless = list(requests), list[Task]()
    for task in tasks:
        same = next((one for one in _of(task, left) if one.draft.title == task.title), None)
        left.remove(same) if same else nameless.append(task)
    for task in nameless:
        if other := next(_of(task, left), None):
            left.remove(other)
    return left


def _of(task: Task, requests: Sequence[One]) -> Iterator[One]:
    return (one for one in requests if _ts(one) == task.source_ts)


def _tags(session: Session, viewer: Viewer, ids: Collection[str]) -> dict[str, str | None]:
    """The locales of people by id."""
    found = select(Person.id, Person.locale).where(Person.team_id == viewer.team_id, Person.id.in_(ids))
    return dict(session.execute(found).all())


def _as_of(draft: Draft, today: date) -> Draft:
    """A title that fits, and no deadline that has passed since it was said."""
    draft = replace(draft, title=markup.clip(draft.title, TITLE_LIMIT))
    if draft.due_on is None or draft.due_on >= today:
        return draft
    return replace(draft, due_on=None, due_time=None, passed=draft.due_on)


def _owned(session: Session, viewer: Viewer, channel_id: str, draft: Draft) -> Draft:
    """Without an owner who cannot be one: an app, a stranger, someone outside."""
    channel = next(iter(workspaces.channels(session, viewer, [channel_id])), None)
    if draft.owner_id is None or channel is None:
        return draft
    owner = workspaces.as_owner(session, viewer, channel, draft.owner_id)
    return replace(draft, owner_id=None) if owner.problem else draft


def _ts(one: Keyed) -> str:
    return one.key.partition(":")[0]
