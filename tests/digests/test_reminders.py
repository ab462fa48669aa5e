"""Which owner is told of which deadline, when, and once, on both engines."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.app import NUDGES
from bot.digests import reminders
from bot.digests import service as digests
from bot.platform import schedule
from bot.tasks import changes, service
from bot.tasks.model import Draft
from bot.workspaces import mirror, nudges
from bot.workspaces import service as workspaces
from bot.workspaces.nudge_model import Nudge
from tests.team import EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TAKAHASHI, TEAM, TOKYO, Team, viewer

FRIDAY = date(2026, 11, 27)
TONIGHT = NOW + timedelta(hours=10)
THURSDAY_9 = datetime(2026, 11, 26, 9, tzinfo=TOKYO)
FRIDAY_9 = THURSDAY_9 + timedelta(days=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def planned(team: Team) -> Team:
    """#general and #secret have a plan each day."""
    for channel_id in (GENERAL, SECRET):
        await team.do(schedule.start, digests.KIND, TEAM, channel_id, time(9), "Asia/Tokyo", NOW)
    return team


async def give(team: Team, owner: str, day: date, channel_id: str = GENERAL, at: datetime = NOW) -> int:
    """The number of a task that they took for that day themselves."""
    draft = Draft("請求書を送る", owner_id=owner, due_on=day)
    return (await team.do(service.create, viewer(owner), channel_id, [draft], at))[0].task.number


async def tick(team: Team, now: datetime) -> list[str]:
    """Who is written to now."""
    for whom in await team.look(reminders.due, now):
        await team.do(reminders.prepare, whom, now)
    found = await team.look(nudges.due, now)
    return [whom[1] for whom in found if await team.do(nudges.deliver, whom, NUDGES, now)]


async def test_when_work_begins_on_the_business_day_before_and_once(planned: Team) -> None:
    await give(planned, SATO, FRIDAY)
    assert await tick(planned, NOW) == []
    assert await tick(planned, THURSDAY_9 - MINUTE) == []
    assert await tick(planned, THURSDAY_9) == [SATO]
    assert await tick(planned, THURSDAY_9 + MINUTE) == []
    assert await tick(planned, FRIDAY_9) == []


@pytest.mark.parametrize(
    ("day", "told_at"),
    [
        (date(2026, 11, 30), FRIDAY_9),
        (date(2026, 11, 28), FRIDAY_9),
        (date(2027, 1, 4), datetime(2026, 12, 28, 9, tzinfo=TOKYO)),
    ],
)
async def test_a_weekend_and_the_years_end_lie_between(planned: Team, day: date, told_at: datetime) -> None:
    await give(planned, SATO, day)
    for at in (NOW, told_at - timedelta(days=1), told_at - MINUTE):
        assert await tick(planned, at) == []
    assert await tick(planned, told_at) == [SATO]


async def test_what_became_theirs_later_is_told_on_the_morning_of_its_day_and_after_that_not(
    planned: Team,
) -> None:
    await give(planned, SATO, FRIDAY, at=THURSDAY_9 + MINUTE)
    assert await tick(planned, THURSDAY_9 + MINUTE) == []
    assert await tick(planned, FRIDAY_9) == [SATO]
    await give(planned, SUZUKI, FRIDAY, at=FRIDAY_9 + MINUTE)
    assert await tick(planned, FRIDAY_9 + 2 * MINUTE) == []
    assert await tick(planned, FRIDAY_9 + timedelta(days=3)) == []


async def test_a_deadline_that_another_moves_near_is_told_at_once_in_working_hours(planned: Team) -> None:
    number = await give(planned, SATO, FRIDAY + timedelta(days=7))
    assert await tick(planned, THURSDAY_9) == []
    await planned.do(changes.set_due, viewer(SUZUKI), number, FRIDAY, None, THURSDAY_9 + MINUTE)
    assert await tick(planned, THURSDAY_9 + 2 * MINUTE) == [SATO]


async def test_after_a_night_away_it_is_told_late_in_the_morning_but_not_once_the_day_is_over(
    planned: Team,
) -> None:
    await give(planned, SATO, FRIDAY)
    await give(planned, SUZUKI, date(2026, 11, 26))
    assert await tick(planned, FRIDAY_9 + timedelta(hours=2)) == [SATO]


