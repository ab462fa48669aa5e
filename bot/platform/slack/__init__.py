"""The edge to Slack: requests become visits, exceptions become answers, reading is paced."""

from .answers import Answers
from .command import Command
from .door import Door
from .errands import Errands
from .reader import Reader
from .visit import Visit

__all__ = ["Answers", "Command", "Door", "Errands", "Reader", "Visit"]
