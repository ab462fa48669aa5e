"""What Slack tells us: each event is kept before it is acknowledged, then handled by a worker."""

from .intake import Intake
from .table import Envelope, Event, event_of, is_awaited, keep, name_of
from .worker import Handler, Inbox, together

__all__ = [
    "Envelope",
    "Event",
    "Handler",
    "Inbox",
    "Intake",
    "event_of",
    "is_awaited",
    "keep",
    "name_of",
    "together",
]
