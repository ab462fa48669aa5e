"""From Slack to the task service and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import forms, markup, receipts
from ..platform.blocks import Message
from ..platform.outbox import whisper
from ..platform.slack import Command, Visit
from ..platform.slack.messages import chosen
from ..platform.subcommands import NUMBER, PERSON, WORDS, Asked, Subcommand
from ..platform.texts import DEFAULT, Texts
from ..workspaces import service as workspaces
from . import form_views, list_listeners, lists, service, views
from .export_listeners import EXPORTS
from .list_listeners import LISTS, asked_for
from .model import Draft, Task

SUBCOMMANDS = (
    Subcommand(("list", "一覧"), PERSON),
    Subcommand(("mine", "自分")),
    Subcommand(("unowned", "担当なし")),
    Subcommand(("search", "検索"), WORDS),
    Subcommand(("show", "表示"), NUMBER),
    Subcommand(("done", "完了"), NUMBER),
    Subcommand(("take", "担当"), NUMBER),
    Subcommand(("reopen", "再開"), NUMBER),
    Subcommand(("export", "書き出し")),
)


def register(app: AsyncApp) -> None:
    list_listeners.register(app)
    EXPORTS.register(app)
    Command("/task", "tasks", SUBCOMMANDS, open_form, answer, keep).register(app)
    app.shortcut({"type": "message_action", "callback_id": "tasks.from_message"})(task_from_message)
    app.view("tasks.create")(task_created)
    app.view("tasks.change")(task_changed)
    app.action("tasks.done")(task_done)
    app.action("tasks.take")(task_taken)
    app.action("tasks.edit")(task_edit)


def rendered(session: Session, task_id: int, now: datetime) -> Message:
    """A task's card as it should stand now, in its channel's language and time."""
    task = service.by_id(session, task_id)
    channel = workspaces.channel_of(session, task.team_id, task.channel_id)
    return _card(session, task, Texts(channel.language or DEFAULT), workspaces.local(now, channel.zone))


async def open_form(visit: Visit) -> None:
    await visit.open(form_views.new(visit.texts, visit.channel_id, None, None))


async def keep(visit: Visit, words: str) -> Message:
    return await visit.database.write(lambda session: _keep(session, visit, words))


async def answer(visit: Visit, asked: Asked) -> Message | None:
    match asked.name:
        case "show":
            number = int(asked.argument)
            return await visit.database.read(lambda session: _one(session, visit, number))
        case "done" | "take" | "reopen":
            return await act(visit, asked.name, int(asked.argument))
        case "export":
            await EXPORTS.open(visit)
        case _:
            await LISTS.open(visit, asked_for(visit, asked))
    return None


async def act(visit: Visit, name: str, number: int) -> Message:
    return await visit.database.write(lambda session: _act(session, visit, name, number))


async def task_done(ack: AsyncAck, visit: Visit) -> None:
    visit.tell(await act(visit, "done", int(visit.value)))
    await ack()


async def task_taken(ack: AsyncAck, visit: Visit) -> None:
    visit.tell(await act(visit, "take", int(visit.value)))
    await ack()


async def task_edit(ack: AsyncAck, visit: Visit) -> None:
    number = int(visit.value)
    await visit.open(await visit.database.read(lambda session: _edit_form(session, visit, number)))
    await ack()


async def task_from_message(ack: AsyncAck, visit: Visit) -> None:
    """The form opens with what was understood of the message."""
    await visit.open(await visit.database.read(lambda session: _form_for_message(session, visit)))
    await ack()


async def task_created(ack: AsyncAck, visit: Visit) -> None:
    view = visit.body["view"]
    await visit.database.write(lambda session: _create(session, visit, view))
    await ack()


async def task_changed(ack: AsyncAck, visit: Visit) -> None:
    view = visit.body["view"]
    await visit.database.write(lambda session: _change(session, visit, view))
    await ack()


def _keep(session: Session, visit: Visit, words: str) -> Message:
    drafts = service.read(session, visit.viewer, visit.channel_id, words, visit.now)
    typed = markup.plain(words, workspaces.namer(session, visit.viewer.team_id))
    made = service.create(session, visit.viewer, visit.channel_id, drafts, visit.now, typed)
    return _confirmation(session, visit, made)


def _confirmation(session: Session, visit: Visit, made: list[service.Made]) -> Message:
    """Deadlines are shown as the channel's clock has them."""
    channel = workspaces.channel_of(session, visit.viewer.team_id, made[0].task.channel_id)
    now = workspaces.local(visit.now, channel.zone)
    shown = [
        block for one in made for block in views.saved(one.task, one.draft, one.refused, visit.texts, now)
    ]
    offered = workspaces.offer_once(session, visit.viewer, channel, visit.now)
    return views.all_saved(shown, visit.texts("task.saved_text", n=made[0].task.number), visit.texts, offered)


