"""A memo with its people and tasks: kept, taken back and parted, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import UserError
from bot.memos import history, together
from bot.memos.model import Memo, MemoPerson, MemoTask
from bot.memos.service import Draft
from bot.memos.thread_model import Company
from bot.memos.together import Everything
from bot.platform.cards import Card
from bot.tasks import changes, service
from bot.tasks.model import NOWHERE, OPEN, UNDONE, Request, Task
from bot.tasks.model import Draft as TaskDraft
from bot.tasks.proposal_model import Given
from tests.team import BOT, EMMA, GENERAL, NOW, SATO, SUZUKI, Team, viewer

LATER = NOW + timedelta(minutes=5)


def everything(*drafts: TaskDraft, people: tuple[str, ...] = ()) -> Everything:
    given = [Given(f"1764032400.000100:{n}", draft) for n, draft in enumerate(drafts)]
    return Everything(Draft(GENERAL, "12/5に決定"), people, given, NOW)


async def keep(team: Team, *drafts: TaskDraft, people: tuple[str, ...] = ()) -> Memo:
    kept, _ = await team.do(together.record, viewer(SUZUKI), everything(*drafts, people=people), NOW)
    return kept.memo


async def company(team: Team, memo: Memo) -> Company:
    return await team.look(together.company, memo)


MINE, FOR_SATO = TaskDraft("見積もり", owner_id=SUZUKI), TaskDraft("請求書", owner_id=SATO)


async def test_people_and_tasks_are_kept_in_their_order_under_numbers_of_one_sequence(team: Team) -> None:
    memo = await keep(team, MINE, FOR_SATO, people=(EMMA, "USTRANGER", SATO, BOT, EMMA))
    beside = await company(team, memo)
    assert list(beside.people) == ["Emma Clark", "佐藤"]
    assert (memo.number, [task.number for task in beside.tasks]) == (1, [2, 3])


async def test_memo_and_tasks_stand_on_one_card_and_the_request_in_its_direct_message(team: Team) -> None:
    await keep(team, MINE, FOR_SATO)
    assert [(card.kind, card.channel_id) for card in await team.all(Card)] == [
        ("memo", GENERAL),
        ("task_request", SATO),
    ]


async def test_with_a_task_that_cannot_be_kept_there_is_no_memo_either(team: Team) -> None:
    with pytest.raises(UserError):
        await keep(team, MINE, TaskDraft("  "))
    assert await team.all(Memo) == []
    assert await team.all(Task) == []


async def test_undo_takes_back_what_nobody_touched_and_a_second_time_changes_nothing(team: Team) -> None:
    memo = await keep(team, MINE, FOR_SATO, TaskDraft("会議室"))
    await team.do(service.take, viewer(EMMA), 4, LATER)
    undone = await team.do(together.undo, viewer(SUZUKI), memo.number, LATER)
    assert (undone.gone, undone.left) == ([2, 3], [4])
    states = {task.number: (task.state, task.channel_id) for task in await team.all(Task)}
    assert states == {2: (UNDONE, NOWHERE), 3: (UNDONE, NOWHERE), 4: (OPEN, GENERAL)}
    assert [request.ended_at for request in await team.all(Request)] == [LATER]
    assert await team.all(MemoTask) == []
    again = await team.do(together.undo, viewer(SUZUKI), memo.number, LATER)
    assert (again.gone, again.left) == ([], [])
    assert [card.kind for card in await team.all(Card)].count("task") == 1


async def test_a_task_somebody_wants_to_talk_about_is_touched(team: Team) -> None:
    memo = await keep(team, FOR_SATO)
    await team.do(changes.talk, viewer(SATO), 2, LATER)
    undone = await team.do(together.undo, viewer(SUZUKI), memo.number, LATER)
    assert (undone.gone, undone.left) == ([], [2])


async def test_only_who_made_a_task_takes_it_back(team: Team) -> None:
    await keep(team, MINE)
    assert not await team.do(changes.take_back, viewer(SATO), 2, LATER)
    assert len(await team.all(Task)) == 1


async def test_the_open_tasks_of_an_erased_memo_get_cards_and_nothing_else_of_it_stays(team: Team) -> None:
    memo = await keep(team, MINE, FOR_SATO, people=(EMMA,))
    await team.do(service.close, viewer(SUZUKI), 2, LATER)
    await team.do(history.erase, viewer(SUZUKI), memo.number, LATER)
    assert await team.all(MemoPerson) == []
    assert await team.all(MemoTask) == []
    cards = [card for card in await team.all(Card) if card.kind == "task"]
    assert [card.thread_ts for card in cards] == ["1764032400.000100"]
