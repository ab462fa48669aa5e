"""What somebody did in a week, as far as they may see it now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from ..memos import lists as memos
from ..platform.filters import Filter
from ..platform.viewer import Viewer
from ..platform.weeks import last_day
from ..tasks import lists as tasks
from ..tasks.model import Task
from .model import CLOSED, KEPT, TAKEN, Trace


def collect(session: Session, viewer: Viewer, week: date) -> list[Trace]:
    """From every channel; the days of the week are those of the viewer's own clock."""
    days = Filter(since=week, until=last_day(week))
    closed = tasks.closed_by(session, viewer, days)
    taken = [task for task in tasks.taken_by(session, viewer, days) if task not in closed]
    return [
        *_of_tasks(session, CLOSED, closed),
        *_of_tasks(session, TAKEN, taken),
        *_of_memos(session, viewer, days),
    ]


def _of_tasks(session: Session, kind: str, found: Sequence[Task]) -> Iterator[Trace]:
    links = tasks.links(session, found)
    return (Trace(kind, task.title, task.channel_id, links.get(task.id)) for task in found)


def _of_memos(session: Session, viewer: Viewer, days: Filter) -> Iterator[Trace]:
    asked = Filter(person_id=viewer.person_id, since=days.since, until=days.until)
    kept = memos.everything(session, viewer, asked)
    links = memos.links(session, kept)
    return (Trace(KEPT, memo.text, memo.channel_id, links.get(memo.id)) for memo, _ in kept)
