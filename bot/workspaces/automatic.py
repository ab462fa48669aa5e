"""What Urakata posts by itself in a channel: begun, ended and moved by its people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from ..platform import schedule
from ..platform.schedule import Schedule
from ..platform.viewer import Viewer
from . import service, settings
from .automatic_model import Automatic, Begun
from .model import Channel
from .settings_model import ChannelSettings


def on(session: Session, channel: Channel, posts: Sequence[Automatic]) -> list[Begun]:
    """What is on there, in the order of `posts`."""
    its = settings.of(session, channel)
    found = [(post, schedule.find(session, post.kind, channel.team_id, channel.id)) for post in posts]
    return [
        Begun(post.kind, post.first_day(session, channel, its, _day(begun))) for post, begun in found if begun
    ]


def start(
    session: Session, viewer: Viewer, channel_id: str, posts: Sequence[Automatic], now: datetime
) -> Channel:
    """Begin everything at the channel's settings; where something is on already, nothing changes.

    Where nobody chose them, the channel's language and zone are the viewer's from now on. Raises UserError
    where the bot is not, for a guest, and in a channel shared with another company.
    """
    channel = service.check_place(session, viewer, channel_id)
    service.hold(session, channel)
    if not on(session, channel, posts):
        if not settings.are_chosen(session, channel):
            channel.language, channel.zone = viewer.language, str(viewer.zone)
        _switch(session, viewer, channel, posts, [post.kind for post in posts], now)
    return channel


def keep(
    session: Session,
    viewer: Viewer,
    channel_id: str,
    wanted: ChannelSettings,
    kinds: Collection[str],
    posts: Sequence[Automatic],
    now: datetime,
) -> Channel:
    """The channel is as wanted from now on, and exactly these kinds are on.

    Raises UserError where the bot is not, for a guest, and for a kind that begins in a channel shared
    with another company.
    """
    channel = service.may_set(session, viewer, channel_id)
    settings.keep(session, viewer, channel, wanted, now)
    _switch(session, viewer, channel, posts, kinds, now)
    where = (channel.team_id, channel.id)
    for post in posts:
        schedule.move(session, post.kind, *where, post.wall_time(wanted), str(wanted.zone), now)
    return channel


def resume(session: Session, viewer: Viewer, channel_id: str, post: Automatic, now: datetime) -> Channel:
    """Begin one kind again, as the channel had it; nothing changes where it is on.

    Raises UserError where the bot is not, for a guest, and in a channel shared with another company.
    """
    channel = service.may_set(session, viewer, channel_id)
    service.hold(session, channel)
    if not on(session, channel, [post]):
        _begin(session, viewer, channel, [post], now)
    return channel


def stop(session: Session, viewer: Viewer, channel_id: str, post: Automatic, now: datetime) -> None:
    """End one kind; nothing changes where it is not on. Raises UserError for a guest."""
    channel = service.may_set(session, viewer, channel_id)
    _end(session, viewer, channel, on(session, channel, [post]), now)


def _switch(
    session: Session,
    viewer: Viewer,
    channel: Channel,
    posts: Sequence[Automatic],
    kinds: Collection[str],
    now: datetime,
) -> None:
    before = on(session, channel, posts)
    known = {begun.kind for begun in before}
    _begin(session, viewer, channel, [post for post in posts if post.kind in {*kinds} - known], now)
    _end(session, viewer, channel, [begun for begun in before if begun.kind not in kinds], now)


def _begin(
    session: Session, viewer: Viewer, channel: Channel, posts: Sequence[Automatic], now: datetime
) -> None:
    """Who begins one cares for the channel."""
    if posts:
        service.take_care(session, viewer, channel.id, [post.kind for post in posts], now)
    its = settings.of(session, channel)
    for post in posts:
        where = (channel.team_id, channel.id)
        schedule.start(session, post.kind, *where, post.wall_time(its), str(its.zone), now)


def _end(session: Session, viewer: Viewer, channel: Channel, begun: Sequence[Begun], now: datetime) -> None:
    if begun:
        service.rest(session, viewer, channel.id, [each.kind for each in begun], now)
    for each in begun:
        schedule.stop(session, each.kind, channel.team_id, channel.id, now)


def _day(begun: Schedule) -> date:
    return service.local(begun.due_at, begun.zone).date()
