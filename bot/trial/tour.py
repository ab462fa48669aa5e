"""The guided tour of Urakata: seven things to do, and how each shows that it was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..platform.texts import LANGUAGES, Texts
from ..playground.tour import AppChange, Happening, Look, Step, Tour
from ..playground.wire import Call, Delivery
from ..reflections.form_views import SAVE as REFLECTION

POST = "chat.postMessage"
MEMO_CARD = "memos.menu"
"""The menu that every memo's card has."""
LISTS = ("list", "mine", "unowned", "一覧", "自分", "担当なし")
WEEKLY = "/weekly"


def tour(commands: set[str], done: set[str] | None = None) -> Tour:
    """`commands` are those of the manifest: what it does not have is no step."""
    steps = [
        step("memo", memo_kept),
        step("task", TaskFromMessage()),
        step("take", task_taken),
        step("digest", plan_posted),
        *([step("weekly", week_answered)] if WEEKLY in commands else []),
        step("eyes", OtherEyes()),
        step("restart", Restart()),
    ]
    return Tour(steps, sorted(done or ()))


def step(key: str, is_done: Callable[[Happening], bool]) -> Step:
    titles, bodies = {}, {}
    for language in LANGUAGES:
        texts = Texts(language)
        titles[language], bodies[language] = texts(f"tour.{key}_title"), texts(f"tour.{key}_text")
    return Step(key, titles, bodies, is_done)


def memo_kept(happening: Happening) -> bool:
    """A memo's card was posted, through whichever door."""
    return MEMO_CARD in str(_post(happening).get("blocks", ""))


def task_taken(happening: Happening) -> bool:
    """On a card, in a plan or in a list."""
    return any(action.endswith("take") for action in _actions(happening))


def plan_posted(happening: Happening) -> bool:
    """By itself, in a channel."""
    headings = tuple(Texts(language)("digest.header", date="") for language in LANGUAGES)
    return str(_post(happening).get("text", "")).startswith(headings)


def week_answered(happening: Happening) -> bool:
    return _submitted(happening) == REFLECTION


class TaskFromMessage:
    """The form came from a message's menu, and was sent."""

    def __init__(self) -> None:
        self._asked = False

    def __call__(self, happening: Happening) -> bool:
        payload = _answered(happening)
        if payload.get("type") == "message_action":
            self._asked = payload["callback_id"] == "tasks.from_message"
        return self._asked and _submitted(happening) == "tasks.create"


class OtherEyes:
    """A private channel was read, and then not there for somebody else."""

    def __init__(self) -> None:
        self._read: set[str] = set()

    def __call__(self, happening: Happening) -> bool:
        if not isinstance(happening, Look):
            return False
        if happening.kind == "private" and happening.channel not in happening.hidden:
            self._read.add(happening.channel)
        return bool(self._read & happening.hidden)


class Restart:
    """The bot was killed and started, and then showed a list."""

    def __init__(self) -> None:
        self._killed = self._back = False

    def __call__(self, happening: Happening) -> bool:
        if isinstance(happening, AppChange):
            self._killed, self._back = self._killed or not happening.running, happening.running
        payload = _answered(happening)
        listed = payload.get("command") in ("/memo", "/task") and str(payload.get("text")).strip() in LISTS
        return self._killed and self._back and listed


def _answered(happening: Happening) -> Mapping[str, Any]:
    """What the app was sent and has acknowledged."""
    return happening.payload if isinstance(happening, Delivery) and happening.ok else {}


def _submitted(happening: Happening) -> str:
    """The callback id of a form that was taken."""
    payload = _answered(happening)
    said = (happening.acknowledgement if isinstance(happening, Delivery) else None) or {}
    taken = payload.get("type") == "view_submission" and said.get("response_action") != "errors"
    return str(payload["view"]["callback_id"]) if taken else ""


def _actions(happening: Happening) -> list[str]:
    return [action["action_id"] for action in _answered(happening).get("actions", [])]


def _post(happening: Happening) -> Mapping[str, Any]:
    """A message that the bot has posted."""
    posted = isinstance(happening, Call) and happening.method == POST and happening.answer.get("ok")
    return happening.arguments if isinstance(happening, Call) and posted else {}
