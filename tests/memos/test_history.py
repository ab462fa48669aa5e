"""A memo's edits, and erasing it: who may, and what stays; on both engines."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy.orm import Session

from bot.errors import UserError
from bot.memos import history, service
from bot.memos.model import CARD, Memo, MemoRevision, MemoSource
from bot.memos.service import Draft
from bot.platform import cards
from bot.workspaces import mirror
from tests.team import EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TEAM, Team, viewer

TS = "1764032400.000100"


async def kept(team: Team, text: str = "12/5に決定", channel: str = GENERAL) -> Memo:
    return (await team.do(service.record, viewer(SUZUKI), Draft(channel, text), NOW)).memo


async def kept_from_a_message(team: Team) -> Memo:
    def unit(session: Session) -> Memo:
        said = "12/5で決定です"
        source = service.choose(session, viewer(SUZUKI), GENERAL, TS, None, SATO, said, NOW)
        return service.record(session, viewer(SUZUKI), Draft(GENERAL, said, source.id), NOW).memo

    return await team.do(unit)


async def refusal(team: Team, who: str, memo: Memo) -> str:
    with pytest.raises(UserError) as refused:
        await team.do(history.erase, viewer(who), memo.number, NOW)
    return refused.value.key


async def test_edits_come_newest_first_with_the_text_before_and_after(team: Team) -> None:
    memo = await kept(team, "0")
    for n in range(1, 11):
        await team.do(service.edit, viewer(EMMA), memo.number, f"{n}", NOW)
    memo = await team.look(service.find, viewer(SUZUKI), memo.number)
    shown, total = await team.look(history.edits, memo)
    assert total == 10
    assert [(edit.revision.text, edit.after) for edit in shown] == [
        (f"{n - 1}", f"{n}") for n in range(10, 2, -1)
    ]


async def test_a_memo_is_erased_with_all_that_belongs_to_it(team: Team) -> None:
    memo, other = await kept_from_a_message(team), await kept(team, "別の決定")
    for number in (memo.number, other.number):
        await team.do(service.edit, viewer(EMMA), number, f"{number}に変更", NOW)
    await team.do(history.erase, viewer(SUZUKI), memo.number, NOW)
    assert [one.id for one in await team.all(Memo)] == [other.id]
    assert [one.memo_id for one in await team.all(MemoRevision)] == [other.id]
    assert await team.all(MemoSource) == []
    assert (await team.verbs())[-1] == (SUZUKI, "memo.erased")
    assert await team.look(cards.of, CARD, memo.id) == []


async def test_its_number_is_never_given_again_and_its_message_can_be_kept_anew(team: Team) -> None:
    memo = await kept_from_a_message(team)
    await team.do(history.erase, viewer(SUZUKI), memo.number, NOW)
    assert (await kept_from_a_message(team)).number == memo.number + 1


async def test_only_its_author_and_admins_who_see_it_may_erase_it(team: Team) -> None:
    memo, hidden = await kept(team), await kept(team, channel=SECRET)
    assert await refusal(team, EMMA, memo) == "error.may_not_erase"
    await team.do(mirror.keep_person, TEAM, {"id": EMMA, "name": "emma", "is_admin": True})
    assert await refusal(team, EMMA, hidden) == "error.not_found"
    await team.do(history.erase, viewer(EMMA), memo.number, NOW)
    assert [one.id for one in await team.all(Memo)] == [hidden.id]


async def test_its_author_may_not_erase_what_they_can_no_longer_see(team: Team) -> None:
    memo = await kept(team, channel=SECRET)
    await team.do(mirror.leave, TEAM, SECRET, SUZUKI)
    assert await refusal(team, SUZUKI, memo) == "error.not_found"


async def test_of_two_who_erase_it_at_once_one_does(team: Team) -> None:
    memo = await kept(team)
    outcomes = await asyncio.gather(
        *(team.do(history.erase, viewer(SUZUKI), memo.number, NOW) for _ in range(4)), return_exceptions=True
    )
    assert sum(outcome is None for outcome in outcomes) == 1
    assert {type(outcome) for outcome in outcomes if outcome} == {UserError}
    assert [verb for _, verb in await team.verbs()].count("memo.erased") == 1
