"""What cannot be posted or saved: who is told, what they can do, and that nothing is lost or doubled."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event, make_url, select, text, update

from bot import running, settings
from bot.errors import SetupError
from bot.manifest import manifest
from bot.platform import engines, queue
from bot.platform.clock import Ask, SharedClock
from bot.platform.inbox import Envelope
from bot.platform.outbox import Posting
from bot.platform.slack.door import ANSWER_SECONDS
from bot.playground import LocalSlack, Message, Refusal
from bot.workspaces.model import Channel as KnownChannel
from tests.scenarios.process import until
from tests.scenarios.stage import Stage, environment, shown, staged, words

POST = "chat.postMessage"
HISTORY = "conversations.history"


@pytest.fixture
async def stage(migrated_url: str) -> AsyncIterator[Stage]:
    """Suzuki cares for #general."""
    async with staged(migrated_url) as opened:
        await opened.typed(opened.suzuki, opened.general, "/memo first")
        await opened.hand(opened.suzuki).press(
            opened.whispers(opened.suzuki, opened.general)[0], "workspaces.start"
        )
        await opened.settled()
        yield opened


async def told(stage: Stage) -> list[Message]:
    return await stage.cards(stage.slack.dm_with_bot(stage.suzuki))


async def cards(stage: Stage) -> list[str]:
    return [message.text for message in await stage.cards(stage.general)]


async def parked(stage: Stage, table: type[queue.Queued] = Posting) -> bool:
    """Whether something has been set aside."""
    asked = select(table.id).where(table.state.in_((queue.PARKED, queue.UNCERTAIN)))
    return await stage.bot.database.read(lambda session: session.scalar(asked)) is not None


async def in_doubt(stage: Stage, effect: bool, door: str = "memo") -> Message:
    """A card whose posting got no answer while the history could not be read: what Suzuki is asked."""
    stage.slack.fail_next(POST, status=0, effect=effect)
    stage.slack.fail_next(HISTORY, times=1000, status=500)
    await stage.hand(stage.sato).command(stage.general, f"/{door} in doubt")

    async def minutes_pass() -> bool:
        stage.clock.wait(timedelta(minutes=1))
        await stage.bot.outbox.drain()
        return await parked(stage)

    await until(minutes_pass)
    (question,) = await told(stage)
    return question


@pytest.mark.parametrize("effect", [True, False])
async def test_a_doubt_is_settled_by_whoever_looks_and_a_second_click_changes_nothing(
    stage: Stage, effect: bool
) -> None:
    question = await in_doubt(stage, effect)
    assert "確認できませんでした" in shown(question)
    choice = "delivery.there" if effect else "delivery.again"
    hand = stage.hand(stage.suzuki)
    both = await asyncio.gather(hand.press(question, choice), hand.press(question, choice))
    assert all(outcome.ok for outcome in both)
    assert [text.count("in doubt") for text in await cards(stage)] == [0, 1]
    assert "delivery." not in str((await told(stage))[0].blocks)


async def test_what_somebody_says_is_there_is_found_and_shows_what_became_of_it_meanwhile(
    stage: Stage,
) -> None:
    question = await in_doubt(stage, effect=True, door="task")
    hand = stage.hand(stage.suzuki)
    await hand.press((await stage.cards(stage.general))[-1], "tasks.done")
    stage.slack.core.faults.clear()
    await hand.press(question, "delivery.there")
    card = (await stage.cards(stage.general))[-1]
    assert "tasks.done" not in str(card.blocks)


async def test_an_archived_channel_is_told_to_its_carer_once_and_goes_on_when_it_is_back(
    stage: Stage,
) -> None:
    stage.slack.fail_next(POST, retry_after=3)
    await stage.hand(stage.sato).command(stage.general, "/memo one")
    await stage.hand(stage.sato).command(stage.general, "/memo two")
    await stage.slack.archive(stage.general)
    stage.clock.wait(timedelta(seconds=5))
    (said,) = await told(stage)
    assert "#generalはアーカイブされている" in shown(said)
    await stage.slack.unarchive(stage.general)
    await stage.settled()
    assert [text[-3:] for text in await cards(stage)] == ["rst", "one", "two"]
    assert len(await told(stage)) == 1


