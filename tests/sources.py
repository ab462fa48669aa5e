"""What a Python file imports and mentions, by the names things really have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Import:
    line: int
    target: str
    """Absolute, down to the imported name: bot.errors.UserError."""
    name: str
    """What it is called in the file."""
    late: bool
    """Inside a function."""


@dataclass(frozen=True)
class Source:
    path: str
    text: str

    @property
    def module(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    def nodes(self, *kinds: type[Node]) -> list[Node]:
        return [node for node in ast.walk(self.tree) if isinstance(node, kinds)]

    @cached_property
    def imports(self) -> list[Import]:
        functions = self.nodes(ast.FunctionDef, ast.AsyncFunctionDef)
        late = {node for function in functions for node in ast.walk(function)}
        return [
            Import(node.lineno, target, name, node in late)
            for node in self.nodes(ast.Import, ast.ImportFrom)
            for target, name in self._imported(node)
        ]

    @cached_property
    def mentions(self) -> list[tuple[int, str]]:
        """Line and full name of each thing used, whatever it was imported as."""
        return [(node.lineno, self.full_name(node)) for node in self.nodes(ast.Name, ast.Attribute)]

    def full_name(self, node: ast.AST | None) -> str:
        """Of `dt.now` after `from datetime import datetime as dt`: datetime.datetime.now; "?" for no name."""
        if isinstance(node, ast.Attribute):
            return f"{self.full_name(node.value)}.{node.attr}"
        if isinstance(node, ast.Name):
            return self._meanings.get(node.id, node.id)
        return "?"

    @cached_property
    def only_in_annotations(self) -> set[str]:
        inside = {node for annotation in self._annotations() for node in ast.walk(annotation)}
        names = self.nodes(ast.Name)
        elsewhere = {name.id for name in names if name not in inside}
        return {name.id for name in names if name in inside} - elsewhere

    @cached_property
    def _meanings(self) -> dict[str, str]:
        return {found.name: found.target for found in self.imports}

    def _imported(self, node: ast.AST) -> Iterator[tuple[str, str]]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, alias.asname or alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield f"{self._base(node)}.{alias.name}", alias.asname or alias.name

    def _base(self, node: ast.ImportFrom) -> str:
        parts = self.module.split(".") + ["__init__"] * self.path.endswith("/__init__.py")
        above = parts[: -node.level] if node.level else []
        return ".".join([*above, *filter(None, [node.module])])

    def _annotations(self) -> Iterator[ast.expr]:
        """Of parameters, results and variables."""
        for node in ast.walk(self.tree):
            for field in ("annotation", "returns"):
                if annotation := getattr(node, field, None):
                    yield annotation
