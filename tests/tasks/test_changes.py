"""What becomes of open tasks: who may, what is noted, who is asked; on both engines."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.errors import UserError
from bot.platform.cards import Card
from bot.platform.viewer import Viewer
from bot.tasks import changes, service
from bot.tasks.model import CARD, DROPPED, REQUEST_CARD, Draft, Request, Task
from tests.team import EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TAKAHASHI, Team, viewer

LATER = NOW + timedelta(minutes=5)
STEPS = Draft("見積もりを更新", steps=("単価を確認", "送付する"))
MINE = Draft("見積もりを更新と送付", owner_id=SATO)

Change = Callable[[Session, Viewer, int], Any]
CHANGES: dict[str, Change] = {
    "set_due": lambda session, who, n: changes.set_due(session, who, n, date(2026, 12, 7), time(9), LATER),
    "reassign": lambda session, who, n: changes.reassign(session, who, n, TAKAHASHI, LATER),
    "drop": lambda session, who, n: changes.drop(session, who, n, "先方で対応済み", LATER),
    "tick": lambda session, who, n: changes.tick(session, who, n, {1}, {2}, LATER),
    "accept": lambda session, who, n: changes.accept(session, who, n, LATER),
}
OTHERS: dict[str, Change] = {
    "talk": lambda session, who, n: changes.talk(session, who, n, LATER),
    "change": lambda session, who, n: service.change(session, who, n, MINE, LATER),
    "close": lambda session, who, n: service.close(session, who, n, LATER),
    "reopen": lambda session, who, n: service.reopen(session, who, n, LATER),
    "take": lambda session, who, n: service.take(session, who, n, LATER),
    "find_open": service.find_open,
}


async def one(team: Team, draft: Draft = STEPS, owner: str | None = None, channel: str = GENERAL) -> Task:
    asked = Draft(draft.title, owner_id=owner, steps=draft.steps)
    (made,) = await team.do(service.create, viewer(SUZUKI), channel, [asked], NOW)
    return made.task


async def now_of(team: Team, task: Task) -> Task:
    return await team.look(service.find, viewer(SUZUKI), task.number)


async def refused(team: Team, change: Change, who: str, task: Task) -> str:
    with pytest.raises(UserError) as problem:
        await team.do(change, viewer(who), task.number)
    return problem.value.key


@pytest.mark.parametrize("name", [*CHANGES, *OTHERS])
async def test_nothing_can_be_done_with_what_may_not_be_seen(team: Team, name: str) -> None:
    task = await one(team, owner=SATO, channel=SECRET)
    assert await refused(team, {**CHANGES, **OTHERS}[name], EMMA, task) == "error.not_found"


@pytest.mark.parametrize("name", CHANGES)
async def test_what_is_closed_is_changed_no_more(team: Team, name: str) -> None:
    done, dropped = await one(team, owner=SATO), await one(team, owner=SATO)
    await team.do(service.close, viewer(SATO), done.number, NOW)
    await team.do(changes.drop, viewer(SATO), dropped.number, "不要になったため", NOW)
    assert await refused(team, CHANGES[name], SATO, done) == "task.closed_already"
    assert await refused(team, CHANGES[name], SATO, dropped) == "task.dropped_already"


async def test_a_deadline_moves_on_the_channels_clock_and_what_was_there_is_noted(team: Team) -> None:
    task = await one(team)
    await team.do(changes.set_due, viewer(EMMA), task.number, date(2026, 12, 7), time(9), LATER)
    assert (await now_of(team, task)).due_at == datetime(2026, 12, 7, 0, tzinfo=UTC)
    await team.do(changes.set_due, viewer(EMMA), task.number, None, None, LATER)
    assert (await now_of(team, task)).due_on is None
    assert await team.verbs() == [(SUZUKI, "task.created"), (EMMA, "task.moved"), (EMMA, "task.moved")]


async def test_a_dropped_task_keeps_who_when_and_why_until_it_is_opened_again(team: Team) -> None:
    task = await one(team)
    await team.do(changes.drop, viewer(EMMA), task.number, "  先方で対応済み ", LATER)
    dropped = await now_of(team, task)
    assert (dropped.state, dropped.closed_by, dropped.closed_at) == (DROPPED, EMMA, LATER)
    assert dropped.reason == "先方で対応済み"
    await team.do(service.reopen, viewer(EMMA), task.number, LATER)
    assert (await now_of(team, task)).reason is None


@pytest.mark.parametrize("reason", ["", " \n", ":+1:", "あ" * 301])
async def test_a_reason_that_says_nothing_or_too_much_is_refused_under_its_field(
    team: Team, reason: str
) -> None:
    task = await one(team)
    with pytest.raises(UserError) as problem:
        await team.do(changes.drop, viewer(SUZUKI), task.number, reason, LATER)
    assert problem.value.field == "reason"


@pytest.mark.parametrize("name", ["set_due", "reassign", "drop", "accept", "change", "take", "close"])
async def test_whatever_its_owner_does_accepts_it(team: Team, name: str) -> None:
    task = await one(team, owner=SATO)
    assert (await now_of(team, task)).asked_at == NOW
    await team.do({**CHANGES, **OTHERS}[name], viewer(SATO), task.number)
    after = await now_of(team, task)
    assert after.asked_at == (LATER if after.owner_id == TAKAHASHI else None)


async def test_somebody_is_asked_once_at_a_time_and_each_time_anew(team: Team) -> None:
    task = await one(team, owner=SATO)
    for owner in (EMMA, EMMA, SUZUKI, SATO):
        await team.do(changes.reassign, viewer(SUZUKI), task.number, owner, LATER)
    requests = await team.all(Request)
    assert [(one.owner_id, one.asker_id, one.ended_at) for one in requests] == [
        (SATO, SUZUKI, LATER),
        (EMMA, SUZUKI, LATER),
        (SATO, SUZUKI, None),
    ]
    places = [(card.kind, card.channel_id) for card in await team.all(Card)]
    assert sorted(places) == sorted(
        [(CARD, GENERAL), (REQUEST_CARD, SATO), (REQUEST_CARD, EMMA), (REQUEST_CARD, SATO)]
    )


@pytest.mark.parametrize("name", ["accept", "talk"])
async def test_only_who_is_asked_may_answer(team: Team, name: str) -> None:
    task = await one(team, owner=SATO)
    assert await refused(team, {**CHANGES, **OTHERS}[name], EMMA, task) == "task.not_asked"


async def test_accepting_twice_is_noted_once(team: Team) -> None:
    task = await one(team, owner=SATO)
    for _ in range(2):
        await team.do(changes.accept, viewer(SATO), task.number, LATER)
    assert await team.verbs() == [(SUZUKI, "task.created"), (SATO, "task.accepted")]


async def test_of_many_who_want_to_talk_at_once_one_tells_the_asker(team: Team) -> None:
    task = await one(team, owner=SATO)
    asked = await asyncio.gather(*(team.do(changes.talk, viewer(SATO), task.number, LATER) for _ in range(5)))
    assert sum(request is not None for _, request in asked) == 1
    assert (await now_of(team, task)).asked_at == NOW


async def test_steps_ticked_at_once_by_several_are_all_ticked(team: Team) -> None:
    task = await one(team)
    first, second = (step.id for step in task.steps)
    await asyncio.gather(
        team.do(changes.tick, viewer(EMMA), task.number, {first}, set(), LATER),
        team.do(changes.tick, viewer(SATO), task.number, {second, 999}, set(), LATER),
    )
    done = await team.look(lambda session: [step.done_by for step in session.get_one(Task, task.id).steps])
    assert done == [EMMA, SATO]
    await team.do(changes.tick, viewer(EMMA), task.number, {first}, set(), LATER)
    assert [verb for _, verb in await team.verbs()].count("task.ticked") == 2


async def test_a_step_ticked_keeps_who_did_it_when_the_others_change(team: Team) -> None:
    task = await one(team)
    await team.do(changes.tick, viewer(EMMA), task.number, {task.steps[1].id}, set(), LATER)
    changed = Draft("見積もりを更新", steps=("印刷する", "送付する", "印刷する"))
    await team.do(service.change, viewer(SUZUKI), task.number, changed, LATER)
    read = await team.look(
        lambda session: [(step.text, step.done_by) for step in session.get_one(Task, task.id).steps]
    )
    assert read == [("印刷する", None), ("送付する", EMMA), ("印刷する", None)]
