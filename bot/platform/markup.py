"""Slack's markup: reading what people typed as plain text, and writing plain text as mrkdwn.

What is stored is always plain. https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_ENTITY = re.compile(r"<([^<>\s][^<>]*)>")
_URL = re.compile(r"https?://[\x21-\x3b\x3d\x3f-\x7b\x7d\x7e]+")
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_WORD = 200
"""How far back a long text is cut at a space, so that no address is torn."""
_TRAILING = ".,:;!?)]}'\""


class Mrkdwn(str):
    """Text that is markup already: written by us, or escaped."""


def escape(text: str) -> Mrkdwn:
    """Plain text as mrkdwn: nothing in it pings or links anybody, but web addresses stay links.

    Texts are sent with `verbatim`, so that Slack does not link names such as @here by itself.
    """
    pieces, end = [], 0
    for found in _URL.finditer(text):
        address = found.group().rstrip(_TRAILING)
        pieces += [_entities(text[end : found.start()]), f"<{_entities(address)}>"]
        end = found.start() + len(address)
    return Mrkdwn("".join(pieces) + _entities(text[end:]))


def link(url: str, label: str) -> Mrkdwn:
    """The label as a link; a line break or an address in it would end the link, so neither is one."""
    return Mrkdwn(f"<{_entities(url)}|{_entities(one_line(label)).replace('|', '¦')}>")


def bold(text: str) -> Mrkdwn:
    return Mrkdwn(f"*{escape(one_line(text))}*")


def one_line(text: str) -> str:
    return " ".join(text.split())


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, the last one an ellipsis where something was left out."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def fit(text: str, limit: int) -> str:
    """The same, counted as mrkdwn: escaping makes one `&` five characters."""
    while len(escape(text)) > limit:
        text = clip(text, max(1, len(text) * limit // len(escape(text)) - 1))
    return text


def mentioned(text: str) -> list[str]:
    """The ids of the people mentioned, in the order of the text."""
    return _MENTION.findall(text)


def plain(text: str, name_of: Callable[[str], str | None]) -> str:
    """What Slack stored, as a person reads it; `name_of` tells the name of a user id."""
    return _decoded(_ENTITY.sub(lambda found: _spoken(found.group(1), name_of), text))


def pieces(text: str, limit: int) -> Iterable[Mrkdwn]:
    """The text in as many mrkdwn pieces as it needs, none longer than `limit` once escaped."""
    while text:
        size = limit
        while len(piece := escape(text[:size])) > limit:
            size = size * limit // len(piece)
        if size < len(text) and (space := text.rfind(" ", size - _WORD, size)) > 0:
            size, piece = space, escape(text[:space])
        yield piece
        text = text[size:]


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _decoded(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _spoken(entity: str, name_of: Callable[[str], str | None]) -> str:
    target, _, label = entity.partition("|")
    match target[:1]:
        case "@":
            return "@" + (name_of(target[1:]) or label or target[1:])
        case "#":
            return "#" + (label or target[1:])
        case "!":
            return _special(target[1:], label)
    return _address(target, label)


def _special(target: str, label: str) -> str:
    if label:
        return label
    return "@" + target.partition("^")[0]


def _address(target: str, label: str) -> str:
    address = target.removeprefix("mailto:").removeprefix("tel:")
    return address if not label or label in (target, address) else f"{label} ({address})"
