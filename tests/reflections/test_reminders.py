"""Who is reminded of a week left open, when, and of what they were asked in several channels."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.reflections import prompts, reminders, service
from bot.reflections.model import Draft, Reflection
from bot.workspaces import mirror, nudges
from bot.workspaces import service as workspaces
from bot.workspaces.nudge_model import Nudge
from tests.team import EMMA, GENERAL, SATO, SECRET, SUZUKI, TEAM, TOKYO, Team, viewer

WEEK = date(2026, 11, 23)
FRIDAY_14 = datetime(2026, 11, 27, 14, 0, 5, tzinfo=TOKYO)
MONDAY_9 = datetime(2026, 11, 30, 9, tzinfo=TOKYO)
HOUR = timedelta(hours=1)


def ask(session: Session, channel_id: str, now: datetime, week: date = WEEK) -> None:
    prompt = prompts.ask(session, workspaces.channel_of(session, TEAM, channel_id), week, False, now)
    assert prompt
    reminders.prepare(session, prompt, now)


async def waiting(team: Team) -> list[tuple[str, datetime]]:
    return [(nudge.person_id, nudge.not_before) for nudge in await team.all(Nudge)]


async def still(team: Team, person_id: str, now: datetime) -> list[int]:
    ids = [nudge.subject_id for nudge in await team.all(Nudge)]
    return await team.look(reminders.still, viewer(person_id), ids, now)


@pytest.mark.parametrize(
    ("asked_at", "person_id", "at"),
    [
        (FRIDAY_14, SUZUKI, datetime(2026, 11, 27, 17, tzinfo=TOKYO)),
        (FRIDAY_14 + HOUR, SUZUKI, MONDAY_9),
        (FRIDAY_14 + 24 * HOUR, SUZUKI, MONDAY_9),
        (FRIDAY_14, EMMA, datetime(2026, 11, 27, 9, tzinfo=UTC)),
        (FRIDAY_14 + 2 * HOUR, EMMA, datetime(2026, 11, 27, 10, tzinfo=UTC)),
    ],
)
async def test_three_hours_after_the_prompt_or_when_their_work_begins(
    team: Team, asked_at: datetime, person_id: str, at: datetime
) -> None:
    await team.do(reminders.want, viewer(person_id), True, asked_at)
    await team.do(ask, GENERAL, asked_at)
    assert await waiting(team) == [(person_id, at)]


async def test_whoever_is_asked_in_two_channels_is_reminded_once(team: Team) -> None:
    await team.do(reminders.want, viewer(SATO), True, FRIDAY_14)
    for channel_id in (GENERAL, SECRET):
        await team.do(ask, channel_id, FRIDAY_14)
    assert len(await waiting(team)) == 1


async def test_who_never_answered_and_did_not_ask_for_it_or_muted_it_is_not_reminded(team: Team) -> None:
    for person_id in (SUZUKI, SATO):
        await team.do(service.answer, viewer(person_id), WEEK, Draft("初回"), GENERAL, FRIDAY_14)
    await team.do(nudges.mute, viewer(SATO), reminders.KIND, FRIDAY_14)
    later = FRIDAY_14 + timedelta(days=7)
    await team.do(ask, GENERAL, later, WEEK + timedelta(days=7))
    assert [person_id for person_id, _ in await waiting(team)] == [SUZUKI]


async def test_the_switch_of_the_goals_and_that_of_the_message_are_the_same(team: Team) -> None:
    him = viewer(SATO)
    assert not await team.look(reminders.is_wanted, him)
    await team.do(reminders.want, him, True, FRIDAY_14)
    assert await team.look(reminders.is_wanted, him)
    await team.do(nudges.mute, him, reminders.KIND, FRIDAY_14)
    assert not await team.look(reminders.is_wanted, him)
    await team.do(nudges.unmute, him, reminders.KIND, FRIDAY_14)
    assert await team.look(reminders.is_wanted, him)
    await team.do(reminders.want, him, False, FRIDAY_14)
    assert reminders.KIND in await team.look(nudges.muted, (TEAM, SATO))


async def test_switching_it_off_takes_back_what_waits(team: Team) -> None:
    await team.do(reminders.want, viewer(SATO), True, FRIDAY_14)
    await team.do(ask, GENERAL, FRIDAY_14)
    await team.do(reminders.want, viewer(SATO), False, FRIDAY_14)
    assert await waiting(team) == []


async def test_a_reminder_that_waits_too_long_or_whose_reader_left_says_nothing(team: Team) -> None:
    for person_id in (SUZUKI, SATO):
        await team.do(reminders.want, viewer(person_id), True, FRIDAY_14)
    await team.do(ask, GENERAL, FRIDAY_14)
    await team.do(mirror.leave, TEAM, GENERAL, SATO)
    assert len(await still(team, SUZUKI, MONDAY_9)) == 1
    assert await still(team, SATO, MONDAY_9) == []
    assert await still(team, SUZUKI, MONDAY_9 + timedelta(days=7)) == []


async def test_a_week_prepared_for_a_reminder_counts_as_not_answered(team: Team) -> None:
    await team.do(reminders.want, viewer(SATO), True, FRIDAY_14)
    await team.do(ask, GENERAL, FRIDAY_14)
    (row,) = await team.all(Reflection)
    assert (row.answered_at, row.skipped_at) == (None, None)
    assert await team.do(service.skip, viewer(SATO), WEEK, FRIDAY_14)
    assert await still(team, SATO, FRIDAY_14) == []
