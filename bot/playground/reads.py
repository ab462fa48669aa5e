"""How far everybody has read, and what is new to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from .channels import Channel
from .messages import Message
from .people import Person

COMINGS_AND_GOINGS = ("channel_join", "channel_leave", "group_join", "group_leave")


@dataclass(frozen=True)
class Unread:
    """How many messages are new to somebody, and how many of those mention them."""

    messages: int
    mentions: int


class Reads:
    """By person and channel the ts of the last message read."""

    def __init__(self) -> None:
        self._beginning = ""
        self._marks: dict[tuple[str, str], str] = {}

    @property
    def marks(self) -> list[tuple[str, str, str]]:
        """Person, channel and ts; the first is the beginning, of nobody and nowhere."""
        return [("", "", self._beginning), *((*key, ts) for key, ts in self._marks.items())]

    def restore(self, marks: Iterable[tuple[str, str, str]]) -> None:
        known = {(person, channel): ts for person, channel, ts in marks}
        self._beginning = known.pop(("", ""), "")
        self._marks = known

    def begin(self, ts: str) -> None:
        """What was said before this is nobody's news."""
        self._beginning = ts

    def mark(self, person: Person, channel: Channel, ts: str) -> None:
        self._marks[person.id, channel.id] = ts

    def until(self, person: Person, channel: Channel) -> str:
        return self._marks.get((person.id, channel.id), self._beginning)

    def unread(self, person: Person, channel: Channel) -> Unread:
        """Of the channel itself, not of its threads; one's own words and who came or went are no news."""
        mark = self.until(person, channel)
        later = takewhile(lambda message: message.ts > mark, reversed(channel.messages))
        news = [message for message in later if _is_news(person, message)]
        return Unread(len(news), sum(f"<@{person.id}" in message.text for message in news))


def _is_news(person: Person, message: Message) -> bool:
    return message.is_top_level and message.user != person.id and message.subtype not in COMINGS_AND_GOINGS
