"""The requests in a message that was kept without a form: offered by a button, kept on the memo's card."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import forms, markup, receipts
from ..platform.outbox import whisper
from ..platform.slack import Visit
from ..tasks import proposal_views, proposals
from ..tasks import service as tasks
from ..tasks import views as task_views
from ..tasks.proposal_model import Said
from ..workspaces import service as workspaces
from . import form_views, service, together
from .listeners import confirmed


def register(app: AsyncApp) -> None:
    app.action("memos.requests")(requests_asked_for)
    app.view("memos.add_tasks")(requests_kept)


async def requests_asked_for(ack: AsyncAck, visit: Visit) -> None:
    number = int(visit.value)
    await visit.open(await visit.database.read(lambda session: _form(session, visit, number)))
    await ack()


async def requests_kept(ack: AsyncAck, visit: Visit) -> None:
    view = visit.body["view"]
    await visit.database.write(lambda session: _keep(session, visit, view))
    await ack()


def _form(session: Session, visit: Visit, number: int) -> dict[str, Any]:
    memo = service.find(session, visit.viewer, number)
    channel = workspaces.check_place(session, visit.viewer, memo.channel_id)
    source = memo.source
    said = (
        [Said(source.ts, source.thread_ts, source.author_id, str(markup.escape(source.text)))]
        if source
        else []
    )
    heard = proposals.hear(session, visit.viewer, channel.id, said, visit.now)
    found = proposals.find(session, visit.viewer, channel.id, heard, visit.now)
    around = proposals.around(session, memo.team_id, channel.id, found)
    now = workspaces.local(visit.now, channel.zone)
    return form_views.requests(memo, found, around, visit.texts, now)


def _keep(session: Session, visit: Visit, view: dict[str, Any]) -> None:
    """A form sent twice makes its tasks once."""
    if not receipts.take(session, view["id"], visit.now):
        return
    carried, viewer = forms.carried(view), visit.viewer
    memo = service.find(session, viewer, carried["number"])
    today = tasks.reference(session, viewer, memo.channel_id, visit.now).today
    given, read_at = proposal_views.given(view, today), datetime.fromisoformat(carried["read_at"])
    made = together.add(session, viewer, memo.number, given, read_at, visit.now)
    if made:
        first = visit.texts("task.saved_text", n=made[0].task.number)
        said = task_views.all_saved(confirmed(session, visit, made), first, visit.texts, offered=False)
        thread = memo.source.thread_ts if memo.source else None
        whisper(session, viewer, memo.channel_id, thread, said, visit.now)
