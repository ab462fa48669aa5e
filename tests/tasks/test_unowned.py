"""When a channel is told of tasks without an owner, and whom of its people after it, on both engines."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.app import NUDGES
from bot.platform import schedule
from bot.platform.database import Database
from bot.tasks import changes, service, unowned
from bot.tasks.model import Draft
from bot.tasks.unowned_model import CARD, UnownedAlert
from bot.workspaces import mirror, nudges
from bot.workspaces import service as workspaces
from bot.workspaces.nudge_model import Nudge, NudgeMessage
from bot.workspaces.settings_model import ChannelSettings
from tests.team import GENERAL, NOW, PEOPLE, SATO, SECRET, SUZUKI, TAKAHASHI, TEAM, TOKYO, Team, viewer

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
LATE = NOW + 4 * HOUR
"""14:00 of the same Wednesday."""
MORNING = datetime(2026, 11, 26, 9, tzinfo=TOKYO)
MEETING = Draft("会議室を予約する")


@pytest.fixture
async def watched(team: Team) -> Team:
    """#general and #secret are told; each has a task of Suzuki's that nobody owns."""
    for channel_id in (GENERAL, SECRET):
        opens = ChannelSettings(TOKYO).opens
        await team.do(schedule.start, unowned.KIND, TEAM, channel_id, opens, "Asia/Tokyo", NOW)
        await team.do(service.create, viewer(SUZUKI), channel_id, [MEETING], NOW)
    return team


async def told(team: Team, now: datetime) -> list[str]:
    """The channels that are told now."""
    found = await team.look(unowned.due, now)
    return [where[1] for where in found if await team.do(unowned.alert, where, now)]


async def reminded(team: Team, now: datetime) -> list[str]:
    """Who gets a message now."""
    found = await team.look(nudges.due, now)
    return [whom[1] for whom in found if await team.do(nudges.deliver, whom, NUDGES, now)]


def archived(session: Session) -> None:
    workspaces.channel_of(session, TEAM, SECRET).is_archived = True


def shared(session: Session) -> None:
    workspaces.channel_of(session, TEAM, SECRET).is_shared = True


def left(session: Session) -> None:
    mirror.bot_left(session, TEAM, SECRET)


def ended(session: Session) -> None:
    schedule.stop(session, unowned.KIND, TEAM, SECRET, NOW)


@pytest.mark.parametrize("end", [archived, shared, left, ended])
async def test_where_nothing_may_be_posted_nobody_is_told(
    watched: Team, end: Callable[[Session], None]
) -> None:
    await watched.do(end)
    assert await told(watched, LATE) == [GENERAL]
    assert await watched.do(unowned.alert, (TEAM, SECRET), LATE) is None


async def test_not_a_minute_before_its_time_and_not_after_work(watched: Team) -> None:
    assert await told(watched, LATE - MINUTE) == []
    assert await told(watched, LATE + 4 * HOUR) == []
    assert await told(watched, MORNING) == [GENERAL, SECRET]


async def test_what_hurries_is_told_though_the_channel_was_told_today(watched: Team) -> None:
    assert len(await told(watched, LATE)) == 2
    calm, hurried = Draft("棚を組み立てる"), Draft("名札を印刷", due_on=date(2026, 11, 26))
    await watched.do(service.create, viewer(SUZUKI), GENERAL, [calm], LATE)
    assert await told(watched, LATE + 3 * HOUR) == []
    await watched.do(service.create, viewer(SUZUKI), GENERAL, [hurried], LATE)
    assert await told(watched, LATE + HOUR) == [GENERAL]
    assert [len(alert.task_ids) for alert in await watched.all(UnownedAlert)] == [1, 1, 1]


async def test_a_holiday_is_no_working_time(watched: Team) -> None:
    """12/31 is a closing day of the year's end."""
    await watched.do(changes.drop, viewer(SUZUKI), 1, "年内は見送り", NOW)
    at = datetime(2026, 12, 28, 16, tzinfo=TOKYO)
    await watched.do(service.reopen, viewer(SUZUKI), 1, at)
    await told(watched, LATE)
    assert await told(watched, datetime(2026, 12, 31, 14, tzinfo=TOKYO)) == []
    assert await told(watched, datetime(2027, 1, 4, 11, tzinfo=TOKYO)) == [GENERAL]


