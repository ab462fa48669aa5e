"""Channels, direct messages and their members."""

from dataclasses import dataclass, field
from typing import Any, Literal

from .messages import Message

Kind = Literal["public", "private", "im", "mpim"]
TYPES: dict[Kind, str] = {
    "public": "public_channel",
    "private": "private_channel",
    "im": "im",
    "mpim": "mpim",
}
SCOPE_OF: dict[Kind, str] = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}
EVENT_TYPES: dict[Kind, str] = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}


@dataclass
class Channel:
    """`revision` counts what happened to its messages; `gone` has the revision and ts of what was erased.

    `restricted` says that a workspace's preference keeps the app from posting there.
    """

    id: str
    name: str
    kind: Kind
    creator: str
    created: int
    members: list[str] = field(default_factory=list)
    archived: bool = False
    restricted: bool = False
    messages: list[Message] = field(default_factory=list)
    ephemerals: list[Message] = field(default_factory=list)
    revision: int = 0
    gone: list[tuple[int, str]] = field(default_factory=list, repr=False)
    _by_ts: dict[str, Message] = field(default_factory=dict, repr=False)
    _threads: dict[str, list[Message]] = field(default_factory=dict, repr=False)

    @property
    def is_direct(self) -> bool:
        return self.kind in ("im", "mpim")

    @property
    def event_type(self) -> str:
        """`channel_type` of an event."""
        return EVENT_TYPES[self.kind]

    @property
    def public_name(self) -> str:
        """`channel_name` of a command or an interaction, which hides the names of private places."""
        return {"public": self.name, "private": "privategroup", "im": "directmessage"}.get(
            self.kind, self.name
        )

    def add(self, message: Message) -> None:
        if message.ephemeral_to is not None:
            self.ephemerals.append(message)
        else:
            self.messages.append(message)
            self._by_ts[message.ts] = message
            if message.is_reply and message.thread_ts:
                self._threads.setdefault(message.thread_ts, []).append(message)
        self.touch(message)

    def remove(self, message: Message) -> None:
        if message.ephemeral_to is not None:
            self.ephemerals.remove(message)
        else:
            self.messages.remove(message)
            del self._by_ts[message.ts]
            if message.is_reply and message.thread_ts:
                self._threads[message.thread_ts].remove(message)
        self.touch(message)
        self.gone.append((self.revision, message.ts))

    def touch(self, message: Message) -> None:
        """It changed, and with it the thread's parent, which counts its replies."""
        self.revision += 1
        parent = self.find(message.thread_ts or "")
        for changed in (message, parent) if parent else (message,):
            changed.revision = self.revision

    def find(self, ts: str) -> Message | None:
        return self._by_ts.get(ts)

    def replies(self, ts: str) -> list[Message]:
        return list(self._threads.get(ts, ()))

    def shown(self, message: Message, include_metadata: bool = False) -> dict[str, Any]:
        """The message as history gives it: a thread's parent knows its replies."""
        replies = self.replies(message.ts)
        if not replies:
            return message.as_slack(include_metadata)
        return message.as_slack(include_metadata) | {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users": list(dict.fromkeys(reply.user for reply in replies)),
            "reply_users_count": len({reply.user for reply in replies}),
            "latest_reply": replies[-1].ts,
            "is_locked": False,
            "subscribed": False,
        }

    def as_slack(self, viewer: str) -> dict[str, Any]:
        common = {
            "id": self.id,
            "created": self.created,
            "is_archived": self.archived,
            "is_org_shared": False,
        }
        if self.kind == "im":
            other = next((member for member in self.members if member != viewer), viewer)
            return common | {"is_im": True, "user": other, "is_user_deleted": False, "priority": 0}
        return (
            common | self._nature() | {"is_member": viewer in self.members, "num_members": len(self.members)}
        )

    def _nature(self) -> dict[str, Any]:
        empty = {"value": "", "creator": "", "last_set": 0}
        return {
            "name": self.name,
            "name_normalized": self.name,
            "creator": self.creator,
            "is_channel": self.kind != "mpim",
            "is_group": False,
            "is_im": False,
            "is_mpim": self.kind == "mpim",
            "is_private": self.kind != "public",
            "is_general": self.name == "general",
            "is_shared": False,
            "is_ext_shared": False,
            "is_pending_ext_shared": False,
            "unlinked": 0,
            "topic": empty,
            "purpose": empty,
        }
