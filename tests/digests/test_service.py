"""What is due when: the plan as a function of the tasks and the hour, and who may ask for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from bot.digests import service
from bot.digests.model import Digest, Plan
from bot.platform.calendar import MonthDay
from bot.platform.filters import OPEN, Filter
from bot.tasks import lists
from bot.tasks import service as tasks
from bot.tasks.model import HIGH, Draft, Task
from bot.workspaces import service as workspaces
from bot.workspaces import settings
from tests.payloads import patient
from tests.tasks.samples import TASKS, due, task
from tests.team import EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TEAM, Team, viewer

TOKYO, LONDON = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/London")
WEDNESDAY_9 = datetime(2026, 11, 25, 9, 0, tzinfo=TOKYO)
SUNDAY_9 = datetime(2026, 11, 29, 9, 0, tzinfo=TOKYO)
DAY = timedelta(days=1)


def where(fields: dict[str, Any], now: datetime) -> str:
    """The one place a task of these fields stands in the plan."""
    plan = service.plan([task(**fields)], now)
    ((place, count),) = plan.counts.items()
    assert count == 1
    assert [section for section, found in plan.sections.items() if found] in ([], [place])
    return place


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2025, 12, 31), "overdue"),
        (date(2026, 11, 24), "overdue"),
        (date(2026, 11, 25), "today"),
        (date(2026, 11, 26), "tomorrow"),
        (date(2026, 11, 27), "week"),
        (date(2026, 11, 29), "week"),
        (date(2026, 11, 30), "later"),
        (date(2027, 11, 25), "later"),
    ],
)
def test_on_a_wednesday_the_week_ends_on_sunday(day: date, place: str) -> None:
    assert where(due(day), WEDNESDAY_9) == place


@pytest.mark.parametrize(
    ("day", "place"),
    [(date(2026, 11, 29), "today"), (date(2026, 11, 30), "tomorrow"), (date(2026, 12, 1), "later")],
)
def test_on_a_sunday_tomorrow_is_tomorrow_and_the_rest_is_later(day: date, place: str) -> None:
    assert where(due(day), SUNDAY_9) == place


def test_on_a_saturday_sunday_is_tomorrow_and_nothing_is_left_of_the_week() -> None:
    saturday = SUNDAY_9 - DAY
    assert [where(due(saturday.date() + n * DAY), saturday) for n in range(3)] == [
        "today",
        "tomorrow",
        "later",
    ]


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2026, 12, 30), "overdue"),
        (date(2027, 1, 1), "tomorrow"),
        (date(2027, 1, 3), "week"),
        (date(2027, 1, 4), "later"),
    ],
)
def test_the_last_day_of_the_year_is_a_day_like_any_other(day: date, place: str) -> None:
    assert where(due(day), datetime(2026, 12, 31, 9, 0, tzinfo=TOKYO)) == place


def test_a_time_that_has_passed_today_is_overdue_to_the_minute() -> None:
    at = due(date(2026, 11, 25), "09:00")
    assert where(at, WEDNESDAY_9) == "today"
    assert where(at, WEDNESDAY_9 + timedelta(minutes=1)) == "overdue"
    assert where(at, WEDNESDAY_9 + timedelta(hours=1)) == "overdue"


def test_a_day_without_a_time_is_due_until_its_last_minute() -> None:
    at = due(date(2026, 11, 25))
    assert where(at, WEDNESDAY_9.replace(hour=23, minute=59)) == "today"
    assert where(at, (WEDNESDAY_9 + DAY).replace(hour=0)) == "overdue"


def test_midnight_is_that_of_the_channels_clock() -> None:
    instant = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
    at = due(date(2026, 11, 26))
    assert where(at, instant.astimezone(TOKYO)) == "today"
    assert where(at, instant.astimezone(LONDON)) == "tomorrow"


def test_an_instant_stands_on_the_day_it_has_on_the_channels_clock() -> None:
    at = due(date(2026, 11, 27), "08:00")
    assert where(at, WEDNESDAY_9.astimezone(LONDON)) == "tomorrow"
    assert where(at, WEDNESDAY_9) == "week"
    assert where(at, datetime(2026, 11, 26, 9, 0, tzinfo=LONDON)) == "today"


def test_what_is_asked_and_not_answered_is_never_overdue() -> None:
    asked = {"owner_id": "USATO", "asked_at": WEDNESDAY_9}
    assert where({**asked, **due(date(2026, 11, 24))}, WEDNESDAY_9) == "asked"
    assert where({**asked, **due(date(2026, 11, 25))}, WEDNESDAY_9) == "today"


def test_a_task_without_a_deadline_is_only_counted() -> None:
    assert where({}, WEDNESDAY_9) == "undated"


ZONES = st.sampled_from(["Asia/Tokyo", "Europe/London", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"])
HOURS = st.builds(
    lambda hours, zone: (WEDNESDAY_9 + timedelta(hours=hours)).astimezone(ZoneInfo(zone)),
    st.integers(-10_000, 10_000),
    ZONES,
)


@patient
@given(st.lists(TASKS, max_size=200), HOURS)
def test_every_task_stands_in_one_place_and_in_the_order_it_came(
    given_tasks: list[Task], now: datetime
) -> None:
    plan = service.plan(given_tasks, now)
    assert sum(plan.counts.values()) == len(given_tasks)
    assert len(plan.near) == plan.near_count
    for group in plan.sections.values():
        places = [given_tasks.index(one) for one in group]
        assert places == sorted(places)


@patient
@given(TASKS, HOURS)
def test_once_near_a_task_never_moves_away_again(one: Task, now: datetime) -> None:
    def rank(plan: Plan) -> int:
        places = ({"undated"}, {"later"}, {"week"}, {"tomorrow"}, {"today"}, {"overdue", "asked"})
        return next(n for n, place in enumerate(places) if place & plan.counts.keys())

    ranks = [rank(service.plan([one], now + n * timedelta(hours=7))) for n in range(40)]
    assert ranks == sorted(ranks)


async def make(team: Team, *drafts: Draft, channel: str = GENERAL) -> None:
    await team.do(tasks.create, viewer(SUZUKI), channel, drafts, NOW)


async def test_a_channels_plan_holds_its_open_tasks_by_deadline_then_priority(team: Team) -> None:
    today = date(2026, 11, 25)
    drafts = [
        Draft("今日中", due_on=today),
        Draft("今日中・優先", due_on=today, priority=HIGH),
        Draft("15時", due_on=today, due_time=time(15)),
        Draft("済んだもの", due_on=today),
    ]
    await make(team, *drafts)
    await make(team, Draft("ほかのチャンネル", due_on=today), channel=SECRET)
    await team.do(tasks.close, viewer(SUZUKI), 4, NOW)
    _, plan = await team.look(service.for_viewer, viewer(EMMA), GENERAL, NOW)
    assert [one.title for one in plan.sections["today"]] == ["15時", "今日中・優先", "今日中"]


async def test_a_plan_knows_the_names_of_its_owners(team: Team) -> None:
    await make(team, Draft("掃除", owner_id=SATO, due_on=date(2026, 11, 25)))
    _, plan = await team.look(service.for_viewer, viewer(SUZUKI), GENERAL, NOW)
    names, links = await team.look(service.surroundings, plan)
    assert names == {SATO: "佐藤"}
    assert links == {}


async def test_a_posted_plan_keeps_its_counts_and_knows_its_tasks_as_they_are(team: Team) -> None:
    drafts = [Draft(f"{n}通目の返信", due_on=date(2026, 11, 25)) for n in range(1, 14)]
    for _ in range(2):
        await make(team, *drafts)
    digest = await team.do(post_plan)
    await team.do(tasks.take, viewer(SATO), 1, NOW)
    await team.do(tasks.close, viewer(SATO), 2, NOW)
    await team.do(tasks.close, viewer(SATO), 26, NOW)
    _, plan = await team.look(service.posted, digest.id)
    assert [one.number for one in plan.sections["today"]] == list(range(1, 21))
    assert (plan.counts["today"], plan.near_count, plan.unowned, plan.closed) == (26, 26, 24, 1)


@pytest.mark.parametrize("hours", range(0, 120, 24))
async def test_what_is_later_is_counted_as_if_every_task_had_been_read(team: Team, hours: int) -> None:
    now = SUNDAY_9 - 2 * DAY + timedelta(hours=hours)
    made = await team.do(plan_of_many, now)
    whole = service.plan(many(), now)
    assert [(one.number, one.due_on) for one in made.near] == [(one.number, one.due_on) for one in whole.near]
    assert (made.counts, made.unowned) == (whole.counts, whole.unowned)


def plan_of_many(session: Session, now: datetime) -> Plan:
    session.add_all(many())
    return service.for_viewer(session, viewer(SUZUKI), GENERAL, now)[1]


def many() -> list[Task]:
    """Some without a day; for each day one without a time, one for its first minute, one for its last."""
    days = [due(SUNDAY_9.date() + number * DAY, at) for number in range(12) for at in ("00:00", "23:59", "")]
    return [
        task(id=number, number=number, channel_id=GENERAL, named_at=NOW if number % 3 else None, **fields)
        for number, fields in enumerate([{}, {}, *days], start=1)
    ]


WEDNESDAY_18 = datetime(2026, 11, 18, 1, 0, tzinfo=UTC)
"""Four business days before NOW: Monday the 23rd is a holiday."""


async def stale(team: Team, now: datetime = NOW) -> list[int]:
    """The numbers of what is not shown among the overdue, though it is."""
    _, plan = await team.look(service.for_viewer, viewer(SUZUKI), GENERAL, now)
    shown, total = {one.number for one in plan.near}, sum(plan.counts.values())
    assert plan.counts["stale"] + len(shown) == total
    return [number for number in range(1, 1 + total) if number not in shown]


async def test_what_is_overdue_for_more_than_three_business_days_without_a_move_is_folded(team: Team) -> None:
    drafts = [Draft("返信", due_on=date(2026, 11, day)) for day in (18, 18, 19, 24)]
    await team.do(tasks.create, viewer(SUZUKI), GENERAL, drafts, WEDNESDAY_18)
    await team.do(tasks.take, viewer(SATO), 2, WEDNESDAY_18 + DAY)
    assert await stale(team) == [1]
    assert await stale(team, NOW - DAY) == []
    assert await stale(team, NOW + DAY) == [1, 2, 3]


async def test_a_move_brings_it_back_among_the_overdue_and_one_asked_is_not_folded(team: Team) -> None:
    drafts = [
        Draft("返信", due_on=date(2026, 11, 18)),
        Draft("発注", owner_id=SATO, due_on=date(2026, 11, 18)),
    ]
    await team.do(tasks.create, viewer(SUZUKI), GENERAL, drafts, WEDNESDAY_18)
    assert await stale(team) == [1]
    await team.do(tasks.take, viewer(SATO), 1, NOW)
    assert await stale(team) == []


async def test_business_days_without_a_move_are_those_of_the_channel(team: Team) -> None:
    drafts = [Draft("返信", due_on=date(2026, 11, 18))]
    await team.do(tasks.create, viewer(SUZUKI), GENERAL, drafts, WEDNESDAY_18)
    await team.do(close_on, (11, 19))
    assert await stale(team) == []


def close_on(session: Session, day: MonthDay) -> None:
    channel = workspaces.channel_of(session, TEAM, GENERAL)
    its = replace(settings.of(session, channel), closing_days=(day,))
    settings.keep(session, viewer(SUZUKI), channel, its, NOW)


async def test_the_list_of_what_does_not_move_holds_what_the_plan_counts(team: Team) -> None:
    drafts = [Draft("返信", due_on=date(2026, 11, 18)), Draft("発注", due_on=date(2026, 11, 25))]
    await team.do(tasks.create, viewer(SUZUKI), GENERAL, drafts, WEDNESDAY_18)
    _, plan = await team.look(service.for_viewer, viewer(SUZUKI), GENERAL, NOW)
    asked = Filter.of(Filter(GENERAL, state=OPEN, still=plan.since).carried())
    page = await team.look(lists.found, viewer(EMMA), asked)
    assert [one.title for one in page.rows] == ["返信"]
    assert plan.counts["stale"] == page.total


async def test_a_plan_of_nothing_but_what_does_not_move_is_not_empty(team: Team) -> None:
    drafts = [Draft("返信", due_on=date(2026, 11, 18))]
    await team.do(tasks.create, viewer(SUZUKI), GENERAL, drafts, WEDNESDAY_18)
    _, plan = await team.look(service.for_viewer, viewer(SUZUKI), GENERAL, NOW)
    assert (plan.near, plan.is_empty) == ([], False)


async def test_what_only_does_not_move_is_named_unasked_once_a_week(team: Team) -> None:
    drafts = [Draft("返信", due_on=date(2026, 11, 18))]
    await team.do(tasks.create, viewer(SUZUKI), GENERAL, drafts, WEDNESDAY_18)
    days = [NOW + number * DAY for number in range(7)]
    plans = [(await team.look(service.for_viewer, viewer(SUZUKI), GENERAL, day))[1] for day in days]
    assert [plan.day.day for plan in plans if not plan.is_silent] == [30]


def test_what_its_channel_was_told_of_stays_counted_until_somebody_takes_it() -> None:
    tasks_left = [task(id=1, named_at=NOW), task(id=2), task(id=3, owner_id=SATO)]
    plan = service.plan(tasks_left, WEDNESDAY_9)
    assert (plan.unowned, plan.is_silent) == (1, True)
    plan.opens_week = True
    assert not plan.is_silent


async def test_whoever_shares_the_plan_is_noted_and_nothing_is_posted_of_an_empty_one(team: Team) -> None:
    assert (await team.do(service.share, viewer(SUZUKI), GENERAL, NOW)).is_empty
    await make(team, Draft("返信", due_on=date(2026, 11, 25)))
    await team.do(service.share, viewer(SUZUKI), GENERAL, NOW)
    assert len(await team.all(Digest)) == 1
    assert (await team.verbs())[-1] == (SUZUKI, "digest.shared")


def post_plan(session: Session) -> Digest:
    channel, plan = service.for_viewer(session, viewer(SUZUKI), GENERAL, NOW)
    return service.post(session, channel, plan, False, NOW)
