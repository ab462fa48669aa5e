"""Buttons pressed and menus chosen from, in messages, forms and home tabs."""

from typing import Any

from .blocks import Json, interactive
from .channels import Channel
from .core import Core
from .forms import Form
from .inputs import BUTTONS, STATELESS, Values, initial, value_of
from .interactions import channel_of, common, deliver, response_url
from .messages import Message
from .outcome import Outcome
from .people import Person


def find(blocks: list[Json], action_id: str, block_id: str | None, value: Any) -> tuple[Json, Json]:
    """The block and the element; of several buttons the one with this value. Raises LookupError.

    A block that has changed its id under somebody's finger is found by what its element offers.
    """
    known = [pair for pair in interactive(blocks) if pair[1].get("action_id") == action_id]
    matches = [pair for pair in known if block_id in (None, pair[0]["block_id"])]
    offering = [pair for pair in matches or known if value is not None and _offers(pair[1], value)]
    if not matches and len(offering) != 1:
        raise LookupError(f"nothing here with the action_id {action_id!r} (block_id {block_id!r})")
    return (offering if len(matches) != 1 and offering else matches)[0]


async def in_message(
    core: Core,
    person: Person,
    message: Message,
    action_id: str,
    block_id: str | None = None,
    value: Any = None,
    entered: Values | None = None,
) -> Outcome:
    """`entered` is what stands in the other fields of the message."""
    channel = core.workspace.channel(message.channel)
    block, element = find(message.blocks, action_id, block_id, value)
    action = _action(core, block, element, value)
    state = _with(initial(message.blocks) | (entered or {}), block, element, action)
    payload = common(core, person, "block_actions") | place_of(channel, message)
    payload |= {
        "actions": [action],
        "state": {"values": state},
        "response_url": response_url(core, channel, person, message),
    }
    return Outcome.of(await deliver(core, payload))


async def in_form(
    core: Core, person: Person, form: Form, action_id: str, block_id: str | None = None, value: Any = None
) -> Outcome:
    """What is chosen stays in the form's state."""
    block, element = find(form.body["blocks"], action_id, block_id, value)
    action = _action(core, block, element, value)
    form.values = _with(form.values, block, element, action)
    core.bell.ring("view", person=person.id)
    if block["type"] == "input" and not block.get("dispatch_action"):
        return Outcome(ok=True)
    view = form.as_slack(core.workspace)
    payload = common(core, person, "block_actions") | {
        "container": {"type": "view", "view_id": form.id},
        "view": view,
        "state": view["state"],
        "actions": [action],
    }
    return Outcome.of(await deliver(core, payload))


def _offers(element: Json, value: Any) -> bool:
    if element["type"] in BUTTONS:
        return bool(element.get("value") == value)
    try:
        value_of(element, value)
    except LookupError:
        return False
    return True


def _action(core: Core, block: Json, element: Json, value: Any) -> Json:
    action = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": core.workspace.stamps.ts(),
    }
    if element["type"] in BUTTONS:
        face = _face(element, value)
        about: Json = {key: face[key] for key in ("text", "value", "style", "url") if key in face}
    else:
        about = value_of(element, value)
    return action | about


def _face(element: Json, value: Any) -> Json:
    """Of the two feedback buttons the one with this value; raises LookupError."""
    if element["type"] != "feedback_buttons":
        return element
    for face in (element["positive_button"], element["negative_button"]):
        if face["value"] == value:
            found: Json = face
            return found
    raise LookupError(f"{element['action_id']} has no button {value!r}")


def _with(values: Values, block: Json, element: Json, action: Json) -> Values:
    if element["type"] in STATELESS:
        return values
    chosen = {
        key: content for key, content in action.items() if key not in ("action_id", "block_id", "action_ts")
    }
    own = values.get(block["block_id"], {}) | {element["action_id"]: chosen}
    return values | {block["block_id"]: own}


def place_of(channel: Channel, message: Message) -> Json:
    """Where it was pressed. An ephemeral message is not part of the payload."""
    ephemeral = message.ephemeral_to is not None
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": ephemeral,
    }
    if message.is_reply:
        container["thread_ts"] = message.thread_ts
    place: Json = {"container": container, "channel": channel_of(channel)}
    return place if ephemeral else place | {"message": channel.shown(message)}
