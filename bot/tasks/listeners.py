"""From Slack to the task service and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import forms, markup, receipts
from ..platform.blocks import Message
from ..platform.outbox import whisper
from ..platform.slack import Command, Visit
from ..platform.slack.messages import Chosen, chosen
from ..platform.subcommands import NUMBER, PERSON, WORDS, Asked, Subcommand
from ..platform.texts import DEFAULT, Texts, texts_for
from ..platform.viewer import Viewer
from ..workspaces import numbers
from ..workspaces import service as workspaces
from . import filling, form_views, list_listeners, lists, proposal_views, proposals, service, views
from .export_listeners import EXPORTS
from .list_listeners import LISTS, asked_for
from .model import Task

SUBCOMMANDS = (
    Subcommand(("list", "一覧"), PERSON, ("リスト",)),
    Subcommand(("mine", "自分")),
    Subcommand(("unowned", "担当なし")),
    Subcommand(("search", "検索"), WORDS),
    Subcommand(("show", "表示"), NUMBER),
    Subcommand(("done", "完了"), NUMBER),
    Subcommand(("take", "担当"), NUMBER),
    Subcommand(("reopen", "再開"), NUMBER),
    Subcommand(("export", "書き出し")),
)


def register(app: AsyncApp) -> Command:
    list_listeners.register(app)
    EXPORTS.register(app)
    app.shortcut({"type": "shortcut", "callback_id": "tasks.new"})(task_new)
    app.shortcut({"type": "message_action", "callback_id": "tasks.from_message"})(task_from_message)
    app.view("tasks.create")(task_created)
    app.view("tasks.change")(task_changed)
    app.action("tasks.done")(task_done)
    app.action("tasks.take")(task_taken)
    app.action("tasks.reopen")(task_reopened)
    app.action("tasks.edit")(task_edit)
    return Command("/task", "tasks", SUBCOMMANDS, open_form, answer, keep).register(app)


def rendered(session: Session, task_id: int, now: datetime) -> Message:
    """A task's card as it should stand now, in its channel's language and time."""
    task = service.by_id(session, task_id)
    channel = workspaces.channel_of(session, task.team_id, task.channel_id)
    return card(session, task, Texts(channel.language or DEFAULT), workspaces.local(now, channel.zone))


def keep_said(session: Session, viewer: Viewer, said: Chosen, now: datetime) -> Message:
    """Put what a message asks for on the list, as far as it was understood."""
    draft = service.read_message(session, viewer, said.channel_id, said.text, now)
    source = service.Source(said.ts, said.thread_ts)
    made = service.create(session, viewer, said.channel_id, [draft], now, draft.note or draft.title, source)
    return _confirmation(session, viewer, made, now)


def keep_ticked(session: Session, viewer: Viewer, said: Chosen, now: datetime) -> Message:
    """As `keep_said` where nobody made a task of it yet; of two who tick it at once the second waits."""
    numbers.hold(session, viewer.team_id)
    found = proposals.already(session, viewer, said.channel_id, said.ts)
    if not found.kept:
        return keep_said(session, viewer, said, now)
    channel = workspaces.channel_of(session, viewer.team_id, said.channel_id)
    around = proposals.around(session, channel.team_id, channel.id, found)
    return proposal_views.exists(found, around, texts_for(viewer), workspaces.local(now, channel.zone))


async def task_new(ack: AsyncAck, visit: Visit) -> None:
    await visit.open(form_views.new(visit.texts, "", None, None))
    await ack()


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


async def task_reopened(ack: AsyncAck, visit: Visit) -> None:
    """Undoes what closed it, in place of the message that said so."""
    visit.replace(await act(visit, "reopen", int(visit.value)))
    await ack()


async def task_edit(ack: AsyncAck, visit: Visit) -> None:
    number = int(visit.value)
    await visit.open(await visit.database.read(lambda session: edit_form(session, visit, number)))
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
    list_listeners.refresh(visit)
    await ack()


def _keep(session: Session, visit: Visit, words: str) -> Message:
    drafts = service.read(session, visit.viewer, visit.channel_id, words, visit.now)
    typed = markup.plain(words, workspaces.namer(session, visit.viewer.team_id))
    made = service.create(session, visit.viewer, visit.channel_id, drafts, visit.now, typed)
    return _confirmation(session, visit.viewer, made, visit.now)


def _confirmation(session: Session, viewer: Viewer, made: list[service.Made], at: datetime) -> Message:
    """Deadlines are shown as the channel's clock has them."""
    texts = texts_for(viewer)
    channel = workspaces.channel_of(session, viewer.team_id, made[0].task.channel_id)
    now = workspaces.local(at, channel.zone)
    shown = [block for one in made for block in views.saved(one.task, one.draft, one.owner, texts, now)]
    offered = workspaces.offer_once(session, viewer, channel, at)
    return views.all_saved(shown, texts("task.saved_text", n=made[0].task.number), texts, offered)