@pytest.mark.parametrize("again", ["reopened", "given up"])
async def test_a_task_reopened_or_given_up_begins_anew(watched: Team, again: str) -> None:
    await told(watched, LATE)
    him = viewer(SATO)
    if again == "reopened":
        await watched.do(service.close, him, 1, LATE)
        await watched.do(service.reopen, him, 1, LATE + HOUR)
    else:
        await watched.do(service.take, him, 1, LATE)
        await watched.do(changes.reassign, him, 1, None, LATE + HOUR)
    assert await reminded(watched, MORNING) == [SUZUKI]
    assert [nudge.subject_id for nudge in await watched.all(Nudge)] == [2]
    assert await told(watched, MORNING + HOUR - MINUTE) == []
    assert await told(watched, MORNING + HOUR) == [GENERAL]
    assert await reminded(watched, MORNING + timedelta(days=1)) == [SUZUKI]


async def test_a_closed_task_is_never_named(watched: Team) -> None:
    await watched.do(service.close, viewer(SATO), 1, NOW)
    await watched.do(changes.drop, viewer(SATO), 2, "もう要らない", NOW)
    assert await told(watched, LATE) == []


async def test_two_channels_are_one_message_to_their_author(watched: Team) -> None:
    await told(watched, LATE)
    assert await reminded(watched, MORNING) == [SUZUKI]
    assert await reminded(watched, MORNING) == []
    (message,) = await watched.all(NudgeMessage)
    _, subjects = await watched.look(nudges.of_message, message.id)
    assert subjects == {CARD: [1, 2]}


async def test_an_author_who_left_the_private_channel_hears_of_the_open_one_only(watched: Team) -> None:
    await told(watched, LATE)
    await watched.do(mirror.leave, TEAM, SECRET, SUZUKI)
    assert await reminded(watched, MORNING) == [SUZUKI]
    assert [nudge.subject_id for nudge in await watched.all(Nudge)] == [1]


async def test_a_guest_hears_of_where_they_still_are(watched: Team) -> None:
    await watched.do(service.create, viewer(TAKAHASHI), GENERAL, [MEETING], NOW)
    await told(watched, LATE)
    await watched.do(mirror.leave, TEAM, GENERAL, TAKAHASHI)
    assert await reminded(watched, MORNING) == [SUZUKI]


async def test_an_author_who_is_gone_hears_nothing(watched: Team) -> None:
    await told(watched, LATE)
    await watched.do(mirror.keep_person, TEAM, {**PEOPLE[SUZUKI], "id": SUZUKI, "deleted": True})
    assert await reminded(watched, MORNING) == []


@pytest.mark.parametrize("when", ["before the channel was told", "after it"])
async def test_an_author_who_muted_them_hears_nothing(watched: Team, when: str) -> None:
    if when == "after it":
        await told(watched, LATE)
    await watched.do(nudges.mute, viewer(SUZUKI), CARD, NOW)
    await told(watched, LATE)
    assert await reminded(watched, MORNING) == []
    assert await watched.all(Nudge) == []


async def test_what_came_due_while_we_were_away_waits_for_the_next_morning(watched: Team) -> None:
    await told(watched, LATE)
    assert await reminded(watched, MORNING + 10 * HOUR) == []
    assert await reminded(watched, MORNING + timedelta(days=1)) == [SUZUKI]


async def test_muting_twice_and_unmuting_what_is_not_muted_change_nothing(watched: Team) -> None:
    for change in (nudges.unmute, nudges.mute, nudges.mute, nudges.unmute):
        await watched.do(change, viewer(SATO), CARD, NOW)
    switched = [verb for who, verb in await watched.verbs() if who == SATO]
    assert switched == ["nudge.muted", "nudge.unmuted"]


async def test_of_many_replicas_one_tells_a_channel_and_one_reminds(watched: Team, migrated_url: str) -> None:
    replicas = [Database(migrated_url) for _ in range(4)]

    def tell(session: Session) -> bool:
        return unowned.alert(session, (TEAM, GENERAL), LATE) is not None

    def remind(session: Session) -> bool:
        return nudges.deliver(session, (TEAM, SUZUKI), NUDGES, MORNING)

    for do in (tell, remind):
        done = await asyncio.gather(*(replicas[n % 4].write(do, None) for n in range(12)))
        assert sum(done) == 1
    assert len(await watched.all(UnownedAlert)) == 1
    assert len(await watched.all(NudgeMessage)) == 1
    for replica in replicas:
        replica.close()
