"""The task form, for a new task and for changing one."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from slack_sdk.models.blocks import Block, Option, StaticSelectElement, UserSelectElement

from ..platform import forms
from ..platform.texts import Texts
from .model import HIGH, NORMAL, NOTE_LIMIT, TITLE_LIMIT, Draft, Task

Source = tuple[str, str | None]


def new(texts: Texts, channel_id: str, draft: Draft | None, source: Source | None) -> dict[str, Any]:
    """`source` is the (ts, thread_ts) of the message it is made from; without a channel one is asked for."""
    return forms.form(
        "tasks.create",
        texts("task.form"),
        texts("form.save"),
        texts("form.cancel"),
        [*forms.channel_input(channel_id, texts), *_fields(draft or Draft(""), texts)],
        channel=channel_id,
        source=source,
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
    return Draft(task.title, task.note, task.owner_id, task.due_on, wall, task.priority)


def given(view: dict[str, Any], today: date) -> Draft:
    """What the form was filled with; a time without a day means today."""
    values = forms.given(view)
    day, wall = values["due_on"], values["due_time"]
    due_time = time.fromisoformat(wall) if wall else None
    due_on = date.fromisoformat(day) if day else (today if due_time else None)
    return Draft(
        values["title"] or "",
        values["note"] or "",
        values["owner"],
        due_on,
        due_time,
        values["priority"] or NORMAL,
    )


def _fields(draft: Draft, texts: Texts) -> list[Block]:
    return [
        forms.text_input("title", texts("task.field_title"), draft.title, TITLE_LIMIT),
        forms.field(
            "owner",
            texts("task.field_owner_label"),
            UserSelectElement(action_id=forms.FIELD, initial_user=draft.owner_id),
            optional=True,
        ),
        forms.date_input("due_on", texts("task.field_due_on"), draft.due_on, optional=True),
        forms.time_input(
            "due_time",
            texts("task.field_due_time"),
            draft.due_time,
            optional=True,
            hint=texts("task.hint_time"),
        ),
        forms.field("priority", texts("task.field_priority"), _priorities(draft, texts)),
        forms.text_input(
            "note", texts("task.field_note"), draft.note, NOTE_LIMIT, multiline=True, optional=True
        ),
    ]


def _priorities(draft: Draft, texts: Texts) -> StaticSelectElement:
    options = {value: Option(text=texts(f"task.priority_{value}"), value=value) for value in (NORMAL, HIGH)}
    return StaticSelectElement(
        action_id=forms.FIELD, options=list(options.values()), initial_option=options[draft.priority]
    )
