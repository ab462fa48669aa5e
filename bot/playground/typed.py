"""What becomes of text as people type it: escaped, with mentions, channels and links as entities."""

import re
from collections.abc import Iterable

from .people import Person
from .workspace import Workspace

CODE = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
LINK = re.compile(r"https?://[^\s<>|`]+[^\s<>|`.,;:!?)」』）、。]")
BROADCAST = re.compile(r"(?<![\w@])@(here|channel|everyone)\b")


def as_message(text: str, workspace: Workspace, author: Person) -> str:
    """Mentions as `<@U…>`, channels as `<#C…|name>`, links as `<https://…>`; code is only escaped."""
    return _outside_code(escape(text), _Entities(workspace, author, named=False))


def as_command_text(text: str, workspace: Workspace, author: Person, should_escape: bool) -> str:
    """With `should_escape` in the manifest as `<@U…|name>` and `<#C…|name>`, else as typed but escaped."""
    escaped = escape(text)
    return _outside_code(escaped, _Entities(workspace, author, named=True)) if should_escape else escaped


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Entities:
    def __init__(self, workspace: Workspace, author: Person, named: bool) -> None:
        self._named = named
        self._people: dict[str, Person] = {}
        for field in ("name", "display_name", "real_name"):
            for person in workspace.people.values():
                self._people.setdefault(escape(getattr(person, field)), person)
        seen = [channel for channel in workspace.visible_to(author) if not channel.is_direct]
        self._channels = {escape(channel.name): channel.id for channel in seen}

    def __call__(self, text: str) -> str:
        parts = re.split(f"({LINK.pattern})", text)
        return "".join(f"<{part}>" if LINK.fullmatch(part) else self._names(part) for part in parts)

    def _names(self, text: str) -> str:
        text = BROADCAST.sub(r"<!\1>", text)
        text = _pattern("@", self._people).sub(lambda match: self._person(match[1]), text)
        return _pattern("#", self._channels).sub(
            lambda match: f"<#{self._channels[match[1]]}|{match[1]}>", text
        )

    def _person(self, name: str) -> str:
        person = self._people[name]
        return f"<@{person.id}|{person.name}>" if self._named else f"<@{person.id}>"


def _outside_code(text: str, transform: _Entities) -> str:
    return "".join(part if CODE.fullmatch(part) else transform(part) for part in CODE.split(text))


def _pattern(sign: str, names: Iterable[str]) -> re.Pattern[str]:
    """The longest known name after the sign; a Latin one must end there."""
    longest_first = sorted((name for name in names if name), key=len, reverse=True)
    known = "|".join(
        re.escape(name) + (r"(?![A-Za-z0-9_-])" if name[-1].isascii() else "") for name in longest_first
    )
    return re.compile(rf"(?<![A-Za-z0-9_]){sign}({known or '(?!)'})")
