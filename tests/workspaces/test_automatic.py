"""What is posted by itself: who begins, ends and moves it, and what that leaves noted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.errors import UserError
from bot.platform import engines, schedule
from bot.platform.schedule import Schedule
from bot.workspaces import automatic, settings
from bot.workspaces import service as workspaces
from bot.workspaces.automatic_model import Automatic, Begun
from bot.workspaces.model import Activity, Channel
from bot.workspaces.settings_model import ChannelSettings
from tests.team import EMMA, GENERAL, NOW, SECRET, SUZUKI, TAKAHASHI, TEAM, TOKYO, Team, team, viewer
from tests.team import found as found_team

__all__ = ["team"]

DAY = timedelta(days=1)
MORNING = Automatic("digest", lambda its: its.digest_at)
WEEKLY = Automatic("weekly", lambda its: its.weekly_at)
POSTS = [MORNING, WEEKLY]
DEFAULTS = ChannelSettings(TOKYO, "ja")


def found(session: Session, kind: str = "digest") -> Schedule | None:
    return schedule.find(session, kind, TEAM, GENERAL)


def on(session: Session) -> list[Begun]:
    return automatic.on(session, workspaces.channel_of(session, TEAM, GENERAL), POSTS)


async def kinds(team: Team) -> list[str]:
    return [begun.kind for begun in await team.look(on)]


async def keep(team: Team, wanted: ChannelSettings, *kinds: str, now: datetime = NOW) -> None:
    await team.do(automatic.keep, viewer(SUZUKI), GENERAL, wanted, kinds, POSTS, now)


async def test_start_begins_everything_on_the_starters_clock_and_makes_them_the_carer(team: Team) -> None:
    channel = await team.do(automatic.start, viewer(EMMA), GENERAL, POSTS, NOW)
    begun = await team.look(found)
    assert begun is not None
    assert (begun.wall_time, begun.zone) == (time(9), "Europe/London")
    assert begun.due_at == datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    assert await kinds(team) == ["digest", "weekly"]
    assert (channel.carer_id, channel.language, channel.zone) == (EMMA, "en", "Europe/London")
    (noted,) = await team.all(Activity)
    assert (noted.person_id, noted.verb, noted.details) == (
        EMMA,
        "channel.started",
        {"kinds": ["digest", "weekly"]},
    )


async def test_start_tapped_twice_begins_once(team: Team) -> None:
    await team.do(automatic.start, viewer(SUZUKI), GENERAL, POSTS, NOW)
    await team.do(automatic.start, viewer(EMMA), GENERAL, POSTS, NOW + DAY)
    assert await team.verbs() == [(SUZUKI, "channel.started")]


async def test_an_old_start_button_does_not_begin_again_what_was_switched_off(team: Team) -> None:
    await team.do(automatic.start, viewer(SUZUKI), GENERAL, POSTS, NOW)
    await keep(team, DEFAULTS, "digest")
    await team.do(automatic.start, viewer(EMMA), GENERAL, POSTS, NOW)
    assert await kinds(team) == ["digest"]


async def test_start_begins_at_the_channels_settings(team: Team) -> None:
    await keep(team, ChannelSettings(TOKYO, "ja", digest_at=time(8, 30)))
    await team.do(automatic.start, viewer(EMMA), GENERAL, POSTS, NOW)
    begun = await team.look(found)
    assert begun is not None
    assert (begun.wall_time, begun.zone) == (time(8, 30), "Asia/Tokyo")


async def test_begun_again_by_another_a_kind_is_as_the_channel_had_it(team: Team) -> None:
    await team.do(automatic.start, viewer(SUZUKI), GENERAL, POSTS, NOW)
    for _ in range(2):
        await team.do(automatic.stop, viewer(EMMA), GENERAL, MORNING, NOW)
    assert await kinds(team) == ["weekly"]
    for _ in range(2):
        channel = await team.do(automatic.resume, viewer(EMMA), GENERAL, MORNING, NOW)
    begun = await team.look(found)
    assert begun is not None
    assert (channel.language, begun.zone, channel.carer_id) == ("ja", "Asia/Tokyo", EMMA)
    assert [verb for _, verb in await team.verbs()] == [
        "channel.started",
        "channel.stopped",
        "channel.started",
    ]


async def test_settings_switch_each_kind_by_itself_and_note_what_they_did(team: Team) -> None:
    await keep(team, DEFAULTS, "weekly")
    await keep(team, DEFAULTS, "digest")
    assert await kinds(team) == ["digest"]
    noted = [(each.verb, each.details) for each in await team.all(Activity)]
    assert noted == [
        ("channel.started", {"kinds": ["weekly"]}),
        ("channel.started", {"kinds": ["digest"]}),
        ("channel.stopped", {"kinds": ["weekly"]}),
    ]


async def test_what_is_on_follows_the_settings(team: Team) -> None:
    await keep(team, DEFAULTS, "digest")
    await keep(team, ChannelSettings(TOKYO, "ja", digest_at=time(16)), "digest")
    begun = await team.look(found)
    assert begun is not None
    assert begun.due_at == datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


async def test_the_next_post_is_on_a_day_that_is_worked(team: Team) -> None:
    friday = NOW + 2 * DAY
    await keep(team, DEFAULTS, "digest", now=friday)
    assert await team.look(on) == [Begun("digest", date(2026, 11, 30))]
    await keep(team, ChannelSettings(TOKYO, "ja", closing_days=((11, 30),)), "digest", now=friday)
    assert await team.look(on) == [Begun("digest", date(2026, 12, 1))]


async def test_a_guest_may_not_start_or_stop_and_someone_outside_sees_no_channel(team: Team) -> None:
    problems = []
    for who, channel in ((TAKAHASHI, GENERAL), (EMMA, SECRET)):
        for attempt in (
            lambda session, at=(who, channel): automatic.start(session, viewer(at[0]), at[1], POSTS, NOW),
            lambda session, at=(who, channel): automatic.stop(session, viewer(at[0]), at[1], MORNING, NOW),
        ):
            with pytest.raises(UserError) as refused:
                await team.do(attempt)
            problems.append(refused.value.key)
    assert problems == ["error.guests_may_not"] * 2 + ["error.not_in_channel"] * 2


async def test_what_has_begun_in_a_private_channel_is_told_to_nobody_outside(team: Team) -> None:
    await team.do(automatic.start, viewer(SUZUKI), SECRET, POSTS, NOW)
    with pytest.raises(UserError) as refused:
        await team.do(automatic.start, viewer(EMMA), SECRET, POSTS, NOW)
    assert refused.value.key == "error.not_in_channel"


async def test_nothing_begins_in_a_channel_shared_with_another_company_but_its_settings_may_change(
    team: Team,
) -> None:
    await team.do(share)
    with pytest.raises(UserError) as refused:
        await team.do(automatic.start, viewer(SUZUKI), GENERAL, POSTS, NOW)
    assert refused.value.key == "error.shared_channel"
    await keep(team, ChannelSettings(TOKYO, "ja", task_emoji=True))
    assert await kinds(team) == []
    assert await team.look(task_emoji)


def test_many_who_change_settings_and_tap_start_at_once_change_each_what_the_last_left(
    migrated_url: str,
) -> None:
    engine = engines.writer(migrated_url)
    with Session(engine) as session:
        found_team(session)
        session.commit()

    def either(number: int) -> None:
        with Session(engine) as own:
            if number % 3:
                channel = workspaces.may_set(own, viewer(SUZUKI), GENERAL)
                workspaces.hold(own, channel)
                its = settings.of(own, channel)
                wanted = replace(its, unowned_hours=its.unowned_hours + 1)
                automatic.keep(own, viewer(SUZUKI), GENERAL, wanted, [], POSTS, NOW)
            else:
                automatic.start(own, viewer(SUZUKI), GENERAL, POSTS, NOW)
            own.commit()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(either, range(24)))
    with Session(engine) as session:
        channel = workspaces.channel_of(session, TEAM, GENERAL)
        assert settings.of(session, channel).unowned_hours == ChannelSettings.unowned_hours + 16
    engine.dispose()


def share(session: Session) -> Channel:
    channel = workspaces.channel_of(session, TEAM, GENERAL)
    channel.is_shared = True
    return channel


def task_emoji(session: Session) -> bool:
    return settings.of(session, workspaces.channel_of(session, TEAM, GENERAL)).task_emoji
