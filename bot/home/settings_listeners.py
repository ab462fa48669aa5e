"""From Slack to the settings of a channel and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ..platform import forms, receipts
from ..platform.blocks import Message
from ..platform.slack import Visit
from ..workspaces import automatic, settings
from ..workspaces import service as workspaces
from ..workspaces.automatic_model import Automatic
from ..workspaces.model import Channel
from ..workspaces.settings_model import ChannelSettings
from ..workspaces.views import SETTINGS, START
from . import filled_views, settings_views


class SettingsDoor:
    """`posts` is everything a channel may have posted by itself, in the order it is shown."""

    def __init__(self, posts: Sequence[Automatic]) -> None:
        self._posts = posts

    def register(self, app: AsyncApp) -> None:
        app.action(START)(self._start)
        app.action(SETTINGS)(self._pressed)
        app.view("home.settings")(self._given)

    async def open(self, visit: Visit) -> None:
        await visit.open(await visit.database.read(lambda session: self._form(session, visit)))

    async def resumed(self, visit: Visit, post: Automatic) -> Message:
        """What is on, with that kind begun again."""

        def unit(session: Session) -> Message:
            channel = automatic.resume(session, visit.viewer, visit.channel_id, post, visit.now)
            return self._said(session, visit, channel, started=True)

        return await visit.database.write(unit)

    async def _start(self, ack: AsyncAck, visit: Visit) -> None:
        def unit(session: Session) -> Message:
            channel = automatic.start(session, visit.viewer, visit.channel_id, self._posts, visit.now)
            return self._said(session, visit, channel, started=True)

        visit.tell(await visit.database.write(unit))
        await ack()

    async def _pressed(self, ack: AsyncAck, visit: Visit) -> None:
        await self.open(visit)
        await ack()

    async def _given(self, ack: AsyncAck, visit: Visit) -> None:
        """Confirmed where the form was opened; one sent twice, or without a change, says nothing."""
        view = visit.body["view"]
        said = await visit.database.write(lambda session: self._save(session, visit, view))
        if said and (url := forms.carried(view)["reply"]):
            visit.tell(said, url)
        await ack()

    def _form(self, session: Session, visit: Visit) -> dict[str, Any]:
        channel = workspaces.may_set(session, visit.viewer, visit.channel_id)
        around = settings_views.Around(
            [post.kind for post in self._posts],
            self._kinds(session, channel),
            channel.is_shared,
            *_last_change(session, channel),
        )
        return settings_views.form(
            _its(session, visit, channel),
            around,
            visit.texts,
            visit.now,
            channel=channel.id,
            reply=visit.reply_url,
        )

    def _save(self, session: Session, visit: Visit, view: dict[str, Any]) -> Message | None:
        changes = filled_views.changed(view)
        if not changes or not receipts.take(session, view["id"], visit.now):
            return None
        channel = workspaces.may_set(session, visit.viewer, forms.carried(view)["channel"])
        workspaces.hold(session, channel)
        wanted = filled_views.wanted(changes, _its(session, visit, channel))
        kinds = filled_views.kinds(changes, self._kinds(session, channel))
        automatic.keep(session, visit.viewer, channel.id, wanted, kinds, self._posts, visit.now)
        return self._said(session, visit, channel)

    def _said(self, session: Session, visit: Visit, channel: Channel, started: bool = False) -> Message:
        its, on = settings.of(session, channel), automatic.on(session, channel, self._posts)
        now = workspaces.local(visit.now, channel.zone)
        say = settings_views.started if started else settings_views.saved
        return say(its, on, visit.texts, now)

    def _kinds(self, session: Session, channel: Channel) -> list[str]:
        return [begun.kind for begun in automatic.on(session, channel, self._posts)]


def _its(session: Session, visit: Visit, channel: Channel) -> ChannelSettings:
    return settings.of(session, channel, visit.viewer.zone, visit.viewer.language)


def _last_change(session: Session, channel: Channel) -> tuple[Any, Any]:
    found = settings.last_change(session, channel)
    if found is None:
        return None, None
    names = workspaces.names(session, channel.team_id, [found.person_id])
    return names.get(found.person_id, found.person_id), found.at
