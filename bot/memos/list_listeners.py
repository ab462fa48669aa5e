"""From Slack to the lists of memos and back."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import search
from ..platform.filters import Filter
from ..platform.slack import Lists, Visit
from ..platform.subcommands import Asked
from ..workspaces import service as workspaces
from ..workspaces import views as workspace_views
from . import list_views, lists, service


def register(app: AsyncApp) -> None:
    LISTS.register(app)
    app.action("memos.list_show")(shown)


def asked_for(visit: Visit, asked: Asked) -> Filter:
    """What a subcommand lists: this channel, or what holds the words wherever one may look."""
    if asked.name == "search":
        return Filter(words=search.checked(asked.argument))
    return Filter(channel_id=visit.channel_id)


async def shown(ack: AsyncAck, visit: Visit) -> None:
    number = int(visit.value)
    await visit.open(await visit.database.read(lambda session: _whole(session, visit, number)))
    await ack()


def _page(session: Session, visit: Visit, asked: Filter, number: int) -> dict[str, Any]:
    viewer, texts = visit.viewer, visit.texts
    page = lists.found(session, viewer, asked, number)
    people = {asked.person_id, *(memo.author_id for memo in page.rows)}
    channels = {asked.channel_id, *(memo.channel_id for memo in page.rows)}
    names = workspaces.names(session, viewer.team_id, people)
    places = workspace_views.places(workspaces.channels(session, viewer, channels), texts)
    return list_views.listing(asked, page, names, places, texts, visit.now)


def _whole(session: Session, visit: Visit, number: int) -> dict[str, Any]:
    memo = service.find(session, visit.viewer, number)
    names = workspaces.names(session, memo.team_id, [memo.author_id])
    author = names.get(memo.author_id, memo.author_id)
    return list_views.whole(memo, author, service.link_of(session, memo), visit.texts, visit.now)


LISTS = Lists("memos", (), _page)
