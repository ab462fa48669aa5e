"""An attribute worked out when first asked for, without functools' lock (1 µs that would be paid tenfold)."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801
    """Like functools.cached_property, without its lock: two threads may both work it out, to the same end."""

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self.work = work

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, subject: Any, owner: type | None = None) -> Value:
        value: Value = self.work(subject)
        subject.__dict__[self.name] = value
        return value
