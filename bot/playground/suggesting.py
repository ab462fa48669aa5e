"""Menus whose options the app finds while a person types (`external_select`)."""

from typing import Any

from .blocks import Json
from .core import Core
from .errors import Refusal
from .forms import Form
from .interactions import common, deliver
from .limits import check_suggestions
from .messages import Message
from .people import Person
from .pressing import find, place_of

EXTERNAL = ("external_select", "multi_external_select")


async def in_message(
    core: Core, person: Person, message: Message, action_id: str, block_id: str, typed: str
) -> Json:
    """`{options}` or `{option_groups}`; raises LookupError and Refusal."""
    about = place_of(core.workspace.channel(message.channel), message)
    return await _ask(core, person, message.blocks, about, (action_id, block_id, typed))


async def in_form(core: Core, person: Person, form: Form, action_id: str, block_id: str, typed: str) -> Json:
    about: dict[str, Any] = {
        "container": {"type": "view", "view_id": form.id},
        "view": form.as_slack(core.workspace),
    }
    return await _ask(core, person, form.body["blocks"], about, (action_id, block_id, typed))


async def _ask(
    core: Core, person: Person, blocks: list[Json], about: dict[str, Any], asked: tuple[str, str, str]
) -> Json:
    action_id, block_id, typed = asked
    block, element = find(blocks, action_id, block_id, None)
    if element["type"] not in EXTERNAL:
        raise LookupError(f"{action_id} has options of its own")
    payload = common(core, person, "block_suggestion") | about
    del payload["trigger_id"]
    payload |= {"action_id": action_id, "block_id": block["block_id"], "value": typed}
    delivery = await deliver(core, payload, accepts_answer=True)
    if delivery.error:
        raise Refusal(delivery.error)
    return check_suggestions(delivery.acknowledgement)
