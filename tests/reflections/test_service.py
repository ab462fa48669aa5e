"""What is kept of a week, who sees it, and how long it can be written."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import UserError
from bot.platform import cards
from bot.platform.cards import Card
from bot.reflections import evidence, goals, prompts, service
from bot.reflections.model import CARD, MET, Draft, Prompt, Reflection
from bot.tasks import service as tasks
from bot.tasks.model import Draft as TaskDraft
from bot.workspaces import mirror
from bot.workspaces import service as workspaces
from tests.team import EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TEAM, Team, viewer

WEEK, BEFORE = date(2026, 11, 23), date(2026, 11, 16)
DAYS_7 = timedelta(days=7)
PRIVATE = Draft(good="内緒の話", goals=("転職を考える",))
SHARED = replace(PRIVATE, good="返信が早くなった", goals=("FAQを直す",), is_shared=True)


async def answer(team: Team, who: str, draft: Draft, channel: str = GENERAL, **when: Any) -> Reflection:
    at = {"week": WEEK, "now": NOW, **when}
    return await team.do(service.answer, viewer(who), at["week"], draft, channel, at["now"])


async def refusal(team: Team, *given: Any) -> tuple[str, str]:
    with pytest.raises(UserError) as refused:
        await answer(team, *given)
    return refused.value.key, refused.value.field


def ask(session: Session, channel_id: str = GENERAL, week: date = WEEK) -> Prompt | None:
    channel = workspaces.channel_of(session, TEAM, channel_id)
    return prompts.ask(session, channel, week, False, NOW)


async def test_what_is_private_is_not_there_for_the_closest_colleague(team: Team) -> None:
    mine = await answer(team, SUZUKI, PRIVATE, SECRET)
    assert (await team.look(service.find, viewer(SUZUKI), mine.id)).good == "内緒の話"
    with pytest.raises(UserError) as refused:
        await team.look(service.find, viewer(SATO), mine.id)
    assert refused.value.key == "weekly.gone"
    with pytest.raises(UserError):
        await team.do(goals.judge, viewer(SATO), mine.goals[0].id, MET, NOW)
    assert await team.look(goals.shared_in, viewer(SATO), SECRET, WEEK) == []
    assert await team.look(service.posted, mine.id) is None


async def test_what_is_shared_is_seen_by_the_channel_but_judged_by_its_author_alone(team: Team) -> None:
    mine = await answer(team, SUZUKI, SHARED, SECRET)
    assert (await team.look(service.find, viewer(SATO), mine.id)).id == mine.id
    with pytest.raises(UserError):
        await team.look(service.find, viewer(EMMA), mine.id)
    with pytest.raises(UserError) as refused:
        await team.do(goals.judge, viewer(SATO), mine.goals[0].id, MET, NOW)
    assert refused.value.key == "weekly.goal_gone"


async def test_one_answer_a_week_and_the_last_word_counts(team: Team) -> None:
    first = await answer(team, SUZUKI, PRIVATE)
    again = await answer(team, SUZUKI, Draft(bad="会議が長い"))
    assert (again.id, again.good, again.bad, again.goals) == (first.id, "", "会議が長い", [])
    assert await team.verbs() == [(SUZUKI, "reflection.answered"), (SUZUKI, "reflection.edited")]


async def test_two_answers_at_once_are_one_row(team: Team) -> None:
    await asyncio.gather(*(answer(team, SUZUKI, Draft(good=str(n))) for n in range(4)))
    assert len(await team.all(Reflection)) == 1


@pytest.mark.parametrize(
    ("draft", "key", "field"),
    [
        (Draft(good=" \n", goals=("",)), "weekly.empty", "good"),
        (Draft(learned=":tada:"), "error.only_emoji", "good"),
        (Draft(bad="あ" * 3001), "error.too_long", "bad"),
        (Draft(goals=("1", "2", "3", "4")), "weekly.too_many_goals", "goals"),
        (Draft(goals=("あ" * 151,)), "weekly.goal_too_long", "goals"),
    ],
)
async def test_what_cannot_be_kept_is_named_under_its_field(
    team: Team, draft: Draft, key: str, field: str
) -> None:
    assert await refusal(team, SUZUKI, draft) == (key, field)
    assert await team.all(Reflection) == []


@pytest.mark.parametrize(
    "draft", [Draft(learned="あ" * 3000), Draft(goals=("あ" * 150, "\n b ", "")), Draft(outcomes={1: MET})]
)
async def test_one_part_is_enough_and_as_long_as_a_field_holds(team: Team, draft: Draft) -> None:
    assert (await answer(team, SUZUKI, draft)).learned == draft.learned


async def test_a_goal_that_keeps_its_words_keeps_what_became_of_it(team: Team) -> None:
    said = await answer(team, SUZUKI, Draft(goals=("A", "B")), week=BEFORE)
    await answer(team, SUZUKI, Draft(outcomes={said.goals[0].id: MET}))
    await answer(team, SUZUKI, Draft(goals=("C", "A")), week=BEFORE)
    kept = await team.look(goals.of_viewer, viewer(SUZUKI), WEEK)
    assert [(goal.text, goal.outcome) for goal in kept] == [("C", None), ("A", MET)]


async def test_goals_of_a_private_week_are_not_posted_with_a_shared_one(team: Team) -> None:
    private = await answer(team, SUZUKI, PRIVATE, week=BEFORE)
    judged = replace(SHARED, outcomes={private.goals[0].id: MET})
    posted = await team.look(service.posted, (await answer(team, SUZUKI, judged)).id)
    assert posted
    assert posted.judged == []


async def test_a_form_begins_with_what_was_chosen_last_where_it_can_be_shared(team: Team) -> None:
    async def shares(channel: str, week: date = WEEK) -> tuple[bool, str | None]:
        sheet = await team.look(service.sheet, viewer(SUZUKI), week, channel, NOW)
        return sheet.said.is_shared, sheet.place.id if sheet.place else None

    assert await shares(GENERAL) == (False, GENERAL)
    await answer(team, SUZUKI, SHARED, week=BEFORE)
    assert await shares(SECRET) == (True, SECRET)
    assert await shares("") == (False, None)
    assert await shares("", BEFORE) == (True, GENERAL)
    await answer(team, SUZUKI, PRIVATE)
    assert await shares(GENERAL, WEEK + DAYS_7) == (False, GENERAL)


async def test_it_stands_where_it_was_first_shared_however_often_it_is_answered(team: Team) -> None:
    await answer(team, SUZUKI, SHARED)
    await answer(team, SUZUKI, PRIVATE)
    mine = await answer(team, SUZUKI, SHARED, SECRET)
    places = await team.look(lambda session: [card.channel_id for card in cards.of(session, CARD, mine.id)])
    assert (mine.channel_id, places) == (GENERAL, [GENERAL])


async def test_it_cannot_be_shared_where_one_is_not(team: Team) -> None:
    assert await refusal(team, EMMA, SHARED, SECRET) == ("error.not_in_channel", "")
    assert await team.all(Card) == []


async def test_the_count_is_of_those_who_are_there_and_have_answered(team: Team) -> None:
    prompt, secret = await team.do(ask), await team.do(ask, SECRET)
    assert prompt
    assert secret
    await answer(team, SUZUKI, PRIVATE, SECRET)
    await answer(team, EMMA, PRIVATE, "")
    await team.do(service.skip, viewer(SATO), WEEK, NOW)
    assert [await team.look(prompts.answers, each) for each in (prompt, secret)] == [2, 1]
    await team.do(mirror.leave, TEAM, GENERAL, EMMA)
    assert await team.look(prompts.answers, prompt) == 1


async def test_skipping_leaves_an_answer_alone_and_answering_ends_the_skip(team: Team) -> None:
    assert await team.do(service.skip, viewer(SATO), WEEK, NOW) is True
    assert (await answer(team, SATO, PRIVATE)).skipped_at is None
    assert await team.do(service.skip, viewer(SATO), WEEK, NOW) is False
    (mine,) = await team.all(Reflection)
    assert mine.answered_at
    assert mine.skipped_at is None


async def test_a_week_is_open_until_the_next_is_asked_about_there_or_the_next_is_over(team: Team) -> None:
    async def is_open(who: str, week: date) -> bool:
        return await team.look(prompts.is_open, viewer(who), week, NOW)

    assert [await is_open(SUZUKI, week) for week in (WEEK, BEFORE, BEFORE - DAYS_7)] == [True, True, False]
    await team.do(ask, SECRET)
    assert [await is_open(who, BEFORE) for who in (SUZUKI, EMMA)] == [False, True]
    assert await refusal_of_before(team) == "weekly.closed"


async def refusal_of_before(team: Team) -> str:
    with pytest.raises(UserError) as refused:
        await answer(team, SUZUKI, PRIVATE, week=BEFORE)
    return refused.value.key


async def test_a_week_is_asked_about_once_and_never_after_a_later_one(team: Team) -> None:
    asked = [await team.do(ask, GENERAL, week) for week in (WEEK, WEEK, BEFORE, WEEK + DAYS_7)]
    assert [prompt is not None for prompt in asked] == [True, False, False, True]


async def test_evidence_is_of_that_week_on_ones_own_clock_and_of_what_one_may_still_see(team: Team) -> None:
    drafts = [TaskDraft("金曜に完了"), TaskDraft("日曜の夜に完了"), TaskDraft("引き受けたまま")]
    await team.do(tasks.create, viewer(SUZUKI), SECRET, drafts, NOW)
    sunday_night = NOW + timedelta(days=4, hours=13, minutes=59)
    await team.do(tasks.close, viewer(SATO), 1, NOW)
    await team.do(tasks.close, viewer(SATO), 2, sunday_night + timedelta(minutes=1))
    await team.do(tasks.take, viewer(SATO), 3, sunday_night)

    async def traced(week: date) -> list[tuple[str, str]]:
        found = await team.look(evidence.collect, viewer(SATO), week)
        return [(trace.kind, trace.title) for trace in found]

    assert await traced(WEEK) == [("closed", "金曜に完了"), ("taken", "引き受けたまま")]
    assert await traced(WEEK + DAYS_7) == [("closed", "日曜の夜に完了")]
    await team.do(mirror.leave, TEAM, SECRET, SATO)
    assert await traced(WEEK) == []


async def test_what_is_posted_names_only_what_happened_in_that_channel(team: Team) -> None:
    for channel in (GENERAL, SECRET):
        await team.do(tasks.create, viewer(SUZUKI), channel, [TaskDraft(f"{channel}の仕事")], NOW)
    for number in (1, 2):
        await team.do(tasks.close, viewer(SUZUKI), number, NOW)
    posted = await team.look(service.posted, (await answer(team, SUZUKI, SHARED)).id)
    assert posted
    assert [trace.title for trace in posted.traces] == [f"{GENERAL}の仕事"]


async def test_whoever_is_gone_sees_not_even_their_own(team: Team) -> None:
    mine = await answer(team, SATO, PRIVATE)
    await team.do(mirror.keep_person, TEAM, {"id": SATO, "name": "sato", "deleted": True})
    with pytest.raises(UserError):
        await team.look(service.find, viewer(SATO), mine.id)
    rows = await team.look(lambda session: session.scalars(select(Reflection.id)).all())
    assert rows == [mine.id]
