"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

SIZE = 10

Row = TypeVar("Row")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """`number` counts from 0; `total` is how many rows all pages hold."""

    rows: Sequence[Row]
    total: int
    number: int = 0

    @property
    def first(self) -> int:
        """The place of its first row in the whole, counted from 1."""
        return self.number * SIZE + 1

    @property
    def last(self) -> int:
        return self.number * SIZE + len(self.rows)

    @property
    def has_next(self) -> bool:
        return self.last < self.total


def page_of(session: Session, statement: Select[Row], order: Sequence[Any], number: int) -> Page[Row]:
    """The last page where there are no longer as many."""
    total = session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    number = max(0, min(number, (total - 1) // SIZE))
    rows = session.scalars(statement.order_by(*order).offset(number * SIZE).limit(SIZE)).all()
    return Page(rows, total, number)
