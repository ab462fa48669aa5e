"""Reminding people: within their working hours, once a day at most, and only of what they want."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, delete, exists, func, select
from sqlalchemy.orm import Session

from ..platform import cards
from ..platform.blocks import Message
from ..platform.calendar import Calendar
from ..platform.cards import Place
from ..platform.hours import WorkingTime
from ..platform.viewer import Viewer
from ..platform.zones import zone_of
from . import activity, service
from .model import Person
from .nudge_model import CARD, MutedNudge, Nudge, NudgeMessage

Whom = tuple[str, str]
"""(team id, person id)."""


@dataclass(frozen=True)
class Kind:
    """What a feature reminds of.

    Both functions are given the ids of its subjects, and now as the person's clock shows it.
    """

    still: Callable[[Session, Viewer, Sequence[int], datetime], Sequence[int]]
    """Those that are still worth a word, and that the person may see."""
    said: Callable[[Session, Viewer, Sequence[int], datetime], Message | None]
    """The part of the message about them, as they are now; None when the person may see none any more."""
    part: str = ""
    """The kind of card whose changes change that part."""


Kinds = Mapping[str, Kind]


def add(
    session: Session,
    whom: Whom,
    kind: str,
    subject_id: int,
    not_before: datetime,
    day: date | None = None,
) -> None:
    """Remind somebody when they work next, unless they do not want to be reminded of such things."""
    team_id, person_id = whom
    wanting = select(Person).where(Person.team_id == team_id, Person.id == person_id, wants(kind))
    person = session.scalar(wanting)
    if person is None:
        return
    at = working_time(person).next(not_before)
    session.add(
        Nudge(
            team_id=team_id,
            person_id=person_id,
            kind=kind,
            subject_id=subject_id,
            day=day,
            not_before=at,
        )
    )


def wants(kind: str) -> ColumnElement[bool]:
    """That a Person is there to be reminded, and has not muted the kind."""
    is_muted = exists().where(
        MutedNudge.team_id == Person.team_id, MutedNudge.person_id == Person.id, MutedNudge.kind == kind
    )
    return and_(Person.is_gone.is_(False), Person.is_bot.is_(False), ~is_muted)


def tomorrow(session: Session, whom: Whom, now: datetime) -> datetime:
    """When work begins for them on their next business day."""
    person = session.get(Person, whom)
    return working_time(person).next_day(now) if person else now


def working_time(person: Person) -> WorkingTime:
    return working_time_in(person.zone)


def working_time_in(zone_name: str | None) -> WorkingTime:
    """Nobody's own hours are known: the usual ones of where they are, in UTC for those we know nothing of."""
    zone = zone_of(zone_name or service.UTC_NAME)
    return WorkingTime(Calendar.of_zone(str(zone)), zone)


def due(session: Session, now: datetime) -> list[Whom]:
    """Who is to be reminded of something now: at work, and not written to today.

    What came due while we were away waits for their work too.
    """
    waiting = select(Nudge.team_id, Nudge.person_id).where(Nudge.message_id.is_(None))
    found = session.execute(waiting.where(Nudge.not_before <= now).distinct())
    return [(team, person) for team, person in found if _is_free(session, (team, person), now)]


def deliver(session: Session, whom: Whom, kinds: Kinds, now: datetime) -> bool:
    """One message about all that waits for them; False when nothing is left or another was quicker."""
    nudges = session.scalars(_waiting(whom, now)).all()
    wanted = _wanted(session, whom, kinds, nudges, now)
    for nudge in nudges:
        if nudge not in wanted:
            session.delete(nudge)
    if not wanted:
        return False
    message = NudgeMessage(team_id=whom[0], person_id=whom[1], sent_at=now)
    session.add(message)
    session.flush()
    for nudge in wanted:
        nudge.message_id = message.id
    parts = {(kinds[nudge.kind].part, nudge.subject_id) for nudge in wanted if kinds[nudge.kind].part}
    cards.show(session, CARD, message.id, Place(*whom), now, sorted(parts))
    return True


