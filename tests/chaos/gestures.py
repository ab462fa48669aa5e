"""What people do meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from random import Random

from tests.chaos.books import answer_of
from tests.chaos.house import ENTRY, House

Gesture = Callable[[House, str, Random], Awaitable[None]]


async def memo(house: House, said: str, random: Random) -> None:
    hand, place = random.choice([house.suzuki, house.sato]), random.choice([house.general, house.support])
    house.books.told[said] = answer_of(await hand.command(place, f"/memo {said}"))


async def task(house: House, said: str, random: Random) -> None:
    hand, place = random.choice([house.suzuki, house.sato]), random.choice([house.general, house.support])
    house.books.told[said] = answer_of(await hand.command(place, f"/task {said}"))


async def mention(house: House, said: str, random: Random) -> None:
    door = random.choice(["メモ", "タスク"])
    message = await house.sato.say(house.general, f"@urakata {door} {said}")
    house.events[message.ts] = said


async def reaction(house: House, said: str, _random: Random) -> None:
    message = await house.suzuki.say(house.general, said)
    house.events[message.ts] = said
    await house.sato.react(message, "memo")


async def form(house: House, said: str, random: Random) -> None:
    """Sent again where there was no answer, and once more than needed where there was."""
    hand = random.choice([house.suzuki, house.sato])
    while hand.view is not None:
        await hand.close_view()
    if not (await hand.shortcut("memos.from_message", await hand.say(house.general, said))).ok:
        return
    for _ in range(3):
        if hand.view is None:
            return
        house.books.told[said] = answer_of(await hand.submit())


async def close(house: House, _said: str, _random: Random) -> None:
    """Two click at once on the last task that stands open.

    The acknowledgement of a click says nothing; that it was not saved follows, if the bot lives so long. It
    promises something where nothing but death can come between.
    """
    is_open = [card for card in house.shown() if "tasks.done" in str(card.blocks) and "entry" in card.text]
    if not is_open:
        return
    card = is_open[-1]
    said = ENTRY.findall(card.text)[0]
    hands = (house.suzuki, house.sato)
    both = await asyncio.gather(*(hand.press(card, "tasks.done") for hand in hands))
    if any(outcome.ok for outcome in both) and card.channel == house.general.id and not house.is_disturbed:
        house.books.closed.add(said)


async def again(house: House, _said: str, random: Random) -> None:
    """Slack delivers an event once more."""
    known = [each for each in house.slack.deliveries if each.kind == "events_api"]
    if known:
        await house.slack.redeliver(random.choice(known).payload["event_id"])


GESTURES: dict[str, Gesture] = {
    "memo": memo,
    "task": task,
    "mention": mention,
    "reaction": reaction,
    "form": form,
    "close": close,
    "again": again,
}
