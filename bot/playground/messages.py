"""What stands in a channel, and what only one person is shown there."""

from dataclasses import dataclass, field
from typing import Any

TOMBSTONE = "tombstone"


@dataclass
class Message:
    """`channel` and `user` are ids, `reactions` maps an emoji's name to the ids of who reacted.

    `revision` is the channel's when the message last changed.
    """

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    thread_ts: str | None = None
    ephemeral_to: str | None = None
    metadata: dict[str, Any] | None = None
    edited: dict[str, Any] | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    subtype: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    team: str = ""
    broadcast: bool = False
    revision: int = 0

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts

    @property
    def is_top_level(self) -> bool:
        return not self.is_reply or self.broadcast

    def as_slack(self, include_metadata: bool = False) -> dict[str, Any]:
        body: dict[str, Any] = {"type": "message", "user": self.user, "text": self.text, "ts": self.ts}
        optional = {
            "subtype": self.subtype or ("thread_broadcast" if self.broadcast else None),
            "bot_id": self.bot_id,
            "app_id": self.app_id,
            "team": self.team,
            "blocks": self.blocks,
            "attachments": self.attachments,
            "files": self.files,
            "thread_ts": self.thread_ts,
            "edited": self.edited,
            "reactions": self._reactions(),
            "metadata": self.metadata if include_metadata else None,
        }
        return body | {key: value for key, value in optional.items() if value}

    def _reactions(self) -> list[dict[str, Any]]:
        return [
            {"name": name, "users": list(users), "count": len(users)}
            for name, users in self.reactions.items()
        ]
