"""A message somebody chose: from its "…" menu, with an emoji, or by mentioning us below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Chosen:
    """`text` is Slack's markup; `author_id` is None for an app's message without a user."""

    channel_id: str
    ts: str
    thread_ts: str | None
    author_id: str | None
    text: str


def chosen(body: dict[str, Any]) -> Chosen:
    """From a message shortcut's payload. https://docs.slack.dev/interactivity/implementing-shortcuts"""
    return of_message(body["channel"]["id"], body["message"])


def of_message(channel_id: str, message: dict[str, Any]) -> Chosen:
    """From a message as Slack's history gives it."""
    return Chosen(channel_id, message["ts"], message.get("thread_ts"), message.get("user"), _text(message))


def _text(message: dict[str, Any]) -> str:
    """Its text, else what its attachments and files are called: a message may be only a picture."""
    parts = [message.get("text") or ""]
    if not parts[0].strip():
        parts = [
            str(part.get("text") or part.get("fallback") or "") for part in message.get("attachments") or []
        ]
        parts += [str(file.get("title") or file.get("name") or "") for file in message.get("files") or []]
    return "\n".join(part for part in parts if part.strip())
