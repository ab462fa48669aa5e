"""The edge to Slack: requests become visits, exceptions become answers, reading is paced."""

from .answers import Answers
from .command import Command
from .door import Door
from .errands import Errands
from .exports import Exports
from .lists import Lists
from .reader import Reader
from .visit import Visit

__all__ = ["Answers", "Command", "Door", "Errands", "Exports", "Lists", "Reader", "Visit"]
