"""Ending what a channel gets by itself from the post itself, and beginning it again."""

from __future__ import annotations

from collections.abc import Sequence

from slack_bolt.async_app import AsyncAck, AsyncApp

from ..platform.slack import Visit
from ..tasks import unowned_views
from ..workspaces import automatic
from ..workspaces.automatic_model import Automatic
from ..workspaces.views import POST_AGAIN, POST_MENU, SETTINGS_ENTRY, post_stopped
from .settings_listeners import SettingsDoor


class PostSwitches:
    """`posts` is everything a channel may have posted by itself; values of buttons are their kinds."""

    def __init__(self, posts: Sequence[Automatic], settings: SettingsDoor) -> None:
        self._posts = {post.kind: post for post in posts}
        self._settings = settings

    def register(self, app: AsyncApp) -> None:
        app.action(POST_MENU)(self._chosen)
        app.action(unowned_views.STOP)(self._stopped)
        app.action(POST_AGAIN)(self._begun)
        app.action(unowned_views.START)(self._begun)

    async def _chosen(self, ack: AsyncAck, visit: Visit) -> None:
        what, _, kind = visit.value.partition(":")
        if what == SETTINGS_ENTRY:
            await self._settings.open(visit)
        else:
            await self._stop(visit, kind)
        await ack()

    async def _stopped(self, ack: AsyncAck, visit: Visit) -> None:
        await self._stop(visit, visit.value)
        await ack()

    async def _stop(self, visit: Visit, kind: str) -> None:
        viewer, channel_id, post = visit.viewer, visit.channel_id, self._posts[kind]
        await visit.database.write(
            lambda session: automatic.stop(session, viewer, channel_id, post, visit.now)
        )
        visit.tell(post_stopped(kind, visit.texts))

    async def _begun(self, ack: AsyncAck, visit: Visit) -> None:
        visit.replace(await self._settings.resumed(visit, self._posts[visit.value]))
        await ack()
