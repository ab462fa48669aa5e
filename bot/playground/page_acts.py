"""What a person does on the page; each act takes the hand and the request's JSON and answers with JSON."""

from collections.abc import Awaitable, Callable
from typing import Any

from . import pressing, submitting, talk
from .blocks import Json
from .core import Core
from .errors import Refusal
from .forms import Form
from .hands import Hand
from .messages import Message
from .outcome import Outcome
from .pressing import find

Answer = dict[str, Any]
Act = Callable[[Core, Hand, Json], Awaitable[Answer]]
DONE: Answer = {"ok": True}


async def say(_core: Core, hand: Hand, given: Json) -> Answer:
    message = await hand.say(given["channel"], given["text"], given.get("thread_ts"))
    return DONE | {"ts": message.ts}


async def command(_core: Core, hand: Hand, given: Json) -> Answer:
    return _answer(await hand.command(given["channel"], given["text"]))


async def shortcut(_core: Core, hand: Hand, given: Json) -> Answer:
    """On a message when `ts` is given, else a global one."""
    if not given.get("ts"):
        return _answer(await hand.global_shortcut(given["callback_id"]))
    return _answer(await hand.shortcut(given["callback_id"], _message(hand, given)))


async def press(core: Core, hand: Hand, given: Json) -> Answer:
    """In a message, or in a form, whose other inputs come along in `values`."""
    where = given["action_id"], given["block_id"], _chosen(given)
    if not given.get("view_id"):
        return _answer(await hand.press(_message(hand, given), *where))
    form = _form(core, hand, given)
    _enter(form, given.get("values") or {})
    return _answer(await pressing.in_form(core, hand.person, form, *where))


async def submit(core: Core, hand: Hand, given: Json) -> Answer:
    form = _form(core, hand, given)
    _enter(form, given.get("values") or {})
    return _answer(await submitting.submit(core, hand.person, form))


async def close(core: Core, hand: Hand, given: Json) -> Answer:
    return _answer(await submitting.close(core, hand.person, _form(core, hand, given)))


async def react(core: Core, hand: Hand, given: Json) -> Answer:
    """Reacts, or takes the person's reaction back."""
    message, name = _message(hand, given), given["name"]
    if hand.person.id in message.reactions.get(name, []):
        talk.unreact(core, message, hand.person, name)
    else:
        await hand.react(message, name)
    return DONE


async def edit(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.edit(_message(hand, given), given["text"])
    return DONE


async def delete(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.delete(_message(hand, given))
    return DONE


async def join(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.join(given["channel"])
    return DONE


async def leave(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.leave(given["channel"])
    return DONE


async def invite(_core: Core, hand: Hand, given: Json) -> Answer:
    await hand.invite(given["channel"], given["user"])
    return DONE


ACTS: dict[str, Act] = {
    act.__name__: act
    for act in (say, command, shortcut, press, submit, close, react, edit, delete, join, leave, invite)
}


def _answer(outcome: Outcome) -> Answer:
    failed = {"error": outcome.error, "errors": outcome.errors}
    return {"ok": outcome.ok} | {key: value for key, value in failed.items() if value}


def _message(hand: Hand, given: Json) -> Message:
    for message in hand.sees(given["channel"]):
        if message.ts == given["ts"]:
            return message
    raise Refusal("message_not_found")


def _form(core: Core, hand: Hand, given: Json) -> Form:
    form = core.forms.find(given["view_id"])
    if form.person != hand.person.id:
        raise Refusal("not_found")
    return form


def _enter(form: Form, values: dict[str, dict[str, Json]]) -> None:
    for block_id, actions in values.items():
        for action_id, state in actions.items():
            _, element = find(form.body["blocks"], action_id, block_id, None)
            form.enter(block_id, element, _chosen(state))


def _chosen(state: Json) -> Any:
    """What stands in `value` or `selected_…`."""
    for key, content in state.items():
        if key == "value" or key.startswith("selected_"):
            return content
    return None
