"""Tasks in a file. Values in, text out: names and places in words, times on the reader's clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..platform import markdown, sheets
from ..platform.texts import Texts
from .list_views import Around
from .model import DONE, DROPPED, OPEN, Task

COLUMNS = (
    "number",
    "title",
    "note",
    "owner",
    "due_on",
    "due_time",
    "priority",
    "kind",
    "state",
    "reason",
    "created_at",
    "author",
    "closed_at",
    "closed_by",
    "place",
    "link",
)

STATES = {OPEN: "tasks.state_open", DONE: "tasks.state_closed", DROPPED: "tasks.state_dropped"}


def csv(tasks: Sequence[Task], around: Around, texts: Texts, now: datetime) -> str:
    header = [texts(f"tasks.column_{name}") for name in COLUMNS]
    return sheets.csv_of(header, (_row(task, around, texts, now) for task in tasks))


def markdown_of(tasks: Sequence[Task], around: Around, texts: Texts, now: datetime) -> str:
    """A checklist, each task with its note below it."""
    title = texts("tasks.export_heading", n=len(tasks), when=f"{now:%Y-%m-%d %H:%M}")
    entries = [_entry(task, around, texts, now) for task in tasks]
    return "\n".join([f"# {title}", "", *entries]) + "\n"


def _row(task: Task, around: Around, texts: Texts, now: datetime) -> list[str]:
    due_at = task.due_at.astimezone(now.tzinfo) if task.due_at else None
    return [
        str(task.number),
        task.title,
        task.note,
        _name(task.owner_id, around),
        str(due_at.date() if due_at else task.due_on or ""),
        f"{due_at:%H:%M}" if due_at else "",
        texts(f"task.priority_{task.priority}"),
        texts(f"task.kind_{task.kind}") if task.kind else "",
        texts(STATES[task.state]),
        task.reason or "",
        _moment(task.created_at, now),
        _name(task.author_id, around),
        _moment(task.closed_at, now),
        _name(task.closed_by, around),
        around.places.get(task.channel_id, ""),
        around.links.get(task.id, ""),
    ]


def _entry(task: Task, around: Around, texts: Texts, now: datetime) -> str:
    row = dict(zip(COLUMNS, _row(task, around, texts, now), strict=True))
    due = f"{row['due_on']} {row['due_time']}".strip() or texts("task.undated")
    owner = row["owner"] or texts("tasks.export_unowned")
    facts = texts("tasks.export_facts", owner=owner, due=due, state=row["state"], place=row["place"])
    box = " " if task.state == OPEN else "x"
    lines = [f"- [{box}] #{task.number} {markdown.line(task.title)}", f"  {markdown.line(facts)}"]
    if task.note:
        lines.append("\n" + markdown.indented(task.note))
    if row["link"]:
        lines.append(f"\n  <{row['link']}>")
    return "\n".join(lines) + "\n"


def _name(person_id: str | None, around: Around) -> str:
    return around.names.get(person_id, person_id) if person_id else ""


def _moment(at: datetime | None, now: datetime) -> str:
    return f"{at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}" if at else ""
