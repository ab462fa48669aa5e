"""The local Slack as its users hold it."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any

from . import membership
from .api_server import ApiServer
from .bell import Bell
from .channels import Channel
from .clock import MovableClock
from .core import Core
from .deliveries import PATIENCE, RETRY_WAITS, Deliveries, Transport
from .desk import Desk
from .events import Events
from .faults import Fault, Faults
from .files import Files
from .forms import Forms
from .hands import Hand
from .manifest import Manifest
from .messages import Message
from .people import Person
from .reads import Reads
from .response_urls import ResponseUrls
from .server import Listening, application
from .signed_http import SignedHttp
from .sockets import SocketMode
from .stamps import Stamps, secret, utc_now
from .tokens import Tokens
from .triggers import Triggers
from .wire import Call, Delivery, Wire
from .workspace import Workspace


class LocalSlack:
    """A workspace with one app installed, described by its manifest.

    Delivers over Socket Mode, or signed over HTTP when a `request_url` is given. What is set up with
    `add_person`, `add_channel` and `dm_with_bot` sends no events; the asynchronous methods send those
    that Slack sends.
    """

    def __init__(
        self,
        manifest: dict[str, Any],
        clock: Callable[[], datetime] = utc_now,
        request_url: str | None = None,
        port: int = 0,
        name: str = "Local",
        patience: float = PATIENCE,
        retry_waits: Sequence[float] = RETRY_WAITS,
    ) -> None:
        """`patience` for an answer, `retry_waits` before each retry of an event: seconds of real time."""
        self.signing_secret = secret(16)
        declared = Manifest.read(manifest)
        workspace = Workspace(name, declared.bot_name, Stamps(clock))
        bell = Bell()
        transport: Transport = (
            SignedHttp(request_url, self.signing_secret)
            if request_url
            else SocketMode(workspace.app_id, bell)
        )
        wire, faults = Wire(bell), Faults()
        deliveries = Deliveries(transport, clock, wire, faults, patience, retry_waits)
        self.core = _assemble(declared, workspace, deliveries, wire, faults, clock, bell)
        if isinstance(clock, MovableClock):
            clock.on_move.append(self.core.desk.clock_moved)
        self._listening = Listening(application(self.core, ApiServer(self.core)), port)

    async def __aenter__(self) -> "LocalSlack":
        self.core.url = await self._listening.start()
        self.all_read()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.core.deliveries.close()
        await self._listening.stop()

    @property
    def url(self) -> str:
        return self.core.url

    @property
    def api_url(self) -> str:
        return f"{self.core.url}/api/"

    @property
    def bot_token(self) -> str:
        return self.core.tokens.bot

    @property
    def app_token(self) -> str:
        return self.core.tokens.app

    @property
    def bot_user_id(self) -> str:
        return self.core.workspace.bot.id

    @property
    def team_id(self) -> str:
        return self.core.workspace.team_id

    @property
    def desk(self) -> Desk:
        return self.core.desk

    @property
    def connections(self) -> int:
        """How many sockets the app has open."""
        transport = self.core.deliveries.transport
        return transport.connections if isinstance(transport, SocketMode) else 0

    @property
    def calls(self) -> list[Call]:
        """The calls of the Web API, newest last."""
        return self.core.wire.calls

    @property
    def deliveries(self) -> list[Delivery]:
        """The attempts to deliver something to the app, newest last."""
        return self.core.wire.deliveries

    def add_person(self, name: str, **about: Any) -> Person:
        """`about` are fields of Person: real_name, display_name, locale, tz, is_admin, is_guest, …"""
        return self.core.workspace.add_person(name, **about)

    def add_channel(
        self, name: str, members: Iterable[Person] = (), private: bool = False, with_bot: bool = True
    ) -> Channel:
        ids = [member.id for member in members] + ([self.bot_user_id] if with_bot else [])
        return self.core.workspace.add_channel(name, "private" if private else "public", ids)

    def dm_with_bot(self, person: Person) -> Channel:
        return self.core.workspace.direct([self.bot_user_id, person.id])

    def group_dm(self, *people: Person, with_bot: bool = True) -> Channel:
        bot = [self.bot_user_id] if with_bot else []
        return self.core.workspace.direct([*bot, *(person.id for person in people)])

    def hand(self, person: Person) -> Hand:
        return Hand(self.core, person)

    def messages(self, channel: Channel | str) -> list[Message]:
        """Everything posted there, oldest first, without what only one person was shown."""
        return list(self.core.workspace.channel(channel).messages)

    def all_read(self) -> None:
        """What was said until now is nobody's news."""
        self.core.reads.begin(self.core.workspace.stamps.ts())

    def begin_anew(self) -> None:
        """Timestamps go back to where the clock stands now; only before anything was said."""
        stamps = self.core.workspace.stamps
        stamps.go_on_from(0, stamps.last_number)

    def content(self, file: dict[str, Any]) -> bytes:
        """Of a file in a message."""
        return self.core.files.find(file["id"]).content

    def fail_next(
        self,
        method: str,
        times: int = 1,
        status: int = 429,
        retry_after: float | str | None = 1,
        effect: bool = False,
        hangs: float = 0.0,
        late: float = 0.0,
    ) -> None:
        """See faults.Fault."""
        self.core.faults.add(method, times, Fault(status, retry_after, effect, hangs, late))

    def revoke_token(self, error: str | None = "token_revoked") -> None:
        """The bot's token is refused with this error from now on; None takes it again."""
        self.core.tokens.refused = error

    async def connected(self, timeout: float = 10) -> None:  # noqa: ASYNC109
        """Returns once the app can be reached; raises TimeoutError."""
        await asyncio.wait_for(self.core.deliveries.transport.ready(), timeout)

    async def settled(self, timeout: float = 10) -> None:  # noqa: ASYNC109
        """Returns once no event is under way any more; raises TimeoutError."""
        await asyncio.wait_for(self.core.deliveries.settled(), timeout)

    async def verify_request_url(self) -> bool:
        """HTTP: sends `url_verification`; whether the app gave the challenge back."""
        transport = self.core.deliveries.transport
        return isinstance(transport, SignedHttp) and await transport.verify(secret())

    async def redeliver(self, event_id: str) -> Delivery:
        return await self.core.deliveries.redeliver(event_id)

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Socket Mode: asks the app to leave and closes; `warning` only asks."""
        if isinstance(self.core.deliveries.transport, SocketMode):
            await self.core.deliveries.transport.disconnect(reason)

    async def archive(self, channel: Channel, by: Person | None = None) -> None:
        membership.archive(self.core, channel, by or self.core.workspace.somebody(channel))

    async def unarchive(self, channel: Channel, by: Person | None = None) -> None:
        membership.unarchive(self.core, channel, by or self.core.workspace.somebody(channel))

    async def rename(self, channel: Channel, name: str) -> None:
        membership.rename(self.core, channel, name)

    async def delete(self, channel: Channel) -> None:
        membership.delete(self.core, channel)

    async def make_private(self, channel: Channel, by: Person | None = None) -> None:
        membership.make_private(self.core, channel, by or self.core.workspace.somebody(channel))

    async def newcomer(self, name: str, **about: Any) -> Person:
        """Somebody joins the workspace."""
        person = self.add_person(name, **about)
        membership.welcome(self.core, person)
        return person

    async def change_person(self, person: Person, **changes: Any) -> None:
        membership.change(self.core, person, **changes)

    async def deactivate(self, person: Person) -> None:
        membership.deactivate(self.core, person)


def _assemble(
    manifest: Manifest,
    workspace: Workspace,
    deliveries: Deliveries,
    wire: Wire,
    faults: Faults,
    clock: Callable[[], datetime],
    bell: Bell,
) -> Core:
    desk = Desk(bell)
    wire.on_answer.append(desk.tell)
    return Core(
        clock=clock,
        manifest=manifest,
        workspace=workspace,
        bell=bell,
        deliveries=deliveries,
        events=Events(manifest, workspace, deliveries),
        forms=Forms(workspace, bell),
        triggers=Triggers(clock),
        response_urls=ResponseUrls(clock),
        files=Files(workspace.stamps),
        tokens=Tokens(),
        wire=wire,
        faults=faults,
        desk=desk,
        reads=Reads(),
    )
