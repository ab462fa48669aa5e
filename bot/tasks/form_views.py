"""The task form, for a new task and for changing one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from slack_sdk.models.blocks import Block, UserSelectElement

from ..platform import blocks, forms
from ..platform.texts import Texts
from .model import HIGH, KINDS, MOST_STEPS, NORMAL, NOTE_LIMIT, TITLE_LIMIT, Draft, Task

Source = tuple[str, str | None]
_MARK = re.compile(r"^\s*(?:[-*•・]\s+)?(?:\[[ xX]?\]\s*)?")


def new(
    texts: Texts,
    channel_id: str,
    draft: Draft | None,
    source: Source | None,
    hint: str = "",
    rows: Sequence[Block] = (),
    read_at: str = "",
) -> dict[str, Any]:
    """`source` is the (ts, thread_ts) of the message it is made from; without a channel one is asked for.

    `hint` is what to know about the deadline, `rows` propose what else was asked when it was read.
    """
    return forms.form(
        "tasks.create",
        texts("task.form"),
        texts("form.save"),
        texts("form.cancel"),
        [*forms.channel_input(channel_id, texts), *_fields(draft or Draft(""), texts, hint), *rows],
        channel=channel_id,
        source=source,
        read_at=read_at,
    )


def edit(task: Task, draft: Draft, texts: Texts) -> dict[str, Any]:
    """`draft` is the task as it is now."""
    return forms.form(
        "tasks.change",
        texts("task.form_edit", n=task.number),
        texts("form.save"),
        texts("form.cancel"),
        _fields(draft, texts),
        number=task.number,
        due=str(draft.due_on or ""),
    )


def draft_of(task: Task, now: datetime) -> Draft:
    """A task as the form shows it; `now` carries the channel's time zone."""
    wall = task.due_at.astimezone(now.tzinfo).time() if task.due_at else None
    return Draft(
        task.title,
        task.note,
        task.owner_id,
        task.due_on,
        wall,
        task.priority,
        kind=task.kind,
        steps=tuple(step.text for step in task.steps),
    )


def given(view: dict[str, Any], today: date) -> Draft:
    """What the form was filled with."""
    values = forms.given(view)
    due_on, due_time = deadline_given(values, today)
    return Draft(
        values["title"] or "",
        values["note"] or "",
        values["owner"],
        due_on,
        due_time,
        values["priority"] or NORMAL,
        kind=values["kind"],
        steps=_steps_given(values["steps"] or ""),
    )


def of(name: str, key: str) -> str:
    """The block id of a field; `key` tells apart the same fields of several tasks in one form."""
    return f"{name}:{key}" if key else name


def title(text: str, texts: Texts, key: str = "") -> Block:
    return forms.text_input(of("title", key), texts("task.field_title"), text, TITLE_LIMIT)


def owner(owner_id: str | None, texts: Texts, key: str = "") -> Block:
    element = UserSelectElement(action_id=forms.FIELD, initial_user=owner_id)
    return forms.field(of("owner", key), texts("task.field_owner_label"), element, optional=True)


def deadline(day: date | None, wall: time | None, texts: Texts, key: str = "", hint: str = "") -> list[Block]:
    """`hint` is what to know about the day; of several tasks the time explains itself."""
    at_what_time = "" if key else texts("task.hint_time")
    return [
        forms.date_input(of("due_on", key), texts("task.field_due_on"), day, optional=True, hint=hint),
        forms.time_input(
            of("due_time", key), texts("task.field_due_time"), wall, optional=True, hint=at_what_time
        ),
    ]


def deadline_hint(draft: Draft, texts: Texts, today: date) -> str:
    """That the day that was said is over, or no such weekday."""
    if draft.passed:
        return texts("task.hint_passed", day=texts.day(draft.passed, today))
    return texts("task.hint_weekday") if draft.weekday_differs else ""


def deadline_given(values: dict[str, Any], today: date, key: str = "") -> tuple[date | None, time | None]:
    """A time without a day means today."""
    day, wall = values[of("due_on", key)], values[of("due_time", key)]
    due_time = time.fromisoformat(wall) if wall else None
    return (date.fromisoformat(day) if day else (today if due_time else None)), due_time


def _fields(draft: Draft, texts: Texts, hint: str = "") -> list[Block]:
    priorities = [blocks.option(texts(f"task.priority_{value}"), value) for value in (NORMAL, HIGH)]
    kinds = [blocks.option(texts(f"task.kind_{value}"), value) for value in KINDS]
    steps = "\n".join(draft.steps)
    return [
        title(draft.title, texts),
        owner(draft.owner_id, texts),
        *deadline(draft.due_on, draft.due_time, texts, hint=hint),
        forms.choice_input("priority", texts("task.field_priority"), priorities, draft.priority),
        forms.choice_input("kind", texts("task.field_kind_label"), kinds, draft.kind, optional=True),
        forms.text_input(
            "note", texts("task.field_note"), draft.note, NOTE_LIMIT, multiline=True, optional=True
        ),
        forms.text_input(
            "steps",
            texts("task.field_steps"),
            steps,
            multiline=True,
            optional=True,
            hint=texts("task.hint_steps", limit=MOST_STEPS),
        ),
    ]


def _steps_given(text: str) -> tuple[str, ...]:
    """One a line, with or without a list's mark before it."""
    lines = (_MARK.sub("", line).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
