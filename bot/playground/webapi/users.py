"""People."""

from typing import Any

from ..core import Core
from .arguments import Arguments
from .method import method
from .paging import page


@method("users.list", scope="users:read")
def list_all(core: Core, arguments: Arguments) -> dict[str, Any]:
    with_locale, now = arguments.flag("include_locale"), core.clock()
    here, rest = page(list(core.workspace.people.values()), arguments, default=1000)
    members = [person.as_slack(now, with_locale) for person in here]
    return {"members": members, "cache_ts": core.workspace.stamps.seconds()} | rest


@method("users.info", "user", scope="users:read")
def info(core: Core, arguments: Arguments) -> dict[str, Any]:
    person = core.workspace.person(arguments.text("user"))
    return {"user": person.as_slack(core.clock(), arguments.flag("include_locale"))}
