"""Which requests are found in what was said, how they are read, and what keeping them makes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.errors import UserError
from bot.platform.cards import Card
from bot.tasks import proposals, service
from bot.tasks.model import HIGH, Draft, Task
from bot.tasks.proposal_model import Found, Given, Said
from bot.tasks.service import Source
from tests.team import BOT, EMMA, GENERAL, NOW, SATO, SUZUKI, TAKAHASHI, Team, viewer

ASKED = "佐藤さん、12/3 17:00までに見積もりを更新してください。"


def ts(at: datetime = NOW, n: int = 0) -> str:
    return f"{int(at.timestamp())}.{n:06}"


def said(text: str = ASKED, at: datetime = NOW, n: int = 0, author_id: str = SUZUKI) -> Said:
    return Said(ts(at, n), None, author_id, text)


async def found(team: Team, *messages: Said, first: str = "") -> Found:
    def look(session: Session) -> Found:
        heard = proposals.hear(session, viewer(SUZUKI), GENERAL, messages, NOW)
        return proposals.find(session, viewer(SUZUKI), GENERAL, heard, NOW, first)

    return await team.look(look)


async def drafts(team: Team, *messages: Said) -> list[Draft]:
    return [one.draft for one in (await found(team, *messages)).proposals]


async def make(team: Team, title: str, message: Said) -> Task:
    source = Source(message.ts, None)
    (made,) = await team.do(service.create, viewer(SUZUKI), GENERAL, [Draft(title)], NOW, source=source)
    return made.task


async def test_a_request_has_its_owner_its_deadline_and_its_urgency(team: Team) -> None:
    (draft,) = await drafts(team, said("至急、佐藤さん、12/3 17:00までに見積もりを更新してください。"))
    assert (draft.title, draft.owner_id, draft.due_on) == ("見積もりを更新", SATO, date(2026, 12, 3))
    assert draft.priority == HIGH


@pytest.mark.parametrize("who", [BOT, "USTRANGER"])
async def test_an_owner_who_cannot_be_one_is_not_proposed(team: Team, who: str) -> None:
    (draft,) = await drafts(team, said(f"<@{who}> 12/3までに見積もりを更新してください。"))
    assert draft.owner_id is None


async def test_words_like_tomorrow_are_read_as_on_the_day_they_were_said(team: Team) -> None:
    yesterday, last_week = NOW - timedelta(days=1), NOW - timedelta(days=7)
    asked = "佐藤さん、明日までに見積もりを更新してください。"
    ahead, passed = await drafts(team, said(asked, yesterday), said(asked, last_week))
    assert ahead.due_on == date(2026, 11, 25)
    assert (passed.due_on, passed.passed) == (None, date(2026, 11, 19))


async def test_dates_are_read_in_the_order_of_who_wrote_them(team: Team) -> None:
    text = "Could you send the invoice by 4/12?"
    hers, his = await drafts(team, said(text, author_id=EMMA), said(text, n=1, author_id=SATO))
    assert hers.due_on == date(2026, 12, 4)
    assert his.due_on != hers.due_on


@pytest.mark.parametrize(
    "text", ["```\n12/3までに見積もりを更新してください\n```", "", "ありがとうございます。"]
)
async def test_code_and_courtesies_ask_for_nothing(team: Team, text: str) -> None:
    assert await found(team, said(text)) == Found([], [], 0)


async def test_ten_are_proposed_those_of_the_chosen_message_first_in_the_order_of_the_thread(
    team: Team,
) -> None:
    boxes = "\n".join(f"- [ ] 資料{n}を送る" for n in range(8))
    result = await found(team, said(boxes), said(boxes, n=1), first=ts(NOW, 1))
    keys = [one.key for one in result.proposals]
    assert keys == [f"{ts()}:0", f"{ts()}:1", *(f"{ts(NOW, 1)}:{n}" for n in range(8))]
    assert result.more == 6


async def test_a_task_made_of_a_message_accounts_for_one_of_its_requests(team: Team) -> None:
    message = said(f"{ASKED}\n12/4までに請求書を送ってください。")
    await make(team, "請求書を送る", message)
    assert [one.title for one in await drafts(team, message)] == ["見積もりを更新"]
    await make(team, "別の題名", message)
    result = await found(team, message)
    assert (list(result.proposals), len(result.kept)) == ([], 2)


async def test_what_is_kept_has_its_own_source_and_no_card_of_its_own(team: Team) -> None:
    given = [Given(f"{ts()}:0", Draft("見積もりを更新")), Given(f"{ts(NOW, 1)}:0", Draft("請求書を送る"))]
    made = await team.do(proposals.keep, viewer(SUZUKI), GENERAL, given, "1.1", NOW)
    assert [(one.task.number, one.task.source_ts) for one in made] == [(1, ts()), (2, ts(NOW, 1))]
    assert {one.task.source_thread_ts for one in made} == {"1.1"}
    assert await team.all(Card) == []


@pytest.mark.parametrize(
    ("draft", "key", "field"),
    [
        (Draft("  "), "error.no_title", "title"),
        (Draft("x" * 201), "error.too_long", "title"),
        (Draft("x", due_on=date(2026, 11, 24)), "error.past_due", "due_on"),
        (Draft("x", owner_id="UBOT"), "error.owner.bot", "owner"),
        (Draft("x", owner_id="UNOBODY"), "error.owner.unknown", "owner"),
    ],
)
async def test_what_cannot_be_kept_is_said_in_its_row_and_nothing_is_kept(
    team: Team, draft: Draft, key: str, field: str
) -> None:
    given = [Given("1.2:0", Draft("見積もりを更新")), Given("1.2:1", draft)]
    with pytest.raises(UserError) as refused:
        await team.do(proposals.keep, viewer(SUZUKI), GENERAL, given, None, NOW)
    assert (refused.value.key, refused.value.field) == (key, f"{field}:1.2:1")
    assert await team.all(Task) == []


async def test_what_others_kept_meanwhile_is_left_out_and_what_was_there_before_is_not_counted(
    team: Team,
) -> None:
    message = said()
    given = [Given(f"{message.ts}:0", Draft("見積もりを更新")), Given(f"{message.ts}:1", Draft("送る"))]
    await make(team, "見積もりを更新", message)
    args = (viewer(SUZUKI), GENERAL, given)
    assert await team.look(proposals.fresh, *args, NOW - timedelta(minutes=1)) == given[1:]
    assert await team.look(proposals.fresh, *args, NOW) == given


async def test_a_task_and_what_else_is_asked_beside_it_have_a_card_each(team: Team) -> None:
    source, others = Source(ts(), None), [Given(f"{ts()}:1", Draft("請求書を送る"))]
    made = await team.do(
        proposals.keep_with, viewer(TAKAHASHI), GENERAL, source, Draft("見積もり"), others, NOW, NOW
    )
    assert [one.task.title for one in made] == ["見積もり", "請求書を送る"]
    assert [card.thread_ts for card in await team.all(Card)] == [ts(), ts()]
