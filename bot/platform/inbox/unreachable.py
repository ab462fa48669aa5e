"""Telling trouble with Slack from trouble with an event."""

from __future__ import annotations

import aiohttp
from slack_sdk.errors import SlackApiError

from ..outbox.outcomes import AMBIGUOUS, LIMITS, TRANSIENT
from ..outbox.parking import UNREACHABLE

PASSING = AMBIGUOUS | LIMITS | TRANSIENT | UNREACHABLE


def is_slacks(error: Exception) -> bool:
    """Slack is not to be reached, or does not let us in: whatever the event, nothing comes of it now."""
    if isinstance(error, SlackApiError):
        return error.response.status_code >= 500 or error.response.get("error") in PASSING
    return isinstance(error, aiohttp.ClientError | ConnectionError)
