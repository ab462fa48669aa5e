"""Forms (modals) and home tabs: who has which open, with what entered."""

from dataclasses import dataclass, field
from typing import Any

from .bell import Bell
from .blocks import Json, with_ids
from .errors import Refusal
from .inputs import Values, initial, kept, value_of
from .stamps import secret
from .workspace import Workspace

MOST_STACKED = 3


@dataclass
class Form:
    """`body` is the view as the app gave it, its blocks with ids."""

    id: str
    person: str
    body: Json
    root_id: str
    previous_id: str | None = None
    hash: str = ""
    values: Values = field(default_factory=dict)

    def as_slack(self, workspace: Workspace) -> dict[str, Any]:
        labels: dict[str, Any] = {key: self.body.get(key) for key in ("title", "submit", "close")}
        return {
            "id": self.id,
            "team_id": workspace.team_id,
            "type": self.body["type"],
            "blocks": self.body["blocks"],
            "private_metadata": self.body.get("private_metadata", ""),
            "callback_id": self.body.get("callback_id", ""),
            "external_id": self.body.get("external_id", ""),
            "state": {"values": self.values},
            "hash": self.hash,
            **labels,
            "clear_on_close": self.body.get("clear_on_close", False),
            "notify_on_close": self.body.get("notify_on_close", False),
            "previous_view_id": self.previous_id,
            "root_view_id": self.root_id,
            "app_id": workspace.app_id,
            "app_installed_team_id": workspace.team_id,
            "bot_id": workspace.bot.bot_id,
        }

    def enter(self, block_id: str, element: Json, entered: Any) -> None:
        """Raises LookupError when a menu has no such option."""
        self.values.setdefault(block_id, {})[element["action_id"]] = value_of(element, entered)

    def fill(self, body: Json) -> None:
        self.body = body | {"blocks": with_ids(body["blocks"])}
        self.values = kept(self.body["blocks"], self.values) if self.hash else initial(self.body["blocks"])
        self.hash = f"{secret(5)}.{secret(4)}"


class Forms:
    def __init__(self, workspace: Workspace, bell: Bell) -> None:
        self._workspace = workspace
        self._bell = bell
        self._stacks: dict[str, list[Form]] = {}
        self.homes: dict[str, Form] = {}

    def top(self, person: str) -> Form | None:
        stack = self._stacks.get(person)
        return stack[-1] if stack else None

    def open(self, person: str, body: Json) -> Form:
        self._stacks[person] = []
        return self._add(person, body)

    def push(self, person: str, body: Json) -> Form:
        stack = self._stacks.get(person, [])
        if not stack:
            raise Refusal("not_found")
        if len(stack) >= MOST_STACKED:
            raise Refusal("push_limit_reached")
        return self._add(person, body)

    def update(self, form: Form, body: Json, expected_hash: str | None = None) -> Form:
        """Raises Refusal("hash_conflict") when the form has changed since `expected_hash`."""
        if expected_hash and expected_hash != form.hash:
            raise Refusal("hash_conflict")
        form.fill(body)
        self._bell.ring("view", person=form.person)
        return form

    def publish(self, person: str, body: Json, expected_hash: str | None = None) -> Form:
        home = self.homes.get(person)
        if home is not None:
            return self.update(home, body, expected_hash)
        home_id = self._workspace.stamps.id("V")
        home = self.homes[person] = Form(home_id, person, {}, home_id)
        return self.update(home, body)

    def _claim(self, external_id: str | None) -> None:
        """Two forms cannot have one external_id."""
        if external_id and any(form.body.get("external_id") == external_id for form in self._known()):
            raise Refusal("duplicate_external_id")

    def _known(self) -> list[Form]:
        return [*self.homes.values(), *(form for stack in self._stacks.values() for form in stack)]

    def find(self, view_id: str | None, external_id: str | None = None) -> Form:
        """An open form or a home tab; raises Refusal("not_found")."""
        for form in self._known():
            if form.id == view_id or (external_id and form.body.get("external_id") == external_id):
                return form
        raise Refusal("not_found")

    def close(self, form: Form) -> None:
        """Closes this form; the one below it, if any, is on top again."""
        self._stacks[form.person].remove(form)
        self._bell.ring("view", person=form.person)

    def clear(self, person: str) -> list[Form]:
        """Closes all, and tells which were open."""
        closed = self._stacks.pop(person, [])
        self._bell.ring("view", person=person)
        return closed

    def _add(self, person: str, body: Json) -> Form:
        self._claim(body.get("external_id"))
        stack = self._stacks.setdefault(person, [])
        form_id = self._workspace.stamps.id("V")
        below = stack[-1] if stack else None
        form = Form(form_id, person, {}, stack[0].id if stack else form_id, below.id if below else None)
        form.fill(body)
        stack.append(form)
        self._bell.ring("view", person=person)
        return form
