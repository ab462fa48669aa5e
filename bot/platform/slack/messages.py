"""The message somebody chose from its "…" menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Chosen:
    """`text` is Slack's markup; `author_id` is None for an app's message without a user."""

    ts: str
    thread_ts: str | None
    author_id: str | None
    text: str


def chosen(body: dict[str, Any]) -> Chosen:
    """From a message shortcut's payload. https://docs.slack.dev/interactivity/implementing-shortcuts"""
    message = body["message"]
    return Chosen(message["ts"], message.get("thread_ts"), message.get("user"), _text(message))


def _text(message: dict[str, Any]) -> str:
    """Its text, else what its attachments and files are called: a message may be only a picture."""
    parts = [message.get("text") or ""]
    if not parts[0].strip():
        parts = [
            str(part.get("text") or part.get("fallback") or "") for part in message.get("attachments") or []
        ]
        parts += [str(file.get("title") or file.get("name") or "") for file in message.get("files") or []]
    return "\n".join(part for part in parts if part.strip())
