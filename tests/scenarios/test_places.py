"""Each door in each kind of place: what stands there, or what is answered with the words given back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.playground import Channel, Hand, Message, Outcome, Person
from tests.scenarios.stage import Stage, shown, words

KINDS = {"memo": "メモ", "task": "タスク"}


@dataclass
class Gesture:
    """One use of a door: `text` is kept there by `person`; what `sato` says there belongs to it."""

    stage: Stage
    place: Channel
    person: Person
    kind: str
    text: str

    @property
    def hand(self) -> Hand:
        return self.stage.hand(self.person)

    async def said(self) -> Message:
        """By somebody of the place, before it was closed."""
        member = next(each for each in self.place.members if each != self.stage.slack.bot_user_id)
        somebody = self.stage.slack.hand(self.stage.slack.core.workspace.people[member])
        archived, self.place.archived = self.place.archived, False
        message = await somebody.say(self.place, self.text)
        self.place.archived = archived
        await self.stage.settled()
        return message


Door = Callable[[Gesture], Awaitable[Outcome | None]]


async def command(at: Gesture) -> Outcome | None:
    return await at.hand.command(at.place, f"/{at.kind} {at.text}")


async def urakata(at: Gesture) -> Outcome | None:
    return await at.hand.command(at.place, f"/urakata {at.kind} {at.text}")


async def message_shortcut(at: Gesture) -> Outcome | None:
    before = at.hand.view
    outcome = await at.hand.shortcut(f"{at.kind}s.from_message", await at.said())
    return await at.hand.submit() if at.hand.view != before else outcome


async def mention(at: Gesture) -> Outcome | None:
    await at.hand.say(at.place, f"@urakata {KINDS[at.kind]} {at.text}")
    return None


async def mention_in_thread(at: Gesture) -> Outcome | None:
    parent = await at.said()
    await at.hand.say(at.place, f"@urakata {KINDS[at.kind]}", thread_ts=parent.ts)
    return None


async def emoji(at: Gesture) -> Outcome | None:
    await at.hand.react(await at.said(), "memo")
    return None


async def global_shortcut(at: Gesture) -> Outcome | None:
    assert (await at.hand.global_shortcut(f"{at.kind}s.new")).ok
    field = {"memo": "text", "task": "title"}[at.kind]
    return await at.hand.submit({"channel": at.place.id, field: at.text})


DOORS: list[tuple[str, Door]] = [
    (kind, door)
    for kind in KINDS
    for door in (command, urakata, message_shortcut, mention, mention_in_thread, emoji, global_shortcut)
    if (kind, door) != ("task", emoji)
]

INVITE = "`/invite @Urakata`"
NO_NEWCOMERS = "この会話には参加できない"
ARCHIVED = "アーカイブされている"


def place_of(stage: Stage, name: str) -> tuple[Channel, Person]:
    suzuki, sato, slack = stage.suzuki, stage.sato, stage.slack
    places: dict[str, Callable[[], tuple[Channel, Person]]] = {
        "a public channel": lambda: (stage.general, suzuki),
        "a private channel": lambda: (stage.secret, suzuki),
        "a guest's channel": lambda: (stage.support, stage.takahashi),
        "our conversation with somebody": lambda: (slack.dm_with_bot(suzuki), suzuki),
        "a conversation of several with us": lambda: (slack.group_dm(suzuki, sato, stage.emma), suzuki),
        "a conversation of several without us": lambda: (
            slack.group_dm(suzuki, sato, stage.emma, with_bot=False),
            suzuki,
        ),
        "a conversation of two": lambda: (slack.group_dm(suzuki, sato, with_bot=False), suzuki),
        "a channel we are not in": lambda: (stage.without_bot, suzuki),
        "an archived channel": lambda: (stage.general, suzuki),
    }
    return places[name]()


OPEN = (
    "a public channel",
    "a private channel",
    "a guest's channel",
    "our conversation with somebody",
    "a conversation of several with us",
)
CLOSED = {
    "a channel we are not in": INVITE,
    "a conversation of several without us": NO_NEWCOMERS,
    "a conversation of two": NO_NEWCOMERS,
    "an archived channel": ARCHIVED,
}


async def answered(at: Gesture, outcome: Outcome | None) -> str:
    """All that the person is shown of it, in whatever form."""
    await at.stage.settled()
    whispers = at.stage.whispers(at.person, at.place)
    answer: Any = (outcome and outcome.acknowledgement) or {}
    return "\n".join([str(outcome and outcome.errors), words(answer), *(shown(each) for each in whispers)])


def gestures(stage: Stage, name: str) -> list[tuple[Door, Gesture]]:
    place, person = place_of(stage, name)
    return [
        (door, Gesture(stage, place, person, kind, f"見積もり{n}の様式を確認する"))
        for n, (kind, door) in enumerate(DOORS, start=10)
    ]


async def become_known(stage: Stage, place: Channel) -> None:
    """We hear of a conversation when our page is opened, or when something is said in it."""
    if place.kind == "im":
        await stage.hand(stage.suzuki).open_home("messages")
    elif place.kind == "mpim":
        await stage.hand(stage.sato).say(place, "お疲れさまです")
    await stage.settled()


@pytest.mark.parametrize("name", OPEN)
async def test_every_door_keeps_what_was_said(stage: Stage, name: str) -> None:
    await become_known(stage, place_of(stage, name)[0])
    for door, at in gestures(stage, name):
        before = len(await stage.cards(at.place))
        outcome = await door(at)
        what = (at.kind, door.__name__)
        assert outcome is None or outcome.ok, (what, outcome)
        said = await answered(at, outcome)
        cards = await stage.cards(at.place)
        assert len(cards) == before + 1, what
        assert at.text in shown(cards[-1]), what
        assert f"#{before + 1}" in said, what


@pytest.mark.parametrize("name", CLOSED)
async def test_no_door_keeps_anything_and_the_words_come_back(stage: Stage, name: str) -> None:
    everything = gestures(stage, name)
    if name == "an archived channel":
        await stage.slack.archive(everything[0][1].place)
        await stage.settled()
    for door, at in everything:
        what = (at.kind, door.__name__)
        if door in (mention, mention_in_thread, emoji) or (at.place.archived and door in (command, urakata)):
            continue
        outcome = await door(at)
        said = await answered(at, outcome)
        assert CLOSED[name] in said, what
        if door is not global_shortcut:
            assert at.text in said, what
        if stage.hand(at.person).view:
            await stage.hand(at.person).close_view()
    assert await stage.cards(everything[0][1].place) == []
