"""A small Slack to run on one's own machine: for tests, and for trying an app by hand.

It speaks the Web API over HTTP, Socket Mode over WebSocket and signed HTTP deliveries to any Slack SDK,
and refuses what Slack refuses. It knows the app only by its manifest.

    async with LocalSlack(manifest) as slack:
        suzuki = slack.add_person("suzuki", real_name="Hanako Suzuki")
        general = slack.add_channel("general", [suzuki])
        ...  # start the app with slack.bot_token, slack.app_token and slack.api_url
        await slack.connected()
        outcome = await slack.hand(suzuki).command(general, "/lunch soup")
        assert slack.hand(suzuki).ephemerals(general)[-1].text == "One soup"

What people do is in `Hand`; what stands where in `LocalSlack.messages` and `Hand.sees`; what went over
the wire in `LocalSlack.calls` and `LocalSlack.deliveries`, the newest thousand of it. Everything is
kept in memory.
"""

from .channels import Channel
from .errors import Refusal
from .hands import Hand
from .limits import manifest_problems
from .local_slack import LocalSlack
from .messages import Message
from .outcome import Outcome
from .people import Person
from .wire import Call, Delivery

__all__ = [
    "Call",
    "Channel",
    "Delivery",
    "Hand",
    "LocalSlack",
    "Message",
    "Outcome",
    "Person",
    "Refusal",
    "manifest_problems",
]
