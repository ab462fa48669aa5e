"""People, channels and who is where are known as Slack knows them, from its objects and its events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.platform import engines
from bot.playground import Channel as Place
from bot.playground import Person as Somebody
from bot.playground.wire import Call
from bot.workspaces import mirror
from bot.workspaces.model import DIRECT, GROUP, PRIVATE, PUBLIC, Channel, Person, Workspace
from tests.platform.world import NOW
from tests.scenarios.process import until
from tests.scenarios.stage import Stage, staged

USER = {
    "id": "U1",
    "name": "hanako",
    "real_name": "鈴木 花子",
    "tz": "Asia/Tokyo",
    "locale": "ja-JP",
    "is_admin": True,
    "profile": {"display_name": "はなこ", "real_name": "鈴木 花子"},
}
AUTH = {"team_id": "T1", "team": "Local", "url": "https://local.example/", "user_id": "UBOT"}
CHANNELS_OF_THE_BOT = 3
HANGS = 3.0
"""Seconds in which what is to happen meanwhile has happened."""


@pytest.fixture
def session(migrated_url: str) -> Iterator[Session]:
    engine = engines.writer(migrated_url)
    with Session(engine) as opened:
        yield opened
    engine.dispose()


def test_a_person_is_kept_as_slack_describes_them(session: Session) -> None:
    person = mirror.keep_person(session, "T1", USER)
    session.flush()
    assert (person.name, person.handle, person.real_name) == ("はなこ", "hanako", "鈴木 花子")
    assert (person.locale, person.zone) == ("ja-JP", "Asia/Tokyo")
    assert (person.is_admin, person.is_guest, person.is_bot, person.is_gone) == (True, False, False, False)


@pytest.mark.parametrize(
    ("user", "name"),
    [
        ({"id": "U1", "name": "h", "profile": {"display_name": "", "real_name": "Hanako"}}, "Hanako"),
        ({"id": "U1", "name": "h", "real_name": "Hanako", "profile": {}}, "Hanako"),
        ({"id": "U1", "name": "h"}, "h"),
        ({"id": "U1", "name": "h", "profile": None}, "h"),
        ({"id": "U1"}, "U1"),
    ],
)
def test_a_person_is_called_by_the_nearest_name_there_is(
    session: Session, user: dict[str, Any], name: str
) -> None:
    assert mirror.keep_person(session, "T1", user).name == name


@pytest.mark.parametrize(
    ("marks", "field"),
    [
        ({"is_restricted": True}, "is_guest"),
        ({"is_ultra_restricted": True}, "is_guest"),
        ({"is_stranger": True}, "is_guest"),
        ({"is_bot": True}, "is_bot"),
        ({"id": "USLACKBOT"}, "is_bot"),
        ({"deleted": True}, "is_gone"),
    ],
)
def test_what_slack_marks_in_a_user_is_known(session: Session, marks: dict[str, Any], field: str) -> None:
    person = mirror.keep_person(session, "T1", {**USER, **marks})
    found = {name: getattr(person, name) for name in ("is_guest", "is_bot", "is_gone")}
    assert found == {"is_guest": False, "is_bot": False, "is_gone": False, field: True}


def test_what_an_event_leaves_out_of_a_person_is_kept_as_it_was(session: Session) -> None:
    mirror.keep_person(session, "T1", USER)
    session.flush()
    person = mirror.keep_person(session, "T1", {"id": "U1", "name": "hanako", "deleted": True})
    assert (person.locale, person.zone, person.is_gone) == ("ja-JP", "Asia/Tokyo", True)


def test_a_person_of_another_team_is_another_person(session: Session) -> None:
    mirror.keep_people(session, "T1", [USER])
    mirror.keep_people(session, "T2", [{**USER, "profile": {"display_name": "Other"}}])
    session.flush()
    assert session.get_one(Person, ("T1", "U1")).name == "はなこ"


@pytest.mark.parametrize(
    ("conversation", "kind"),
    [
        ({"is_channel": True}, PUBLIC),
        ({"is_channel": True, "is_private": True}, PRIVATE),
        ({"is_group": True, "is_private": True}, PRIVATE),
        ({"is_mpim": True, "is_private": True}, GROUP),
        ({"is_im": True}, DIRECT),
    ],
)
def test_a_channel_is_of_the_kind_slack_says(
    session: Session, conversation: dict[str, Any], kind: str
) -> None:
    kept = mirror.keep_channel(session, "T1", {"id": "C1", **conversation}, has_bot=True)
    assert (kept.kind, kept.has_bot, kept.is_archived, kept.is_shared) == (kind, True, False, False)


def test_what_we_decided_for_a_channel_outlives_what_slack_says_of_it(session: Session) -> None:
    channel = mirror.keep_channel(session, "T1", {"id": "C1", "name": "old"}, has_bot=True)
    channel.language, channel.zone, channel.carer_id, channel.offered_at = "ja", "Asia/Tokyo", "U1", NOW
    session.flush()
    told = {"id": "C1", "name": "new", "is_archived": True, "is_ext_shared": True}
    again = mirror.keep_channel(session, "T1", told, has_bot=False)
    assert (again.name, again.is_archived, again.is_shared, again.has_bot) == ("new", True, True, False)
    assert (again.language, again.zone, again.carer_id, again.offered_at) == ("ja", "Asia/Tokyo", "U1", NOW)


def test_members_are_those_slack_lists_and_no_others(session: Session) -> None:
    mirror.keep_members(session, "T1", "C1", ["U1", "U2"])
    mirror.keep_members(session, "T1", "C2", ["U1"])
    session.flush()
    mirror.keep_members(session, "T1", "C1", ["U2", "U3"])
    session.flush()
    assert sorted(mirror.members(session, "T1", "C1")) == ["U2", "U3"]
    assert mirror.members(session, "T1", "C2") == ["U1"]


def test_joining_and_leaving_twice_is_joining_and_leaving(session: Session) -> None:
    for _ in range(2):
        mirror.join(session, "T1", "C1", "U1")
        session.flush()
    assert mirror.members(session, "T1", "C1") == ["U1"]
    for _ in range(2):
        mirror.leave(session, "T1", "C1", "U1")
    assert mirror.members(session, "T1", "C1") == []


def test_a_workspace_keeps_its_numbers_when_it_introduces_itself_again(session: Session) -> None:
    mirror.keep_workspace(session, AUTH).last_number = 7
    session.flush()
    again = mirror.keep_workspace(session, {**AUTH, "team": "Renamed", "url": "https://new.example/"})
    assert (again.name, again.url, again.last_number) == ("Renamed", "https://new.example/", 7)


@pytest.fixture
async def stage(migrated_url: str) -> AsyncIterator[Stage]:
    async with staged(migrated_url) as set_up:
        await set_up.settled()
        yield set_up


async def known(stage: Stage, query: Callable[[Session], Any]) -> Any:
    await stage.settled()
    return await stage.bot.database.read(query)


async def channel(stage: Stage, place: Place) -> Channel:
    found: Channel = await known(stage, lambda session: session.get(Channel, (stage.slack.team_id, place.id)))
    return found


async def person(stage: Stage, somebody: Somebody) -> Person:
    found: Person = await known(
        stage, lambda session: session.get(Person, (stage.slack.team_id, somebody.id))
    )
    return found


async def members(stage: Stage, place: Place) -> set[str]:
    return set(await known(stage, lambda session: mirror.members(session, stage.slack.team_id, place.id)))


async def test_at_the_start_everybody_and_every_channel_of_the_bot_is_known(stage: Stage) -> None:
    bot = stage.slack.bot_user_id
    assert await members(stage, stage.general) == {stage.suzuki.id, stage.sato.id, stage.emma.id, bot}
    assert await members(stage, stage.secret) == {stage.suzuki.id, stage.sato.id, bot}
    assert (await channel(stage, stage.secret)).kind == PRIVATE
    assert await channel(stage, stage.without_bot) is None
    assert (await person(stage, stage.suzuki)).locale == "ja-JP"
    assert (await person(stage, stage.takahashi)).is_guest
    workspace: Workspace = await known(stage, lambda session: session.get(Workspace, stage.slack.team_id))
    assert (workspace.bot_user_id, workspace.url) == (bot, f"{stage.slack.url}/")
    assert workspace.synced_at is not None


async def test_who_joins_and_who_leaves_is_known(stage: Stage) -> None:
    await stage.hand(stage.suzuki).invite(stage.secret, stage.emma)
    assert stage.emma.id in await members(stage, stage.secret)
    await stage.hand(stage.suzuki).remove(stage.secret, stage.emma)
    assert stage.emma.id not in await members(stage, stage.secret)
    await stage.hand(stage.suzuki).leave(stage.general)
    assert stage.suzuki.id not in await members(stage, stage.general)


async def test_a_channel_that_is_renamed_archived_and_taken_out_again_is_known_as_such(stage: Stage) -> None:
    for place in (stage.general, stage.secret):
        await stage.slack.rename(place, f"new-{place.id.lower()}")
        assert (await channel(stage, place)).name == f"new-{place.id.lower()}"
        await stage.slack.archive(place)
        assert (await channel(stage, place)).is_archived
        await stage.slack.unarchive(place)
        assert not (await channel(stage, place)).is_archived


async def test_a_channel_that_is_deleted_has_neither_bot_nor_members(stage: Stage) -> None:
    await stage.slack.delete(stage.secret)
    assert not (await channel(stage, stage.secret)).has_bot
    assert await members(stage, stage.secret) == set()


@pytest.mark.parametrize("name", ["general", "secret"])
async def test_removed_from_a_channel_and_invited_again_the_bot_knows_who_is_there_now(
    stage: Stage, name: str
) -> None:
    place = {"general": stage.general, "secret": stage.secret}[name]
    bot = stage.slack.bot_user_id
    await stage.hand(stage.suzuki).remove(place, bot)
    assert not (await channel(stage, place)).has_bot
    assert await members(stage, place) == set()
    await stage.hand(stage.suzuki).invite(place, stage.takahashi)
    await stage.hand(stage.suzuki).invite(place, bot)
    assert (await channel(stage, place)).has_bot
    assert {stage.suzuki.id, stage.sato.id, stage.takahashi.id, bot} <= await members(stage, place)


async def test_invited_the_bot_says_once_who_it_is_in_the_language_of_who_invited_it(stage: Stage) -> None:
    bot = stage.slack.bot_user_id
    await stage.hand(stage.emma).invite(stage.without_bot, bot)
    (introduction,) = said_by_the_bot(await stage.cards(stage.without_bot))
    assert introduction.startswith("I'm Urakata.")
    await stage.hand(stage.emma).remove(stage.without_bot, bot)
    await stage.settled()
    await stage.hand(stage.suzuki).invite(stage.without_bot, bot)
    assert len(said_by_the_bot(await stage.cards(stage.without_bot))) == 1


def said_by_the_bot(messages: list[Any]) -> list[str]:
    return [message.text for message in messages if not message.subtype]


async def test_a_newcomer_and_what_changes_in_a_person_is_known(stage: Stage) -> None:
    newcomer = await stage.slack.newcomer("nakamura", display_name="中村", locale="ja-JP", tz="Asia/Tokyo")
    assert (await person(stage, newcomer)).name == "中村"
    await stage.slack.change_person(newcomer, display_name="なかむら", locale="en-US", tz="Europe/Berlin")
    found = await person(stage, newcomer)
    assert (found.name, found.locale, found.zone) == ("なかむら", "en-US", "Europe/Berlin")
    await stage.slack.change_person(newcomer, is_guest=True)
    assert (await person(stage, newcomer)).is_guest


async def test_who_is_deactivated_is_gone_from_every_channel(stage: Stage) -> None:
    await stage.slack.deactivate(stage.sato)
    assert (await person(stage, stage.sato)).is_gone
    for place in (stage.general, stage.support, stage.secret):
        assert stage.sato.id not in await members(stage, place)


async def test_what_happened_while_the_bot_was_away_is_known_when_it_is_back(
    stage: Stage,
) -> None:
    """The events of that time are lost here, as they are after an hour."""
    place = stage.slack.core.workspace.channels[stage.general.id]
    place.members.remove(stage.emma.id)
    stage.sato.display_name = "Sato"
    stage.slack.core.workspace.channels[stage.secret.id].members.remove(stage.slack.bot_user_id)
    await stage.bot.mirror.resync(stage.slack.team_id)
    assert stage.emma.id not in await members(stage, stage.general)
    assert (await person(stage, stage.sato)).name == "Sato"
    assert not (await channel(stage, stage.secret)).has_bot
    assert await members(stage, stage.secret) == set()


@asynccontextmanager
async def read_anew(stage: Stage, late: str) -> AsyncIterator[None]:
    """What happens within is newer than the answer of that method, which comes when it has happened."""
    await until(lambda: len(asked(stage, "conversations.members")) == 2 * CHANNELS_OF_THE_BOT)
    before = len(asked(stage, late))
    stage.slack.fail_next(late, status=200, hangs=HANGS)
    reading = asyncio.create_task(stage.bot.mirror.resync(stage.slack.team_id))
    await until(lambda: len(asked(stage, late)) > before)
    yield
    assert not reading.done()
    await reading


def asked(stage: Stage, method: str) -> list[Call]:
    """At the start everything is read twice: as nothing is known yet, and once it is at work."""
    return [call for call in stage.slack.calls if call.method == method]


async def test_invited_while_everything_is_read_anew_the_bot_stays_in(stage: Stage) -> None:
    async with read_anew(stage, late="users.conversations"):
        await stage.hand(stage.emma).invite(stage.without_bot, stage.slack.bot_user_id)
        assert (await channel(stage, stage.without_bot)).has_bot
    assert (await channel(stage, stage.without_bot)).has_bot
    assert stage.emma.id in await members(stage, stage.without_bot)


async def test_what_changes_while_everything_is_read_anew_stays_changed(stage: Stage) -> None:
    async with read_anew(stage, late="conversations.members"):
        await stage.hand(stage.suzuki).remove(stage.general, stage.emma.id)
        await stage.slack.make_private(stage.support)
        assert stage.emma.id not in await members(stage, stage.general)
        assert (await channel(stage, stage.support)).kind == PRIVATE
    assert stage.emma.id not in await members(stage, stage.general)
    assert (await channel(stage, stage.support)).kind == PRIVATE


async def test_a_channel_that_goes_while_everything_is_read_anew_is_left_and_the_others_are_read(
    stage: Stage,
) -> None:
    everywhere = stage.slack.core.workspace.channels
    async with read_anew(stage, late="users.conversations"):
        everywhere[stage.general.id].members.remove(stage.slack.bot_user_id)
        everywhere[stage.secret.id].members.remove(stage.slack.bot_user_id)
        everywhere[stage.support.id].members.remove(stage.takahashi.id)
    for place in (stage.general, stage.secret):
        assert not (await channel(stage, place)).has_bot
        assert await members(stage, place) == set()
    assert stage.takahashi.id not in await members(stage, stage.support)


async def test_a_channel_made_private_after_the_bot_was_removed_is_seen_by_nobody_from_the_next_look_on(
    stage: Stage,
) -> None:
    await stage.typed(stage.suzuki, stage.support, "/memo 返品は14日以内に決定")
    await stage.hand(stage.suzuki).remove(stage.support, stage.slack.bot_user_id)
    await stage.settled()
    await stage.bot.mirror.resync(stage.slack.team_id)
    assert "14日以内" in await stage.typed(stage.emma, stage.general, "/memo search 返品")
    await stage.slack.make_private(stage.support)
    await stage.bot.mirror.resync(stage.slack.team_id)
    assert "14日以内" not in await stage.typed(stage.emma, stage.general, "/memo search 返品")
    await stage.hand(stage.suzuki).invite(stage.support, stage.slack.bot_user_id)
    await stage.settled()
    assert "14日以内" in await stage.typed(stage.suzuki, stage.general, "/memo search 返品")


async def test_a_direct_conversation_is_known_once_it_is_opened(stage: Stage) -> None:
    direct = stage.slack.dm_with_bot(stage.emma)
    assert await channel(stage, direct) is None
    await stage.hand(stage.emma).open_home("messages")
    assert (await channel(stage, direct)).kind == DIRECT
    assert stage.emma.id in await members(stage, direct)
