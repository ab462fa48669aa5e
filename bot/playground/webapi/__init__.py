"""The methods of the Web API, by family; importing a family registers its methods."""

from . import apps, chat, conversations, files, history, reactions, users, views
from .method import METHODS, Method

FAMILIES = (apps, chat, conversations, files, history, reactions, users, views)

__all__ = ["FAMILIES", "METHODS", "Method"]
