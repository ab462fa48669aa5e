"""What Slack shall see: written in the transaction of the change, sent by one worker."""

from .table import Posting, post, put, whisper
from .worker import Outbox

__all__ = ["Outbox", "Posting", "post", "put", "whisper"]