async def test_removed_and_invited_again_it_goes_on_and_never_names_the_channel_to_who_may_have_left(
    stage: Stage,
) -> None:
    stage.slack.fail_next(POST, retry_after=3)
    await stage.hand(stage.sato).command(stage.general, "/memo one")
    await stage.hand(stage.sato).remove(stage.general, stage.slack.bot_user_id)
    await left(stage)
    stage.clock.wait(timedelta(seconds=5))
    (said,) = await told(stage)
    assert "自動の投稿を始めていただいたチャンネルから外れている" in shown(said)
    await stage.hand(stage.sato).invite(stage.general, stage.slack.bot_user_id)
    await stage.settled()
    assert [text[-3:] for text in await cards(stage) if "議事メモ" in text] == ["rst", "one"]


async def left(stage: Stage) -> None:
    here = select(KnownChannel.has_bot).where(KnownChannel.id == stage.general.id)

    async def gone() -> bool:
        return not await stage.bot.database.read(lambda session: session.scalar(here))

    await until(gone)


async def test_what_waits_for_a_good_token_goes_on_at_the_next_start(stage: Stage) -> None:
    stage.slack.revoke_token()
    await stage.hand(stage.sato).command(stage.general, "/memo one")
    await until(lambda: parked(stage))
    stage.slack.revoke_token(None)
    await stage.bot.prepare()
    assert [text[-3:] for text in await cards(stage)] == ["rst", "one"]
    assert await told(stage) == []


async def test_an_event_that_cannot_be_handled_is_shown_to_the_carer(stage: Stage) -> None:
    cannot_handle(stage, "app_mention")
    await stage.hand(stage.sato).say(stage.general, "@Urakata メモ 次回は12/5")
    await until(lambda: an_event_is_given_up(stage))
    (said,) = await told(stage)
    assert "#generalでの操作をひとつ、処理できませんでした" in shown(said)


async def test_an_event_of_our_own_that_cannot_be_handled_is_not_told_to_ourselves(stage: Stage) -> None:
    """Nobody cares yet for a channel that we have just been invited to."""
    cannot_handle(stage, "member_joined_channel")
    await stage.hand(stage.sato).invite(stage.without_bot, stage.slack.bot_user_id)
    await until(lambda: an_event_is_given_up(stage))
    await stage.settled()
    assert not await parked(stage)
    assert "conversations.open" not in {call.method for call in stage.slack.calls}


def cannot_handle(stage: Stage, kind: str) -> None:
    async def fails(_event: object) -> None:
        raise Refusal("a mistake of ours")

    stage.bot.inbox.handlers[kind] = [fails]  # type: ignore[index]


