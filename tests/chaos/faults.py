"""What goes wrong while the bot lives: in Slack, between Slack and it, and in the database.

A fault had its turn when it was begun, and struck when it was met: a call was answered by it, or it was seen
to happen. What lasts longer than a life is begun anew in each.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.platform import engines
from bot.playground import Refusal, talk
from bot.playground.wire import Call
from tests import no_room
from tests.chaos.books import answer_of
from tests.chaos.house import ENTRY, House, entry
from tests.chaos.victim import FULL, NO_ROOM
from tests.scenarios.process import until

POST, UPDATE, HISTORY = "chat.postMessage", "chat.update", "conversations.history"
FAILURES = {"internal_error", "service_unavailable"}
SLOW_SECONDS = 0.5
MANY = 50
"""Calls that go wrong; more than there are in a life."""

Begin = Callable[[House, Random], Awaitable[None]]
Met = Callable[[House, Sequence[Call]], bool]


async def _nothing(_house: House) -> None:
    return


def _noted(_house: House, _calls: Sequence[Call]) -> bool:
    """It notes for itself when it happened."""
    return False


@dataclass(frozen=True)
class Fault:
    """`met` looks at the calls of a life; `lives` are how many it lasts, at least and at most."""

    begin: Begin
    met: Met = _noted
    mend: Callable[[House], Awaitable[None]] = _nothing
    lives: tuple[int, int] = (1, 1)
    of_a_server: bool = False


def answered(*errors: str, methods: Sequence[str] = ()) -> Met:
    def met(_house: House, calls: Sequence[Call]) -> bool:
        return any(
            call.answer.get("error") in errors and (not methods or call.method in methods) for call in calls
        )

    return met


def unanswered(_house: House, calls: Sequence[Call]) -> bool:
    return any(call.lost and call.method == POST for call in calls)


async def limits(house: House, random: Random) -> None:
    for method in (POST, UPDATE):
        wait = random.choice([0, 1, None, "soon", 3600])
        house.slack.fail_next(method, random.randint(1, 3), retry_after=wait)


async def storm(house: House, random: Random) -> None:
    """Minutes in which hardly any call is taken, looking included."""
    for method in (POST, UPDATE, HISTORY, "chat.postEphemeral"):
        house.slack.fail_next(method, MANY, retry_after=random.choice([5, 30, 90]))


async def errors(house: House, random: Random) -> None:
    house.slack.fail_next(POST, random.randint(1, 2), status=random.choice([500, 502, 503]))
    house.slack.fail_next(UPDATE, 2, status=500, effect=random.choice([True, False]))


async def lost_answers(house: House, random: Random) -> None:
    house.slack.fail_next(POST, random.randint(1, 2), status=random.choice([0, 500]), effect=True)


async def blindness(house: House, random: Random) -> None:
    """Answers are lost, and the history cannot be read for long."""
    house.slack.fail_next(POST, 1, status=0, effect=random.choice([True, False]))
    house.slack.fail_next(HISTORY, MANY, status=500)


async def hanging(house: House, random: Random) -> None:
    """A call gets no answer for long, then none; it had its effect or it had not."""
    for method in (POST, UPDATE):
        seconds = random.choice([1.0, 4.0, 12.0])
        house.slack.fail_next(method, 1, status=0, effect=random.choice([True, False]), hangs=seconds)


async def slowness(house: House, _random: Random) -> None:
    house.slack.core.faults.delay = SLOW_SECONDS


async def _quick(house: House) -> None:
    house.slack.core.faults.delay = 0.0


def _slow_calls(_house: House, calls: Sequence[Call]) -> bool:
    return any(call.milliseconds > SLOW_SECONDS * 1000 for call in calls)


async def _awaited(house: House, random: Random) -> None:
    """Something is still to be posted in #support."""
    house.slack.fail_next(POST, 2, retry_after=1)
    await _asked_for(house, random)


async def _asked_for(house: House, random: Random) -> None:
    """Something is to be posted in #support."""
    said = entry(random)
    house.books.told[said] = answer_of(await house.suzuki.command(house.support, f"/memo {said}"))


async def archived(house: House, random: Random) -> None:
    if not house.support.archived:
        await _awaited(house, random)
        await house.slack.archive(house.support)


async def _unarchived(house: House) -> None:
    await house.slack.unarchive(house.support)


async def removed(house: House, random: Random) -> None:
    if house.bot_is_in(house.support):
        await _awaited(house, random)
        await house.suzuki.remove(house.support, house.slack.bot_user_id)


async def _invited(house: House) -> None:
    for place in (house.general, house.support):
        await house.suzuki.invite(place, house.slack.bot_user_id)


async def restricted(house: House, random: Random) -> None:
    house.support.restricted = True
    await _asked_for(house, random)


async def _unrestricted(house: House) -> None:
    house.support.restricted = False


async def made_private(house: House, _random: Random) -> None:
    if house.support.kind == "public":
        await house.slack.make_private(house.support)


async def _made_public(house: House) -> None:
    house.support.kind = "public"
    core, by = house.slack.core, house.suzuki.person
    talk.post(core, house.support, by, "made this channel public.", subtype="channel_convert_to_public")


def _is_private(house: House, calls: Sequence[Call]) -> bool:
    return house.support.kind == "private" and _asked_about(house, calls)


