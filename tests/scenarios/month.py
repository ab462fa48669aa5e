"""Six weeks of one team, played from what its people do (month.txt); what Urakata says by itself is noted.

A post is noted as it stood when it appeared, with the instant of the clock that brought it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.playground import Channel, Message, Person
from bot.tasks.model import Task
from tests.scenarios.stage import Stage

FIRST, LAST = date(2026, 12, 1), date(2027, 1, 5)
BEGIN = datetime(2026, 11, 30, 23, tzinfo=UTC)
"""8:00 of the first day in Tokyo."""
END = datetime(2027, 1, 5, 20, tzinfo=UTC)
BETWEEN_TICKS = timedelta(minutes=30)
STORY = Path(__file__).with_suffix(".txt")
LINE = re.compile(r"(\d\d)/(\d\d) (\d\d):(\d\d) (\w+) (#\w+|direct) (.+)")
PRESSES = {
    "starts": "workspaces.start",
    "accepts": "tasks.accept",
    "takes": "tasks.take",
    "wants no more reminders": "workspaces.mute",
}
DIRECT = "direct"


@dataclass(frozen=True)
class Deed:
    at: datetime
    person: str
    place: str
    what: str


@dataclass(frozen=True)
class Said:
    """`to` is the person whose direct messages it stands in."""

    at: datetime
    place: str
    to: Person | None
    message: Message
    text: str
    actions: frozenset[str]

    @property
    def kind(self) -> str:
        """By the button that ends it or is its point."""
        kinds = {"tasks.unowned_stop": "unowned", "weekly.skip": "weekly"}
        found = [kind for action, kind in kinds.items() if action in self.actions]
        return "direct" if self.to else next(iter(found), "digest")


@dataclass
class Month:
    """What people did and what was said to them, in the order in which it happened."""

    people: dict[str, Person]
    deeds: list[Deed]
    said: list[Said]


async def played(stage: Stage) -> Month:
    player = await Player.of(stage)
    deeds = told(player.people)
    left, now = list(deeds), BEGIN
    while now <= END:
        while left and left[0].at < now:
            await player.do(left.pop(0))
        await player.tick(now)
        now += BETWEEN_TICKS
    assert not left
    return Month(player.people, deeds, player.said)


def told(people: Mapping[str, Person]) -> list[Deed]:
    """The story, in the order in which it happened."""
    lines = [line for line in STORY.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return sorted((_deed(line, people) for line in lines), key=lambda deed: deed.at)


def _deed(line: str, people: Mapping[str, Person]) -> Deed:
    read = LINE.fullmatch(line)
    assert read, line
    month, day, hour, minute = (int(number) for number in read.groups()[:4])
    person, place, what = read.groups()[4:]
    year = FIRST.year if month == FIRST.month else LAST.year
    return Deed(
        datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(people[person].tz)), person, place, what
    )


class Player:
    """The hands of the team, and an eye on what appears after each tick."""

    def __init__(self, stage: Stage, people: dict[str, Person]) -> None:
        self.stage, self.people, self.said = stage, people, list[Said]()
        self._places = {f"#{each.name}": each for each in (stage.general, stage.without_bot, stage.support)}
        self._seen = set[tuple[str, str]]()

    @classmethod
    async def of(cls, stage: Stage) -> Player:
        """Oliver comes new to Emma's team in London."""
        stage.clock.move_to(BEGIN)
        oliver = await stage.slack.newcomer(
            "oliver", real_name="Oliver Reed", display_name="Oliver", locale="en-GB", tz="Europe/London"
        )
        everybody = (stage.suzuki, stage.sato, stage.emma, stage.takahashi, oliver)
        return cls(stage, {person.name: person for person in everybody})

    async def do(self, deed: Deed) -> None:
        self.stage.clock.move_to(deed.at)
        person, place = self.people[deed.person], self._place(deed)
        what = await self._numbered(deed.what)
        verb, _, said = what.partition(": ")
        if what.startswith("/"):
            await self.stage.typed(person, place, what)
        elif verb == "looks back":
            await self._look_back(person, place, said)
        elif verb == "invites the bot":
            await self.stage.hand(person).invite(place, self.stage.slack.bot_user_id)
        elif verb == "joins":
            await self.stage.hand(person).join(place)
        else:
            await self._press(person, place, what)
        await self.stage.settled()
        self._appeared()

    async def tick(self, now: datetime) -> None:
        self.stage.clock.move_to(now + timedelta(seconds=1))
        await self.stage.tick()
        self.said += [self._said(now, name, message) for name, message in self._appeared()]

    async def _press(self, person: Person, place: Channel, what: str) -> None:
        verb = next(verb for verb in PRESSES if what.startswith(verb))
        value = what.removeprefix(verb).strip() or None
        hand = self.stage.hand(person)
        message = next(each for each in reversed(hand.sees(place)) if _offers(each, PRESSES[verb], value))
        assert (await hand.press(message, PRESSES[verb], value=value)).ok

    async def _look_back(self, person: Person, place: Channel, said: str) -> None:
        hand = self.stage.hand(person)
        prompt = next(each for each in reversed(hand.sees(place)) if _offers(each, "weekly.write", None))
        assert (await hand.press(prompt, "weekly.write")).ok
        answers = dict(answer.split("=") for answer in said.split("; "))
        goals = {"goals": answers["goals"].replace(", ", "\n")} if "goals" in answers else {}
        assert (await hand.submit(answers | goals)).ok
        await self.stage.settled()
        while hand.view:
            await hand.close_view()

    async def _numbered(self, what: str) -> str:
        words = re.findall(r"\[(.+?)\]", what)
        for word in words:
            number = await self.stage.bot.database.read(partial(_number, word=word))
            what = what.replace(f"[{word}]", str(number))
        return what

    def _place(self, deed: Deed) -> Channel:
        if deed.place == DIRECT:
            return self.stage.slack.dm_with_bot(self.people[deed.person])
        return self._places[deed.place]

    def _appeared(self) -> list[tuple[str, Message]]:
        """What the bot has posted anywhere since the last look, by the name of its place."""
        directs = {name: self.stage.slack.dm_with_bot(person) for name, person in self.people.items()}
        found = [
            (name, message)
            for name, place in {**self._places, **directs}.items()
            for message in self.stage.slack.messages(place)
            if message.user == self.stage.slack.bot_user_id and (place.id, message.ts) not in self._seen
        ]
        self._seen |= {(message.channel, message.ts) for _, message in found}
        return found

    def _said(self, now: datetime, place: str, message: Message) -> Said:
        actions = frozenset(element["action_id"] for element in _elements(message.blocks))
        return Said(now, place, self.people.get(place), message, readable(message), actions)


