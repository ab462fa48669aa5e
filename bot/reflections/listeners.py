"""From Slack to the reflections and back: the command, the form, the buttons of the prompt."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import forms, markup, receipts
from ..platform.blocks import Message
from ..platform.slack import Command, Visit
from ..platform.subcommands import Subcommand
from ..platform.texts import DEFAULT, Texts
from ..platform.weeks import week_of
from ..workspaces import service as workspaces
from ..workspaces import views as workspace_views
from . import form_views, goal_listeners, prompt_views, prompts, reminders, service, views

SUBCOMMANDS = (
    Subcommand(("goals", "目標")),
    Subcommand(("team", "チーム")),
)


def register(app: AsyncApp) -> Command:
    goal_listeners.register(app)
    app.shortcut({"type": "shortcut", "callback_id": "reflections.weekly"})(weekly_new)
    app.view(form_views.SAVE)(answered)
    app.action(form_views.EARLIER)(earlier_wanted)
    app.action(prompt_views.WRITE)(prompt_taken)
    app.action(prompt_views.SKIP)(prompt_skipped)
    app.action(prompt_views.REMIND)(reminder_turned)
    app.action(views.READ)(whole_wanted)
    return Command("/weekly", "weekly", SUBCOMMANDS, open_form, goal_listeners.answer, keep).register(app)


def rendered(session: Session, reflection_id: int, now: datetime) -> Message | None:
    """A shared reflection as it should stand now, in its channel's language."""
    posted = service.posted(session, reflection_id)
    if posted is None:
        return None
    reflection = posted.reflection
    channel = workspaces.channel_of(session, reflection.team_id, reflection.channel_id or "")
    author = service.names(session, [reflection]).get(reflection.person_id, reflection.person_id)
    today = workspaces.local(now, channel.zone).date()
    return views.card(posted, author, Texts(channel.language or DEFAULT), today)


async def open_form(visit: Visit) -> None:
    await _open(visit, week_of(visit.now.date()), visit.channel_id)


async def weekly_new(ack: AsyncAck, visit: Visit) -> None:
    await open_form(visit)
    await ack()


async def keep(visit: Visit, words: str) -> Message | None:
    """What was typed after the command begins the form."""
    await _open(visit, week_of(visit.now.date()), visit.channel_id, words)
    return None


async def earlier_wanted(ack: AsyncAck, visit: Visit) -> None:
    """On top of this week's form, so that nothing typed into it is lost."""
    channel_id = forms.carried(visit.body["view"])["channel"]
    await _open(visit, date.fromisoformat(visit.value), channel_id)
    await ack()


async def prompt_taken(ack: AsyncAck, visit: Visit) -> None:
    """It is shared where the prompt stands, even from the reminder in a direct message."""
    prompt_id = int(visit.value)
    prompt = await visit.database.read(lambda session: prompts.find(session, visit.viewer, prompt_id))
    await _open(visit, prompt.week, prompt.channel_id)
    await ack()


async def prompt_skipped(ack: AsyncAck, visit: Visit) -> None:
    prompt_id = int(visit.value)
    is_left_out = await visit.database.write(lambda session: _skip(session, visit, prompt_id))
    visit.tell(prompt_views.skipped(visit.texts, is_left_out))
    await ack()


async def reminder_turned(ack: AsyncAck, visit: Visit) -> None:
    is_wanted = visit.value == prompt_views.ON
    await visit.database.write(lambda session: reminders.want(session, visit.viewer, is_wanted, visit.now))
    visit.tell(prompt_views.reminded(visit.texts, is_wanted))
    await ack()


async def whole_wanted(ack: AsyncAck, visit: Visit) -> None:
    reflection_id = int(visit.value)
    await visit.open(await visit.database.read(lambda session: _whole(session, visit, reflection_id)))
    await ack()


async def answered(ack: AsyncAck, visit: Visit) -> None:
    view = visit.body["view"]
    await ack(
        response_action="update",
        view=await visit.database.write(lambda session: _answer(session, visit, view)),
    )


async def _open(visit: Visit, week: date, channel_id: str, words: str = "") -> None:
    await visit.open(
        await visit.database.read(lambda session: _form(session, visit, week, channel_id, words))
    )


def _form(session: Session, visit: Visit, week: date, channel_id: str, words: str) -> dict[str, Any]:
    said = markup.plain(words, workspaces.namer(session, visit.viewer.team_id))
    sheet = service.sheet(session, visit.viewer, week, channel_id, visit.now, said)
    return form_views.form(sheet, channel_id, visit.texts, visit.now.date())


def _answer(session: Session, visit: Visit, view: dict[str, Any]) -> dict[str, Any]:
    """A form sent twice is kept once, and answered alike."""
    carried, draft = forms.carried(view), form_views.given(view)
    week = date.fromisoformat(carried["week"])
    if receipts.take(session, view["id"], visit.now):
        service.answer(session, visit.viewer, week, draft, carried["channel"], visit.now)
    mine = service.of_week(session, visit.viewer, week)
    if mine is None or not mine.is_shared:
        return form_views.saved("", visit.texts)
    channel = workspaces.channel_of(session, mine.team_id, mine.channel_id or "")
    return form_views.saved(workspace_views.places([channel], visit.texts)[channel.id], visit.texts)


def _skip(session: Session, visit: Visit, prompt_id: int) -> bool:
    prompt = prompts.find(session, visit.viewer, prompt_id)
    return service.skip(session, visit.viewer, prompt.week, visit.now)


def _whole(session: Session, visit: Visit, reflection_id: int) -> dict[str, Any]:
    reflection = service.find(session, visit.viewer, reflection_id)
    author = service.names(session, [reflection]).get(reflection.person_id, reflection.person_id)
    return views.whole(reflection, author, visit.texts, visit.now.date())
