"""What Slack refuses in messages and views, and how it says so."""

from .messages import check_message, check_update, cut
from .views import check_view

__all__ = ["check_message", "check_update", "check_view", "cut"]
