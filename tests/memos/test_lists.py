"""Which memos are found, by whom, in what order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.errors import UserError
from bot.memos import lists, service
from bot.memos.service import Draft
from bot.platform import pages, search
from bot.platform.filters import Filter
from bot.workspaces import mirror
from tests.team import EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TEAM, Team, viewer


async def keep(
    team: Team, *texts: str, who: str = SUZUKI, channel: str = GENERAL, later: timedelta = timedelta(0)
) -> None:
    for text in texts:
        await team.do(service.record, viewer(who), Draft(channel, text), NOW + later)


async def numbers(team: Team, asked: Filter, who: str = SUZUKI, page: int = 0) -> list[int]:
    found = await team.look(lists.found, viewer(who), asked, page)
    return [memo.number for memo in found.rows]


async def test_the_newest_of_a_channel_come_first_a_page_at_a_time(team: Team) -> None:
    await keep(team, *(f"決定{n}" for n in range(pages.SIZE + 2)))
    await keep(team, "辞令", channel=SECRET)
    here = Filter(channel_id=GENERAL)
    assert await numbers(team, here) == list(range(pages.SIZE + 2, 2, -1))
    assert await numbers(team, here, page=1) == [2, 1]
    assert (await team.look(lists.found, viewer(SUZUKI), here)).total == pages.SIZE + 2


async def test_a_page_beyond_the_last_is_the_last(team: Team) -> None:
    await keep(team, *(f"決定{n}" for n in range(pages.SIZE + 1)))
    assert await numbers(team, Filter(), page=99) == [1]
    assert await numbers(team, Filter(words="ない"), page=99) == []


async def test_a_search_finds_what_holds_every_word_wherever_one_may_look(team: Team) -> None:
    await keep(team, "見積は12/5に提出")
    await keep(team, "見積の様式を変更", channel=SECRET)
    await keep(team, "納品は12/5")
    assert await numbers(team, Filter(words="見積")) == [2, 1]
    assert await numbers(team, Filter(words="12/5 見積")) == [1]
    assert await numbers(team, Filter(words="　納品　")) == [3]
    assert await numbers(team, Filter(words="請求")) == []
    assert await numbers(team, Filter(words="見積"), who=EMMA) == [1]


@pytest.mark.parametrize(
    "words",
    ["100%", "a_b", "\\", "REVIEW", "ｒｅｖｉｅｗ", "率", "達成", "ﾚﾋﾞｭｰ", "レビュー", "１００％", "🎉"],
)
async def test_a_search_takes_signs_as_they_are_and_every_width_and_case_alike(
    team: Team, words: str
) -> None:
    await keep(team, "達成率100% a_b C:\\x Review レビュー🎉")
    await keep(team, "成立1000 axb")
    assert await numbers(team, Filter(words=words)) == [1]


async def test_a_text_in_half_width_is_found_in_full_width_and_the_other_way_round(team: Team) -> None:
    await keep(team, "ｼｽﾃﾑ停止はＡＢＣ株式会社へ連絡")
    for words in ("システム", "ｼｽﾃﾑ", "abc", "ＡＢＣ"):
        assert await numbers(team, Filter(words=words)) == [1]


async def test_a_search_looks_into_what_was_said_too(team: Team) -> None:
    said = "金曜の会議で、印刷機の更新をﾘｰｽに決めました"
    source = await team.do(service.choose, viewer(SUZUKI), GENERAL, "1.2", None, SATO, said, NOW)
    await team.do(service.record, viewer(SUZUKI), Draft(GENERAL, "リースにする", source.id), NOW)
    assert await numbers(team, Filter(words="印刷機 にする リース")) == [1]


async def test_an_edited_memo_is_found_by_what_it_says_now(team: Team) -> None:
    await keep(team, "会議は木曜")
    await team.do(service.edit, viewer(SUZUKI), 1, "会議は金曜", NOW)
    assert await numbers(team, Filter(words="金曜")) == [1]
    assert await numbers(team, Filter(words="木曜")) == []


def test_more_words_than_fit_are_refused() -> None:
    with pytest.raises(UserError) as refused:
        search.checked("語" * (search.LONGEST + 1))
    assert refused.value.key == "error.search_long"


async def test_many_short_words_are_answered(team: Team) -> None:
    await keep(team, "決定")
    assert await numbers(team, Filter(words=search.checked("a " * (search.LONGEST // 2)))) == []


async def test_a_list_is_narrowed_to_a_person_and_to_days_on_the_viewers_clock(team: Team) -> None:
    await keep(team, "一日目")
    await keep(team, "二日目の朝", later=timedelta(hours=15))
    await keep(team, "二日目の夜", who=SATO, later=timedelta(days=1, hours=13, minutes=59))
    await keep(team, "三日目", later=timedelta(days=1, hours=14))
    first, second = date(2026, 11, 25), date(2026, 11, 26)
    assert await numbers(team, Filter(since=second, until=second)) == [3, 2]
    assert await numbers(team, Filter(until=first)) == [1]
    assert await numbers(team, Filter(since=second)) == [4, 3, 2]
    assert await numbers(team, Filter(since=second, person_id=SATO)) == [3]
    assert await numbers(team, Filter(until=date.max)) == [4, 3, 2, 1]


async def test_who_was_removed_finds_and_exports_nothing_of_the_channel(team: Team) -> None:
    await keep(team, "辞令は12/1", channel=SECRET)
    await team.do(mirror.leave, TEAM, SECRET, SATO)
    assert await numbers(team, Filter(words="辞令"), who=SATO) == []
    assert await team.look(lists.everything, viewer(SATO), Filter(channel_id=SECRET)) == []


async def test_everything_comes_oldest_first_with_its_message(team: Team) -> None:
    source = await team.do(service.choose, viewer(SUZUKI), GENERAL, "1.2", None, SATO, "12/5です", NOW)
    await team.do(service.record, viewer(SUZUKI), Draft(GENERAL, "12/5に決定", source.id), NOW)
    await keep(team, "凍結は12/3")
    kept = await team.look(lists.everything, viewer(SUZUKI), Filter())
    assert [(memo.number, said.text if said else None) for memo, said in kept] == [(1, "12/5です"), (2, None)]
    links = await team.look(lists.links, kept)
    assert links == {kept[0][0].id: f"https://team.slack.com/archives/{GENERAL}/p12"}