def _asked_about(house: House, calls: Sequence[Call]) -> bool:
    """The bot has heard of it and looks."""
    return any(
        call.method == "conversations.info" and call.arguments.get("channel") == house.support.id
        for call in calls
    )


async def renamed(house: House, random: Random) -> None:
    await house.slack.rename(house.support, f"support-{random.randint(1, 999)}")


async def revoked(house: House, _random: Random) -> None:
    house.slack.revoke_token()


async def _good_token(house: House) -> None:
    house.slack.revoke_token(None)


async def uninstalled(house: House, _random: Random) -> None:
    """Slack takes it out of every channel, refuses its token and closes its connections."""
    bot = house.slack.bot_user_id
    house.slack.revoke_token("account_inactive")
    for place in (house.general, house.support):
        if bot in place.members:
            place.members.remove(bot)
    await house.slack.disconnect("link_disabled")


async def _installed(house: House) -> None:
    await _good_token(house)
    await _invited(house)


async def sockets(house: House, random: Random) -> None:
    """Slack wants its connections replaced: three times in a row, some without a warning."""
    for _ in range(3):
        if house.slack.connections:
            house.noticed.add("sockets")
        await house.slack.disconnect(random.choice(["warning", "refresh_requested", "refresh_requested"]))
        await asyncio.sleep(random.uniform(0, 0.2))


async def deleted(house: House, random: Random) -> None:
    """Somebody deletes a card of ours; it never comes back."""
    standing = [card for card in await house.standing() if ENTRY.search(card.text)]
    if standing:
        card = random.choice(standing)
        talk.erase(house.slack.core, card)
        house.books.erased.add(ENTRY.findall(card.text)[0])
        house.noticed.add("deleted")


async def locked(house: House, random: Random) -> None:
    """Somebody else holds the database for a while."""
    house.background(_hold, house, random.uniform(0.2, 2.5))


async def full(house: House, _random: Random) -> None:
    """The disk has no room."""
    (house.folder / NO_ROOM).unlink(missing_ok=True)
    (house.folder / FULL).touch()
    if not engines.is_sqlite(house.database.url):
        with suppress(DBAPIError):
            await asyncio.to_thread(no_room.refuse, house.database.url)


async def _room_again(house: House) -> None:
    """As soon as the server can be asked."""
    (house.folder / FULL).unlink(missing_ok=True)
    if not engines.is_sqlite(house.database.url):
        await until(lambda: asyncio.to_thread(_has_room, house.database.url))


def _has_room(url: str) -> bool:
    try:
        no_room.take(url)
    except DBAPIError:
        return False
    return True


def _found_no_room(house: House, _calls: Sequence[Call]) -> bool:
    return (house.folder / NO_ROOM).exists()


async def dropped(house: House, _random: Random) -> None:
    """The server drops everybody."""
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    drop = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"
    engine = engines.migrator(house.database.url)
    with suppress(DBAPIError), engine.begin() as connection:
        if connection.execute(text(drop)).all():
            house.noticed.add("dropped")
    engine.dispose()


async def stopped(house: House, random: Random) -> None:
    """The server falls over, and comes back after a while."""
    house.background(_stop, house, random.uniform(0.2, 4))


def _hold(house: House, seconds: float) -> None:
    engine = engines.writer(house.database.url)
    with suppress(DBAPIError), engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE inbox, outbox, workspaces IN ACCESS EXCLUSIVE MODE"))
        house.noticed.add("locked")
        threading.Event().wait(seconds)
    engine.dispose()


def _stop(house: House, seconds: float) -> None:
    assert house.server is not None
    with house.server.stopped():
        house.noticed.add("stopped")
        threading.Event().wait(seconds)


FAULTS: dict[str, Fault] = {
    "limits": Fault(limits, answered("ratelimited")),
    "storm": Fault(storm, answered("ratelimited"), lives=(2, 4)),
    "errors": Fault(errors, answered(*FAILURES, methods=(POST, UPDATE))),
    "lost answers": Fault(lost_answers, unanswered),
    "blindness": Fault(blindness, answered("internal_error", methods=[HISTORY]), lives=(2, 6)),
    "hanging": Fault(hanging, unanswered),
    "slowness": Fault(slowness, _slow_calls, _quick),
    "archived": Fault(archived, answered("is_archived"), _unarchived, lives=(1, 3)),
    "removed": Fault(removed, answered("not_in_channel"), _invited, lives=(1, 3)),
    "restricted": Fault(restricted, answered("restricted_action"), _unrestricted, lives=(1, 3)),
    "private": Fault(made_private, _is_private, _made_public, lives=(1, 3)),
    "renamed": Fault(renamed, _asked_about),
    "revoked": Fault(revoked, answered("token_revoked"), _good_token),
    "uninstalled": Fault(uninstalled, answered("account_inactive"), _installed),
    "sockets": Fault(sockets),
    "deleted": Fault(deleted),
    "locked": Fault(locked),
    "full": Fault(full, _found_no_room, _room_again),
    "dropped": Fault(dropped, of_a_server=True),
    "stopped": Fault(stopped, of_a_server=True),
}


async def mended(house: House, fault: Fault) -> None:
    """What Slack would not let a person do is done already."""
    with suppress(Refusal):
        await fault.mend(house)
