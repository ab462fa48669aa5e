"""The state of the workspace: who is there, where, and who may see what. Sends nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

from .channels import Channel, Kind
from .errors import Refusal
from .people import COLORS, Person
from .stamps import Stamps

SLACKBOT = "USLACKBOT"


class Workspace:
    def __init__(self, name: str, bot_name: str, stamps: Stamps) -> None:
        self.name = name
        self.domain = "local"
        self.stamps = stamps
        self.team_id = stamps.id("T")
        self.app_id = stamps.id("A")
        self.people: dict[str, Person] = {}
        self.channels: dict[str, Channel] = {}
        self.people[SLACKBOT] = Person(SLACKBOT, self.team_id, "slackbot", "Slackbot", "Slackbot")
        self.bot = self.add_person(bot_name.lower().replace(" ", "_"), real_name=bot_name, is_bot=True)
        self.bot.bot_id = stamps.id("B")

    def add_person(self, name: str, **about: Any) -> Person:
        about.setdefault("real_name", name)
        about.setdefault("display_name", about["real_name"])
        about.setdefault("color", COLORS[len(self.people) % len(COLORS)])
        person = Person(self.stamps.id("U"), self.team_id, name, updated=self.stamps.seconds(), **about)
        self.people[person.id] = person
        return person

    def add_channel(self, name: str, kind: Kind, members: Iterable[str], creator: str = "") -> Channel:
        unique = list(dict.fromkeys(members))
        prefix = "D" if kind == "im" else "C"
        channel = Channel(
            self.stamps.id(prefix),
            name,
            kind,
            creator or (unique[0] if unique else self.bot.id),
            self.stamps.seconds(),
            unique,
        )
        self.channels[channel.id] = channel
        return channel

    def direct(self, members: Sequence[str]) -> Channel:
        """The one direct message between these people, made when it is first needed."""
        kind: Kind = "im" if len(set(members)) <= 2 else "mpim"
        for channel in self.channels.values():
            if channel.kind == kind and set(channel.members) == set(members):
                return channel
        names = "--".join(self.people[member].name for member in members)
        return self.add_channel("" if kind == "im" else f"mpdm-{names}-1", kind, members)

    def person(self, user_id: str) -> Person:
        if user_id not in self.people:
            raise Refusal("user_not_found")
        return self.people[user_id]

    def channel(self, channel: "Channel | str") -> Channel:
        found = channel if isinstance(channel, Channel) else self.channels.get(channel)
        if found is None:
            raise Refusal("channel_not_found")
        return found

    @property
    def humans(self) -> list[Person]:
        """Who is here and no machine."""
        return [
            each for each in self.people.values() if not (each.is_bot or each.deleted or each.id == SLACKBOT)
        ]

    def sees(self, person: Person, channel: Channel) -> bool:
        """Members see everything; a public channel is open to everyone but guests."""
        return person.id in channel.members or (channel.kind == "public" and not person.restricted)

    def somebody(self, channel: Channel) -> Person:
        """A person, of the channel if there is one: apps do not hear of what they did themselves."""
        insiders = [self.people[member] for member in channel.members]
        return next(person for person in [*insiders, *self.people.values()] if not person.is_bot)

    def visible_to(self, person: Person) -> list[Channel]:
        return [channel for channel in self.channels.values() if self.sees(person, channel)]