def _act(session: Session, visit: Visit, name: str, number: int) -> Message:
    match name:
        case "done":
            return _done(session, visit, service.close(session, visit.viewer, number, visit.now))
        case "take":
            task = service.take(session, visit.viewer, number, visit.now)
            channel = workspaces.channel_of(session, task.team_id, task.channel_id)
            return views.taken(task, visit.texts, workspaces.local(visit.now, channel.zone))
    return views.reopened(service.reopen(session, visit.viewer, number, visit.now), visit.texts)


def _done(session: Session, visit: Visit, task: Task) -> Message:
    """Whoever comes second is told who was first."""
    if task.closed_by == visit.viewer.person_id:
        return views.closed(task, visit.texts)
    return views.closed_before(task, names_of(session, [task]), visit.texts, visit.now)


def _one(session: Session, visit: Visit, number: int) -> Message:
    return card(session, service.find(session, visit.viewer, number), visit.texts, visit.now)


def card(session: Session, task: Task, texts: Texts, now: datetime) -> Message:
    link = lists.links(session, [task]).get(task.id)
    return views.card(task, names_of(session, [task]), link, texts, now)


def names_of(session: Session, tasks: Any) -> dict[str, str]:
    ids = {person for task in tasks for person in (task.owner_id, task.author_id, task.closed_by) if person}
    return workspaces.names(session, tasks[0].team_id, ids) if tasks else {}


def _form_for_message(session: Session, visit: Visit) -> dict[str, Any]:
    """With the first request of the message, and below it the others."""
    said, texts = chosen(visit.body), visit.texts
    channel = workspaces.check_place(session, visit.viewer, said.channel_id, said.text)
    source = service.Source(said.ts, said.thread_ts)
    draft, others = proposals.of_message(
        session, visit.viewer, channel.id, source, said.author_id, said.text, visit.now
    )
    now = service.reference(session, visit.viewer, channel.id, visit.now).local
    around = proposals.around(session, channel.team_id, channel.id, others)
    return form_views.new(
        texts,
        channel.id,
        draft,
        (said.ts, said.thread_ts),
        form_views.deadline_hint(draft, texts, now.date()),
        proposal_views.rows(others, around, texts, now, "proposals.others"),
        others.read_at(visit.now).isoformat(),
    )


def edit_form(session: Session, visit: Visit, number: int) -> dict[str, Any]:
    task = service.find(session, visit.viewer, number)
    channel = workspaces.channel_of(session, task.team_id, task.channel_id)
    draft = form_views.draft_of(task, workspaces.local(visit.now, channel.zone))
    return form_views.edit(task, draft, visit.texts)


def _create(session: Session, visit: Visit, view: dict[str, Any]) -> None:
    """A form sent twice makes its tasks once."""
    if not receipts.take(session, view["id"], visit.now):
        return
    carried, viewer = forms.carried(view), visit.viewer
    channel_id = carried["channel"] or forms.given(view)["channel"]
    today = service.reference(session, viewer, channel_id, visit.now).today
    draft = form_views.given(view, today)
    filling.refuse_past(draft.due_on, today)
    source = service.Source(*carried["source"]) if carried["source"] else None
    if source and (others := proposal_views.given(view, today)):
        read_at = datetime.fromisoformat(carried["read_at"])
        made = proposals.keep_with(session, viewer, channel_id, source, draft, others, read_at, visit.now)
    else:
        made = service.create(session, viewer, channel_id, [draft], visit.now, source=source)
    thread = source.thread_ts if source else None
    answer = _confirmation(session, viewer, made, visit.now)
    whisper(session, viewer, channel_id, thread, answer, visit.now)


def _change(session: Session, visit: Visit, view: dict[str, Any]) -> None:
    carried = forms.carried(view)
    task = service.find(session, visit.viewer, carried["number"])
    today = service.reference(session, visit.viewer, task.channel_id, visit.now).today
    draft = form_views.given(view, today)
    if str(draft.due_on or "") != carried["due"]:
        filling.refuse_past(draft.due_on, today)
    service.change(session, visit.viewer, task.number, draft, visit.now)
