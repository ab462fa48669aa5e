"""From Slack to the memo service and back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.blocks import Block
from sqlalchemy.orm import Session

from ..platform import forms, markup, receipts
from ..platform.blocks import Message
from ..platform.outbox import whisper
from ..platform.slack import Command, Visit
from ..platform.slack.messages import Chosen
from ..platform.subcommands import NUMBER, WORDS, Asked, Subcommand
from ..platform.texts import DEFAULT, Texts, texts_for
from ..platform.viewer import Viewer
from ..tasks import proposal_views, proposals
from ..tasks import service as task_service
from ..tasks import views as task_views
from ..tasks.proposal_model import Said
from ..tasks.service import Made
from ..workspaces import service as workspaces
from . import form_views, list_listeners, service, together, views
from .export_listeners import EXPORTS
from .list_listeners import LISTS, asked_for
from .model import Memo, MemoSource
from .service import Draft
from .together import Everything

SUBCOMMANDS = (
    Subcommand(("list", "一覧"), aliases=("リスト",)),
    Subcommand(("search", "検索"), WORDS),
    Subcommand(("show", "表示"), NUMBER),
    Subcommand(("export", "書き出し")),
)


def register(app: AsyncApp) -> Command:
    list_listeners.register(app)
    EXPORTS.register(app)
    app.shortcut({"type": "shortcut", "callback_id": "memos.new"})(memo_new)
    app.view("memos.create")(memo_created)
    app.view("memos.change")(memo_changed)
    app.action("memos.undo")(memo_undone)
    app.action("memos.edit")(memo_edit)
    app.action("memos.show")(memo_shown)
    return Command("/memo", "memos", SUBCOMMANDS, open_form, answer, keep).register(app)


def rendered(session: Session, memo_id: int, now: datetime) -> Message | None:
    """A memo's card as it should stand now, in its channel's language and time."""
    memo = service.by_id(session, memo_id)
    if memo is None or memo.undone_at:
        return None
    channel = workspaces.channel_of(session, memo.team_id, memo.channel_id)
    texts = Texts(channel.language or DEFAULT)
    now, company = workspaces.local(now, channel.zone), together.company(session, memo)
    return views.card(memo, *about(session, memo), texts, now, company)


def keep_said(session: Session, viewer: Viewer, said: Chosen, now: datetime) -> Message:
    """Keep a message as it stands, as far as a memo goes; kept before, it is named."""
    if memo := service.from_message(session, viewer, said.channel_id, said.ts):
        return views.kept_already(memo, texts_for(viewer))
    source = source_of(session, viewer, said, now)
    kept = service.record(session, viewer, service.draft_of(source), now)
    texts = texts_for(viewer)
    asked = views.requests(kept.memo, _requests_in(session, viewer, said, now), texts)
    return views.saved(kept.memo, texts, kept.offer, asked)


async def memo_new(ack: AsyncAck, visit: Visit) -> None:
    await visit.open(form_views.new(visit.texts, ""))
    await ack()


async def memo_created(ack: AsyncAck, visit: Visit) -> None:
    """A form sent twice is one memo: the second is answered as if it had been the first."""
    view = visit.body["view"]
    kept_already = await visit.database.write(lambda session: _create(session, visit, view))
    await ack(response_action="update", view=kept_already) if kept_already else await ack()


async def memo_changed(ack: AsyncAck, visit: Visit) -> None:
    view = visit.body["view"]
    number, text = forms.carried(view)["number"], forms.given(view)["text"] or ""
    await visit.database.write(lambda session: service.edit(session, visit.viewer, number, text, visit.now))
    await ack()


async def memo_undone(ack: AsyncAck, visit: Visit) -> None:
    number = int(visit.value)
    undone = await visit.database.write(
        lambda session: together.undo(session, visit.viewer, number, visit.now)
    )
    visit.replace(views.undone(undone.memo, visit.texts, undone.gone, undone.left))
    await ack()


async def memo_edit(ack: AsyncAck, visit: Visit) -> None:
    number = int(visit.value)
    memo = await visit.database.read(lambda session: service.find(session, visit.viewer, number))
    await visit.open(form_views.edit(memo, visit.texts))
    await ack()


async def memo_shown(ack: AsyncAck, visit: Visit) -> None:
    number = int(visit.value)
    visit.tell(await visit.database.read(lambda session: _one(session, visit, number)))
    await ack()


async def keep(visit: Visit, words: str) -> Message:
    def unit(session: Session) -> service.Kept:
        text = markup.plain(words, workspaces.namer(session, visit.viewer.team_id))
        draft = Draft(visit.channel_id, text, words=text)
        return service.record(session, visit.viewer, draft, visit.now)

    kept = await visit.database.write(unit)
    return views.saved(kept.memo, visit.texts, kept.offer)


async def answer(visit: Visit, asked: Asked) -> Message | None:
    match asked.name:
        case "show":
            number = int(asked.argument)
            return await visit.database.read(lambda session: _one(session, visit, number))
        case "export":
            await EXPORTS.open(visit)
        case _:
            await LISTS.open(visit, asked_for(visit, asked))
    return None


async def open_form(visit: Visit) -> None:
    await visit.open(form_views.new(visit.texts, visit.channel_id))


def _one(session: Session, visit: Visit, number: int) -> Message:
    memo = service.find(session, visit.viewer, number)
    company = together.company(session, memo)
    return views.one(memo, *about(session, memo), visit.texts, visit.now, company)


def _requests_in(session: Session, viewer: Viewer, said: Chosen, now: datetime) -> int:
    """How many the message holds that are no tasks yet."""
    message = Said(said.ts, said.thread_ts, said.author_id, said.text)
    heard = proposals.hear(session, viewer, said.channel_id, [message], now)
    found = proposals.find(session, viewer, said.channel_id, heard, now)
    return len(found.proposals) + found.more


def source_of(session: Session, viewer: Viewer, said: Chosen, now: datetime) -> MemoSource:
    text = markup.plain(said.text, workspaces.namer(session, viewer.team_id))
    return service.choose(
        session, viewer, said.channel_id, said.ts, said.thread_ts, said.author_id, text, now
    )


def _create(session: Session, visit: Visit, view: dict[str, Any]) -> dict[str, Any] | None:
    """None when it was kept, else the view of the memo that somebody else kept meanwhile."""
    if not receipts.take(session, view["id"], visit.now):
        return None
    viewer, now = visit.viewer, visit.now
    kept, tasks = together.record(session, viewer, _everything(session, visit, view), now)
    made = confirmed(session, visit, tasks)
    if not kept.is_new:
        return views.exists(kept.memo, *about(session, kept.memo), visit.texts, now, made)
    answer = views.saved(kept.memo, visit.texts, kept.offer, made)
    source = kept.memo.source
    whisper(session, viewer, kept.memo.channel_id, source.thread_ts if source else None, answer, now)
    return None


def confirmed(session: Session, visit: Visit, made: Sequence[Made]) -> list[Block]:
    """Deadlines are shown as the channel's clock has them."""
    shown = list[Block]()
    for one in made:
        channel = workspaces.channel_of(session, one.task.team_id, one.task.channel_id)
        now = workspaces.local(visit.now, channel.zone)
        shown += task_views.saved(one.task, one.draft, one.owner, visit.texts, now)
    return shown


def _everything(session: Session, visit: Visit, view: dict[str, Any]) -> Everything:
    """What the form was filled with."""
    carried, given = forms.carried(view), forms.given(view)
    channel_id = carried["channel"] or given["channel"]
    today = task_service.reference(session, visit.viewer, channel_id, visit.now).today
    return Everything(
        Draft(channel_id, form_views.text_given(given), carried["source"], field="text"),
        given.get("people") or (),
        proposal_views.given(view, today),
        datetime.fromisoformat(carried.get("read_at") or visit.now.isoformat()),
    )


def about(session: Session, memo: Memo) -> tuple[str, str | None]:
    """Its author's name and where it was said."""
    names = workspaces.names(session, memo.team_id, [memo.author_id])
    return names.get(memo.author_id, memo.author_id), service.link_of(session, memo)