async def an_event_is_given_up(stage: Stage) -> bool:
    stage.clock.wait(timedelta(minutes=16))
    await stage.bot.inbox.drain()
    return await parked(stage, Envelope)


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Somebody else holds the database, whatever one wants of it."""
    engine = engines.writer(url)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE people, workspaces IN ACCESS EXCLUSIVE MODE"))
        yield
    engine.dispose()


NOT_SAVED = ("保存できませんでした", "残っていないか一覧で")
"""Not saved for certain; and in doubt, so that one looks first."""


async def test_with_the_database_locked_people_get_their_words_back_in_time(
    stage: Stage, migrated_url: str
) -> None:
    with locked(migrated_url):
        began = time.monotonic()
        outcome = await stage.hand(stage.suzuki).command(stage.general, "/memo 大切な決定")
        took = time.monotonic() - began
    said = words(outcome.acknowledgement or {})
    assert (outcome.ok, took < 3) == (True, True)
    assert any(answer in said for answer in NOT_SAVED)
    assert "大切な決定" in said
    assert "保存" not in await stage.typed(stage.suzuki, stage.general, "/memo 大切な決定")


async def test_with_the_database_locked_a_form_stays_open_with_what_was_typed(
    stage: Stage, migrated_url: str
) -> None:
    hand = stage.hand(stage.suzuki)
    await hand.command(stage.general, "/memo")
    with locked(migrated_url):
        outcome = await hand.submit({"text": "大切な決定"})
    assert any(answer in str(outcome.acknowledgement) for answer in NOT_SAVED)
    assert hand.view is not None


async def test_where_a_commit_takes_too_long_people_are_told_to_look_first_and_find_it(stage: Stage) -> None:
    writer, delays = stage.bot.database._writer, [ANSWER_SECONDS + 0.2]

    def slowly(_connection: object) -> None:
        time.sleep(delays.pop() if delays else 0)

    event.listen(writer, "commit", slowly)
    outcome = await stage.hand(stage.suzuki).command(stage.general, "/memo 大切な決定")
    said = words(outcome.acknowledgement or {})
    assert "残っていないか一覧で" in said
    assert "大切な決定" in said
    await until(lambda: "大切な決定" in stage.slack.messages(stage.general)[-1].text)


async def test_an_event_whose_worker_died_before_noting_it_is_answered_once(stage: Stage) -> None:
    """Handled, but not marked so: the next worker takes it again when the lease has run out."""
    message = await stage.hand(stage.sato).say(stage.general, "@urakata タスク 見積もりを更新")
    await stage.settled()
    before = await cards(stage)
    again = update(Envelope).where(Envelope.type == "app_mention")
    payload = {"type": "app_mention", "user": stage.sato.id, "text": message.text}
    payload |= {"channel": stage.general.id, "ts": message.ts}
    unmarked = again.values(state=queue.TAKEN, leased_until=stage.clock.now(), payload=payload)
    await stage.bot.database.write(lambda session: session.execute(unmarked))
    await stage.settled()
    assert await cards(stage) == before
    assert (
        len([one for one in stage.whispers(stage.sato, stage.general) if "登録しました" in shown(one)]) == 1
    )


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_with_the_database_gone_people_are_answered_in_their_language_and_it_heals_by_itself(
    stage: Stage, migrated_url: str
) -> None:
    hand = stage.hand(stage.suzuki)
    with refusing_connections(migrated_url):
        began = time.monotonic()
        outcome = await hand.command(stage.general, "/memo 大切な決定")
        took = time.monotonic() - began
    said = words(outcome.acknowledgement or {})
    assert (outcome.ok, took < 3) == (True, True)
    assert "保存できませんでした" in said
    assert "大切な決定" in said
    assert "に残しました" in await stage.typed(stage.suzuki, stage.general, "/memo 大切な決定")


@pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
async def test_a_server_that_goes_while_the_bot_starts_ends_the_start_with_one_line(
    migrated_url: str,
) -> None:
    async with LocalSlack(manifest()) as slack:
        with pytest.raises(SetupError, match=r"^DATABASE_URL: nothing can be saved: .*\.$"):
            await running.opened(settings.read(environment(slack, migrated_url)), FallingClock(migrated_url))


class FallingClock(SharedClock):
    """The server goes after the schema was looked at, when it is asked what time it is."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    async def agree(self, ask: Ask) -> None:
        with refusing_connections(self._url):
            await super().agree(ask)


@contextmanager
def refusing_connections(url: str) -> Iterator[None]:
    """As a server does that is being restarted: everybody is dropped, nobody let in."""
    name = make_url(url).database
    engine = engines.migrator(make_url(url).set(database="postgres").render_as_string(hide_password=False))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false'))
        drop = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        connection.execute(text(drop))
        try:
            yield
        finally:
            connection.execute(text(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true'))
            connection.detach()
