"""Response URLs: five answers within thirty minutes, wherever the interaction was."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from .errors import Refusal
from .messages import Message
from .stamps import Clock, secret

LIFETIME = timedelta(minutes=30)
USES = 5


@dataclass
class ResponseUrl:
    """`original` is the message the interaction was made in, if any."""

    channel: str
    person: str
    made_at: datetime
    original: Message | None = None
    uses: int = 0


class ResponseUrls:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._urls: dict[str, ResponseUrl] = {}

    def make(self, channel: str, person: str, original: Message | None = None) -> str:
        """The key that stands at the end of the address."""
        key = secret(16)
        self._urls[key] = ResponseUrl(channel, person, self._clock(), original)
        return key

    def use(self, key: str) -> ResponseUrl:
        """Raises Refusal with `invalid_url`, `expired_url` or `used_url`."""
        known = self._urls.get(key)
        if known is None:
            raise Refusal("invalid_url")
        if self._clock() - known.made_at > LIFETIME:
            raise Refusal("expired_url")
        if known.uses >= USES:
            raise Refusal("used_url")
        known.uses += 1
        return known
