"""What is read out of a conversation: the text, who took part, how far it was read."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.memos import service, threads
from bot.memos.model import MemoSource
from bot.memos.thread_model import Reach, Reading
from bot.tasks.proposal_model import Said
from tests.team import BOT, EMMA, GENERAL, NOW, SATO, SUZUKI, Team, viewer

ASKED = "日程はどうしますか？"
DECIDED, OTHER = "12/5で決定です。", "会場はA棟に決定しました。"
THREAD = "1764032400.000000"


def said(n: int, text: str, author_id: str | None = SATO) -> Said:
    return Said(f"1764032400.{n:06}", THREAD, author_id, text)


async def read(team: Team, chosen: Said, *others: Said, is_written: bool = False) -> Reading:
    def unit(session: Session) -> Reading:
        source = choose(session, chosen)
        everything = sorted([chosen, *others], key=lambda each: each.ts)
        return threads.whole(
            session, viewer(SUZUKI), source, everything, NOW, is_cut=False, is_written=is_written
        )

    return await team.do(unit)


def choose(session: Session, said: Said) -> MemoSource:
    place = (said.ts, said.thread_ts, said.author_id)
    return service.choose(session, viewer(SUZUKI), GENERAL, *place, said.text, NOW)


async def test_what_the_message_decides_is_the_text_and_what_others_decide_stands_beside_it(
    team: Team,
) -> None:
    reading = await read(team, said(1, DECIDED), said(0, ASKED), said(2, OTHER), said(3, DECIDED))
    assert (reading.text, reading.decides, reading.beside) == (DECIDED, True, OTHER)


async def test_a_question_takes_what_its_thread_decided_a_line_each(team: Team) -> None:
    reading = await read(team, said(0, ASKED), said(1, DECIDED), said(2, OTHER))
    assert (reading.text, reading.beside) == (f"{DECIDED}\n{OTHER}", "")


async def test_where_somebody_may_have_written_the_text_is_left_and_decisions_stand_beside_it(
    team: Team,
) -> None:
    reading = await read(team, said(0, ASKED), said(1, DECIDED), is_written=True)
    assert (reading.text, reading.decides, reading.beside) == (ASKED, False, DECIDED)


async def test_where_nothing_is_decided_the_text_is_what_was_said(team: Team) -> None:
    reading = await read(team, said(0, ASKED), said(1, "まだ決まっていません。"))
    assert (reading.text, reading.decides, reading.beside) == (ASKED, False, "")


async def test_who_took_part_is_named_once_in_their_order_without_apps_and_strangers(team: Team) -> None:
    people = [EMMA, SATO, BOT, "USTRANGER", SATO, SUZUKI]
    others = [said(n, "はい", person) for n, person in enumerate(people, start=1)]
    reading = await read(team, said(0, ASKED, None), *others)
    assert reading.people == [EMMA, SATO, SUZUKI]


async def test_a_mention_in_a_decision_is_a_name(team: Team) -> None:
    reading = await read(team, said(0, f"担当は<@{SATO}>に決定しました。"))
    assert reading.text == "担当は@佐藤に決定しました。"


async def test_a_message_alone_says_how_far_was_read(team: Team) -> None:
    def unit(session: Session) -> list[Reading]:
        message = said(0, DECIDED)
        alone = Said(message.ts, None, SATO, DECIDED)
        inside, outside = choose(session, message), choose(session, Said("1.2", None, SATO, DECIDED))
        at = (session, viewer(SUZUKI))
        return [
            threads.opening(*at, outside, alone, NOW),
            threads.opening(*at, inside, message, NOW),
            threads.aside(*at, inside, message, NOW),
            threads.unread(*at, inside, message, NOW),
        ]

    reaches = [reading.reach for reading in await team.do(unit)]
    assert reaches == [Reach.MESSAGE, Reach.READING, Reach.ASIDE, Reach.UNREAD]