async def test_who_is_only_asked_is_not_told_before_they_accept(planned: Team) -> None:
    asked = Draft("見積もりを更新", owner_id=SATO, due_on=FRIDAY)
    await planned.do(service.create, viewer(SUZUKI), GENERAL, [asked], NOW)
    assert await tick(planned, THURSDAY_9) == []
    await planned.do(changes.accept, viewer(SATO), 1, THURSDAY_9 + MINUTE)
    assert await tick(planned, THURSDAY_9 + MINUTE) == []
    assert await tick(planned, FRIDAY_9) == [SATO]


async def test_another_deadline_and_another_owner_are_told_anew(planned: Team) -> None:
    number = await give(planned, SATO, FRIDAY)
    assert await tick(planned, NOW) == []
    await planned.do(changes.set_due, viewer(SATO), number, FRIDAY + timedelta(days=3), None, TONIGHT)
    assert await tick(planned, THURSDAY_9) == []
    assert await tick(planned, FRIDAY_9) == [SATO]
    await planned.do(service.change, viewer(SUZUKI), number, _given_to(SUZUKI), FRIDAY_9 + MINUTE)
    assert await tick(planned, FRIDAY_9 + MINUTE) == []
    assert await tick(planned, FRIDAY_9 + timedelta(days=3)) == [SUZUKI]


def _given_to(owner: str) -> Draft:
    return Draft("請求書を送る", owner_id=owner, due_on=FRIDAY + timedelta(days=3))


async def test_what_was_done_or_dropped_over_night_is_not_told(planned: Team) -> None:
    for owner in (SATO, SUZUKI):
        await give(planned, owner, FRIDAY)
    assert await tick(planned, TONIGHT) == []
    await planned.do(service.close, viewer(SATO), 1, TONIGHT)
    await planned.do(changes.drop, viewer(SUZUKI), 2, "もう要らない", TONIGHT)
    assert await tick(planned, THURSDAY_9) == []
    assert await planned.all(Nudge) == []


async def test_a_guest_is_told_like_everybody_and_who_lives_elsewhere_in_their_morning(planned: Team) -> None:
    for owner in (TAKAHASHI, EMMA):
        await give(planned, owner, FRIDAY)
    assert await tick(planned, NOW) == []
    assert await tick(planned, THURSDAY_9) == [TAKAHASHI]
    assert await tick(planned, datetime(2026, 11, 26, 9, tzinfo=UTC)) == [EMMA]


async def test_an_instant_counts_by_the_owners_clock(planned: Team) -> None:
    """Friday 6:00 in Tokyo is Thursday evening in London: Emma hears of it on Wednesday."""
    draft = Draft("電話する", owner_id=EMMA, due_on=FRIDAY, due_time=time(6))
    await planned.do(service.create, viewer(EMMA), GENERAL, [draft], NOW - timedelta(days=1))
    assert await tick(planned, NOW) == []
    assert await tick(planned, datetime(2026, 11, 25, 9, tzinfo=UTC)) == [EMMA]


def archived(session: Session) -> None:
    workspaces.channel_of(session, TEAM, SECRET).is_archived = True


def shared(session: Session) -> None:
    workspaces.channel_of(session, TEAM, SECRET).is_shared = True


def left(session: Session) -> None:
    mirror.leave(session, TEAM, SECRET, SATO)


def ended(session: Session) -> None:
    schedule.stop(session, digests.KIND, TEAM, SECRET, NOW)


def muted(session: Session) -> None:
    nudges.mute(session, viewer(SATO), reminders.KIND, NOW)


@pytest.mark.parametrize("end", [archived, shared, left, ended, muted])
@pytest.mark.parametrize("is_prepared", [False, True])
async def test_nothing_is_told_where_no_plan_comes_of_what_they_may_not_see_and_to_who_does_not_want_it(
    planned: Team, end: Callable[[Session], None], is_prepared: bool
) -> None:
    await give(planned, SATO, FRIDAY, SECRET)
    if is_prepared:
        assert await tick(planned, TONIGHT) == []
        assert len(await planned.all(Nudge)) == 1
    await planned.do(end)
    assert await planned.look(reminders.due, TONIGHT) == []
    assert await tick(planned, THURSDAY_9) == []


async def test_two_processes_at_once_tell_once(planned: Team) -> None:
    await give(planned, SATO, FRIDAY)
    (whom,) = await planned.look(reminders.due, TONIGHT)
    await asyncio.gather(*(planned.do(reminders.prepare, whom, TONIGHT) for _ in range(4)))
    assert len(await planned.all(Nudge)) == 1
