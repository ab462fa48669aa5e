"""Making, changing, taking and closing tasks, on both engines."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.errors import UserError
from bot.platform.cards import Card
from bot.tasks import service
from bot.tasks.model import DONE, HIGH, NOTE_LIMIT, OPEN, TITLE_LIMIT, Draft, Task
from bot.tasks.service import Made, Source
from bot.workspaces import mirror
from tests.team import BOT, EMMA, GENERAL, NOW, SATO, SECRET, SUZUKI, TAKAHASHI, TEAM, Team, viewer

LATER = NOW + timedelta(minutes=5)
ESTIMATE = Draft("見積もりを更新", "様式は共有フォルダ", SATO, date(2026, 12, 4), time(17), HIGH)
MEETING = Draft("会議室を予約する")


async def make(team: Team, *drafts: Draft, who: str = SUZUKI, channel: str = GENERAL) -> list[Made]:
    return await team.do(service.create, viewer(who), channel, drafts, NOW, "言葉")


async def one(team: Team, draft: Draft = MEETING, channel: str = GENERAL) -> Task:
    return (await make(team, draft, channel=channel))[0].task


async def now_of(team: Team, task: Task) -> Task:
    return await team.look(service.find, viewer(SUZUKI), task.number)


async def refusal(team: Team, draft: Draft) -> UserError:
    with pytest.raises(UserError) as refused:
        await make(team, draft)
    assert await team.all(Task) == []
    return refused.value


async def test_a_task_keeps_what_was_drafted(team: Team) -> None:
    task = await one(team, ESTIMATE)
    assert (task.number, task.title, task.note) == (1, ESTIMATE.title, ESTIMATE.note)
    assert (task.owner_id, task.priority, task.state) == (SATO, HIGH, OPEN)
    assert (task.author_id, task.created_at) == (SUZUKI, NOW)
    assert await team.verbs() == [(SUZUKI, "task.created")]


async def test_a_time_is_on_the_channels_clock_whoever_writes(team: Team) -> None:
    (made,) = await make(team, ESTIMATE, who=EMMA)
    assert (made.task.due_on, made.task.due_at) == (date(2026, 12, 4), datetime(2026, 12, 4, 8, tzinfo=UTC))


async def test_a_day_alone_has_no_instant(team: Team) -> None:
    task = await one(team, replace(ESTIMATE, due_time=None))
    assert (task.due_on, task.due_at) == (date(2026, 12, 4), None)


async def test_each_task_gets_its_card_in_the_thread_of_its_message(team: Team) -> None:
    source = Source("1.2", "1.1")
    await team.do(service.create, viewer(SUZUKI), GENERAL, [MEETING], NOW, source=source)
    (card,) = await team.all(Card)
    (task,) = await team.all(Task)
    assert (card.channel_id, card.thread_ts) == (GENERAL, "1.1")
    assert (task.source_ts, task.source_thread_ts) == ("1.2", "1.1")


async def test_several_are_made_at_once_or_none(team: Team) -> None:
    with pytest.raises(UserError):
        await make(team, MEETING, Draft("題" * (TITLE_LIMIT + 1)))
    assert await team.all(Task) == []
    assert [made.task.number for made in await make(team, MEETING, ESTIMATE)] == [1, 2]


async def test_more_than_twenty_at_once_are_refused_and_the_words_given_back(team: Team) -> None:
    with pytest.raises(UserError) as refused:
        await make(team, *[MEETING] * (service.MOST_AT_ONCE + 1))
    assert (refused.value.key, refused.value.words) == ("error.too_many", "言葉")
    assert len(await make(team, *[MEETING] * service.MOST_AT_ONCE)) == service.MOST_AT_ONCE


@pytest.mark.parametrize(
    ("draft", "problem", "field"),
    [
        (Draft(" "), "error.no_title", "title"),
        (Draft(" ", is_read=True), "error.task_empty", "title"),
        (Draft(":tada:"), "error.only_emoji", "title"),
        (Draft("題" * (TITLE_LIMIT + 1)), "error.too_long", "title"),
        (Draft("題", "補" * (NOTE_LIMIT + 1)), "error.too_long", "note"),
    ],
)
async def test_a_draft_that_says_nothing_or_too_much_is_refused(
    team: Team, draft: Draft, problem: str, field: str
) -> None:
    refused = await refusal(team, draft)
    assert (refused.key, refused.field) == (problem, field)


@pytest.mark.parametrize(
    ("who", "channel", "problem"),
    [
        ("USTRANGER", GENERAL, "owner.unknown"),
        (BOT, GENERAL, "owner.bot"),
        (EMMA, SECRET, "owner.outside"),
        (TAKAHASHI, SECRET, "owner.outside"),
    ],
)
async def test_who_cannot_own_it_leaves_the_task_unowned(
    team: Team, who: str, channel: str, problem: str
) -> None:
    (made,) = await make(team, replace(ESTIMATE, owner_id=who), channel=channel)
    assert made.task.owner_id is None
    assert made.owner is not None
    assert (made.owner.person_id, made.owner.problem) == (who, problem)


async def test_who_left_the_workspace_cannot_own_a_task(team: Team) -> None:
    await team.do(mirror.keep_person, TEAM, {"id": SATO, "name": "sato", "deleted": True})
    (made,) = await make(team, ESTIMATE)
    assert made.owner is not None
    assert made.owner.problem == "owner.gone"


async def test_a_change_replaces_what_can_be_edited_and_notes_what_was_there(team: Team) -> None:
    task = await one(team, ESTIMATE)
    draft = Draft("見積もりを送る", "", EMMA, date(2026, 12, 7))
    changed = await team.do(service.change, viewer(SATO), task.number, draft, LATER)
    assert (changed.title, changed.note, changed.owner_id) == ("見積もりを送る", "", EMMA)
    assert (changed.due_on, changed.due_at, changed.priority) == (date(2026, 12, 7), None, "normal")
    assert await team.verbs() == [(SUZUKI, "task.created"), (SATO, "task.edited")]


async def test_a_change_to_an_owner_outside_is_refused_under_the_field(team: Team) -> None:
    task = await one(team, ESTIMATE, SECRET)
    with pytest.raises(UserError) as refused:
        await team.do(service.change, viewer(SUZUKI), task.number, replace(ESTIMATE, owner_id=EMMA), LATER)
    assert (refused.value.key, refused.value.field) == ("error.owner.outside", "owner")
    assert (await now_of(team, task)).owner_id == SATO


async def test_a_change_leaves_an_owner_who_has_gone_as_they_were(team: Team) -> None:
    task = await one(team, ESTIMATE, SECRET)
    await team.do(mirror.leave, TEAM, SECRET, SATO)
    changed = await team.do(
        service.change, viewer(SUZUKI), task.number, replace(ESTIMATE, title="送る"), LATER
    )
    assert (changed.title, changed.owner_id) == ("送る", SATO)


async def test_closing_notes_who_and_when_and_a_second_time_changes_nothing(team: Team) -> None:
    task = await one(team)
    await team.do(service.close, viewer(SATO), task.number, LATER)
    closed = await team.do(service.close, viewer(EMMA), task.number, LATER + timedelta(hours=1))
    assert (closed.state, closed.closed_by, closed.closed_at) == (DONE, SATO, LATER)
    assert await team.verbs() == [(SUZUKI, "task.created"), (SATO, "task.done")]


async def test_reopening_forgets_who_closed_it_and_a_second_time_changes_nothing(team: Team) -> None:
    task = await one(team)
    await team.do(service.close, viewer(SATO), task.number, LATER)
    for _ in range(2):
        opened = await team.do(service.reopen, viewer(EMMA), task.number, LATER)
        assert (opened.state, opened.closed_by, opened.closed_at) == (OPEN, None, None)
    assert [verb for _, verb in await team.verbs()] == ["task.created", "task.done", "task.reopened"]


async def test_taking_a_task_makes_it_ones_own_and_a_second_time_changes_nothing(team: Team) -> None:
    task = await one(team)
    for _ in range(2):
        assert (await team.do(service.take, viewer(SATO), task.number, LATER)).owner_id == SATO
    assert await team.verbs() == [(SUZUKI, "task.created"), (SATO, "task.taken")]


async def test_what_somebody_owns_cannot_be_taken_and_says_whose_it_is(team: Team) -> None:
    task = await one(team, ESTIMATE)
    with pytest.raises(UserError) as refused:
        await team.do(service.take, viewer(EMMA), task.number, LATER)
    assert refused.value.key == "task.taken_already"
    assert refused.value.values == {"n": task.number, "who": "佐藤"}


async def test_what_is_done_cannot_be_taken(team: Team) -> None:
    task = await one(team)
    await team.do(service.close, viewer(SATO), task.number, LATER)
    with pytest.raises(UserError) as refused:
        await team.do(service.take, viewer(EMMA), task.number, LATER)
    assert refused.value.key == "task.closed_already"


async def test_of_those_who_take_it_at_once_one_wins_and_the_others_hear_who(team: Team) -> None:
    task = await one(team)
    outcomes = await asyncio.gather(
        *(team.do(service.take, viewer(who), task.number, LATER) for who in (SATO, EMMA, TAKAHASHI)),
        return_exceptions=True,
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, UserError)]
    names = {SATO: "佐藤", EMMA: "Emma Clark", TAKAHASHI: "高橋 直"}
    owner = (await now_of(team, task)).owner_id
    assert owner is not None
    assert [one.values["who"] for one in refused] == [names[owner]] * 2
    assert [verb for _, verb in await team.verbs()] == ["task.created", "task.taken"]


async def test_of_those_who_close_it_at_once_one_is_noted(team: Team) -> None:
    task = await one(team)
    people = (SATO, EMMA, TAKAHASHI)
    await asyncio.gather(*(team.do(service.close, viewer(who), task.number, LATER) for who in people))
    assert [verb for _, verb in await team.verbs()] == ["task.created", "task.done"]


async def test_a_form_from_a_message_begins_with_its_first_request(team: Team) -> None:
    text = "お疲れさまです。\n<@USATO> 12/3までに見積もりを更新してください。\nよろしくお願いします。"
    draft = await team.look(service.read_message, viewer(SUZUKI), GENERAL, text, NOW)
    assert (draft.owner_id, draft.due_on) == (SATO, date(2026, 12, 3))
    assert "見積もりを更新" in draft.title
    assert draft.note == text.replace("<@USATO>", "@佐藤")


async def test_a_form_from_the_longest_message_fits_its_fields(team: Team) -> None:
    text = "長い話です。" * 8000 + "\n続き"
    draft = await team.look(service.read_message, viewer(SUZUKI), GENERAL, text, NOW)
    assert len(draft.title) <= TITLE_LIMIT
    assert len(draft.note) <= NOTE_LIMIT


async def test_people_of_the_channel_can_be_named_without_a_mention(team: Team) -> None:
    (draft,) = await team.look(service.read, viewer(SUZUKI), GENERAL, "佐藤さん、掃除をお願いします", NOW)
    assert draft.owner_id == SATO
