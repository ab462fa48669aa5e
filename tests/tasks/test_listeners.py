"""A message that people tick: one task, however many they are."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.platform.blocks import Message
from bot.platform.cards import Card
from bot.platform.slack.messages import Chosen
from bot.tasks import changes, listeners
from bot.tasks.model import UNDONE, Task
from tests.team import EMMA, GENERAL, NOW, SATO, SUZUKI, TOKYO, Team, viewer

ASKED = Chosen(GENERAL, "1764032400.000100", None, SUZUKI, "見積もりを更新してください。")


async def ticked(team: Team, who: str) -> Message:
    return await team.do(listeners.keep_ticked, viewer(who), ASKED, NOW.astimezone(TOKYO))


async def test_of_all_who_tick_a_message_at_once_one_makes_the_task_and_the_others_meet_it(
    team: Team,
) -> None:
    answers: list[Any] = await asyncio.gather(*(ticked(team, who) for who in (SUZUKI, SATO, EMMA, SUZUKI)))
    assert len(await team.all(Task)) == 1
    assert len(await team.all(Card)) == 1
    assert sum("登録しました" in each.text or "is on the list." in each.text for each in answers) == 1


async def test_a_task_that_was_taken_back_is_made_again(team: Team) -> None:
    await ticked(team, SUZUKI)
    assert await team.do(changes.take_back, viewer(SUZUKI), 1, NOW)
    await ticked(team, SUZUKI)
    assert [task.state == UNDONE for task in await team.all(Task)] == [True, False]
