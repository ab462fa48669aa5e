"""The small forms behind a task's menu: another deadline, another owner, not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms, markup
from ..platform.calendar import Calendar
from ..platform.texts import Texts
from . import form_views
from .model import REASON_LIMIT, Task

LATER, MONDAY, PICKED, NEVER = "later", "monday", "picked", "never"


def due_form(task: Task, texts: Texts, now: datetime, calendar: Calendar, reply: str) -> dict[str, Any]:
    """`now` carries the channel's time zone; the days offered travel with the form as they were read."""
    today, day = now.date(), task.due_day(now.tzinfo)
    days = {
        LATER: calendar.next_business_day(max(today, day or today)),
        MONDAY: today + timedelta(days=7 - today.weekday()),
    }
    said = {choice: texts(f"task.due_{choice}", day=texts.day(its, today)) for choice, its in days.items()}
    said |= {PICKED: texts("task.due_picked"), NEVER: texts("task.due_never")}
    wall = task.due_at.astimezone(now.tzinfo).time() if task.due_at else None
    options = [blocks.option(text, choice) for choice, text in said.items()]
    return _form(
        "due",
        task,
        texts,
        [
            forms.radio_input("choice", texts("task.field_deadline"), options, PICKED),
            *form_views.deadline(day, wall, texts),
        ],
        reply,
        due=str(day or ""),
        days={choice: str(its) for choice, its in days.items()},
    )


def due_given(view: dict[str, Any], today: date) -> tuple[date | None, time | None]:
    """The deadline that was chosen, its time local to the channel."""
    values = forms.given(view)
    if values["choice"] == NEVER:
        return None, None
    day, wall = form_views.deadline_given(values, today)
    offered = forms.carried(view)["days"].get(values["choice"])
    return (date.fromisoformat(offered) if offered else day), wall


def owner_form(task: Task, texts: Texts, reply: str) -> dict[str, Any]:
    return _form("owner", task, texts, [form_views.owner(task.owner_id, texts)], reply)


def drop_form(task: Task, texts: Texts, reply: str) -> dict[str, Any]:
    reason = forms.text_input("reason", texts("task.field_reason"), "", REASON_LIMIT, multiline=True)
    return _form("drop", task, texts, [reason], reply)


def _form(
    what: str, task: Task, texts: Texts, fields: Sequence[Block], reply: str, **carried: object
) -> dict[str, Any]:
    """`reply` is where to confirm it once it is saved."""
    return forms.form(
        f"tasks.{what}",
        texts(f"task.form_{what}", n=task.number),
        texts("form.save"),
        texts("form.cancel"),
        [blocks.section(markup.bold(task.title)), *fields],
        number=task.number,
        reply=reply,
        **carried,
    )
