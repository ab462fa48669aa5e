"""Which functions build what Slack shows, and which of them some property test tries with anything."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch

from tests.sources import Source

VIEWS = "bot/*/*views.py"
BUILT = {"Message", "View", "Block", "BlockElement", "InteractiveElement", "dict[str, Any]"}
"""What a function returns that builds something for Slack, alone or in a list."""


def builders(sources: Iterable[Source]) -> set[str]:
    """Public functions of the views, by their full names."""
    return {
        f"{source.module}.{function.name}"
        for source in sources
        if fnmatch(source.path, VIEWS)
        for function in _functions(source)
        if not function.name.startswith("_") and _builds(function)
    }


def tried(sources: Iterable[Source]) -> set[str]:
    """Everything that the property tests reach, through whatever helpers."""
    uses, reached = dict[str, set[str]](), set[str]()
    waiting = list[str]()
    for source in sources:
        for function in _functions(source):
            name = f"{source.module}.{function.name}"
            uses[name] = set(_mentioned(source, function))
            if any(source.full_name(_called(each)) == "hypothesis.given" for each in function.decorator_list):
                waiting.append(name)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += uses.get(name, ())
    return reached


def _functions(source: Source) -> list[ast.FunctionDef]:
    return [node for node in source.tree.body if isinstance(node, ast.FunctionDef)]


def _builds(function: ast.FunctionDef) -> bool:
    returned = ast.unparse(function.returns) if function.returns else ""
    return returned in BUILT or any(returned in (f"list[{each}]", f"Sequence[{each}]") for each in BUILT)


def _mentioned(source: Source, function: ast.FunctionDef) -> Iterator[str]:
    own = {each.name for each in _functions(source)}
    for node in ast.walk(function):
        if isinstance(node, ast.Name | ast.Attribute):
            name = source.full_name(node)
            yield f"{source.module}.{name}" if name in own else name


def _called(decorator: ast.expr) -> ast.expr:
    return decorator.func if isinstance(decorator, ast.Call) else decorator
