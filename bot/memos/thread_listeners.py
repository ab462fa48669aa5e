"""Keeping a message with its thread: the form opens from the message, and is filled with what was read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import forms, markup
from ..platform.database import Database
from ..platform.slack import Reader, Visit
from ..platform.slack.messages import Chosen, Thread, chosen
from ..tasks import proposals
from ..tasks.proposal_model import Said
from ..workspaces import service as workspaces
from . import form_views, service, threads, views
from .listeners import about, source_of
from .model import MemoSource
from .thread_model import Reading

View = dict[str, Any]


def register(app: AsyncApp) -> None:
    app.shortcut({"type": "message_action", "callback_id": "memos.from_message"})(memo_from_message)
    app.action(form_views.WRITE)(written_now)
    app.action(form_views.READ)(thread_asked_for)


async def memo_from_message(ack: AsyncAck, visit: Visit) -> None:
    """What decides by itself is open for writing at once; else its thread is read first."""
    message = chosen(visit.body)
    if kept := await visit.database.read(lambda session: _kept(session, visit, message)):
        await visit.open(kept)
    else:
        await _open(visit, message)
    await ack()


async def written_now(ack: AsyncAck, visit: Visit) -> None:
    """Without the thread; what was under way for the form leaves it alone from now on."""
    source = await visit.database.read(lambda session: _carried(session, visit))
    said = _said_before(source)
    visit.update(await visit.database.read(lambda session: _aside(session, visit, source, said)))
    await ack()


async def thread_asked_for(ack: AsyncAck, visit: Visit) -> None:
    source = await visit.database.read(lambda session: _carried(session, visit))
    visit.follow(partial(_fill, visit, source, _said_before(source), visit.body["view"]))
    await ack()


async def _open(visit: Visit, message: Chosen) -> None:
    said = _said(message)
    source = await visit.database.write(lambda s: source_of(s, visit.viewer, message, visit.now))
    opened = await visit.open(await visit.database.read(lambda s: _opening(s, visit, source, said)))
    if source.thread_ts:
        visit.follow(partial(_fill, visit, source, said, opened))


async def _fill(visit: Visit, source: MemoSource, said: Said, opened: View, database: Database) -> None:
    start = source.thread_ts or source.ts
    thread = await Reader(visit.client).thread(source.channel_id, start, threads.MOST_MESSAGES)
    written = form_views.is_written(opened)
    form = await database.read(lambda s: _filled(s, visit, source, said, thread, written))
    await visit.fill(opened["id"], form, opened["hash"])


def _kept(session: Session, visit: Visit, message: Chosen) -> View | None:
    """In place of the form, for a message that is kept already."""
    memo = service.from_message(session, visit.viewer, message.channel_id, message.ts)
    return views.exists(memo, *about(session, memo), visit.texts, visit.now) if memo else None


def _opening(session: Session, visit: Visit, source: MemoSource, said: Said) -> View:
    reading = threads.opening(session, visit.viewer, source, said, visit.now)
    if source.thread_ts and not reading.decides:
        return form_views.waiting(source, visit.texts)
    return _shown(session, visit, source, reading)


def _aside(session: Session, visit: Visit, source: MemoSource, said: Said) -> View:
    return _shown(session, visit, source, threads.aside(session, visit.viewer, source, said, visit.now))


def _filled(
    session: Session, visit: Visit, source: MemoSource, said: Said, thread: Thread | None, is_written: bool
) -> View:
    viewer, now = visit.viewer, visit.now
    workspaces.check_place(session, viewer, source.channel_id)
    if thread is None:
        return _shown(session, visit, source, threads.unread(session, viewer, source, said, now))
    everything = _with(said, [_said(message) for message in thread.messages])
    reading = threads.whole(
        session, viewer, source, everything, now, is_cut=thread.is_cut, is_written=is_written
    )
    return _shown(session, visit, source, reading)


def _shown(session: Session, visit: Visit, source: MemoSource, reading: Reading) -> View:
    around = proposals.around(session, source.team_id, source.channel_id, reading.found)
    channel = workspaces.channel_of(session, source.team_id, source.channel_id)
    link = workspaces.permalink(session, source.team_id, channel.id, source.ts, source.thread_ts)
    now = workspaces.local(visit.now, channel.zone)
    return form_views.from_message(source, link, reading, around, threads.MOST_MESSAGES, visit.texts, now)


def _carried(session: Session, visit: Visit) -> MemoSource:
    """The message the form was opened for. Raises UserError where its channel may not be seen any more."""
    source = service.source(session, forms.carried(visit.body["view"])["source"])
    workspaces.check_place(session, visit.viewer, source.channel_id)
    return source


def _said(message: Chosen) -> Said:
    return Said(message.ts, message.thread_ts, message.author_id, message.text)


def _said_before(source: MemoSource) -> Said:
    """As it was said when the form was opened."""
    return Said(source.ts, source.thread_ts, source.author_id, str(markup.escape(source.text)))


def _with(said: Said, others: Sequence[Said]) -> list[Said]:
    """All of them in order: the message may be an app's, or beyond what was read."""
    missing = [] if any(each.ts == said.ts for each in others) else [said]
    return sorted([*others, *missing], key=lambda each: each.at)
