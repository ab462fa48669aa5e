"""Who sees what: every kind of channel, through every kind of eyes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from bot.platform import engines
from bot.platform.viewer import Viewer
from bot.reflections.model import Reflection
from bot.tasks.model import Task
from bot.workspaces import mirror, visibility
from bot.workspaces.model import DIRECT, GROUP, PRIVATE, PUBLIC, Channel
from tests.platform.world import NOW

CHANNELS = {PUBLIC: "C1", PRIVATE: "C2", GROUP: "C3", DIRECT: "D1"}
CONVERSATIONS = {
    PUBLIC: {},
    PRIVATE: {"is_private": True},
    GROUP: {"is_mpim": True, "is_private": True},
    DIRECT: {"is_im": True},
}
MARKS = {
    "person": {},
    "admin": {"is_admin": True},
    "guest": {"is_restricted": True},
    "single-channel guest": {"is_restricted": True, "is_ultra_restricted": True},
    "stranger": {"is_stranger": True},
    "deactivated": {"deleted": True},
}
"""How Slack marks a user."""
KINDS = (*MARKS, "unknown")


def person_id(kind: str, where: str) -> str:
    return f"U {kind} {where}"


@pytest.fixture
def session(migrated_url: str) -> Iterator[Session]:
    """Each kind of person three times: in every channel, in none, and removed from all of them."""
    engine = engines.writer(migrated_url)
    with Session(engine) as opened:
        for kind, marks in MARKS.items():
            for where in ("in", "out", "removed"):
                mirror.keep_person(opened, "T1", {"id": person_id(kind, where), **marks})
        for kind, channel_id in CHANNELS.items():
            furnish(opened, kind, channel_id)
        opened.flush()
        yield opened
    engine.dispose()


def furnish(session: Session, kind: str, channel_id: str) -> None:
    mirror.keep_channel(session, "T1", {"id": channel_id, **CONVERSATIONS[kind]}, has_bot=True)
    staying = [person_id(person, "in") for person in KINDS]
    leaving = [person_id(person, "removed") for person in KINDS]
    mirror.keep_members(session, "T1", channel_id, [*staying, *leaving])
    session.flush()
    mirror.keep_members(session, "T1", channel_id, staying)
    session.add(task(channel_id))


def task(channel_id: str, team_id: str = "T1") -> Task:
    return Task(
        team_id=team_id,
        channel_id=channel_id,
        number=int.from_bytes(channel_id.encode()),
        title=channel_id,
        note="",
        author_id="U",
        created_at=NOW,
    )


def viewer(who: str, team_id: str = "T1") -> Viewer:
    return Viewer(team_id, who, "en", ZoneInfo("UTC"))


def seen(session: Session, eyes: Viewer) -> set[str]:
    """The channels whose records these eyes see; both ways to ask must agree."""
    records = {row.channel_id for row in session.scalars(visibility.visible(Task, eyes))}
    assert {each for each in CHANNELS.values() if visibility.may_see(session, eyes, each)} == records
    return records


EVERYTHING, NOTHING, ONLY_PUBLIC = set(CHANNELS.values()), set[str](), {CHANNELS[PUBLIC]}


def test_members_see_every_channel_they_are_in_unless_they_are_deactivated(session: Session) -> None:
    assert {kind: seen(session, viewer(person_id(kind, "in"))) for kind in KINDS} == {
        "person": EVERYTHING,
        "admin": EVERYTHING,
        "guest": EVERYTHING,
        "single-channel guest": EVERYTHING,
        "stranger": EVERYTHING,
        "deactivated": NOTHING,
        "unknown": EVERYTHING,
    }


@pytest.mark.parametrize("where", ["out", "removed"])
def test_others_see_public_channels_alone_and_guests_and_unknown_people_nothing(
    session: Session, where: str
) -> None:
    assert {kind: seen(session, viewer(person_id(kind, where))) for kind in KINDS} == {
        "person": ONLY_PUBLIC,
        "admin": ONLY_PUBLIC,
        "guest": NOTHING,
        "single-channel guest": NOTHING,
        "stranger": NOTHING,
        "deactivated": NOTHING,
        "unknown": NOTHING,
    }


def test_the_same_ids_in_another_team_see_nothing(session: Session) -> None:
    everybody = [person_id(kind, where) for kind in KINDS for where in ("in", "out", "removed")]
    assert [who for who in everybody if seen(session, viewer(who, "T2"))] == []


def test_a_channel_of_the_same_id_in_another_team_is_another_channel(session: Session) -> None:
    session.add(task("C2", "T2"))
    mirror.keep_channel(session, "T2", {"id": "C2", "is_private": True}, has_bot=True)
    session.flush()
    rows = session.scalars(visibility.visible(Task, viewer(person_id("person", "in"))))
    assert {row.team_id for row in rows} == {"T1"}


def test_what_is_in_a_channel_nobody_told_us_of_is_seen_by_nobody(session: Session) -> None:
    session.add(task("C9"))
    mirror.join(session, "T1", "C9", person_id("admin", "in"))
    session.flush()
    assert not visibility.may_see(session, viewer(person_id("admin", "in")), "C9")


def test_archived_channels_are_seen_by_whoever_saw_them(session: Session) -> None:
    for channel_id in CHANNELS.values():
        session.get_one(Channel, ("T1", channel_id)).is_archived = True
    session.flush()
    assert seen(session, viewer(person_id("guest", "in"))) == EVERYTHING
    assert seen(session, viewer(person_id("person", "out"))) == ONLY_PUBLIC


def test_once_the_bot_left_a_closed_channel_nobody_is_known_to_be_there(session: Session) -> None:
    for channel_id in CHANNELS.values():
        mirror.bot_left(session, "T1", channel_id)
    session.flush()
    assert seen(session, viewer(person_id("person", "in"))) == ONLY_PUBLIC
    assert seen(session, viewer(person_id("guest", "in"))) == NOTHING


def test_a_channel_that_was_made_private_closes_at_once(session: Session) -> None:
    mirror.keep_channel(session, "T1", {"id": "C1", "is_private": True}, has_bot=True)
    session.flush()
    assert seen(session, viewer(person_id("admin", "out"))) == NOTHING
    assert seen(session, viewer(person_id("guest", "in"))) == EVERYTHING


def test_someone_who_becomes_a_guest_loses_the_public_channels_they_are_not_in(session: Session) -> None:
    mirror.keep_person(session, "T1", {"id": person_id("person", "out"), "is_restricted": True})
    session.flush()
    assert seen(session, viewer(person_id("person", "out"))) == NOTHING


def test_someone_who_comes_back_sees_what_members_see(session: Session) -> None:
    mirror.keep_person(session, "T1", {"id": person_id("deactivated", "out"), "deleted": False})
    session.flush()
    assert seen(session, viewer(person_id("deactivated", "out"))) == ONLY_PUBLIC


def reflection(person: str, channel_id: str | None, week: int, shared: bool) -> Reflection:
    return Reflection(
        team_id="T1", person_id=person, channel_id=channel_id, is_shared=shared, week=date(2026, 11, week)
    )


def test_what_belongs_to_a_person_is_theirs_until_they_share_it_in_a_channel(session: Session) -> None:
    author = person_id("person", "in")
    days = {channel_id: day for day, channel_id in enumerate(CHANNELS.values(), start=1)}
    session.add_all(reflection(author, channel_id, day, shared=True) for channel_id, day in days.items())
    session.add_all(
        reflection(author, channel_id, day + 10, shared=False) for channel_id, day in days.items()
    )
    session.add(reflection(author, None, 30, shared=False))
    session.flush()
    for kind in KINDS:
        for where in ("in", "out", "removed"):
            eyes = viewer(person_id(kind, where))
            rows = session.scalars(visibility.own_or_shared(Reflection, eyes)).all()
            mine = session.scalars(visibility.own(Reflection, eyes)).all()
            shared = {row.channel_id for row in rows if row.is_shared}
            assert shared == (EVERYTHING if eyes.person_id == author else seen(session, eyes))
            assert len(rows) - len(shared) == (5 if eyes.person_id == author else 0)
            assert len(mine) == (9 if eyes.person_id == author else 0)
