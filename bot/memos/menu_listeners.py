"""The menu of a memo: edit, its earlier versions, a task made from it, a file of it, erasing it for good."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import export_views, forms, markup
from ..platform.slack import Visit
from ..tasks import form_views as task_forms
from ..tasks import service as tasks
from ..workspaces import service as workspaces
from . import export_listeners, form_views, history, history_views, service, together
from .model import Memo


def register(app: AsyncApp) -> None:
    app.action("memos.menu")(menu_chosen)
    app.view("memos.erase")(erase_confirmed)


async def menu_chosen(ack: AsyncAck, visit: Visit) -> None:
    what, number = visit.choice
    if what == "export":
        await visit.database.write(lambda session: export_listeners.promise(session, visit, number))
        visit.tell(export_views.on_its_way(visit.texts))
    else:
        await visit.open(await visit.database.read(lambda session: _form(session, visit, what, number)))
    await ack()


async def erase_confirmed(ack: AsyncAck, visit: Visit) -> None:
    carried = forms.carried(visit.body["view"])
    number = carried["number"]
    await visit.database.write(lambda session: history.erase(session, visit.viewer, number, visit.now))
    if carried["reply"]:
        visit.tell(history_views.erased(number, visit.texts), carried["reply"])
    await ack()


def erase_form(session: Session, visit: Visit, number: int) -> dict[str, Any]:
    memo = history.erasable(session, visit.viewer, number)
    kept = len(together.tasks_of(session, memo))
    return history_views.erase_form(memo, visit.texts, visit.reply_url, kept)


def _form(session: Session, visit: Visit, what: str, number: int) -> dict[str, Any]:
    if what == "erase":
        return erase_form(session, visit, number)
    memo = service.find(session, visit.viewer, number)
    match what:
        case "history":
            return _history(session, visit, memo)
        case "task":
            return _task_form(session, visit, memo)
    return form_views.edit(memo, visit.texts)


def _history(session: Session, visit: Visit, memo: Memo) -> dict[str, Any]:
    edits, total = history.edits(session, memo)
    names = workspaces.names(session, memo.team_id, [edit.revision.changed_by for edit in edits])
    return history_views.history(memo, edits, total, names, visit.texts, visit.now)


def _task_form(session: Session, visit: Visit, memo: Memo) -> dict[str, Any]:
    """As from the message it was kept from, else from its own card."""
    workspaces.check_place(session, visit.viewer, memo.channel_id, memo.text)
    text = str(markup.escape(memo.text))
    draft = tasks.read_message(session, visit.viewer, memo.channel_id, text, visit.now)
    return task_forms.new(visit.texts, memo.channel_id, draft, service.thread_of(session, memo))
