"""A message somebody chose: from its "…" menu, with an emoji, or by mentioning us below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

SPOKEN = {None, "thread_broadcast", "file_share", "me_message"}
"""The subtypes of messages somebody wrote."""


@dataclass(frozen=True)
class Chosen:
    """`text` is Slack's markup; `author_id` is None for an app's message without a user."""

    channel_id: str
    ts: str
    thread_ts: str | None
    author_id: str | None
    text: str


@dataclass(frozen=True)
class Thread:
    """What people said in it, oldest first; `is_cut` when there was more than was read."""

    messages: list[Chosen]
    is_cut: bool


def chosen(body: dict[str, Any]) -> Chosen:
    """From a message shortcut's payload. https://docs.slack.dev/interactivity/implementing-shortcuts"""
    return of_message(body["channel"]["id"], body["message"])


def of_message(channel_id: str, message: dict[str, Any]) -> Chosen:
    """From a message as Slack's history gives it."""
    return Chosen(channel_id, message["ts"], message.get("thread_ts"), message.get("user"), _text(message))


def of_people(channel_id: str, messages: Iterable[dict[str, Any]]) -> list[Chosen]:
    """What people wrote, as it stands now: no apps, nothing deleted, no joining and leaving.

    A file without words has no text. https://docs.slack.dev/reference/events/message
    """
    return [
        Chosen(channel_id, each["ts"], each.get("thread_ts"), each["user"], each.get("text") or "")
        for each in messages
        if each.get("user") and not each.get("bot_id") and each.get("subtype") in SPOKEN
    ]


def _text(message: dict[str, Any]) -> str:
    """Its text, else what its attachments and files are called: a message may be only a picture."""
    parts = [message.get("text") or ""]
    if not parts[0].strip():
        parts = [
            str(part.get("text") or part.get("fallback") or "") for part in message.get("attachments") or []
        ]
        parts += [str(file.get("title") or file.get("name") or "") for file in message.get("files") or []]
    return "\n".join(part for part in parts if part.strip())
