"""Forms and home tabs."""

from typing import Any

from ..core import Core
from ..errors import Refusal
from ..forms import Form
from ..limits import check_view
from .arguments import Arguments
from .method import method


@method("views.open", "trigger_id", "view")
def open_form(core: Core, arguments: Arguments) -> dict[str, Any]:
    view = check_view(arguments.structure("view"))
    return _answer(core, core.forms.open(core.triggers.exchange(arguments.text("trigger_id")), view))


@method("views.push", "trigger_id", "view")
def push(core: Core, arguments: Arguments) -> dict[str, Any]:
    view = check_view(arguments.structure("view"))
    return _answer(core, core.forms.push(core.triggers.exchange(arguments.text("trigger_id")), view))


@method("views.update", "view")
def update(core: Core, arguments: Arguments) -> dict[str, Any]:
    view = arguments.structure("view")
    kind = view.get("type", "modal") if isinstance(view, dict) else "modal"
    checked = check_view(view, kind)
    form = core.forms.find(arguments.text("view_id"), arguments.text("external_id") or None)
    return _answer(core, core.forms.update(form, checked, arguments.text("hash") or None))


@method("views.publish", "user_id", "view")
def publish(core: Core, arguments: Arguments) -> dict[str, Any]:
    view = check_view(arguments.structure("view"), kind="home")
    person = core.workspace.people.get(arguments.text("user_id"))
    if person is None:
        raise Refusal("invalid_arguments", response_metadata={"messages": ["[ERROR] user_not_found"]})
    return _answer(core, core.forms.publish(person.id, view, arguments.text("hash") or None))


def _answer(core: Core, form: Form) -> dict[str, Any]:
    return {"view": form.as_slack(core.workspace)}
