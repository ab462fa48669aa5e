"""Who is asking, where they may speak, what others are called. Never commits, knows no Slack."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from ..errors import UserError
from ..platform import ids
from ..platform.texts import DEFAULT, Name, language_of
from ..platform.viewer import Viewer
from ..platform.zones import zone_of
from . import activity, mirror, visibility
from .model import DIRECT, PUBLIC, Channel, Owner, Person, Workspace

UTC_NAME = "UTC"

_VIEWER = (
    select(Person.locale, Person.zone, Channel.language, Channel.zone)
    .select_from(Workspace)
    .outerjoin(Person, and_(Person.team_id == Workspace.team_id, Person.id == bindparam("person")))
    .outerjoin(Channel, and_(Channel.team_id == Workspace.team_id, Channel.id == bindparam("channel")))
    .where(Workspace.team_id == bindparam("team"))
)
"""Asked with every request, so it is built once."""


def viewer(session: Session, team_id: str, person_id: str, channel_id: str) -> Viewer:
    """Someone not known yet is spoken to in the channel's language."""
    asked = {"team": team_id, "person": person_id, "channel": channel_id}
    tag, zone, language, channel_zone = session.execute(_VIEWER, asked).first() or (None,) * 4
    language = language_of(tag) if tag else language or DEFAULT
    return Viewer(team_id, person_id, language, zone_of(zone or channel_zone or UTC_NAME), tag or "")


def speak_in(session: Session, viewer: Viewer, channel_id: str, words: str = "") -> Channel:
    """The channel in which the viewer wants something kept; the first of them lends it language and zone.

    Raises UserError when the bot is not in it, or the viewer is not known to be.
    """
    channel = check_place(session, viewer, channel_id, words)
    if not (channel.language and channel.zone):
        channel.language = channel.language or viewer.language
        channel.zone = channel.zone or str(viewer.zone)
    return channel


def check_place(session: Session, viewer: Viewer, channel_id: str, words: str = "") -> Channel:
    """The same, but changes nothing."""
    channel = visibility.channel(session, viewer, channel_id)
    if channel is None or not channel.has_bot:
        direct = channel_id.startswith(ids.DIRECT)
        raise UserError("error.not_in_direct" if direct else "error.not_in_channel", words=words)
    if channel.is_archived:
        raise UserError("error.archived", words=words)
    return channel


def audience(session: Session, viewer: Viewer, channel_id: str) -> Channel | None:
    """The channel, where the viewer can have something posted for others; None where they cannot."""
    channel = visibility.channel(session, viewer, channel_id)
    if channel is None or not channel.has_bot or channel.is_archived or channel.kind == DIRECT:
        return None
    return channel


def take_care(
    session: Session, viewer: Viewer, channel_id: str, kinds: Sequence[str], now: datetime
) -> Channel:
    """The viewer starts these automatic posts of the channel.

    Raises UserError for a guest, and in a channel shared with another company.
    """
    channel = speak_in(session, viewer, channel_id)
    _refuse_guest(session, viewer)
    if channel.is_shared:
        raise UserError("error.shared_channel")
    channel.carer_id, channel.offered_at = viewer.person_id, channel.offered_at or now
    activity.note(session, viewer, "channel.started", "channel", channel_id, now, kinds=kinds)
    return channel


def may_set(session: Session, viewer: Viewer, channel_id: str) -> Channel:
    """The channel whose settings the viewer wants to change.

    Raises UserError where the bot is not, in a direct conversation, and for a guest.
    """
    if channel_id.startswith("D"):
        raise UserError("error.settings_in_direct")
    channel = check_place(session, viewer, channel_id)
    _refuse_guest(session, viewer)
    return channel


def hold(session: Session, channel: Channel) -> None:
    """Until the commit: of two who change what a channel decided at once, the second meets the first."""
    session.refresh(channel, with_for_update=True)


def rest(session: Session, viewer: Viewer, channel_id: str, kinds: Sequence[str], now: datetime) -> None:
    """The viewer ends these automatic posts of the channel. Raises UserError for a guest."""
    check_place(session, viewer, channel_id)
    _refuse_guest(session, viewer)
    activity.note(session, viewer, "channel.stopped", "channel", channel_id, now, kinds=kinds)


def may_be_told(channel: Channel) -> bool:
    """Whether anything may be posted there that nobody asked for."""
    return channel.has_bot and not channel.is_archived and not channel.is_shared


def carer_of(session: Session, team_id: str, channel_id: str) -> str | None:
    """Who is told when something of the channel needs a person; nobody when they are not there any more.

    In a conversation with us it is whoever talks with us.
    """
    channel = session.get(Channel, (team_id, channel_id))
    if channel is None:
        return None
    here = mirror.members(session, team_id, channel_id)
    if channel.kind == DIRECT:
        bot_user_id = session.get_one(Workspace, team_id).bot_user_id
        return next((person_id for person_id in here if person_id != bot_user_id), None)
    return channel.carer_id if channel.carer_id in here else None


