"""What a person does with the blocks of messages, forms and home tabs on the page."""

from typing import Any

from . import pressing, submitting, suggesting
from .blocks import Json
from .core import Core
from .errors import Refusal
from .forms import Form
from .hands import Hand
from .inputs import Values, value_of
from .messages import Message
from .outcome import Outcome
from .pressing import find

Answer = dict[str, Any]
STATES = ("value", "files", "rich_text_value")


async def press(core: Core, hand: Hand, given: Json) -> Answer:
    """In a message, or in a form or a home tab; what stands in the other inputs comes along in `values`."""
    where, values = (given["action_id"], given["block_id"], _chosen(core, given)), given.get("values") or {}
    if not given.get("view_id"):
        pressed = message(hand, given)
        entered = _states(core, pressed.blocks, values)
        return answer(await pressing.in_message(core, hand.person, pressed, *where, entered))
    form = _form(core, hand, given)
    _enter(core, form, values)
    return answer(await pressing.in_form(core, hand.person, form, *where))


async def submit(core: Core, hand: Hand, given: Json) -> Answer:
    form = _form(core, hand, given)
    _enter(core, form, given.get("values") or {})
    return answer(await submitting.submit(core, hand.person, form))


async def close(core: Core, hand: Hand, given: Json) -> Answer:
    form = _form(core, hand, given)
    if form.body["type"] != "modal":
        raise Refusal("not_found")
    return answer(await submitting.close(core, hand.person, form))


async def suggest(core: Core, hand: Hand, given: Json) -> Answer:
    """The options the app finds for what was typed into a menu."""
    asked = given["action_id"], given["block_id"], str(given.get("typed", ""))
    if given.get("view_id"):
        found = await suggesting.in_form(core, hand.person, _form(core, hand, given), *asked)
    else:
        found = await suggesting.in_message(core, hand.person, message(hand, given), *asked)
    return {"ok": True} | found


def answer(outcome: Outcome) -> Answer:
    failed = {"error": outcome.error, "errors": outcome.errors}
    return {"ok": outcome.ok} | {key: value for key, value in failed.items() if value}


def message(hand: Hand, given: Json) -> Message:
    for each in hand.sees(given["channel"]):
        if each.ts == given["ts"]:
            return each
    raise Refusal("message_not_found")


def _form(core: Core, hand: Hand, given: Json) -> Form:
    form = core.forms.find(given["view_id"])
    if form.person != hand.person.id:
        raise Refusal("not_found")
    return form


def _enter(core: Core, form: Form, values: dict[str, dict[str, Json]]) -> None:
    for block_id, actions in _states(core, form.body["blocks"], values).items():
        form.values.setdefault(block_id, {}).update(actions)


def _states(core: Core, blocks: list[Json], values: dict[str, dict[str, Json]]) -> Values:
    """What the page says stands in the fields, checked against what they offer; raises LookupError."""
    states: Values = {}
    for block_id, actions in values.items():
        for action_id, state in actions.items():
            _, element = find(blocks, action_id, block_id, None)
            states.setdefault(block_id, {})[action_id] = value_of(element, _chosen(core, state))
    return states


def _chosen(core: Core, state: Json) -> Any:
    """What stands in `value`, `selected_…` and the like; of files only the ids come from the page."""
    if "files" in state:
        ids = [str(file["id"]) for file in state["files"]]
        return [core.files.find(each).as_slack(core.url, "", 0) for each in ids]
    for key, content in state.items():
        if key in STATES or key.startswith("selected_"):
            return content
    return None
