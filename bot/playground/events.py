"""Events: only those the manifest subscribes to, and only where the bot may see them."""

from typing import Any

from .channels import Channel
from .deliveries import Deliveries
from .manifest import Manifest
from .messages import Message
from .stamps import secret
from .workspace import Workspace

MESSAGE_EVENTS = {
    "public": "message.channels",
    "private": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}


class Events:
    def __init__(self, manifest: Manifest, workspace: Workspace, deliveries: Deliveries) -> None:
        self._manifest = manifest
        self._workspace = workspace
        self._deliveries = deliveries

    def happened(self, event: dict[str, Any], within: Channel | None = None, name: str = "") -> None:
        """Sends the event, with `within` only if the bot is in that channel.

        `name` is the subscription's where it is not the event's type.
        """
        if (name or event["type"]) not in self._manifest.events:
            return
        if within is not None and self._workspace.bot.id not in within.members:
            return
        event.setdefault("event_ts", self._workspace.stamps.ts())
        self._deliveries.post(self._envelope(event))

    def channel_changed(self, what: str, channel: Channel, /, **details: Any) -> None:
        """`channel_…` of public channels, which every app may follow; `group_…` where the bot is in."""
        private = channel.kind != "public"
        prefix = "group" if private else "channel"
        event = {"type": f"{prefix}_{what}", "channel": channel.id} | details
        self.happened(event, within=channel if private else None)

    def message(self, channel: Channel, event: dict[str, Any]) -> None:
        body = {"channel": channel.id, "channel_type": channel.event_type} | event
        self.happened(body, within=channel, name=MESSAGE_EVENTS[channel.kind])

    def posted(self, channel: Channel, message: Message) -> None:
        event = message.as_slack() | {"event_ts": message.ts}
        if message.is_reply and message.thread_ts and (parent := channel.find(message.thread_ts)):
            event["parent_user_id"] = parent.user
        self.message(channel, event)
        if f"<@{self._workspace.bot.id}>" in message.text and not message.bot_id and not channel.is_direct:
            mention = {key: value for key, value in event.items() if key != "parent_user_id"}
            self.happened(mention | {"type": "app_mention", "channel": channel.id}, within=channel)

    def _envelope(self, event: dict[str, Any]) -> dict[str, Any]:
        workspace = self._workspace
        return {
            "token": "local",
            "team_id": workspace.team_id,
            "context_team_id": workspace.team_id,
            "context_enterprise_id": None,
            "api_app_id": workspace.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": workspace.stamps.id("Ev"),
            "event_time": workspace.stamps.seconds(),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": workspace.team_id,
                    "user_id": workspace.bot.id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
            "event_context": f"4-{secret(16)}",
        }
