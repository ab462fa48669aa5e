"""Which tasks are listed, for whom, and in what order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from bot.platform import pages
from bot.platform.filters import ANY, CLOSED, OPEN, Filter
from bot.platform.filters import UNOWNED as NOBODYS
from bot.tasks import lists, service
from bot.tasks.model import HIGH, Draft
from bot.tasks.service import Made, Source
from bot.workspaces import mirror
from tests.team import EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TEAM, Team, viewer

HERE = Filter(channel_id=GENERAL, state=OPEN)
UNOWNED = Filter(channel_id=GENERAL, state=NOBODYS)
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
    found = await team.look(lists.found, viewer(SUZUKI), HERE)
    assert [task.title for task in found.rows] == [
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
    found = await team.look(lists.found, viewer(SUZUKI), UNOWNED)
    assert (len(found.rows), found.total) == (pages.SIZE, 25)
    last = await team.look(lists.found, viewer(SUZUKI), UNOWNED, 2)
    assert [task.number for task in last.rows] == [21, 22, 23, 24, 25]


async def test_lists_tell_whose_tasks_they_are(team: Team) -> None:
    await make(team, ESTIMATE, MEETING)
    await make(team, ESTIMATE, channel=SECRET)
    counts = [
        (await team.look(lists.found, viewer(SUZUKI), replace(HERE, person_id=SATO))).total,
        (await team.look(lists.found, viewer(SUZUKI), replace(HERE, person_id=EMMA))).total,
        (await team.look(lists.found, viewer(SUZUKI), UNOWNED)).total,
        (await team.look(lists.found, viewer(SATO), Filter(person_id=SATO, state=OPEN))).total,
        (await team.look(lists.found, viewer(SUZUKI), Filter(person_id=SUZUKI, state=OPEN))).total,
    ]
    assert counts == [1, 0, 1, 2, 0]


async def test_who_left_a_channel_has_its_tasks_no_longer_among_their_own(team: Team) -> None:
    await make(team, ESTIMATE, channel=SECRET)
    await team.do(mirror.leave, TEAM, SECRET, SATO)
    assert (await team.look(lists.found, viewer(SATO), Filter(person_id=SATO))).total == 0
    assert await team.look(lists.again, viewer(SATO), [1]) == []


async def test_a_task_is_linked_to_its_message_and_one_that_stands_nowhere_to_nothing(team: Team) -> None:
    (asked,) = await make(team, MEETING, source=Source("1.2", None))
    (typed,) = await make(team, MEETING)
    links = await team.look(lists.links, [asked.task, typed.task])
    assert links == {asked.task.id: f"https://team.slack.com/archives/{GENERAL}/p12"}


async def test_what_is_closed_comes_below_what_is_open_the_latest_first(team: Team) -> None:
    made = await make(team, *[MEETING] * 4)
    for one, minutes in ((made[0], 1), (made[2], 2)):
        await team.do(service.close, viewer(SUZUKI), one.task.number, NOW + timedelta(minutes=minutes))
    numbers = {}
    for state in (ANY, CLOSED, OPEN):
        found = await team.look(lists.found, viewer(SUZUKI), Filter(state=state))
        numbers[state] = [task.number for task in found.rows]
    assert numbers == {ANY: [2, 4, 3, 1], CLOSED: [3, 1], OPEN: [2, 4]}


async def test_a_search_looks_into_titles_and_notes_of_open_and_closed_tasks(team: Team) -> None:
    await make(team, Draft("見積を送る", note="様式はＡ４です"), Draft("ﾌﾟﾘﾝﾀを直す"))
    await make(team, Draft("見積を出す"), channel=SECRET)
    await team.do(service.close, viewer(SUZUKI), 2, NOW)
    for words, expected in {"見積": [1, 3], "a4 見積": [1], "プリンタ": [2], "直": [2], "ない": []}.items():
        found = await team.look(lists.found, viewer(SUZUKI), Filter(words=words))
        assert [task.number for task in found.rows] == expected
    assert (await team.look(lists.found, viewer(EMMA), Filter(words="見積"))).total == 1


async def test_a_changed_task_is_found_by_what_it_says_now(team: Team) -> None:
    await make(team, Draft("見積を送る", note="至急"))
    await team.do(service.change, viewer(SUZUKI), 1, Draft("請求を送る", note="至急"), NOW)
    for words, total in {"見積": 0, "請求 至急": 1}.items():
        assert (await team.look(lists.found, viewer(SUZUKI), Filter(words=words))).total == total


async def test_tasks_are_shown_again_in_the_order_they_had(team: Team) -> None:
    await make(team, *[MEETING] * 3)
    again = await team.look(lists.again, viewer(SUZUKI), [3, 1, 77])
    assert [task.number for task in again] == [3, 1]
