"""What Slack refuses and what nobody can be sure of: shown once to who can mend it, and gone on with then."""

from __future__ import annotations

import json
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy.orm import Session

from bot.platform import queue
from bot.platform.outbox import Posting, parking, put
from bot.platform.outbox.files import FILE
from tests.platform.test_outcomes import answering
from tests.platform.world import World

POST = "chat.postMessage"
HISTORY = "conversations.history"


async def doubt(world: World, effect: bool) -> int:
    """A post whose answer is lost, and a history that cannot be read for longer than one looks."""
    posting_id = await world.post(world.general, "one")
    world.slack.fail_next(POST, status=0, effect=effect)
    world.slack.fail_next(HISTORY, times=1000, status=500)
    for _ in range(12):
        await world.drain()
        world.clock.move(minutes=1)
    return posting_id


def told(world: World) -> list[dict[str, Any]]:
    """The blocks of what Sato was told."""
    said = world.slack.messages(world.slack.dm_with_bot(world.sato))
    return [block for message in said for block in message.blocks]


@pytest.mark.parametrize("effect", [True, False])
async def test_a_doubt_that_looking_does_not_settle_within_minutes_is_shown_once_and_never_sent_blindly(
    world: World, effect: bool
) -> None:
    posting_id = await doubt(world, effect)
    await world.post(world.general, "two")
    await world.drain()
    posting = await world.posting(posting_id)
    assert (posting.state, posting.told_to) == (queue.UNCERTAIN, world.sato.id)
    assert world.texts(world.general) == (["one", "two"] if effect else ["two"])
    question, quoted, buttons = told(world)
    assert "couldn't tell whether a post to #general arrived" in question["text"]["text"]
    assert quoted["elements"][0]["text"] == "one"
    assert [button["text"]["text"] for button in buttons["elements"]] == ["Send again", "It is there"]


async def test_a_card_in_doubt_is_not_posted_again_because_it_changed(world: World) -> None:
    await world.write_note("one")
    await world.show_note(world.general)
    world.slack.fail_next(POST, status=0, effect=True)
    world.slack.fail_next(HISTORY, times=1000, status=500)
    for _ in range(12):
        await world.drain()
        world.clock.move(minutes=1)
    await world.write_note("two")
    await world.drain()
    assert world.texts(world.general) == ["one"]
    first, *_ = await world.postings()
    assert first.state == queue.UNCERTAIN


async def test_only_who_was_asked_can_settle_a_doubt(world: World) -> None:
    posting = await world.posting(await doubt(world, effect=True))

    def found(session: Session, person: str) -> bool:
        return parking.in_doubt(session, posting.uid, person) is not None

    assert not await world.database.write(lambda session: found(session, "UEMMA"))
    assert await world.database.write(lambda session: found(session, world.sato.id))


async def test_an_archived_channel_is_told_once_and_goes_on_in_order_when_it_is_back(world: World) -> None:
    await world.slack.archive(world.general)
    for text in ("one", "two", "three"):
        await world.post(world.general, text)
    await world.drain()
    (said,) = told(world)
    assert "#general is archived" in said["text"]["text"]
    await resumed(world)
    assert len(told(world)) == 1
    await world.slack.unarchive(world.general)
    await resumed(world)
    assert world.texts(world.general) == ["one", "two", "three"]
    assert len(told(world)) == 1


async def resumed(world: World) -> None:
    world.clock.move(hours=1)
    now = world.clock.now()
    await world.database.write(lambda session: parking.resume_channel(session, "T1", world.general.id, now))
    await world.drain()


async def test_where_posting_is_restricted_it_is_told_once_and_goes_on_when_it_may_post_again(
    world: World,
) -> None:
    said: list[str] = []

    async def restricted(request: web.Request) -> web.Response:
        asked = json.loads(await request.text())
        if asked.get("channel") == world.general.id:
            return web.json_response({"ok": False, "error": "restricted_action_read_only_channel"})
        said.append(asked.get("text", ""))
        return web.json_response({"ok": True, "ts": "1.1", "channel": {"id": "D1"}})

    async with answering(restricted) as world.client:
        for text in ("one", "two"):
            await world.post(world.general, text)
        await world.another_outbox(world.database).drain()
    assert sum("Posting in #general is restricted" in text for text in said) == 1, said
    await resumed(world)
    assert world.texts(world.general) == ["one", "two"]


