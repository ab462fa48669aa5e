"""Trigger ids: the short permission to open a form that every interaction brings."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from .errors import Refusal
from .stamps import Clock, secret

LIFETIME = timedelta(seconds=3)


@dataclass
class Trigger:
    person: str
    made_at: datetime
    used: bool = False


class Triggers:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._triggers: dict[str, Trigger] = {}

    def make(self, person: str) -> str:
        trigger_id = f"1.1.{secret(16)}"
        self._triggers[trigger_id] = Trigger(person, self._clock())
        return trigger_id

    def exchange(self, trigger_id: str) -> str:
        """The person it was made for; raises Refusal when it is unknown, older than 3 s or used."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise Refusal("invalid_trigger_id")
        if trigger.used:
            raise Refusal("exchanged_trigger_id")
        if self._clock() - trigger.made_at > LIFETIME:
            raise Refusal("expired_trigger_id")
        trigger.used = True
        return trigger.person
