"""From Slack to the digest and back."""

from __future__ import annotations

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import help_texts
from ..platform.blocks import Message
from ..platform.slack import Visit
from ..platform.subcommands import Asked, Subcommand, help_on, read
from ..workspaces import automatic
from ..workspaces import service as workspaces
from ..workspaces.views import post_stopped
from . import service, views

HERE = Subcommand(("here", "ここに"))
STOP = Subcommand(("stop", "停止"))
SUBCOMMANDS = (HERE, STOP)


def register(app: AsyncApp) -> None:
    app.command("/digest")(digest_command)


async def digest_command(ack: AsyncAck, visit: Visit) -> None:
    await ack(**(await _answer(visit)).answer())


async def _answer(visit: Visit) -> Message:
    """To a word it does not know: what it does."""
    if not visit.words:
        return await visit.database.read(lambda session: _mine(session, visit))
    match read(visit.words, [*SUBCOMMANDS, help_on(SUBCOMMANDS)]):
        case Asked(HERE.name):
            return await visit.database.write(lambda session: _here(session, visit))
        case Asked(STOP.name):
            return await visit.database.write(lambda session: _stop(session, visit))
        case Asked(_, topic):
            return help_texts.about(topic, "/digest", "digest", SUBCOMMANDS, visit.texts)
    return help_texts.overview("/digest", "digest", SUBCOMMANDS, visit.texts)


def _mine(session: Session, visit: Visit) -> Message:
    """Today's plan of the channel, for the visitor alone, in their language."""
    channel, plan = service.for_viewer(session, visit.viewer, visit.channel_id, visit.now)
    if plan.is_empty:
        return views.empty(plan, visit.texts)
    names, links = service.surroundings(session, plan)
    return views.digest(plan, names, links, visit.texts, workspaces.local(visit.now, channel.zone))


def _here(session: Session, visit: Visit) -> Message:
    """The plan for all, or to who asked that there is none."""
    plan = service.share(session, visit.viewer, visit.channel_id, visit.now)
    return views.empty(plan, visit.texts) if plan.is_empty else views.shared(visit.texts)


def _stop(session: Session, visit: Visit) -> Message:
    automatic.stop(session, visit.viewer, visit.channel_id, service.AUTOMATIC, visit.now)
    return post_stopped(service.KIND, visit.texts)
