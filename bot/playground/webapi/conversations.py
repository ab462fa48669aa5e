"""Channels: which there are, who is in them, joining and opening."""

from collections.abc import Iterable
from typing import Any

from .. import membership
from ..channels import SCOPE_OF, TYPES, Channel
from ..core import Core
from ..errors import Refusal
from .arguments import Arguments
from .method import bot_sees, method, needs, needs_for
from .paging import page


@method("conversations.list")
def list_all(core: Core, arguments: Arguments) -> dict[str, Any]:
    wanted = _wanted_kinds(core, arguments)
    return _listing(core, core.workspace.visible_to(core.workspace.bot), wanted, arguments)


@method("users.conversations")
def of_user(core: Core, arguments: Arguments) -> dict[str, Any]:
    wanted = _wanted_kinds(core, arguments)
    bot = core.workspace.bot
    person = core.workspace.person(arguments.text("user", bot.id))
    visible = core.workspace.visible_to(bot)
    return _listing(core, [one for one in visible if person.id in one.members], wanted, arguments)


@method("conversations.info", "channel")
def info(core: Core, arguments: Arguments) -> dict[str, Any]:
    channel = _readable(core, arguments)
    about = channel.as_slack(core.workspace.bot.id)
    if not arguments.flag("include_num_members"):
        about.pop("num_members", None)
    if arguments.flag("include_locale"):
        about["locale"] = "en-US"
    return {"channel": about}


@method("conversations.members", "channel")
def members(core: Core, arguments: Arguments) -> dict[str, Any]:
    members_here, rest = page(_readable(core, arguments).members, arguments)
    return {"members": members_here} | rest


@method("conversations.join", "channel", scope="channels:join")
def join(core: Core, arguments: Arguments) -> dict[str, Any]:
    channel, bot = bot_sees(core, arguments.text("channel")), core.workspace.bot
    if channel.kind != "public":
        raise Refusal("method_not_supported_for_channel_type")
    already = {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
    extra = already if bot.id in channel.members else {}
    membership.join(core, channel, bot)
    return {"channel": channel.as_slack(bot.id)} | extra


@method("conversations.leave", "channel")
def leave(core: Core, arguments: Arguments) -> dict[str, Any]:
    channel, bot = bot_sees(core, arguments.text("channel")), core.workspace.bot
    needs(core, f"{SCOPE_OF[channel.kind]}:write")
    if bot.id not in channel.members:
        return {"not_in_channel": True}
    membership.leave(core, channel, bot)
    return {}


@method("conversations.open")
def open_direct(core: Core, arguments: Arguments) -> dict[str, Any]:
    if "channel" in arguments:
        channel = bot_sees(core, arguments.text("channel"))
    else:
        channel = _direct_with(core, arguments.names("users"))
    full = channel.as_slack(core.workspace.bot.id)
    return {"channel": full if arguments.flag("return_im") else {"id": channel.id}}


def _direct_with(core: Core, users: list[str]) -> Channel:
    if not users:
        raise Refusal("users_list_not_supplied")
    needs(core, "im:write" if len(users) == 1 else "mpim:write")
    bot = core.workspace.bot
    for person in map(core.workspace.person, users):
        if person.is_bot:
            raise Refusal("cannot_dm_bot")
        if person.deleted:
            raise Refusal("user_disabled")
    return core.workspace.direct([bot.id, *users])


def _wanted_kinds(core: Core, arguments: Arguments) -> set[str]:
    """Raises Refusal when a type is unknown or its scope is missing."""
    wanted = arguments.names("types") or ["public_channel"]
    if unknown := set(wanted) - set(TYPES.values()):
        raise Refusal("invalid_types", detail=sorted(unknown))
    for kind, name in TYPES.items():
        if name in wanted:
            needs_for(core, kind, "read")
    return {kind for kind, name in TYPES.items() if name in wanted}


def _listing(
    core: Core, channels: Iterable[Channel], kinds: set[str], arguments: Arguments
) -> dict[str, Any]:
    live_only = arguments.flag("exclude_archived")
    found = [one for one in channels if one.kind in kinds and not (live_only and one.archived)]
    here, rest = page(found, arguments)
    return {"channels": [channel.as_slack(core.workspace.bot.id) for channel in here]} | rest


def _readable(core: Core, arguments: Arguments) -> Channel:
    channel = bot_sees(core, arguments.text("channel"))
    needs_for(core, channel.kind, "read")
    return channel
