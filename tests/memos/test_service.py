"""Keeping, changing and finding memos, on both engines."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bot.errors import UserError
from bot.memos import lists, service, sources
from bot.memos.model import SOURCE_LIMIT, TEXT_LIMIT, Memo, MemoRevision, MemoSource
from bot.memos.service import Draft, Kept
from bot.platform.cards import Card
from bot.platform.fates import Fate
from bot.platform.filters import Filter
from bot.workspaces import mirror
from tests.team import EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TAKAHASHI, TEAM, Team, viewer

LATER = NOW + timedelta(minutes=5)
DECISION = "次回リリースは12/5に決定"
EDITED = Fate(TEAM, GENERAL, "1.2", is_gone=False)


async def keep(team: Team, text: str = DECISION, who: str = SUZUKI, channel: str = GENERAL) -> Memo:
    kept = await team.do(service.record, viewer(who), Draft(channel, text), NOW)
    return kept.memo


async def choose(team: Team, text: str = "12/5でいきます", who: str = SUZUKI, ts: str = "1.2") -> MemoSource:
    return await team.do(service.choose, viewer(who), GENERAL, ts, "1.1", SATO, text, NOW)


async def keep_source(team: Team, source: MemoSource, who: str = SUZUKI) -> Kept:
    return await team.do(service.record, viewer(who), Draft(GENERAL, DECISION, source.id), NOW)


async def test_a_memo_keeps_its_words_its_author_and_the_hour(team: Team) -> None:
    memo = await keep(team, f"  {DECISION}\n")
    assert (memo.number, memo.text, memo.author_id, memo.recorded_at) == (1, DECISION, SUZUKI, NOW)
    assert await team.verbs() == [(SUZUKI, "memo.kept")]


async def test_a_memo_gets_a_card_in_its_channel(team: Team) -> None:
    memo = await keep(team)
    (card,) = await team.all(Card)
    assert (card.subject_id, card.channel_id, card.thread_ts) == (memo.id, GENERAL, None)


async def test_a_message_gets_its_card_in_its_thread(team: Team) -> None:
    await keep_source(team, await choose(team))
    (card,) = await team.all(Card)
    assert card.thread_ts == "1.1"


async def test_numbers_run_on_through_the_channels(team: Team) -> None:
    assert [(await keep(team, channel=channel)).number for channel in (GENERAL, SECRET, GENERAL)] == [1, 2, 3]


async def test_the_automatic_posts_are_offered_to_the_first_alone(team: Team) -> None:
    offers = [
        (await team.do(service.record, viewer(who), Draft(GENERAL, DECISION), NOW)).offer
        for who in (TAKAHASHI, SUZUKI, SATO)
    ]
    assert offers == [False, True, False]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "error.no_text"),
        (" \n　", "error.no_text"),
        (":tada: 🎉", "error.only_emoji"),
        ("あ" * 3001, "error.too_long"),
    ],
)
async def test_what_says_nothing_or_too_much_is_not_kept_and_given_back(
    team: Team, text: str, problem: str
) -> None:
    with pytest.raises(UserError) as refused:
        await team.do(service.record, viewer(SUZUKI), Draft(GENERAL, text, words=text, field="text"), NOW)
    assert (refused.value.key, refused.value.field) == (problem, "text")
    assert refused.value.words == (text if problem != "error.no_text" else "")
    assert await team.all(Memo) == []


async def test_the_longest_memo_is_kept_whole(team: Team) -> None:
    assert (await keep(team, "決" * TEXT_LIMIT)).text == "決" * TEXT_LIMIT


async def test_the_same_message_twice_is_one_memo(team: Team) -> None:
    source = await choose(team)
    first = await keep_source(team, source)
    again = await keep_source(team, await choose(team, who=SATO), SATO)
    assert (first.is_new, again.is_new) == (True, False)
    assert again.memo.id == first.memo.id
    assert await team.verbs() == [(SUZUKI, "memo.kept")]


async def test_of_two_who_keep_the_same_message_at_once_one_wins_and_the_other_meets_it(team: Team) -> None:
    source = await choose(team)
    kept = await asyncio.gather(*(keep_source(team, source, who) for who in (SUZUKI, SATO, EMMA)))
    assert sorted(one.is_new for one in kept) == [False, False, True]
    assert len({one.memo.id for one in kept}) == 1
    assert len(await team.all(Card)) == 1


async def test_of_many_who_keep_their_first_memo_at_once_one_is_offered_the_automatic_posts(
    team: Team,
) -> None:
    drafts = [Draft(GENERAL, f"決定{n}", words="") for n in range(8)]
    keeping = (team.do(service.record, viewer(SUZUKI), draft, NOW) for draft in drafts)
    assert [kept.offer for kept in await asyncio.gather(*keeping)].count(True) == 1


async def test_many_memos_at_once_have_numbers_of_their_own(team: Team) -> None:
    memos = await asyncio.gather(*(keep(team, f"決定{n}") for n in range(20)))
    assert sorted(memo.number for memo in memos) == list(range(1, 21))


async def test_of_two_who_choose_a_message_at_once_both_get_the_same_source(team: Team) -> None:
    chosen = await asyncio.gather(*(choose(team, who=who) for who in (SUZUKI, SATO, EMMA)))
    assert len({source.id for source in chosen}) == 1


async def test_a_message_chosen_again_is_remembered_as_it_is_said_now(team: Team) -> None:
    await choose(team, "12/5でいきます")
    await choose(team, "12/8でいきます")
    (source,) = await team.all(MemoSource)
    assert source.text == "12/8でいきます"


async def test_a_message_edited_while_nothing_was_kept_of_it_is_unedited_when_it_is_chosen_again(
    team: Team,
) -> None:
    await choose(team, "12/5でいきます")
    await team.do(sources.heard, EDITED, LATER)
    await choose(team, "12/8でいきます")
    (source,) = await team.all(MemoSource)
    assert source.edited_at is None


async def test_a_message_edited_after_it_was_kept_stays_so_when_it_is_chosen_again(team: Team) -> None:
    await keep_source(team, await choose(team))
    await team.do(sources.heard, EDITED, LATER)
    await choose(team, "12/8でいきます")
    (source,) = await team.all(MemoSource)
    assert source.edited_at == LATER


async def test_a_message_that_is_kept_stays_as_it_was_said(team: Team) -> None:
    await keep_source(team, await choose(team, "12/5でいきます"))
    await choose(team, "12/8でいきます")
    (source,) = await team.all(MemoSource)
    assert source.text == "12/5でいきます"


async def test_the_longest_message_is_remembered_up_to_its_limit(team: Team) -> None:
    assert len((await choose(team, "あ" * (SOURCE_LIMIT + 1))).text) == SOURCE_LIMIT


async def test_a_message_whose_memo_was_undone_can_be_kept_again(team: Team) -> None:
    source = await choose(team)
    first = (await keep_source(team, source)).memo
    await team.do(service.undo, viewer(SUZUKI), first.number, NOW)
    assert await team.look(service.from_message, viewer(SUZUKI), GENERAL, "1.2") is None
    again = await keep_source(team, source)
    assert again.is_new
    assert again.memo.number == 2


async def test_an_edit_keeps_the_text_before_and_who_changed_it(team: Team) -> None:
    memo = await keep(team)
    await team.do(service.edit, viewer(SATO), memo.number, "12/8に決定", LATER)
    await team.do(service.edit, viewer(EMMA), memo.number, "12/9に決定", LATER)
    revisions = [(one.text, one.changed_by, one.changed_at) for one in await team.all(MemoRevision)]
    assert revisions == [(DECISION, SATO, LATER), ("12/8に決定", EMMA, LATER)]
    assert (await team.look(service.find, viewer(SUZUKI), memo.number)).text == "12/9に決定"
    assert await team.verbs() == [(SUZUKI, "memo.kept"), (SATO, "memo.edited"), (EMMA, "memo.edited")]


async def test_an_edit_that_changes_nothing_leaves_no_trace(team: Team) -> None:
    memo = await keep(team)
    await team.do(service.edit, viewer(SATO), memo.number, f"{DECISION} ", LATER)
    assert await team.all(MemoRevision) == []
    assert await team.verbs() == [(SUZUKI, "memo.kept")]


async def test_an_edit_to_nothing_is_refused_under_its_field(team: Team) -> None:
    memo = await keep(team)
    with pytest.raises(UserError) as refused:
        await team.do(service.edit, viewer(SATO), memo.number, " ", LATER)
    assert (refused.value.key, refused.value.field) == ("error.no_text", "text")


async def test_undo_takes_ones_own_memo_back_once(team: Team) -> None:
    memo = await keep(team)
    for _ in range(2):
        undone = await team.do(service.undo, viewer(SUZUKI), memo.number, LATER)
        assert (undone.text, undone.undone_at) == (DECISION, LATER)
    assert await team.verbs() == [(SUZUKI, "memo.kept"), (SUZUKI, "memo.undone")]


async def test_what_is_undone_is_gone_to_everybody(team: Team) -> None:
    memo = await keep(team)
    await team.do(service.undo, viewer(SUZUKI), memo.number, LATER)
    with pytest.raises(UserError) as missing:
        await team.look(service.find, viewer(SUZUKI), memo.number)
    assert (missing.value.key, missing.value.values) == ("error.not_found", {"n": memo.number})
    assert (await team.look(lists.found, viewer(SUZUKI), Filter())).total == 0


async def test_nobody_elses_memo_can_be_undone(team: Team) -> None:
    memo = await keep(team)
    with pytest.raises(UserError) as refused:
        await team.do(service.undo, viewer(SATO), memo.number, LATER)
    assert refused.value.key == "error.not_yours"
    assert (await team.look(service.find, viewer(SATO), memo.number)).undone_at is None


async def test_who_left_the_channel_can_no_longer_undo_what_they_kept_there(team: Team) -> None:
    memo = await keep(team, channel=SECRET)
    await team.do(mirror.leave, TEAM, SECRET, SUZUKI)
    with pytest.raises(UserError) as missing:
        await team.do(service.undo, viewer(SUZUKI), memo.number, LATER)
    assert missing.value.key == "error.not_found"


async def test_the_link_of_a_memo_leads_to_its_message(team: Team) -> None:
    memo = (await keep_source(team, await choose(team))).memo
    link = await team.look(link_of, memo.number)
    assert link == f"https://team.slack.com/archives/{GENERAL}/p12?thread_ts=1.1&cid={GENERAL}"


async def test_a_typed_memo_is_linked_to_its_card_once_that_stands(team: Team) -> None:
    memo = await keep(team)
    assert await team.look(link_of, memo.number) is None
    await team.do(stand_at, "3.4")
    assert await team.look(link_of, memo.number) == f"https://team.slack.com/archives/{GENERAL}/p34"


def link_of(session: Session, number: int) -> str | None:
    return service.link_of(session, service.find(session, viewer(SUZUKI), number))


def stand_at(session: Session, ts: str) -> None:
    for card in session.query(Card):
        card.ts = ts
