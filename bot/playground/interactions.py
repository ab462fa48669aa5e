"""Interaction payloads: what they have in common, and how they go out."""

from typing import Any

from .blocks import Json
from .channels import Channel
from .core import Core
from .messages import Message
from .people import Person
from .wire import Delivery

TOKEN = "local"


def common(core: Core, person: Person, kind: str) -> Json:
    """With a fresh trigger."""
    workspace = core.workspace
    return {
        "type": kind,
        "token": TOKEN,
        "team": {"id": workspace.team_id, "domain": workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {
            "id": person.id,
            "name": person.name,
            "username": person.name,
            "team_id": workspace.team_id,
        },
        "api_app_id": workspace.app_id,
        "trigger_id": core.triggers.make(person.id),
    }


async def deliver(core: Core, payload: Json, accepts_answer: bool = False) -> Delivery:
    """Not sent at all when the manifest has interactivity off."""
    if not core.manifest.interactive:
        return Delivery("interactive", payload, core.clock(), error="interactivity_disabled")
    return await core.deliveries.deliver("interactive", payload, accepts_answer)


def channel_of(channel: Channel) -> dict[str, str]:
    return {"id": channel.id, "name": channel.public_name}


def response_url(core: Core, channel: Channel, person: Person, original: Message | None = None) -> str:
    key = core.response_urls.make(channel.id, person.id, original)
    return f"{core.url}/response/{core.workspace.team_id}/{key}"


def command_payload(core: Core, person: Person, channel: Channel, command: str, text: str) -> dict[str, Any]:
    return {
        "token": TOKEN,
        "team_id": core.workspace.team_id,
        "team_domain": core.workspace.domain,
        "channel_id": channel.id,
        "channel_name": channel.public_name,
        "user_id": person.id,
        "user_name": person.name,
        "command": command,
        "text": text,
        "api_app_id": core.workspace.app_id,
        "is_enterprise_install": "false",
        "response_url": response_url(core, channel, person),
        "trigger_id": core.triggers.make(person.id),
    }
