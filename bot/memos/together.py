"""What is kept together with a memo: who took part, and the tasks that were asked for with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ..platform import cards
from ..platform.viewer import Viewer
from ..tasks import changes, lists, proposals
from ..tasks import service as tasks
from ..tasks.model import CARD as TASK_CARD
from ..tasks.model import OPEN, Task
from ..tasks.proposal_model import Given
from ..tasks.service import Made
from ..workspaces import service as workspaces
from . import service
from .model import CARD, Memo, MemoPerson, MemoTask
from .service import Draft, Kept
from .thread_model import Company
from .threads import MOST_PEOPLE


@dataclass(frozen=True)
class Everything:
    """A draft with all that is to be kept with it; `read_at` is when the requests were read."""

    memo: Draft
    people: Sequence[str]
    given: Sequence[Given]
    read_at: datetime


@dataclass(frozen=True)
class Undone:
    """`gone` are the numbers of tasks taken back with the memo, `left` of those something became of."""

    memo: Memo
    gone: Sequence[int]
    left: Sequence[int]


def record(session: Session, viewer: Viewer, draft: Everything, now: datetime) -> tuple[Kept, list[Made]]:
    """Keep a memo with its people and tasks, all or nothing, on one card.

    Where somebody kept the message meanwhile, the tasks join that memo.
    """
    kept = service.record(session, viewer, draft.memo, now)
    if kept.is_new:
        _add_people(session, kept.memo, draft.people)
    return kept, _add(session, viewer, kept.memo, draft.given, draft.read_at, now)


def add(
    session: Session, viewer: Viewer, number: int, given: Sequence[Given], read_at: datetime, now: datetime
) -> list[Made]:
    """Keep requests of its message as tasks of a memo, all or none. Raises UserError under their fields."""
    return _add(session, viewer, service.find(session, viewer, number), given, read_at, now)


def undo(session: Session, viewer: Viewer, number: int, now: datetime) -> Undone:
    """Take one's own memo back, and its tasks as far as nobody did anything with them.

    Raises UserError for somebody else's memo.
    """
    memo = service.undo(session, viewer, number, now)
    gone, left = list[int](), list[int]()
    for task in tasks_of(session, memo):
        taken = changes.take_back(session, viewer, task.number, now)
        (gone if taken else left).append(task.number)
    part(session, memo, now)
    return Undone(memo, gone, left)


def part(session: Session, memo: Memo, now: datetime) -> None:
    """The memo goes; its tasks go on, the open ones each on a card of its own."""
    for task in tasks_of(session, memo):
        if task.state == OPEN:
            tasks.show(session, task, now)
    session.execute(delete(MemoTask).where(MemoTask.memo_id == memo.id))


def tasks_of(session: Session, memo: Memo) -> Sequence[Task]:
    """In the order of their numbers."""
    return session.scalars(
        select(Task)
        .join(MemoTask, MemoTask.task_id == Task.id)
        .where(MemoTask.memo_id == memo.id)
        .order_by(Task.number)
    ).all()


def company(session: Session, memo: Memo) -> Company:
    """What its card shows beside the memo; people who are not known are left out."""
    kept = tasks_of(session, memo)
    took_part = session.scalars(
        select(MemoPerson.person_id).where(MemoPerson.memo_id == memo.id).order_by(MemoPerson.position)
    ).all()
    people = {person for task in kept for person in (task.owner_id, task.closed_by) if person}
    names = workspaces.names(session, memo.team_id, {*people, *took_part})
    here = [names[person] for person in took_part if person in names]
    return Company(here, kept, names, lists.links(session, kept))


def _add_people(session: Session, memo: Memo, people: Sequence[str]) -> None:
    known = workspaces.people_among(session, memo.team_id, people)[:MOST_PEOPLE]
    session.add_all(
        MemoPerson(memo_id=memo.id, person_id=person_id, position=position)
        for position, person_id in enumerate(known)
    )


def _add(
    session: Session, viewer: Viewer, memo: Memo, given: Sequence[Given], read_at: datetime, now: datetime
) -> list[Made]:
    wanted = proposals.fresh(session, viewer, memo.channel_id, given, read_at)
    thread = memo.source.thread_ts if memo.source else None
    made = proposals.keep(session, viewer, memo.channel_id, wanted, thread, now)
    if made:
        session.add_all(MemoTask(memo_id=memo.id, task_id=one.task.id) for one in made)
        cards.join(session, CARD, memo.id, [(TASK_CARD, one.task.id) for one in made], now)
    return made