def last_carer_of(session: Session, team_id: str, channel_id: str) -> str | None:
    """Who cared for a channel that we are not in any more; whether they still are, nobody can tell."""
    channel = session.get(Channel, (team_id, channel_id))
    return channel.carer_id if channel is not None and not channel.has_bot else None


def offer_once(session: Session, viewer: Viewer, channel: Channel, now: datetime) -> bool:
    """True for the first who keeps something in a channel where nothing is automatic yet."""
    if channel.offered_at or channel.is_shared or channel.kind == DIRECT:
        return False
    person = session.get(Person, (viewer.team_id, viewer.person_id))
    return person is not None and not person.is_guest and is_first_offer(session, channel, now)


def is_first_offer(session: Session, channel: Channel, now: datetime) -> bool:
    """Of two at once the second waits for the first."""
    hold(session, channel)
    if channel.offered_at:
        return False
    channel.offered_at = now
    return True


def is_admin(session: Session, viewer: Viewer) -> bool:
    person = session.get(Person, (viewer.team_id, viewer.person_id))
    return person is not None and person.is_admin


def is_app(session: Session, team_id: str, person_id: str) -> bool:
    """Nobody who reads what is said to it: another app, or ourselves."""
    person = session.get(Person, (team_id, person_id))
    return person is not None and person.is_bot


def as_owner(session: Session, viewer: Viewer, channel: Channel, person_id: str) -> Owner:
    """Whether that person can own something of the channel: they must be able to see it."""
    person = session.get(Person, (viewer.team_id, person_id))
    name = person.name if person else person_id
    shown = name if is_app(session, viewer.team_id, person_id) else Name(name)
    return Owner(person_id, shown, _why_not(session, channel, person))


def _refuse_guest(session: Session, viewer: Viewer) -> None:
    person = session.get(Person, (viewer.team_id, viewer.person_id))
    if person is None or person.is_guest:
        raise UserError("error.guests_may_not")


def _why_not(session: Session, channel: Channel, person: Person | None) -> str | None:
    if person is None:
        return "owner.unknown"
    if person.is_bot:
        return "owner.bot"
    if person.is_gone:
        return "owner.gone"
    there = person.id in mirror.members(session, channel.team_id, channel.id)
    if there or (channel.kind == PUBLIC and not person.is_guest):
        return None
    return "owner.outside"


def names(session: Session, team_id: str, ids: Collection[str]) -> dict[str, str]:
    """What people are called, by id; those we do not know are missing."""
    found = session.execute(
        select(Person.id, Person.name).where(Person.team_id == team_id, Person.id.in_(set(ids)))
    )
    return dict(found.all())


def people_among(session: Session, team_id: str, ids: Sequence[str]) -> list[str]:
    """Of these, the people we know, each once, in that order: no apps."""
    statement = select(Person.id).where(
        Person.team_id == team_id, Person.id.in_(set(ids)), Person.is_bot.is_(False)
    )
    known = set(session.scalars(statement))
    return [person_id for person_id in dict.fromkeys(ids) if person_id in known]


def channels(session: Session, viewer: Viewer, ids: Collection[str]) -> list[Channel]:
    """Of these, the ones the viewer may see."""
    return list(session.scalars(visibility.visible_channels(viewer).where(Channel.id.in_(set(ids)))))


def namer(session: Session, team_id: str) -> Callable[[str], str | None]:
    """Looks a name up by id, one at a time."""

    def name_of(person_id: str) -> str | None:
        person = session.get(Person, (team_id, person_id))
        return person.name if person else None

    return name_of


def people_of(session: Session, viewer: Viewer, channel_id: str) -> list[Person]:
    """Those in the channel who can be asked for something: no bots, nobody who left."""
    if not visibility.may_see(session, viewer, channel_id):
        return []
    ids = mirror.members(session, viewer.team_id, channel_id)
    return list(
        session.scalars(
            select(Person).where(
                Person.team_id == viewer.team_id,
                Person.id.in_(ids),
                Person.is_bot.is_(False),
                Person.is_gone.is_(False),
            )
        )
    )


def is_known(session: Session, team_id: str, channel_id: str) -> bool:
    return session.get(Channel, (team_id, channel_id)) is not None


def channel_of(session: Session, team_id: str, channel_id: str) -> Channel:
    """Raises NoResultFound for a channel that is not mirrored."""
    return session.get_one(Channel, (team_id, channel_id))


def is_synced(session: Session, team_id: str) -> bool:
    workspace = session.get(Workspace, team_id)
    return workspace is not None and workspace.synced_at is not None


def permalink(session: Session, team_id: str, channel_id: str, ts: str, thread_ts: str | None = None) -> str:
    """As Slack writes them: https://docs.slack.dev/reference/methods/chat.getPermalink"""
    url = session.get_one(Workspace, team_id).url
    link = f"{url}archives/{channel_id}/p{ts.replace('.', '')}"
    in_thread = thread_ts and thread_ts != ts
    return f"{link}?thread_ts={thread_ts}&cid={channel_id}" if in_thread else link


def local(now: datetime, zone: str | None) -> datetime:
    """The instant as the wall clock of a channel shows it."""
    return now.astimezone(zone_of(zone) if zone else ZoneInfo(UTC_NAME))
