"""What a Web API method is: its name, its required arguments, its scopes, what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..channels import SCOPE_OF, Channel, Kind
from ..core import Core
from ..errors import Refusal
from .arguments import Arguments

Function = Callable[[Core, Arguments], dict[str, Any]]

METHODS: dict[str, "Method"] = {}


@dataclass(frozen=True)
class Method:
    name: str
    function: Function
    required: tuple[str, ...]
    scope: str | None
    app_level: bool

    def call(self, core: Core, arguments: Arguments) -> dict[str, Any]:
        """The answer without `ok`; raises Refusal."""
        if self.scope and not self.app_level:
            needs(core, self.scope)
        missing = [name for name in self.required if name not in arguments]
        if missing:
            messages = [f"[ERROR] missing required field: {name}" for name in missing]
            raise Refusal("invalid_arguments", response_metadata={"messages": messages})
        return self.function(core, arguments)


def method(
    name: str, *required: str, scope: str | None = None, app_level: bool = False
) -> Callable[[Function], Function]:
    """Registers the function; `app_level` methods take the app's token instead of the bot's."""

    def register(function: Function) -> Function:
        METHODS[name] = Method(name, function, required, scope, app_level)
        return function

    return register


def needs(core: Core, scope: str) -> None:
    if scope not in core.manifest.scopes:
        raise Refusal("missing_scope", needed=scope, provided=",".join(core.manifest.scopes))


def needs_for(core: Core, kind: Kind, right: str) -> None:
    """Scopes of conversations come by kind: `channels:read`, `groups:read`, …"""
    needs(core, f"{SCOPE_OF[kind]}:{right}")


def bot_sees(core: Core, channel_id: str) -> Channel:
    """Raises Refusal("channel_not_found") for what does not exist for the bot."""
    channel = core.workspace.channel(channel_id)
    if not core.workspace.sees(core.workspace.bot, channel):
        raise Refusal("channel_not_found")
    return channel


def bot_is_in(core: Core, channel_id: str) -> Channel:
    channel = bot_sees(core, channel_id)
    if core.workspace.bot.id not in channel.members:
        raise Refusal("not_in_channel")
    return channel
