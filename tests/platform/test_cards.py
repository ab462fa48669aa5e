"""What stands in Slack becomes what it should be, with as few calls as that takes."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.platform import cards, queue
from bot.platform.database import Database
from bot.platform.engines import writer
from bot.platform.outbox import Posting
from tests.platform.test_outbox import taken_by_somebody
from tests.platform.world import NOTE, NOW, World, noted

POST, UPDATE, DELETE = "chat.postMessage", "chat.update", "chat.delete"
POSTGRESQL = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)


async def test_a_card_stands_where_it_was_shown(world: World) -> None:
    await world.write_note("one")
    card_id = await world.show_note(world.general)
    await world.drain()
    (stands,) = (message for message in world.slack.messages(world.general) if message.text == "one")
    assert (await world.card(card_id)).ts == stands.ts
    first = await world.database.read(lambda session: cards.first_ts(session, NOTE, [1, 2]))
    assert first == {1: (world.general.id, stands.ts, None)}


async def test_a_card_in_a_thread_stands_in_it(world: World) -> None:
    parent = await world.slack.hand(world.sato).say(world.general, "about this")
    await world.write_note("one")
    await world.show_note(world.general, parent.ts)
    await world.drain()
    (stands,) = (message for message in world.slack.messages(world.general) if message.text == "one")
    assert stands.thread_ts == parent.ts


async def test_ten_changes_before_it_is_sent_make_one_update(world: World) -> None:
    await world.write_note("0")
    await world.show_note(world.general)
    await world.drain()
    for n in range(1, 11):
        await world.write_note(f"{n}")
    await world.drain()
    assert world.texts(world.general) == ["10"]
    assert (world.calls(POST), world.calls(UPDATE)) == (1, 1)


async def test_changes_before_it_was_ever_shown_make_one_post(world: World) -> None:
    await world.write_note("0")
    await world.show_note(world.general)
    await world.write_note("1")
    await world.drain()
    assert world.texts(world.general) == ["1"]
    assert world.calls(UPDATE) == 0


async def test_a_subject_that_stands_in_two_places_changes_in_both(world: World) -> None:
    await world.write_note("0")
    await world.show_note(world.general)
    await world.show_note(world.random)
    await world.write_note("other", note_id=2)
    await world.show_note(world.random, note_id=2)
    await world.drain()
    await world.write_note("1")
    await world.drain()
    assert (world.texts(world.general), world.texts(world.random)) == (["1"], ["1", "other"])


async def test_what_was_undone_before_it_was_sent_is_never_seen(world: World) -> None:
    await world.write_note("0")
    card_id = await world.show_note(world.general)
    await world.write_note("")
    await world.drain()
    assert world.slack.calls == []
    assert (await world.card(card_id)).ts is None


async def test_what_was_undone_after_it_was_sent_is_deleted(world: World) -> None:
    await world.write_note("0")
    card_id = await world.show_note(world.general)
    await world.drain()
    await world.write_note("")
    await world.drain()
    assert world.texts(world.general) == []
    assert (await world.card(card_id)).ts is None


async def test_what_was_undone_while_its_post_was_in_doubt_is_found_and_deleted(world: World) -> None:
    await world.write_note("0")
    await world.show_note(world.general)
    world.slack.fail_next(POST, status=0, effect=True)
    await world.drain()
    await world.write_note("")
    world.clock.move(seconds=3)
    await world.drain()
    assert world.texts(world.general) == []
    assert (world.calls(POST), world.calls(DELETE)) == (1, 1)


async def test_what_changed_while_its_post_was_in_doubt_is_found_and_updated(world: World) -> None:
    await world.write_note("0")
    await world.show_note(world.general)
    world.slack.fail_next(POST, status=0, effect=True)
    await world.drain()
    await world.write_note("1")
    world.clock.move(seconds=3)
    await world.drain()
    assert world.texts(world.general) == ["1"]


async def test_a_card_removed_by_hand_is_gone_when_it_is_deleted(world: World) -> None:
    await world.write_note("0")
    card_id = await world.show_note(world.general)
    await world.drain()
    ts = (await world.card(card_id)).ts
    await world.client.chat_delete(channel=world.general.id, ts=ts or "")
    await world.write_note("")
    await world.drain()
    assert (await world.card(card_id)).ts is None
    assert {posting.state for posting in await world.postings()} == {queue.DONE}


async def test_a_card_removed_by_hand_is_updated_once_more_at_most_and_never_posted_anew(
    world: World,
) -> None:
    await world.write_note("0")
    card_id = await world.show_note(world.general)
    await world.drain()
    ts = (await world.card(card_id)).ts
    await world.client.chat_delete(channel=world.general.id, ts=ts or "")
    for text in ("1", "2"):
        await world.write_note(text)
        await world.post(world.general, text)
        await world.drain()
    assert world.texts(world.general) == ["1", "2"]
    assert {posting.state for posting in await world.postings()} == {queue.DONE}
    assert world.calls(UPDATE) == 1


@pytest.mark.parametrize("effect", [True, False])
async def test_an_update_in_doubt_is_simply_made_again(world: World, effect: bool) -> None:
    await world.write_note("0")
    await world.show_note(world.general)
    await world.drain()
    await world.write_note("1")
    world.slack.fail_next(UPDATE, status=0, effect=effect)
    await world.drain()
    world.clock.move(seconds=3)
    await world.drain()
    assert world.texts(world.general) == ["1"]
    assert (world.calls(POST), world.calls(UPDATE)) == (1, 2)


async def test_a_deletion_in_doubt_is_simply_made_again(world: World) -> None:
    await world.write_note("0")
    card_id = await world.show_note(world.general)
    await world.drain()
    await world.write_note("")
    world.slack.fail_next(DELETE, status=0, effect=True)
    await world.drain()
    world.clock.move(seconds=3)
    await world.drain()
    assert world.texts(world.general) == []
    assert (await world.card(card_id)).ts is None


async def test_a_change_while_its_card_is_being_sent_is_sent_after_it(world: World) -> None:
    await world.write_note("0")
    await world.show_note(world.general)
    await taken_by_somebody(world)
    await world.write_note("1")
    assert [posting.state for posting in await world.postings()] == [queue.TAKEN, queue.WAITING]
    world.clock.move(seconds=40)
    await world.drain()
    assert world.texts(world.general) == ["1"]


async def test_many_who_change_it_at_once_leave_one_posting(world: World, migrated_url: str) -> None:
    await world.write_note("0")
    await world.show_note(world.general)
    await world.drain()
    replicas = [Database(migrated_url) for _ in range(4)]

    def change(session: Session) -> None:
        cards.changed(session, NOTE, 1, NOW)

    await asyncio.gather(*(replicas[n % 4].write(change, None) for n in range(16)))
    waiting = select(func.count()).select_from(Posting).where(Posting.state == queue.WAITING)
    assert await world.database.read(lambda session: session.scalar(waiting)) == 1
    for replica in replicas:
        replica.close()


async def test_a_card_changes_with_everything_it_shows_until_it_rests(world: World) -> None:
    await world.write_note("digest")
    await world.write_note("task", note_id=2)
    await world.show_note(world.general, parts=[2, 3])
    await world.drain()
    for expected in (1, 2):
        await world.write_note(f"task {expected}", note_id=2)
        await world.drain()
        assert world.calls(UPDATE) == expected
    await world.database.write(lambda session: cards.rest(session, NOTE, [1]))
    await world.write_note("task 3", note_id=2)
    await world.drain()
    assert world.calls(UPDATE) == 2
    await world.write_note("digest 2")
    await world.drain()
    assert world.texts(world.general) == ["digest 2"]


async def test_what_joins_a_card_later_changes_it_from_then_on(world: World) -> None:
    await world.write_note("memo")
    await world.write_note("task", note_id=2)
    await world.show_note(world.general)
    await world.drain()
    await world.database.write(lambda session: cards.join(session, NOTE, 1, [(NOTE, 2)], NOW))
    await world.drain()
    assert world.calls(UPDATE) == 1
    await world.write_note("task 2", note_id=2)
    await world.drain()
    assert world.calls(UPDATE) == 2


async def test_a_card_for_a_person_stands_in_their_direct_messages_and_changes_there(world: World) -> None:
    await world.write_note("0")
    await world.show_note(world.sato)
    await world.drain()
    direct = world.slack.dm_with_bot(world.sato)
    assert world.texts(direct) == ["0"]
    await world.write_note("1")
    await world.drain()
    assert world.texts(direct) == ["1"]
    await world.write_note("")
    await world.drain()
    assert world.texts(direct) == []


@POSTGRESQL
async def test_a_change_committed_while_its_card_is_taken_is_not_missed(
    world: World, migrated_url: str
) -> None:
    """It saw the card still waiting, so it relies on that posting to carry it."""
    await world.write_note("old")
    await world.show_note(world.general)
    engine = writer(migrated_url)
    with Session(engine) as session:
        noted(session, "new", 1, NOW)
        await world.drain()
        session.commit()
    await world.drain()
    assert world.texts(world.general) == ["new"]
    engine.dispose()
