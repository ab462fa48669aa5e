"""What a task is made of: checked, put into it, and kept for its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..deadlines import Reference
from ..errors import UserError
from ..platform import wording
from ..platform.lines import rewritten
from ..workspaces.model import Owner
from .model import MOST_STEPS, NOTE_LIMIT, STEP_LIMIT, TITLE_LIMIT, Draft, Step, Task


def checked(draft: Draft, words: str) -> Draft:
    """Raises UserError for what is empty, too long or too many, under the field it stands in."""
    empty = "error.task_empty" if draft.is_read else "error.no_title"
    title = wording.checked(draft.title, TITLE_LIMIT, empty=empty, words=words, field="title")
    if len(draft.note) > NOTE_LIMIT:
        raise UserError("error.too_long", words=words, field="note", limit=NOTE_LIMIT, count=len(draft.note))
    _check_steps(draft.steps)
    return replace(draft, title=title)


def _check_steps(steps: Sequence[str]) -> None:
    if len(steps) > MOST_STEPS:
        raise UserError("error.too_many_steps", field="steps", limit=MOST_STEPS, count=len(steps))
    if too_long := next((step for step in steps if len(step) > STEP_LIMIT), None):
        raise UserError("error.step_too_long", field="steps", limit=STEP_LIMIT, step=too_long)


def refuse_past(day: date | None, today: date) -> None:
    """Raises UserError under the field of the day."""
    if day and day < today:
        raise UserError("error.past_due", field="due_on")


def refuse_owner(owner: Owner | None) -> None:
    """Raises UserError for one who cannot own it."""
    if owner and owner.problem:
        raise UserError(f"error.{owner.problem}", field="owner", who=owner.name)


def fill(task: Task, draft: Draft, at: Reference) -> None:
    """Everything but the owner, who may have to be asked."""
    task.title, task.note, task.kind = draft.title, draft.note, draft.kind
    task.priority, task.due_on, task.due_at = draft.priority, draft.due_on, draft.due_at(at.zone)
    task.steps = rewritten(Step, task.steps, draft.steps)


def as_it_was(task: Task) -> dict[str, object]:
    """For the history of the task."""
    kept = {name: getattr(task, name) for name in ("title", "note", "priority", "kind")}
    due = str(task.due_at or task.due_on or "")
    return {**kept, "owner": task.owner_id, "due": due, "steps": [step.text for step in task.steps]}
