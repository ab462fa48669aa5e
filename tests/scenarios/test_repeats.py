"""A request that comes again as it was: what it asks for is done once, however many replicas hear it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.app import METADATA
from bot.platform.outbox.pauses import Pause
from bot.playground.wire import Delivery
from tests.scenarios.stage import Stage, shown, words

Gesture = Callable[[Stage], Awaitable[Any]]
IN_MOTION = {Pause.__tablename__}
"""What says when Slack was last written to."""


def last(stage: Stage) -> Delivery:
    """What a person's last gesture sent us."""
    return [each for each in stage.slack.deliveries if each.kind != "events_api"][-1]


async def again(stage: Stage, request: Delivery) -> Delivery:
    """The same, as a balancer that lost the answer may send it to somebody else."""
    deliveries = stage.slack.core.deliveries
    return await deliveries.deliver(request.kind, request.payload, request.accepts_answer)


async def held(stage: Stage) -> dict[str, int]:
    """How many rows there are, by table: every change leaves one of activity or of the outbox."""

    def counted(session: Session) -> dict[str, int]:
        tables = (each for each in METADATA.sorted_tables if each.name not in IN_MOTION)
        return {each.name: session.scalar(select(func.count()).select_from(each)) or 0 for each in tables}

    await stage.settled()
    return await stage.bot.database.read(counted)


async def seen(stage: Stage) -> list[str]:
    """What stands in Slack for anybody."""
    places = [stage.general, *(stage.slack.dm_with_bot(each) for each in (stage.suzuki, stage.sato))]
    whispered = [each for who in (stage.suzuki, stage.sato) for each in stage.whispers(who, stage.general)]
    return [shown(each) for place in places for each in await stage.cards(place)] + [*map(shown, whispered)]


def typed(command: str) -> Gesture:
    return lambda stage: stage.typed(stage.suzuki, stage.general, command)


def pressed(action_id: str, value: str | None = None) -> Gesture:
    """On the newest card of the channel."""

    async def press(stage: Stage) -> None:
        card = (await stage.cards(stage.general))[-1]
        await stage.hand(stage.suzuki).press(card, action_id, value=value)

    return press


def filled(open_form: Gesture, **entered: str) -> Gesture:
    async def fill(stage: Stage) -> None:
        await open_form(stage)
        await stage.settled()
        assert (await stage.hand(stage.suzuki).submit(entered)).ok

    return fill


async def chosen(stage: Stage) -> None:
    said = await stage.hand(stage.sato).say(stage.general, "次回リリースは12/5に決定")
    await stage.hand(stage.suzuki).shortcut("memos.from_message", said)


async def undone(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo 取り消す決定")
    await stage.hand(stage.suzuki).press(stage.whispers(stage.suzuki, stage.general)[-1], "memos.undo")


GESTURES: dict[str, Gesture] = {
    "a memo typed": typed("/memo 次回は12/5に決定"),
    "a task typed for somebody else": typed("/task 見積もりを更新 @sato 金曜"),
    "a task closed by its number": typed("/task done 1"),
    "the plan shown to all": typed("/digest here"),
    "a form opened": typed("/memo"),
    "a memo's form": filled(typed("/memo"), text="次回は12/5に決定"),
    "a task's form": filled(typed("/task"), title="見積もりを更新"),
    "a message kept": filled(chosen),
    "a memo undone": undone,
    "a task taken": pressed("tasks.take"),
    "a task done": pressed("tasks.done"),
    "a task's deadline": filled(pressed("tasks.menu", "due:1"), due_on="2026-12-04"),
    "a task changed": filled(pressed("tasks.menu", "edit:1"), title="名札を作り直す"),
    "a reflection": filled(typed("/weekly"), good="名札ができた"),
    "an export": filled(typed("/task export")),
}


@pytest.mark.parametrize("name", GESTURES)
async def test_a_request_that_comes_three_times_is_carried_out_once(stage: Stage, name: str) -> None:
    await stage.typed(stage.sato, stage.general, "/task 来客用の名札を作る 今日")
    await GESTURES[name](stage)
    before, showed, request = await held(stage), await seen(stage), last(stage)
    answers = await asyncio.gather(again(stage, request), again(stage, request))
    assert all(answer.ok for answer in answers)
    assert await held(stage) == before
    assert await seen(stage) == showed


async def test_of_two_deliveries_at_once_one_is_carried_out(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/memo 前の決定")
    request = last(stage)
    request.payload["trigger_id"], request.payload["text"] = "1.2.another", "次の決定"
    answers = await asyncio.gather(*(again(stage, request) for _ in range(4)))
    said = [words(answer.acknowledgement or {}) for answer in answers]
    assert sum("に残しました" in each for each in said) == 1
    assert sum("すでに受け付けています" in each for each in said) == 3
    assert len(await stage.cards(stage.general)) == 2


async def test_a_change_that_comes_again_late_does_not_undo_what_came_after_it(stage: Stage) -> None:
    await stage.typed(stage.suzuki, stage.general, "/task 名札を作る")
    await filled(pressed("tasks.menu", "edit:1"), title="名札を直す")(stage)
    request = last(stage)
    await stage.settled()
    await filled(pressed("tasks.menu", "edit:1"), title="名札を10枚作る")(stage)
    await again(stage, request)
    (card,) = await stage.cards(stage.general)
    assert "名札を10枚作る" in shown(card)


async def test_what_was_refused_may_be_asked_for_again(stage: Stage) -> None:
    """Nothing came of it, so nothing is held against the next delivery."""
    await stage.typed(stage.suzuki, stage.without_bot, "/memo 次回は12/5に決定")
    request = last(stage)
    await stage.hand(stage.suzuki).invite(stage.without_bot, stage.slack.bot_user_id)
    await stage.settled()
    answer = await again(stage, request)
    assert "に残しました" in words(answer.acknowledgement or {})
