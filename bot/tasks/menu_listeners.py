"""The menu of a task, and the boxes of its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import forms, receipts
from ..platform.blocks import Message
from ..platform.slack import Visit
from ..workspaces import service as workspaces
from ..workspaces import settings
from . import changes, filling, list_listeners, listeners, menu_views, service, step_views, views

Change = Callable[[Session, Visit, dict[str, Any], int], Message]
"""Of the task with that number, as a form says; what to confirm it with."""


def register(app: AsyncApp) -> None:
    app.action("tasks.menu")(menu_chosen)
    app.action("tasks.list_menu")(chosen_in_list)
    app.action("tasks.steps")(steps_ticked)
    app.view("tasks.due")(due_given)
    app.view("tasks.owner")(owner_given)
    app.view("tasks.drop")(reason_given)


async def menu_chosen(ack: AsyncAck, visit: Visit) -> None:
    """The source opens by itself, in the browser or in Slack."""
    what, number = visit.choice
    if what == "done":
        visit.tell(await listeners.act(visit, "done", number))
    elif what != "source":
        await visit.open(await visit.database.read(lambda session: _form(session, visit, what, number)))
    await ack()


async def chosen_in_list(ack: AsyncAck, visit: Visit) -> None:
    """The same from a line of a list; what the form changes is shown in the list as well."""
    what, number = visit.choice
    if what == "done":
        await list_listeners.act(visit, service.close, number)
    elif what != "source":
        form = await visit.database.read(lambda session: _form(session, visit, what, number))
        await visit.open(forms.carrying(form, list=forms.carried(visit.body["view"])))
    await ack()


async def steps_ticked(ack: AsyncAck, visit: Visit) -> None:
    ticked = step_views.ticked(visit.body["actions"][0])

    def unit(session: Session) -> None:
        changes.tick(session, visit.viewer, ticked.number, ticked.done, ticked.undone, visit.now)

    await visit.database.write(unit)
    await ack()


async def due_given(ack: AsyncAck, visit: Visit) -> None:
    await _save(ack, visit, _set_due)


async def owner_given(ack: AsyncAck, visit: Visit) -> None:
    await _save(ack, visit, _reassign)


async def reason_given(ack: AsyncAck, visit: Visit) -> None:
    await _save(ack, visit, _drop)


async def _save(ack: AsyncAck, visit: Visit, change: Change) -> None:
    """Confirmed where the menu was; a form sent twice changes and says nothing the second time."""
    view = visit.body["view"]
    carried = forms.carried(view)

    def unit(session: Session) -> Message | None:
        first = receipts.take(session, view["id"], visit.now)
        return change(session, visit, view, carried["number"]) if first else None

    said = await visit.database.write(unit)
    if said and carried["reply"]:
        visit.tell(said, carried["reply"])
    list_listeners.refresh(visit)
    await ack()


def _form(session: Session, visit: Visit, what: str, number: int) -> dict[str, Any]:
    if what == "edit":
        return listeners.edit_form(session, visit, number)
    task, texts = service.find_open(session, visit.viewer, number), visit.texts
    if what == "owner":
        return menu_views.owner_form(task, texts, visit.reply_url)
    if what == "drop":
        return menu_views.drop_form(task, texts, visit.reply_url)
    channel = workspaces.channel_of(session, task.team_id, task.channel_id)
    there = settings.of(session, channel, visit.viewer.zone)
    return menu_views.due_form(task, texts, visit.now.astimezone(there.zone), there.calendar, visit.reply_url)


def _set_due(session: Session, visit: Visit, view: dict[str, Any], number: int) -> Message:
    task = service.find(session, visit.viewer, number)
    at = service.reference(session, visit.viewer, task.channel_id, visit.now)
    day, wall = menu_views.due_given(view, at.today)
    if str(day or "") != forms.carried(view)["due"]:
        filling.refuse_past(day, at.today)
    changes.set_due(session, visit.viewer, number, day, wall, visit.now)
    return views.moved(task, visit.texts, visit.now.astimezone(at.zone))


def _reassign(session: Session, visit: Visit, view: dict[str, Any], number: int) -> Message:
    owner_id = forms.given(view)["owner"]
    task = changes.reassign(session, visit.viewer, number, owner_id, visit.now)
    return views.reassigned(task, listeners.names_of(session, [task]), visit.texts)


def _drop(session: Session, visit: Visit, view: dict[str, Any], number: int) -> Message:
    reason = forms.given(view)["reason"] or ""
    return views.dropped(changes.drop(session, visit.viewer, number, reason, visit.now), visit.texts)
