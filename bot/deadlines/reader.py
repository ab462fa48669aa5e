"""Reading deadlines, requests and decisions out of text."""

import re
from collections.abc import Collection

from bot.deadlines.candidates import candidates, chosen
from bot.deadlines.model import Deadline, Mentionable, Priority, Reference, Request, Understood
from bot.deadlines.plain import read_plain

MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
HIGH = re.compile(r"(?<!\S)!(?:high)?(?!\S)|\basap\b|なるはや|至急", re.IGNORECASE)


def read_deadline(text: str, reference: Reference) -> Deadline | None:
    """The deadline a task with this text would get."""
    found = chosen(candidates(read_plain(text), reference))
    return found and found.deadline


def read_request(text: str, reference: Reference, people: Collection[Mentionable]) -> Request:
    """The whole text taken as one request."""
    plain = read_plain(text)
    found = chosen(candidates(plain, reference))
    mention = MENTION.search(text)
    title = text
    if found:
        start, end = plain.span(found.start, found.end)
        title = f"{text[:start]} {text[end:]}"
    title = " ".join(HIGH.sub(" ", MENTION.sub(" ", title)).split())
    return Request(title, mention and mention[1], found and found.deadline, priority(text), (0, len(text)))


def priority(text: str) -> Priority | None:
    return "high" if HIGH.search(text) else None


def understand(text: str, reference: Reference, people: Collection[Mentionable]) -> Understood:
    """What a whole message or thread says."""
    return Understood(read_deadline(text, reference), priority(text), (), ())
