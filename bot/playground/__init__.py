"""A small Slack to run on one's own machine: for tests, and for trying an app by hand.

It speaks the Web API over HTTP, Socket Mode over WebSocket and signed HTTP deliveries to any Slack SDK,
and refuses what Slack refuses. It knows the app only by its manifest.
"""

from .api_server import Call
from .channels import Channel
from .deliveries import Delivery
from .errors import Refusal
from .hands import Hand
from .local_slack import LocalSlack
from .messages import Message
from .outcome import Outcome
from .people import Person

__all__ = ["Call", "Channel", "Delivery", "Hand", "LocalSlack", "Message", "Outcome", "Person", "Refusal"]
