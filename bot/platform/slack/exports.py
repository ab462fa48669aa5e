"""The export of a feature: a form that asks what and how, and the promise of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from sqlalchemy.orm import Session

from ...errors import UserError
from .. import export_views, files, receipts
from ..filters import Filter
from ..viewer import Viewer
from .visit import Visit


@dataclass(frozen=True)
class Exports:
    """`feature` names its form and its texts; `count` tells how many there are to export."""

    feature: str
    count: Callable[[Session, Viewer, Filter], int]

    def register(self, app: AsyncApp) -> None:
        app.view(f"{self.feature}.export")(self._asked)

    async def open(self, visit: Visit) -> None:
        await visit.open(export_views.form(self.feature, visit.channel_id, visit.texts))

    async def _asked(self, ack: AsyncAck, visit: Visit) -> None:
        """A form sent twice brings one file."""
        view = visit.body["view"]
        wanted = export_views.given(view)
        await visit.database.write(lambda session: self._promise(session, visit, view, wanted))
        await ack(response_action="update", view=export_views.promised(self.feature, visit.texts))

    def _promise(self, session: Session, visit: Visit, view: dict[str, Any], wanted: files.Wanted) -> None:
        if not self.count(session, visit.viewer, wanted.asked):
            raise UserError("error.nothing_to_export", field="scope")
        if receipts.take(session, view["id"], visit.now):
            files.promise(session, visit.viewer, self.feature, wanted, visit.now)
