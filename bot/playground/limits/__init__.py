"""What Slack refuses in messages, views and manifests, and how it says so."""

from .manifests import manifest_problems
from .messages import check_message, check_update, cut
from .suggestions import check_suggestions, is_option
from .views import check_view

__all__ = [
    "check_message",
    "check_suggestions",
    "check_update",
    "check_view",
    "cut",
    "is_option",
    "manifest_problems",
]
