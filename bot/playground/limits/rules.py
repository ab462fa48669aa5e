"""A small language for the shapes Slack accepts.

A rule takes a value and its pointer and yields a problem for each fault, worded as Slack words it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple


class Problem(NamedTuple):
    text: str
    pointer: str

    def __str__(self) -> str:
        return f"{self.text} [json-pointer:{self.pointer}]"


Rule = Callable[[Any, str], Iterator[Problem]]


def anything(_value: Any, _pointer: str) -> Iterator[Problem]:
    yield from ()


def flag(value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, bool):
        yield Problem("must be a boolean", pointer)


def whole_number(value: Any, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, int) or isinstance(value, bool):
        yield Problem("must be an integer", pointer)


def string(most: int, least: int = 1) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem("must be a string", pointer)
        elif len(value) > most:
            yield Problem(f"must be less than {most + 1} characters", pointer)
        elif len(value) < least:
            yield Problem(f"must be more than {least - 1} characters", pointer)

    return check


def pattern(expression: str, meaning: str) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if not isinstance(value, str) or not re.fullmatch(expression, value):
            yield Problem(f"must be {meaning}", pointer)

    return check


def choice(*allowed: str) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if value not in allowed:
            yield Problem(f"must be one of: {', '.join(allowed)}", pointer)

    return check


def items(rule: Rule, most: int, least: int = 1) -> Rule:
    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem("must be an array", pointer)
            return
        if len(value) > most:
            yield Problem(f"no more than {most} items allowed", pointer)
        if len(value) < least:
            yield Problem(f"no fewer than {least} items allowed", pointer)
        for number, item in enumerate(value):
            yield from rule(item, f"{pointer}/{number}")

    return check


def shape(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None) -> Rule:
    """An object with these fields and no others."""
    fields = {**required, **(optional or {})}

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem("must be an object", pointer)
            return
        for name in required.keys() - value.keys():
            yield Problem(f"missing required field: {name}", pointer)
        for name, content in value.items():
            if name in fields:
                yield from fields[name](content, f"{pointer}/{name}")
            else:
                yield Problem(f"invalid additional property: {name}", pointer)

    return check


def by_type(rules: Mapping[str, Rule]) -> Rule:
    """Chooses the rule by the object's `type`."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        kind = str(value.get("type")) if isinstance(value, dict) else ""
        if kind in rules:
            yield from rules[kind](value, pointer)
        else:
            yield Problem(f"unsupported type: {kind}", f"{pointer}/type")

    return check


def then(rule: Rule, *further: Rule) -> Rule:
    """The further rules look only at what the first finds well-formed."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        problems = list(rule(value, pointer))
        yield from problems
        for one in () if problems else further:
            yield from one(value, pointer)

    return check
