"""What Slack shall see is seen once, in order, whatever goes wrong on the way."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from bot.platform import outbox, queue
from bot.platform.database import Database
from bot.platform.outbox import Posting
from bot.platform.viewer import Viewer
from bot.playground import Channel
from tests.platform.test_outcomes import answering, hang
from tests.platform.world import NOW, World, message
from tests.scenarios.process import until

POST = "chat.postMessage"
LEASE = timedelta(seconds=40)


async def test_posts_stand_in_the_order_they_were_written_in(world: World) -> None:
    for text in ("one", "two", "three"):
        await world.post(world.general, text)
    await world.drain()
    assert world.texts(world.general) == ["one", "two", "three"]
    assert not await world.outbox.work()


async def test_what_is_sent_is_marked_with_our_own_id(world: World) -> None:
    posting = await world.posting(await world.post(world.general, "hello"))
    await world.drain()
    (sent,) = (one for one in world.slack.messages(world.general) if one.metadata)
    assert sent.metadata == {"event_type": "urakata_posting", "event_payload": {"id": posting.uid}}
    assert (await world.posting(posting.id)).ts == sent.ts


@pytest.mark.parametrize(("retry_after", "seconds"), [(30, 30), (None, 1), (0, 1), (7200, 3600)])
async def test_a_rate_limit_holds_its_channel_as_long_as_slack_asks_and_no_other(
    world: World, retry_after: float | None, seconds: int
) -> None:
    await world.post(world.general, "one")
    await world.post(world.general, "two")
    world.slack.fail_next(POST, status=429, retry_after=retry_after)
    await world.drain()
    await world.post(world.random, "elsewhere")
    world.clock.move(seconds=seconds - 1)
    await world.drain()
    assert (world.texts(world.general), world.texts(world.random)) == ([], ["elsewhere"])
    world.clock.move(seconds=1)
    await world.drain()
    assert world.texts(world.general) == ["one", "two"]


async def test_a_storm_of_rate_limits_loses_nothing(world: World) -> None:
    channels = [world.slack.add_channel(f"c{n}", [world.sato]) for n in range(5)]
    for channel in channels:
        await world.post(channel, "one")
        await world.post(channel, "two")
    world.slack.fail_next(POST, times=20, status=429, retry_after=5)
    for _ in range(12):
        await world.drain()
        world.clock.move(seconds=5)
    assert all(world.texts(channel) == ["one", "two"] for channel in channels)


async def test_what_slack_refuses_is_parked_and_the_channel_goes_on(world: World) -> None:
    await world.slack.archive(world.general)
    refused = await world.post(world.general, "one")
    await world.post(world.random, "elsewhere")
    await world.drain()
    await world.slack.unarchive(world.general)
    await world.post(world.general, "two")
    await world.drain()
    parked = await world.posting(refused)
    assert (parked.state, parked.problem) == (queue.PARKED, "is_archived")
    assert (world.texts(world.general), world.texts(world.random)) == (["two"], ["elsewhere"])


async def test_what_is_meant_for_an_app_is_let_go_since_nobody_reads_it_there(world: World) -> None:
    meant = await world.post(world.slack.core.workspace.bot, "hello")
    await world.drain()
    assert (await world.posting(meant)).state == queue.DONE


async def test_an_unavailable_slack_is_tried_again_without_looking(world: World) -> None:
    await world.post(world.general, "one")
    world.slack.fail_next(POST, status=503)
    await world.drain()
    world.clock.move(seconds=1)
    await world.drain()
    assert world.texts(world.general) == ["one"]
    assert world.calls("conversations.history") == 0


async def test_an_answer_lost_after_the_post_is_looked_up_and_not_sent_again(world: World) -> None:
    posting_id = await world.post(world.general, "one")
    await world.post(world.general, "two")
    world.slack.fail_next(POST, status=0, effect=True)
    await world.drain()
    assert (await world.posting(posting_id)).state == queue.TAKEN
    world.clock.move(seconds=3)
    await world.drain()
    assert world.texts(world.general) == ["one", "two"]
    (first, _) = (one for one in world.slack.messages(world.general) if one.metadata)
    found = await world.posting(posting_id)
    assert (found.state, found.ts) == (queue.DONE, first.ts)


@pytest.mark.parametrize("status", [0, 500, 502])
async def test_a_post_that_had_no_effect_is_sent_after_looking(world: World, status: int) -> None:
    await world.post(world.general, "one")
    world.slack.fail_next(POST, status=status)
    await world.drain()
    assert world.texts(world.general) == []
    world.clock.move(seconds=3)
    await world.drain()
    assert world.texts(world.general) == ["one"]
    assert world.calls("conversations.history") == 1


async def test_a_doubt_holds_back_its_own_channel_and_no_other(world: World) -> None:
    await world.post(world.general, "one")
    await world.post(world.general, "two")
    world.slack.fail_next(POST, status=0, effect=True)
    await world.drain()
    await world.post(world.random, "elsewhere")
    await world.drain()
    assert (world.texts(world.general), world.texts(world.random)) == (["one"], ["elsewhere"])


async def test_what_was_said_in_a_thread_is_looked_up_there(world: World) -> None:
    parent = await world.slack.hand(world.sato).say(world.general, "about this")
    await world.write_note("answer")
    card_id = await world.show_note(world.general, parent.ts)
    world.slack.fail_next(POST, status=0, effect=True)
    await world.drain()
    world.clock.move(seconds=3)
    await world.drain()
    assert world.texts(world.general) == ["answer"]
    assert world.calls("conversations.replies") == 1
    assert (await world.card(card_id)).ts is not None


async def test_a_look_that_is_rate_limited_leaves_the_doubt_and_sends_nothing(world: World) -> None:
    await world.post(world.general, "one")
    world.slack.fail_next(POST, status=0, effect=True)
    world.slack.fail_next("conversations.history", status=429, retry_after=60)
    await world.drain()
    world.clock.move(seconds=3)
    await world.drain()
    world.clock.move(seconds=59)
    assert not await world.outbox.drain()
    world.clock.move(seconds=1)
    await world.drain()
    assert world.texts(world.general) == ["one"]
    assert world.calls(POST) == 1


async def test_a_look_that_is_refused_parks_what_is_in_doubt(world: World) -> None:
    posting_id = await world.post(world.general, "one")
    world.slack.fail_next(POST, status=500)
    await world.drain()
    await world.slack.hand(world.sato).remove(world.general, world.slack.bot_user_id)
    world.clock.move(seconds=3)
    await world.drain()
    parked = await world.posting(posting_id)
    assert (parked.state, parked.problem) == (queue.UNCERTAIN, "uncertain: not_in_channel")


async def test_what_lies_beyond_a_thousand_messages_is_parked_and_never_sent_blindly(world: World) -> None:
    posting_id = await world.post(world.general, "one")
    world.slack.fail_next(POST, status=0, effect=True)
    await world.drain()
    for n in range(1001):
        await world.slack.hand(world.sato).say(world.general, f"{n}")
    world.clock.move(seconds=3)
    await world.drain()
    assert (await world.posting(posting_id)).state == queue.UNCERTAIN
    assert world.texts(world.general) == ["one"]


async def test_what_a_sender_that_died_had_posted_is_found(world: World) -> None:
    posting_id = await world.post(world.general, "one")
    await taken_by_somebody(world)
    posting = await world.posting(posting_id)
    mark = {"event_type": "urakata_posting", "event_payload": {"id": posting.uid}}
    await world.client.chat_postMessage(**posting.arguments, metadata=mark)
    await world.drain()
    assert (await world.posting(posting_id)).state == queue.TAKEN
    world.clock.move(seconds=LEASE.total_seconds())
    await world.drain()
    assert world.texts(world.general) == ["one"]
    assert (await world.posting(posting_id)).state == queue.DONE


async def test_what_a_sender_that_died_had_not_posted_is_sent(world: World) -> None:
    await world.post(world.general, "one")
    await taken_by_somebody(world)
    world.clock.move(seconds=LEASE.total_seconds())
    await world.drain()
    assert world.texts(world.general) == ["one"]


async def test_what_a_machine_an_hour_ahead_of_slack_had_posted_is_found(world: World) -> None:
    world.clock.move(hours=1)
    posting = await world.posting(await world.post(world.general, "one"))
    await taken_by_somebody(world)
    world.clock.move(hours=-1)
    mark = {"event_type": "urakata_posting", "event_payload": {"id": posting.uid}}
    await world.client.chat_postMessage(**posting.arguments, metadata=mark)
    world.clock.move(hours=1, seconds=LEASE.total_seconds())
    await world.drain()
    assert world.texts(world.general) == ["one"]


async def test_who_slept_over_the_lease_sends_nothing(world: World) -> None:
    await world.post(world.general, "one")
    await taken_by_somebody(world)
    world.clock.move(seconds=LEASE.total_seconds())
    world.slack.fail_next("conversations.history", status=200, hangs=1)
    sleeping = asyncio.create_task(world.drain())
    await until(lambda: world.calls("conversations.history") == 1)
    world.clock.move(seconds=LEASE.total_seconds())
    await world.another_outbox(world.database).drain()
    await sleeping
    assert world.texts(world.general) == ["one"]


async def test_what_was_sent_by_who_slept_over_the_lease_is_sent(world: World) -> None:
    posting_id = await world.post(world.general, "one")
    world.slack.fail_next(POST, status=200, hangs=1)
    sleeping = asyncio.create_task(world.drain())
    await until(lambda: world.calls(POST) == 1)
    world.clock.move(seconds=LEASE.total_seconds())
    await taken_by_somebody(world)
    await sleeping
    assert (await world.posting(posting_id)).state == queue.DONE
    world.clock.move(seconds=LEASE.total_seconds())
    await world.drain()
    assert world.texts(world.general) == ["one"]


async def taken_by_somebody(world: World) -> None:
    now = world.clock.now()
    await world.database.write(lambda session: list(queue.take(session, Posting, now, LEASE, 10)))


async def test_a_slow_look_ends_before_somebody_else_may_look(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platform.outbox.worker.LOOKING_SECONDS", 0.1)
    posting_id = await world.post(world.general, "one")
    await taken_by_somebody(world)
    world.clock.move(seconds=LEASE.total_seconds())
    async with answering(hang) as world.client:
        await world.another_outbox(world.database).drain()
    left = await world.posting(posting_id)
    assert (left.state, left.problem) == (queue.TAKEN, "the look-up took too long")


async def test_a_whisper_is_for_one_alone_and_is_not_repeated_in_doubt(world: World) -> None:
    viewer = Viewer("T1", world.sato.id, "en", ZoneInfo("UTC"))

    def whisper(session: Session) -> None:
        outbox.whisper(session, viewer, world.general.id, None, message("psst"), world.clock.now())

    await world.database.write(whisper)
    world.slack.fail_next("chat.postEphemeral", status=0, effect=True)
    await world.drain()
    world.clock.move(minutes=10)
    await world.drain()
    assert [one.text for one in world.slack.hand(world.sato).ephemerals(world.general)] == ["psst"]
    assert world.texts(world.general) == []


async def test_a_card_that_cannot_be_written_is_parked_and_its_channel_goes_on(world: World) -> None:
    await world.write_note(" ")
    await world.show_note(world.general)
    await world.post(world.general, "two")
    await world.post(world.random, "elsewhere")
    await world.drain()
    assert (world.texts(world.general), world.texts(world.random)) == (["two"], ["elsewhere"])
    parked, *others = [posting.state for posting in await world.postings()]
    assert (parked, set(others)) == (queue.PARKED, {queue.DONE})


async def test_several_outboxes_at_once_send_everything_once_and_in_order(
    world: World, migrated_url: str
) -> None:
    channels = [world.slack.add_channel(f"c{n}", [world.sato]) for n in range(4)]
    for n in range(5):
        for channel in channels:
            await world.post(channel, f"{n}")
    replicas = [Database(migrated_url) for _ in range(3)]

    async def work(replica: Database) -> None:
        sending = world.another_outbox(replica)
        while not all_said(channels):
            await sending.work()

    def all_said(places: list[Channel]) -> bool:
        return all(len(world.texts(place)) >= 5 for place in places)

    await asyncio.wait_for(asyncio.gather(*map(work, replicas)), 20)
    assert all(world.texts(channel) == list("01234") for channel in channels)
    for replica in replicas:
        replica.close()


async def test_what_is_for_a_person_is_posted_in_the_conversation_with_them(world: World) -> None:
    await world.post(world.sato, "one")
    await world.post(world.sato, "two")
    await world.drain()
    assert world.texts(world.slack.dm_with_bot(world.sato)) == ["one", "two"]


async def test_a_direct_message_whose_answer_was_lost_is_looked_up_and_not_sent_again(world: World) -> None:
    posting_id = await world.post(world.sato, "one")
    world.slack.fail_next(POST, status=0, effect=True)
    await world.drain()
    world.clock.move(seconds=3)
    await world.drain()
    assert world.texts(world.slack.dm_with_bot(world.sato)) == ["one"]
    assert world.calls(POST) == 1
    assert (await world.posting(posting_id)).state == queue.DONE


async def test_a_doubt_about_a_direct_message_stays_while_the_conversation_does_not_open(
    world: World,
) -> None:
    posting_id = await world.post(world.sato, "one")
    await world.database.write(lambda session: taken_long_ago(session, posting_id))
    direct = world.slack.dm_with_bot(world.sato)
    for _ in range(3):
        world.slack.fail_next("conversations.open", status=429)
        world.clock.move(seconds=40)
        await world.drain()
        assert (await world.posting(posting_id)).state == queue.TAKEN
    assert world.calls(POST) == 0
    world.clock.move(seconds=40)
    await world.drain()
    assert world.texts(direct) == ["one"]


def taken_long_ago(session: Session, posting_id: int) -> None:
    """By a process that has died since, nobody knows when."""
    row = session.get_one(Posting, posting_id)
    row.state, row.leased_until, row.attempts = queue.TAKEN, NOW, 1


async def test_a_conversation_that_does_not_open_is_tried_again(world: World) -> None:
    await world.post(world.sato, "one")
    world.slack.fail_next("conversations.open", status=500)
    await world.drain()
    world.clock.move(seconds=1)
    await world.drain()
    assert world.texts(world.slack.dm_with_bot(world.sato)) == ["one"]


async def test_what_is_for_somebody_deactivated_is_no_trouble_to_anybody(world: World) -> None:
    await world.slack.deactivate(world.sato)
    posting_id = await world.post(world.sato, "one")
    await world.drain()
    assert (await world.posting(posting_id)).state == queue.DONE
    assert world.calls(POST) == 0
