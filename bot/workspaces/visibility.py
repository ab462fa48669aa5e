"""The one door to what may be seen: a channel's records are seen by whoever could see the channel now.

Public channels by every member of the workspace, guests only where they are in; all others by those
who are in them. Someone we do not know sees only the channels we know them to be in. What belongs to
a person is seen by them alone, until they share it in a channel.
"""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import BindParameter, ColumnElement, Select, and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from ..platform.viewer import Viewer
from .model import PUBLIC, Channel, InChannel, Membership, OfPerson, Person

Row = TypeVar("Row", bound=InChannel)
Own = TypeVar("Own", bound=OfPerson)
Value = str | BindParameter[str]


def visible(table: type[Row], viewer: Viewer) -> Select[Row]:
    """The rows of the table that this viewer may see."""
    return select(table).where(table.team_id == viewer.team_id, table.channel_id.in_(_channels(viewer)))


def own(table: type[Own], viewer: Viewer) -> Select[Own]:
    """The viewer's own rows, and nobody else's."""
    return select(table).where(table.team_id == viewer.team_id, _own(table, viewer))


def own_or_shared(table: type[Own], viewer: Viewer) -> Select[Own]:
    """The viewer's own rows, and those that others shared where the viewer may look."""
    shared = and_(table.is_shared, table.channel_id.in_(_channels(viewer)))
    return select(table).where(table.team_id == viewer.team_id, or_(_own(table, viewer), shared))


def channel(session: Session, viewer: Viewer, channel_id: str) -> Channel | None:
    """None also for one the viewer may not see."""
    asked = {"team": viewer.team_id, "person": viewer.person_id, "channel": channel_id}
    return session.scalar(_CHANNEL, asked)


def may_see(session: Session, viewer: Viewer, channel_id: str) -> bool:
    return channel(session, viewer, channel_id) is not None


def visible_channels(viewer: Viewer) -> Select[Channel]:
    return select(Channel).where(Channel.team_id == viewer.team_id, Channel.id.in_(_channels(viewer)))


def _own(table: type[OfPerson], viewer: Viewer) -> ColumnElement[bool]:
    is_gone = _is(viewer.team_id, viewer.person_id, Person.is_gone.is_(True))
    return and_(table.person_id == viewer.person_id, ~is_gone)


def _channels(viewer: Viewer) -> Select[str]:
    return _seen_by(viewer.team_id, viewer.person_id)


def _seen_by(team_id: Value, person_id: Value) -> Select[str]:
    is_here = exists().where(
        Membership.team_id == Channel.team_id,
        Membership.channel_id == Channel.id,
        Membership.person_id == person_id,
    )
    is_open = and_(Channel.kind == PUBLIC, _is(team_id, person_id, Person.is_guest.is_(False)))
    is_gone = _is(team_id, person_id, Person.is_gone.is_(True))
    return select(Channel.id).where(Channel.team_id == team_id, or_(is_here, is_open), ~is_gone)


def _is(team_id: Value, person_id: Value, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(Person.team_id == team_id, Person.id == person_id, condition)


_CHANNEL = select(Channel).where(
    Channel.team_id == bindparam("team"),
    Channel.id == bindparam("channel"),
    Channel.id.in_(_seen_by(bindparam("team"), bindparam("person"))),
)
"""Asked with every request, so it is built once."""