def of_message(session: Session, message_id: int) -> tuple[NudgeMessage, dict[str, list[int]]]:
    """What the message is about: ids of subjects by kind."""
    about = session.scalars(select(Nudge).where(Nudge.message_id == message_id).order_by(Nudge.id))
    return session.get_one(NudgeMessage, message_id), _by_kind(about.all())


def muted(session: Session, whom: Whom) -> set[str]:
    team_id, person_id = whom
    chosen = select(MutedNudge.kind).where(MutedNudge.team_id == team_id, MutedNudge.person_id == person_id)
    return set(session.scalars(chosen))


def mute(session: Session, viewer: Viewer, kind: str, now: datetime) -> None:
    """Nothing of the kind any more, nor what waits; a second time changes nothing."""
    if kind in muted(session, (viewer.team_id, viewer.person_id)):
        return
    session.add(MutedNudge(team_id=viewer.team_id, person_id=viewer.person_id, kind=kind))
    activity.note(session, viewer, "nudge.muted", "person", viewer.person_id, now, kind=kind)
    waiting = delete(Nudge).where(
        Nudge.team_id == viewer.team_id,
        Nudge.person_id == viewer.person_id,
        Nudge.kind == kind,
        Nudge.message_id.is_(None),
    )
    session.execute(waiting)
    _show_again(session, viewer, kind, now)


def unmute(session: Session, viewer: Viewer, kind: str, now: datetime) -> None:
    """The kind again, from the next on; nothing changes where it was not muted."""
    if row := session.get(MutedNudge, (viewer.team_id, viewer.person_id, kind)):
        session.delete(row)
        activity.note(session, viewer, "nudge.unmuted", "person", viewer.person_id, now, kind=kind)
        _show_again(session, viewer, kind, now)


def is_at_work(session: Session, whom: Whom, now: datetime) -> bool:
    person = session.get(Person, whom)
    return person is None or working_time(person).is_now(now)


def _show_again(session: Session, viewer: Viewer, kind: str, now: datetime) -> None:
    """The last message of that kind says which way its switch stands, for as long as it is there."""
    theirs = (Nudge.team_id == viewer.team_id, Nudge.person_id == viewer.person_id, Nudge.kind == kind)
    if message_id := session.scalar(select(func.max(Nudge.message_id)).where(*theirs)):
        cards.changed(session, CARD, message_id, now)


def _is_free(session: Session, whom: Whom, now: datetime) -> bool:
    return is_at_work(session, whom, now) and not _written_today(session, whom, now)


def _written_today(session: Session, whom: Whom, now: datetime) -> bool:
    """On the day of their own clock."""
    latest = select(func.max(NudgeMessage.sent_at)).where(
        NudgeMessage.team_id == whom[0], NudgeMessage.person_id == whom[1]
    )
    sent_at, zone = session.scalar(latest), service.viewer(session, *whom, "").zone
    return sent_at is not None and sent_at.astimezone(zone).date() == now.astimezone(zone).date()


def _waiting(whom: Whom, now: datetime) -> Select[Nudge]:
    team_id, person_id = whom
    return (
        select(Nudge)
        .where(Nudge.team_id == team_id, Nudge.person_id == person_id)
        .where(Nudge.message_id.is_(None), Nudge.not_before <= now)
        .order_by(Nudge.id)
        .with_for_update(skip_locked=True)
    )


def _wanted(
    session: Session, whom: Whom, kinds: Kinds, nudges: Sequence[Nudge], now: datetime
) -> list[Nudge]:
    """Each subject once."""
    viewer, kept = service.viewer(session, *whom, ""), list[Nudge]()
    local = now.astimezone(viewer.zone)
    for kind, ids in _by_kind(nudges).items():
        left = set(kinds[kind].still(session, viewer, ids, local))
        for nudge in nudges:
            if nudge.kind == kind and nudge.subject_id in left:
                left.remove(nudge.subject_id)
                kept.append(nudge)
    return kept


def _by_kind(nudges: Sequence[Nudge]) -> dict[str, list[int]]:
    found = defaultdict[str, list[int]](list)
    for nudge in nudges:
        found[nudge.kind].append(nudge.subject_id)
    return dict(found)
