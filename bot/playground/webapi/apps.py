"""api.test, auth.test, apps.connections.open, team.info."""

from typing import Any

from ..core import Core
from ..errors import Refusal
from ..sockets import SocketMode
from .arguments import Arguments
from .method import method


@method("api.test")
def api_test(_core: Core, arguments: Arguments) -> dict[str, Any]:
    if "error" in arguments:
        raise Refusal(arguments.text("error"))
    return {"args": {}}


@method("auth.test")
def auth_test(core: Core, _arguments: Arguments) -> dict[str, Any]:
    workspace = core.workspace
    return {
        "url": f"{core.url}/",
        "team": workspace.name,
        "user": workspace.bot.name,
        "team_id": workspace.team_id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.bot.bot_id,
        "is_enterprise_install": False,
    }


@method("apps.connections.open", scope="connections:write", app_level=True)
def connections_open(core: Core, _arguments: Arguments) -> dict[str, Any]:
    transport = core.deliveries.transport
    if not isinstance(transport, SocketMode):
        raise Refusal("socket_mode_not_enabled")
    address = core.url.replace("http", "ws", 1)
    return {"url": f"{address}/link/?ticket={transport.ticket()}&app_id={core.workspace.app_id}"}


@method("team.info", scope="team:read")
def team_info(core: Core, _arguments: Arguments) -> dict[str, Any]:
    workspace = core.workspace
    team = {"id": workspace.team_id, "name": workspace.name, "domain": workspace.domain, "email_domain": ""}
    return {"team": team | {"url": f"{core.url}/", "icon": {"image_default": True}}}
