"""Which open tasks are listed, for whom, and in what order."""

from __future__ import annotations

from datetime import date, time

from bot.tasks import lists, service
from bot.tasks.model import HIGH, Draft
from bot.tasks.service import Made, Source
from bot.workspaces import mirror
from tests.team import EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TEAM, Team, viewer

ESTIMATE = Draft("見積もりを更新", owner_id=SATO)
MEETING = Draft("会議室を予約する")


async def make(
    team: Team, *drafts: Draft, channel: str = GENERAL, source: Source | None = None
) -> list[Made]:
    return await team.do(service.create, viewer(SUZUKI), channel, drafts, NOW, source=source)


async def test_open_tasks_are_listed_by_deadline_then_priority_then_number(team: Team) -> None:
    friday, monday = date(2026, 12, 4), date(2026, 12, 7)
    made = await make(
        team,
        Draft("期限なし"),
        Draft("月曜", due_on=monday),
        Draft("期限なし・優先", priority=HIGH),
        Draft("金曜中", due_on=friday),
        Draft("金曜中・優先", due_on=friday, priority=HIGH),
        Draft("金曜17時", due_on=friday, due_time=time(17)),
        Draft("金曜9時", due_on=friday, due_time=time(9)),
        Draft("金曜中・あと", due_on=friday),
    )
    await team.do(service.close, viewer(SUZUKI), made[7].task.number, NOW)
    await make(team, ESTIMATE, channel=SECRET)
    found = await team.look(lists.listed, viewer(SUZUKI), GENERAL)
    assert [task.title for task in found.tasks] == [
        "金曜9時",
        "金曜17時",
        "金曜中・優先",
        "金曜中",
        "月曜",
        "期限なし・優先",
        "期限なし",
    ]
    assert found.total == 7


async def test_a_list_holds_a_page_and_counts_the_rest(team: Team) -> None:
    await make(team, *[MEETING] * 20)
    await make(team, *[MEETING] * 5)
    found = await team.look(lists.unowned, viewer(SUZUKI), GENERAL)
    assert (len(found.tasks), found.total) == (lists.PAGE, 25)


async def test_lists_tell_whose_tasks_they_are(team: Team) -> None:
    await make(team, ESTIMATE, MEETING)
    await make(team, ESTIMATE, channel=SECRET)
    counts = [
        (await team.look(lists.listed, viewer(SUZUKI), GENERAL, SATO)).total,
        (await team.look(lists.listed, viewer(SUZUKI), GENERAL, EMMA)).total,
        (await team.look(lists.unowned, viewer(SUZUKI), GENERAL)).total,
        (await team.look(lists.mine, viewer(SATO))).total,
        (await team.look(lists.mine, viewer(SUZUKI))).total,
    ]
    assert counts == [1, 0, 1, 2, 0]


async def test_who_left_a_channel_has_its_tasks_no_longer_among_their_own(team: Team) -> None:
    await make(team, ESTIMATE, channel=SECRET)
    await team.do(mirror.leave, TEAM, SECRET, SATO)
    assert (await team.look(lists.mine, viewer(SATO))).total == 0


async def test_a_task_is_linked_to_its_message_and_one_that_stands_nowhere_to_nothing(team: Team) -> None:
    (asked,) = await make(team, MEETING, source=Source("1.2", None))
    (typed,) = await make(team, MEETING)
    links = await team.look(lists.links, [asked.task, typed.task])
    assert links == {asked.task.id: f"https://team.slack.com/archives/{GENERAL}/p12"}
