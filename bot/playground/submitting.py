"""Forms filled in, submitted and closed."""

from collections.abc import Mapping
from typing import Any

from .complaints import complaints
from .core import Core
from .errors import Refusal
from .forms import Form
from .interactions import common, deliver
from .limits import check_view
from .outcome import Outcome
from .people import Person


def fill(form: Form, entered: Mapping[str, Any]) -> None:
    """By block_id; raises LookupError when the form has no such input or an input no such option."""
    inputs = {block["block_id"]: block for block in form.body["blocks"] if block["type"] == "input"}
    for block_id, value in entered.items():
        if block_id not in inputs:
            raise LookupError(f"the form has no input {block_id!r}, only {sorted(inputs)}")
        form.enter(block_id, inputs[block_id]["element"], value)


async def submit(core: Core, person: Person, form: Form) -> Outcome:
    """What Slack itself would not send, such as an empty required field, stays here as `errors`."""
    if not form.body.get("submit"):
        raise LookupError("the form has no submit button")
    if found := complaints(form.body["blocks"], form.values):
        return Outcome(ok=False, errors=found)
    payload = common(core, person, "view_submission")
    payload |= {"view": form.as_slack(core.workspace), "response_urls": []}
    delivery = await deliver(core, payload, accepts_answer=True)
    if not delivery.ok:
        return Outcome.of(delivery)
    answer = delivery.acknowledgement or {}
    try:
        return Outcome.of(delivery, errors=_apply(core, person, form, answer))
    except Refusal as refused:
        return Outcome.of(delivery, error=refused.error)


async def close(core: Core, person: Person, form: Form) -> Outcome:
    """The app is told only when the form asked for it."""
    view = form.as_slack(core.workspace)
    cleared = bool(form.body.get("clear_on_close"))
    if cleared:
        core.forms.clear(person.id)
    else:
        core.forms.close(form)
    if not form.body.get("notify_on_close"):
        return Outcome(ok=True)
    payload = common(core, person, "view_closed") | {"view": view, "is_cleared": cleared}
    del payload["trigger_id"]
    return Outcome.of(await deliver(core, payload))


def _apply(core: Core, person: Person, form: Form, answer: dict[str, Any]) -> dict[str, str] | None:
    """Does what the acknowledgement says; returns the form's errors, if it has any."""
    action = answer.get("response_action")
    if action == "errors":
        return _known_errors(form, answer.get("errors") or {})
    if action == "update":
        core.forms.update(form, check_view(answer.get("view")))
    elif action == "push":
        core.forms.push(person.id, check_view(answer.get("view")))
    elif action == "clear":
        core.forms.clear(person.id)
    elif action is None:
        core.forms.close(form)
    else:
        raise Refusal("invalid_response_action")
    return None


def _known_errors(form: Form, errors: dict[str, str]) -> dict[str, str]:
    """Errors can stand at inputs only."""
    inputs = {block["block_id"] for block in form.body["blocks"] if block["type"] == "input"}
    if not errors or set(errors) - inputs:
        raise Refusal("invalid_response_errors")
    return errors
