"""How a digest reads in ten seconds, and that Slack takes it however much is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.digests import service, views
from bot.digests.model import MOST_LINES, Plan
from bot.platform.blocks import Message
from bot.platform.texts import Texts
from bot.reflections.model import MET, Reflection
from bot.tasks.model import DONE, DROPPED, Task
from tests.payloads import NAMES as ANY_NAMES
from tests.payloads import (
    READERS,
    Shown,
    assert_reads_as_kept,
    patient,
    taken,
    taken_by_a_channel,
)
from tests.reflections.samples import REFLECTIONS, goal, reflection
from tests.tasks.samples import LINK, NOW, TASKS, due, task

MORNING = NOW.replace(hour=9, minute=0)
NAMES = {"USATO": "佐藤", "USUZUKI": "鈴木", "UTAKAHASHI": "高橋", "UNAKAMURA": "中村"}


def day(month: int, number: int) -> date:
    return date(2026, month, number)


EXAMPLE = [
    task(id=1, number=1, title="請求書の再発行を依頼", owner_id="USATO", **due(day(11, 20))),
    task(id=2, number=2, title="FAQ「返品」を更新", owner_id="USUZUKI", **due(day(11, 24), "17:00")),
    task(id=3, number=3, title="入館証を回収", owner_id="UTAKAHASHI", **due(day(11, 24))),
    task(id=4, number=4, title="修理日程をお客様へ返信", owner_id="USUZUKI", **due(day(11, 25), "15:00")),
    task(id=5, number=5, title="12月分の備品を発注", owner_id="UNAKAMURA", **due(day(11, 25))),
    task(id=6, number=6, title="来客用の会議室を変更", **due(day(11, 26))),
    task(id=7, number=7, title="勤怠締めの案内を送る", owner_id="UTAKAHASHI", **due(day(11, 27))),
    task(id=8, number=8, title="忘年会の場所を決める", **due(day(12, 4))),
]
AS_WORDED = """\
今日の段取り｜11/25(水)
過ぎたもの3・今日2・担当未定1
*期限が過ぎたもの 3件*
・請求書の再発行を依頼 — 佐藤さん 11/20(金) ⋯
・FAQ「返品」を更新 — 鈴木さん 11/24(火) 17:00 ⋯
・入館証を回収 — 高橋さん 11/24(火) ⋯
*今日まで*
・修理日程をお客様へ返信 — 鈴木さん 15:00 ⋯
・12月分の備品を発注 — 中村さん ⋯
*明日まで*
・来客用の会議室を変更 — 担当未定 ［担当します］
*今週中*
・勤怠締めの案内を送る — 高橋さん 11/27(金) ⋯
来週以降 1件 ［すべて見る］"""
CALM = [task(title="勤怠締めの案内を送る", owner_id="UTAKAHASHI", **due(day(11, 27)))]
FAR = [task(**due(day(12, 4))), task(id=2)]
SETTLED = [
    task(id=1, number=1, title="請求書の再発行を依頼", owner_id="USATO", **due(day(11, 20))),
    task(id=2, number=2, title="FAQ「返品」を更新", owner_id="USATO", asked_at=NOW, **due(day(11, 24))),
    task(id=3, number=3, title="修理日程をお客様へ返信", **due(day(11, 25), "15:00")),
]
MANY = [task(id=n, number=n, title=f"{n}通目の返信", **due(day(11, 25))) for n in range(1, 26)]


def digest(tasks: list[Task], texts: Texts, is_late: bool = False, linked: bool = False) -> Message:
    links = {one.id: LINK for one in tasks} if linked else {}
    return views.digest(service.plan(tasks, MORNING), NAMES, links, texts, MORNING, is_late)


def later_that_day() -> Plan:
    """The plan of the morning; since then one was done and one dropped."""
    plan = service.plan(SETTLED, MORNING)
    done, dropped = task(**_of(SETTLED[0]), state=DONE), task(**_of(SETTLED[2]), state=DROPPED)
    plan.sections["overdue"], plan.sections["today"] = [done], [dropped]
    return plan


def not_moving() -> Plan:
    """Two tasks that nobody has touched for long."""
    plan = service.plan(EXAMPLE, MORNING, stale={1, 2})
    plan.channel_id, plan.since = "C1", MORNING.replace(day=19, hour=0)
    return plan


def _of(one: Task) -> dict[str, Any]:
    kept = ("id", "number", "title", "owner_id", "due_on", "due_at")
    return {**{name: getattr(one, name) for name in kept}, "closed_by": "USATO"}


def on_monday(tasks: Sequence[Task] = CALM) -> Plan:
    plan = service.plan(tasks, MORNING)
    goals = [goal(1, "FAQ「返品」を直す", MET), goal(2, "日報を毎日書く")]
    plan.goals = [reflection(goals=goals), reflection(person_id="USATO", goals=[goal(3, "棚を片付ける")])]
    return plan


def lines(message: Message) -> str:
    """What is read, one block a line, its button in brackets, a menu as ⋯."""
    return "\n".join(" ".join(_words(block)) for block in message.payload()["blocks"])


def _words(block: dict[str, Any]) -> list[str]:
    button = [_beside(block["accessory"])] if "accessory" in block else []
    parts = block.get("elements") or [block["text"]]
    return [*(part["text"] for part in parts), *button]


def _beside(element: dict[str, Any]) -> str:
    return "⋯" if element["type"] == "overflow" else f"［{element['text']['text']}］"


SHOWN: dict[str, Shown] = {
    "morning": lambda texts: digest(EXAMPLE, texts, linked=True),
    "not_moving": lambda texts: views.digest(not_moving(), NAMES, {}, texts, MORNING),
    "with_mentions": lambda texts: views.digest(
        service.plan(EXAMPLE, MORNING), NAMES, {}, texts, MORNING, mentions=True
    ),
    "shared": views.shared,
    "late": lambda texts: digest(CALM, texts, is_late=True),
    "more_than_twenty": lambda texts: digest([*MANY, *FAR], texts),
    "with_what_became_of_it": lambda texts: views.digest(later_that_day(), NAMES, {}, texts, MORNING),
    "nothing_near": lambda texts: views.empty(service.plan(FAR, MORNING), texts),
    "nothing_at_all": lambda texts: views.empty(service.plan([], MORNING), texts),
    "switchable": lambda texts: views.switchable(views.shared(texts), texts),
    "with_the_weeks_goals": lambda texts: views.digest(on_monday(), NAMES, {}, texts, MORNING),
    "with_goals_alone": lambda texts: views.digest(on_monday([]), NAMES, {}, texts, MORNING),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


def test_the_morning_of_the_wording_reads_as_it_was_worded() -> None:
    assert lines(digest(EXAMPLE, Texts("ja"))) == AS_WORDED


def test_what_is_due_today_and_tomorrow_shows_its_time_alone() -> None:
    tasks = [task(**due(day(11, 25), "15:00")), task(id=2, **due(day(11, 26), "08:30"))]
    assert "11/2" not in lines(digest(tasks, Texts("ja"))).split("\n", 1)[1]


def test_what_does_not_move_is_one_line_with_the_way_to_it() -> None:
    read = lines(views.digest(not_moving(), NAMES, {}, Texts("ja"), MORNING))
    assert "過ぎたもの1・今日2・動きなし2・担当未定1" in read
    assert "*動きのないタスク 2件* ［見る］" in read
    assert "請求書" not in read


def test_only_what_presses_mentions_its_owner() -> None:
    read = lines(views.digest(service.plan(EXAMPLE, MORNING), NAMES, {}, Texts("ja"), MORNING, mentions=True))
    assert read.count("<@") == 5
    assert "・請求書の再発行を依頼 — <@USATO> 11/20(金)" in read
    assert "・勤怠締めの案内を送る — 高橋さん 11/27(金)" in read


def test_what_is_overdue_since_this_morning_stands_first_with_its_time() -> None:
    read = lines(digest([task(**due(day(11, 25), "08:00"))], Texts("en")))
    assert "*Past the deadline: 1*\n• 見積もりを更新 — No owner yet, 08:00" in read


def test_only_twenty_are_shown_and_the_rest_is_counted() -> None:
    read = lines(digest([*MANY, *FAR], Texts("ja")))
    assert read.count("通目の返信") == MOST_LINES
    assert read.endswith("ほかに5件・来週以降 1件・期限なし 1件 ［すべて見る］")


def test_a_group_that_finds_no_room_has_no_heading() -> None:
    tomorrow = task(id=99, title="あふれた仕事", **due(day(11, 26)))
    read = lines(digest([*MANY[:20], tomorrow], Texts("ja")))
    assert "明日まで" not in read
    assert read.endswith("ほかに1件 ［すべて見る］")


PLANS = st.lists(TASKS, max_size=200).map(lambda tasks: service.plan(tasks, NOW))
PEOPLE = ANY_NAMES.map(lambda name: {"USATO": name})


@patient
@given(PLANS, st.lists(REFLECTIONS, max_size=20), PEOPLE, READERS, st.booleans())
def test_any_plan_can_be_posted(
    plan: Plan, goals: list[Reflection], names: dict[str, str], texts: Texts, linked: bool
) -> None:
    plan.goals = [each for each in goals if each.goals]
    links = {one.id: LINK for one in plan.near} if linked else {}
    shown = views.digest(plan, names, links, texts, NOW, is_late=True)
    taken_by_a_channel(views.switchable(shown, texts))
    taken(views.empty(plan, texts))
    taken(views.shared(texts))