@pytest.mark.parametrize("refusal", ["token_revoked", "account_inactive", "invalid_auth", "token_expired"])
async def test_without_a_good_token_nobody_is_told_and_everything_goes_on_with_one(
    world: World, refusal: str
) -> None:
    """Revoked, or with the app uninstalled; until there is another, or it was installed again."""
    world.slack.revoke_token(refusal)
    await world.post(world.general, "one")
    await world.post(world.random, "two")
    await world.drain()
    assert [posting.problem for posting in await world.postings()] == [refusal] * 2
    world.slack.revoke_token(None)
    now = world.clock.now()
    await world.database.write(lambda session: parking.resume_installation(session, "T1", now))
    await world.drain()
    assert (world.texts(world.general), world.texts(world.random)) == (["one"], ["two"])
    assert told(world) == []


async def test_a_doubt_that_a_bad_token_left_is_looked_up_when_there_is_a_good_one(world: World) -> None:
    await world.post(world.general, "one")
    world.slack.fail_next(POST, status=0, effect=True)
    await world.drain()
    world.slack.revoke_token()
    world.clock.move(seconds=3)
    await world.drain()
    world.slack.revoke_token(None)
    now = world.clock.now()
    await world.database.write(lambda session: parking.resume_installation(session, "T1", now))
    await world.drain()
    assert world.texts(world.general) == ["one"]
    assert [posting.state for posting in await world.postings()] == [queue.DONE]


async def test_what_nobody_cares_for_is_parked_all_the_same(world: World) -> None:
    await world.slack.archive(world.random)
    posting_id = await world.post(world.random, "one")
    await world.drain()
    assert ((await world.posting(posting_id)).state, told(world)) == (queue.PARKED, [])


@pytest.mark.parametrize("effect", [True, False])
async def test_a_doubt_that_nobody_could_be_asked_about_is_looked_into_again(
    world: World, effect: bool
) -> None:
    await world.post(world.random, "one")
    world.slack.fail_next(POST, status=0, effect=effect)
    world.slack.fail_next(HISTORY, times=1000, status=500)
    for _ in range(12):
        await world.drain()
        world.clock.move(minutes=1)
    assert [posting.state for posting in await world.postings()] == [queue.UNCERTAIN]
    world.slack.core.faults.clear()
    now = world.clock.now()
    await world.database.write(lambda session: parking.resume_channel(session, "T1", world.random.id, now))
    await world.drain()
    assert world.texts(world.random) == ["one"]


async def test_a_card_that_is_found_late_shows_what_became_of_it_meanwhile(world: World) -> None:
    await world.write_note("one")
    await world.show_note(world.random)
    world.slack.fail_next(POST, status=0, effect=True)
    world.slack.fail_next(HISTORY, times=1000, status=500)
    for _ in range(12):
        await world.drain()
        world.clock.move(minutes=1)
    await world.write_note("two")
    await world.drain()
    world.slack.core.faults.clear()
    now = world.clock.now()
    await world.database.write(lambda session: parking.resume_channel(session, "T1", world.random.id, now))
    await world.drain()
    assert world.texts(world.random) == ["two"]


async def test_what_was_said_in_a_thread_that_is_gone_is_found_where_slack_put_it(world: World) -> None:
    parent = await world.slack.hand(world.sato).say(world.general, "about this")
    await world.write_note("answer")
    card_id = await world.show_note(world.general, parent.ts)
    await world.slack.hand(world.sato).delete(parent)
    world.slack.fail_next(POST, status=0, effect=True)
    await world.drain()
    world.clock.move(seconds=3)
    await world.drain()
    assert world.texts(world.general) == ["answer"]
    assert (await world.card(card_id)).ts is not None


async def test_an_update_that_gets_no_answer_is_repeated_with_growing_pauses(world: World) -> None:
    await world.write_note("one")
    await world.show_note(world.general)
    await world.drain()
    world.slack.fail_next("chat.update", times=4, status=500)
    await world.write_note("two")
    for _ in range(10):
        await world.drain()
        world.clock.move(seconds=5)
    assert world.texts(world.general) == ["two"]
    assert {posting.state for posting in await world.postings()} == {queue.DONE}


async def test_a_file_that_slack_refuses_is_told_to_whom_it_was_for(world: World) -> None:
    """The app of this world may not write files."""
    await world.database.write(lambda session: promised(session, world))
    await world.drain()
    (said,) = told(world)
    assert "couldn't bring you the exported file (missing_scope)" in said["text"]["text"]


def promised(session: Session, world: World) -> None:
    now, person = world.clock.now(), world.sato.id
    put(
        session,
        Posting(
            team_id="T1",
            lane=person,
            method=FILE,
            arguments={"channel": person, "name": "a.csv", "content": "a", "comment": "a"},
            created_at=now,
            not_before=now,
        ),
    )
