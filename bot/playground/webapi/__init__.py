"""The methods of the Web API, by family."""

from . import apps, chat, conversations, history, reactions, users, views
from .method import METHODS, Method

__all__ = ["METHODS", "Method", "apps", "chat", "conversations", "history", "reactions", "users", "views"]
