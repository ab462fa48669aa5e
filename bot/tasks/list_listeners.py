"""From Slack to the lists of tasks and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import filters, forms, markup, search
from ..platform.database import Database
from ..platform.filters import Filter
from ..platform.pages import Page
from ..platform.slack import Lists, Visit
from ..platform.subcommands import Asked
from ..platform.viewer import Viewer
from ..workspaces import service as workspaces
from ..workspaces import views as workspace_views
from . import list_views, lists, service
from .model import Task

Change = Callable[[Session, Viewer, int, datetime], object]
ACTS: dict[str, Change] = {
    "tasks.list_take": service.take,
    "tasks.list_reopen": service.reopen,
}
"""What the button of a line does."""


def register(app: AsyncApp) -> None:
    LISTS.register(app)
    for name in ACTS:
        app.action(name)(acted)


def asked_for(visit: Visit, asked: Asked) -> Filter:
    """What a subcommand lists."""
    match asked.name:
        case "mine":
            return Filter(person_id=visit.viewer.person_id, state=filters.OPEN)
        case "unowned":
            return Filter(channel_id=visit.channel_id, state=filters.UNOWNED)
        case "search":
            return Filter(words=search.checked(asked.argument))
    owner = next(iter(markup.mentioned(asked.argument)), "")
    return Filter(channel_id=visit.channel_id, person_id=owner, state=filters.OPEN)


async def acted(ack: AsyncAck, visit: Visit) -> None:
    await act(visit, ACTS[visit.body["actions"][0]["action_id"]], int(visit.value))
    await ack()


async def act(visit: Visit, change: Change, number: int) -> None:
    """The list stays as it is, with this line as the task is now."""
    view = visit.body["view"]
    await visit.database.write(lambda session: change(session, visit.viewer, number, visit.now))
    visit.follow(partial(_show_again, visit, view["id"], forms.carried(view)))


def refresh(visit: Visit) -> None:
    """The list below a form that was sent, where it was opened from one; after the acknowledgement."""
    view = visit.body["view"]
    if carried := forms.carried(view).get("list"):
        visit.follow(partial(_show_again, visit, view["root_view_id"], carried))


async def _show_again(visit: Visit, view_id: str, carried: dict[str, Any], database: Database) -> None:
    await visit.fill(view_id, await database.read(lambda session: _again(session, visit, carried)))


def _again(session: Session, visit: Visit, carried: dict[str, Any]) -> dict[str, Any]:
    """The page that is shown, with its tasks as they are now."""
    page = Page(lists.again(session, visit.viewer, carried["rows"]), carried["total"], carried["page"])
    return _listing(session, visit, Filter.of(carried["filter"]), page)


def _page(session: Session, visit: Visit, asked: Filter, number: int) -> dict[str, Any]:
    return _listing(session, visit, asked, lists.found(session, visit.viewer, asked, number))


def _listing(session: Session, visit: Visit, asked: Filter, page: Page[Task]) -> dict[str, Any]:
    viewer, texts = visit.viewer, visit.texts
    people = {asked.person_id} | {
        person for task in page.rows for person in (task.owner_id, task.closed_by) if person
    }
    channels = {asked.channel_id, *(task.channel_id for task in page.rows)}
    around = list_views.Around(
        workspaces.names(session, viewer.team_id, people),
        workspace_views.places(workspaces.channels(session, viewer, channels), texts),
        lists.links(session, page.rows),
    )
    return list_views.listing(asked, page, around, texts, visit.now)


LISTS = Lists("tasks", list_views.STATES, _page)