def _number(session: Session, word: str) -> int:
    return session.scalars(select(Task.number).where(Task.title.contains(word))).one()


def _offers(message: Message, action_id: str, value: str | None) -> bool:
    return any(
        element.get("action_id") == action_id and value in (None, element.get("value"))
        for element in _elements(message.blocks)
    )


def _elements(blocks: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        yield from (each for each in block.get("elements", ()) if "action_id" in each)
        if "accessory" in block:
            yield block["accessory"]


def readable(message: Message) -> str:
    """As a reader sees it: a line a block, buttons in brackets, a menu as dots."""
    return "\n".join(_line(block) for block in message.blocks)


def _line(block: dict[str, Any]) -> str:
    if block["type"] == "divider":
        return "――"
    said = [block["text"]["text"]] if "text" in block else []
    said += [each["text"] for each in block.get("fields", ())]
    said += [_element(each) for each in [*block.get("elements", ()), block.get("accessory")] if each]
    return _plain(" ".join(said))


def _element(element: dict[str, Any]) -> str:
    if element["type"] == "overflow":
        return "[⋯]"
    text = element["text"]
    return text if isinstance(text, str) else f"[{text['text']}]"


def _plain(text: str) -> str:
    """Without Slack's markup for links and escapes."""
    shown = re.sub(r"<[^>|]*\|([^>]*)>", r"\1", text)
    for escaped, char in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        shown = shown.replace(escaped, char)
    return shown
