"""A list of a feature: opened by a command, turned, narrowed, each time read anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from .. import forms, list_views
from ..filters import Filter
from .visit import Visit

View = dict[str, Any]


@dataclass(frozen=True)
class Lists:
    """`feature` names its buttons: `tasks.list_next`; `states` are those one may choose from."""

    feature: str
    states: Sequence[str]
    show: Callable[[Session, Visit, Filter, int], View]
    """The page of that number, counted from 0."""

    def register(self, app: AsyncApp) -> None:
        app.action(f"{self.feature}.list_open")(self._opened)
        app.action(f"{self.feature}.list_previous")(self._turned)
        app.action(f"{self.feature}.list_next")(self._turned)
        app.action(f"{self.feature}.list_filter")(self._narrow)
        app.view(f"{self.feature}.list_filtered")(self._narrowed)

    async def open(self, visit: Visit, asked: Filter) -> None:
        await visit.open(await self._page(visit, asked, 0))

    async def _opened(self, ack: AsyncAck, visit: Visit) -> None:
        await self.open(visit, Filter.of(json.loads(visit.value)))
        await ack()

    async def _turned(self, ack: AsyncAck, visit: Visit) -> None:
        visit.update(await self._page(visit, asked_of(visit), int(visit.value)))
        await ack()

    async def _narrow(self, ack: AsyncAck, visit: Visit) -> None:
        visit.update(list_views.narrowing(self.feature, self.states, asked_of(visit), visit.texts))
        await ack()

    async def _narrowed(self, ack: AsyncAck, visit: Visit) -> None:
        asked = list_views.narrowed(visit.body["view"])
        await ack(response_action="update", view=await self._page(visit, asked, 0))

    async def _page(self, visit: Visit, asked: Filter, number: int) -> View:
        return await visit.database.read(lambda session: self.show(session, visit, asked, number))


def asked_of(visit: Visit) -> Filter:
    """What the list in which a button was pressed is narrowed to."""
    return Filter.of(forms.carried(visit.body["view"])["filter"])
