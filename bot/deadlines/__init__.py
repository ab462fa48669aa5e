"""Words to deadlines, owners, requests and decisions: pure functions, no I/O."""

from bot.deadlines.model import (
    BusinessCalendar,
    Deadline,
    Kind,
    Mentionable,
    Priority,
    Reference,
    Request,
    Understood,
)
from bot.deadlines.reader import read_deadline, read_request, understand

__all__ = [
    "BusinessCalendar",
    "Deadline",
    "Kind",
    "Mentionable",
    "Priority",
    "Reference",
    "Request",
    "Understood",
    "read_deadline",
    "read_request",
    "understand",
]