def _act(session: Session, visit: Visit, name: str, number: int) -> Message:
    match name:
        case "done":
            return views.closed(service.close(session, visit.viewer, number, visit.now), visit.texts)
        case "take":
            task = service.take(session, visit.viewer, number, visit.now)
            channel = workspaces.channel_of(session, task.team_id, task.channel_id)
            return views.taken(task, visit.texts, workspaces.local(visit.now, channel.zone))
    return views.reopened(service.reopen(session, visit.viewer, number, visit.now), visit.texts)


def _one(session: Session, visit: Visit, number: int) -> Message:
    return _card(session, service.find(session, visit.viewer, number), visit.texts, visit.now)


def _card(session: Session, task: Task, texts: Texts, now: datetime) -> Message:
    link = lists.links(session, [task]).get(task.id)
    return views.card(task, _names(session, [task]), link, texts, now)


def _names(session: Session, tasks: Any) -> dict[str, str]:
    ids = {person for task in tasks for person in (task.owner_id, task.author_id, task.closed_by) if person}
    return workspaces.names(session, tasks[0].team_id, ids) if tasks else {}


def _form_for_message(session: Session, visit: Visit) -> dict[str, Any]:
    message = chosen(visit.body)
    workspaces.check_place(session, visit.viewer, visit.channel_id, message.text)
    draft = service.read_message(session, visit.viewer, visit.channel_id, message.text, visit.now)
    return form_views.new(visit.texts, visit.channel_id, draft, (message.ts, message.thread_ts))


def _edit_form(session: Session, visit: Visit, number: int) -> dict[str, Any]:
    task = service.find(session, visit.viewer, number)
    channel = workspaces.channel_of(session, task.team_id, task.channel_id)
    draft = form_views.draft_of(task, workspaces.local(visit.now, channel.zone))
    return form_views.edit(task, draft, visit.texts)


def _create(session: Session, visit: Visit, view: dict[str, Any]) -> None:
    """A form sent twice makes one task."""
    if not receipts.take(session, view["id"], visit.now):
        return
    carried, viewer = forms.carried(view), visit.viewer
    today = service.reference(session, viewer, carried["channel"], visit.now).today
    draft = form_views.given(view, today)
    _refuse_past(draft, today)
    source = service.Source(*carried["source"]) if carried["source"] else None
    made = service.create(session, viewer, carried["channel"], [draft], visit.now, source=source)
    thread = source.thread_ts if source else None
    answer = _confirmation(session, visit, made)
    whisper(session, viewer, carried["channel"], thread, answer, visit.now)


def _change(session: Session, visit: Visit, view: dict[str, Any]) -> None:
    carried = forms.carried(view)
    task = service.find(session, visit.viewer, carried["number"])
    today = service.reference(session, visit.viewer, task.channel_id, visit.now).today
    draft = form_views.given(view, today)
    if str(draft.due_on or "") != carried["due"]:
        _refuse_past(draft, today)
    service.change(session, visit.viewer, task.number, draft, visit.now)


def _refuse_past(draft: Draft, today: date) -> None:
    if draft.due_on and draft.due_on < today:
        raise UserError("error.past_due", field="due_on")
