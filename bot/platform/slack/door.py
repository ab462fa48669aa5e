"""Through here everything from Slack comes in.

Events are kept in the inbox before they are acknowledged; a request of a person becomes a Visit,
handed to its listener as `visit`; whatever goes wrong becomes an answer in the person's language.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any
from uuid import uuid4

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.orm import Session

from ...errors import CommitInDoubt, NotSaved, Repeated
from .. import logs, receipts
from ..clock import Clock
from ..database import Database
from ..inbox import Event, Intake, event_of
from ..texts import DEFAULT, Texts, texts_for
from ..viewer import Viewer
from . import trouble
from .answers import Answers
from .visit import Visit
from .writable import make_writable

Who = Callable[[Session, str, str, str], Viewer]
"""(session, team id, person id, channel id): the viewer a request comes from."""
Sieve = Callable[[Event], Awaitable[bool]]
"""Whether an event is worth keeping, for those of which most are about nothing we know."""

ANSWER_SECONDS = 2.6
"""Slack waits for three, and the answer travels too."""

_log = logs.logger(__name__)


def either(*sieves: Sieve) -> Sieve:
    """An event that one of them wants is kept."""

    async def wanted(event: Event) -> bool:
        return any([await sieve(event) for sieve in sieves])

    return wanted


async def _passes(sieve: Sieve, event: Event) -> bool:
    """What it cannot read is kept: whatever cannot be handled is shown to somebody in the end."""
    try:
        return await sieve(event)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        logs.failed(_log, "event not understood", error, event_id=event.id, event_type=event.type)
        return True


class Door:
    def __init__(
        self,
        app: AsyncApp,
        client: AsyncWebClient,
        database: Database,
        clock: Clock,
        who: Who,
        answers: Answers,
    ) -> None:
        self.wanted_events: frozenset[str] = frozenset()
        self.sieves: Mapping[str, Sieve] = {}
        self._client = client
        self._database = database
        self._clock = clock
        self._who = who
        self._answers = answers
        self._intake = Intake(database, clock)
        self._known: dict[tuple[str, str], Viewer] = {}
        app.middleware(self._events)
        app.middleware(self._visits)
        app.error(self._trouble)

    async def _events(self, body: dict[str, Any], next_: Callable[[], Awaitable[Any]]) -> BoltResponse | None:
        """An exception here is a 500, or no acknowledgement on a socket: Slack sends the event again."""
        make_writable(body)
        if body.get("type") != "event_callback":
            await next_()
            return None
        if await self._wants(event_of(body)):
            await self._intake.keep(body)
        return BoltResponse(status=200, body="")

    async def _wants(self, event: Event) -> bool:
        sieve = self.sieves.get(event.type)
        return event.type in self.wanted_events and (sieve is None or await _passes(sieve, event))

    async def _visits(
        self, body: dict[str, Any], context: AsyncBoltContext, next_: Callable[[], Awaitable[Any]]
    ) -> None:
        context["visit"] = await self._visit(body)
        await next_()

    async def _visit(self, body: dict[str, Any]) -> Visit:
        team, person, channel = _team(body), _person(body), _channel(body)
        deadline = asyncio.get_running_loop().time() + ANSWER_SECONDS
        hurried = self._database.by(deadline, partial(self._receive, body=body))
        viewer = await hurried.read(lambda session: self._who(session, team, person, channel))
        self._known[team, person] = viewer
        now = self._clock.now().astimezone(viewer.zone)
        return Visit(viewer, now, body, hurried, self._client, self._answers)

    def _receive(self, session: Session, body: dict[str, Any]) -> None:
        """Raises Repeated for a request that was carried out already."""
        if (gesture := _gesture(body)) and not receipts.take(session, gesture, self._clock.now()):
            raise Repeated

    async def _trouble(
        self, error: Exception, body: dict[str, Any], context: AsyncBoltContext
    ) -> BoltResponse:
        """Every exception ends here, as an answer; an event is not acknowledged, so that it comes again."""
        if body.get("type") == "event_callback":
            logs.failed(_log, "event not kept", error)
            return BoltResponse(status=500, body="")
        texts = self._texts(body, context.get("visit"))
        if isinstance(error, Repeated):
            return trouble.repeated(error, body, texts)
        error = error.__cause__ if isinstance(error.__cause__, CommitInDoubt | NotSaved) else error
        mark = uuid4().hex[:8]
        if not trouble.is_expected(error):
            logs.failed(_log, "request failed", error, mark=mark, request=_kind(body))
        if trouble.needs_form(body):
            self._answers.show(self._client, body, trouble.notice(error, texts, mark))
            return BoltResponse(status=200, body="")
        return trouble.answer(error, body, texts, mark, self._answers)

    def _texts(self, body: dict[str, Any], visit: Visit | None) -> Texts:
        """With the database gone, in the language they were spoken to in before."""
        viewer = visit.viewer if visit else self._known.get((_team(body), _person(body)))
        return texts_for(viewer) if viewer else Texts(DEFAULT)


def _team(body: dict[str, Any]) -> str:
    """In shared channels the installing team is not the visitor's own."""
    installed = (body.get("view") or {}).get("app_installed_team_id")
    return str(installed or body.get("team_id") or (body.get("team") or {}).get("id") or "")


def _person(body: dict[str, Any]) -> str:
    return str(body.get("user_id") or (body.get("user") or {}).get("id") or "")


def _channel(body: dict[str, Any]) -> str:
    return str(body.get("channel_id") or (body.get("channel") or {}).get("id") or "")


def _gesture(body: dict[str, Any]) -> str:
    """What every delivery of one gesture has in common, and no other gesture has.

    That a form brings a trigger is not documented: it is known by how it stood when it was sent.
    """
    view = body.get("view") or {}
    known = body.get("trigger_id") or (view.get("id") and f"{view['id']}:{view.get('hash')}")
    return f"gesture:{known}"[: receipts.LONGEST] if known else ""


def _kind(body: dict[str, Any]) -> str:
    return str(body.get("command") or body.get("callback_id") or body.get("type"))
