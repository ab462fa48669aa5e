"""What Slack tells of people and channels, and asking it for what it did not tell."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from ..platform import outbox
from ..platform.clock import Clock
from ..platform.database import Database
from ..platform.inbox import Event
from ..platform.outbox import parking
from ..platform.slack import Reader
from ..platform.texts import DEFAULT, Texts
from . import mirror, service, views

KINDS = "public_channel,private_channel,mpim,im"
CONVERSATIONS = ("im", "mpim")
"""What events call a conversation between two, and one between several."""

Handler = Callable[[Event], Awaitable[None]]
Leaving = Callable[[Session, str, str, str | None, datetime], None]
"""What is done when somebody leaves: team, person, and the channel or None for all of them."""


class Found(NamedTuple):
    """Who was in a channel: as we knew before we asked, and as Slack says."""

    known: list[str]
    people: list[str]


class Mirror:
    """Writes with no hurry: nobody waits for an answer."""

    def __init__(
        self, database: Database, reader: Reader, clock: Clock, bot_user_id: str, leaving: Leaving
    ) -> None:
        self._database = database
        self._reader = reader
        self._clock = clock
        self._bot = bot_user_id
        self._leaving = leaving

    def handlers(self) -> Mapping[str, Sequence[Handler]]:
        renewed = [self._channel_changed]
        return {
            "team_join": [self._person_changed],
            "user_change": [self._person_changed],
            "member_joined_channel": [self._joined],
            "member_left_channel": [self._left],
            "channel_left": [self._bot_left],
            "group_left": [self._bot_left],
            "channel_deleted": [self._bot_left],
            "group_deleted": [self._bot_left],
            "message:channel_convert_to_private": renewed,
            "message:channel_convert_to_public": renewed,
            "channel_shared": renewed,
            "channel_unshared": renewed,
            "channel_rename": renewed,
            "group_rename": renewed,
            "channel_archive": renewed,
            "group_archive": renewed,
            "channel_unarchive": renewed,
            "group_unarchive": renewed,
            "app_home_opened": [self._home_opened],
            "message": [self._written],
        }

    async def concerns(self, event: Event) -> bool:
        """Of plain messages those of a conversation we do not know yet."""
        if event.payload.get("channel_type") not in CONVERSATIONS:
            return False
        where = (event.team_id, event.payload["channel"])
        return not await self._database.read(lambda session: service.is_known(session, *where))

    async def resync(self, team_id: str) -> None:
        """Everybody, every channel the bot is in, and who is there: what was missed while we were away.

        Reading takes a while: lists are kept page by page, members as changes, so that what events tell
        meanwhile stays.
        """
        before = await self._database.read(lambda session: mirror.with_bot(session, team_id))
        async for page in self._reader.pages("users.list", "members", include_locale=True):
            await self._write(partial(self._keep_people, team_id=team_id, users=page))
        channels: list[dict[str, Any]] = []
        only = {"types": KINDS, "exclude_archived": False}
        async for page in self._reader.pages("users.conversations", "channels", **only):
            await self._write(partial(mirror.renew_channels, team_id=team_id, conversations=page))
            channels += page
        for channel in channels:
            await self._keep_channel(team_id, channel, only_if_new=True)
        for gone in before - {channel["id"] for channel in channels}:
            await self._write(partial(mirror.bot_left, team_id=team_id, channel_id=gone))
        await self._look_from_outside(team_id)
        now = self._clock.now()
        await self._write(lambda session: mirror.synced(session, team_id, now))
        await self._write(lambda session: parking.resume_installation(session, team_id, now))

    async def _keep_channel(self, team_id: str, channel: dict[str, Any], only_if_new: bool = False) -> None:
        """Always with who is in it: of a known channel nobody asks again.

        `only_if_new`: what is known of it already is newer.
        """
        found = await self._found_in(team_id, channel["id"])

        def unit(session: Session) -> None:
            if not (only_if_new and service.is_known(session, team_id, channel["id"])):
                mirror.keep_channel(session, team_id, channel, has_bot=False)
            self._keep_members(session, team_id, channel, found)

        await self._write(unit)

    async def _look_from_outside(self, team_id: str) -> None:
        """No event tells that a channel the bot is not in was made private: Slack just knows it no more."""
        for channel_id in await self._database.read(lambda session: mirror.without_bot(session, team_id)):
            if await self._reader.found("conversations.info", channel=channel_id) is None:
                await self._write(partial(mirror.close, team_id=team_id, channel_id=channel_id))

    async def _found_in(self, team_id: str, channel_id: str) -> Found:
        known = await self._database.read(lambda session: mirror.members(session, team_id, channel_id))
        return Found(known, await self._reader.members(channel_id))

    def _keep_members(self, session: Session, team_id: str, channel: dict[str, Any], found: Found) -> None:
        """With the bot in it, what was parked goes on; without it, nobody tells who comes and goes."""
        where, now = (team_id, channel["id"]), self._clock.now()
        if self._bot not in found.people:
            mirror.bot_left(session, *where)
            return
        for gone in mirror.keep_members(session, *where, found.people, found.known):
            self._leaving(session, team_id, gone, channel["id"], now)
        if mirror.keep_bot(session, *where, self._bot) and not channel.get("is_archived"):
            parking.resume_channel(session, *where, now)

    def _keep_people(self, session: Session, team_id: str, users: Sequence[dict[str, Any]]) -> None:
        for gone in mirror.keep_people(session, team_id, users):
            self._leaving(session, team_id, gone, None, self._clock.now())

    async def _person_changed(self, event: Event) -> None:
        """The event's own user object may lack the locale, so the whole is asked for."""
        answer = await self._reader.one("users.info", user=event.payload["user"]["id"], include_locale=True)
        await self._write(partial(self._keep_people, team_id=event.team_id, users=[answer["user"]]))

    async def _joined(self, event: Event) -> None:
        channel_id, person_id = event.payload["channel"], event.payload["user"]
        if person_id == self._bot:
            await self._invited(event.team_id, channel_id, event.payload.get("inviter"))
        else:
            await self._write(lambda session: mirror.join(session, event.team_id, channel_id, person_id))

    async def _left(self, event: Event) -> None:
        if event.payload["user"] == self._bot:
            await self._bot_left(event)
        else:
            await self._write(partial(self._somebody_left, event=event))

    def _somebody_left(self, session: Session, event: Event) -> None:
        person_id, channel_id = event.payload["user"], event.payload["channel"]
        mirror.leave(session, event.team_id, channel_id, person_id)
        self._leaving(session, event.team_id, person_id, channel_id, self._clock.now())

    async def _invited(self, team_id: str, channel_id: str, inviter_id: str | None) -> None:
        """Says who it is, in the language of who invited it."""
        await self._keep_channel(team_id, await self._channel(channel_id))
        now = self._clock.now()

        def introduce(session: Session) -> None:
            channel = service.channel_of(session, team_id, channel_id)
            if not channel.is_shared and service.is_first_offer(session, channel, now):
                language = service.viewer(session, team_id, inviter_id or "", channel_id).language
                outbox.post(session, team_id, channel_id, views.introduction(Texts(language or DEFAULT)), now)

        await self._write(introduce)

    async def _bot_left(self, event: Event) -> None:
        await self._write(lambda session: mirror.bot_left(session, event.team_id, event.payload["channel"]))

    async def _channel_changed(self, event: Event) -> None:
        found = event.payload["channel"]
        channel_id = found["id"] if isinstance(found, dict) else found
        await self._keep_channel(event.team_id, await self._channel(channel_id))

    async def _home_opened(self, event: Event) -> None:
        """How a direct conversation with the bot becomes known."""
        await self._keep_channel(event.team_id, await self._channel(event.payload["channel"]))

    async def _written(self, event: Event) -> None:
        """How a conversation between several becomes known: Slack tells nobody that one began.
        https://github.com/slackapi/bolt-js/issues/2070
        """
        if await self.concerns(event):
            await self._keep_channel(event.team_id, await self._channel(event.payload["channel"]))

    async def _channel(self, channel_id: str) -> dict[str, Any]:
        answer = await self._reader.one("conversations.info", channel=channel_id)
        return dict(answer["channel"])

    async def _write(self, unit: Callable[[Session], None]) -> None:
        await self._database.write(unit, None)
