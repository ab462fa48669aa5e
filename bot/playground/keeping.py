"""A workspace that outlives its process: everything that was said and done, in one file beside the app's own.

Kept are people, channels, messages, home tabs, files, the clock and the tour; not what was under way: open
forms, triggers, answers still awaited, what went over the wire.
"""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from .channels import Channel, Kind
from .clock import MovableClock
from .core import Core
from .files import File
from .forms import Form
from .messages import Message
from .people import Person

PAUSE = 1.0
"""Seconds between two savings while things happen."""


@dataclass
class KeptChannel:
    id: str
    name: str
    kind: Kind
    creator: str
    created: int
    members: list[str]
    archived: bool
    messages: list[Message]
    ephemerals: list[Message]
    revision: int
    gone: list[tuple[int, str]]

    @classmethod
    def of(cls, channel: Channel) -> "KeptChannel":
        return cls(**{name: getattr(channel, name) for name in cls.__dataclass_fields__})

    def restored(self) -> Channel:
        said = [*self.messages, *self.ephemerals]
        revisions = [message.revision for message in said]
        channel = Channel(
            self.id, self.name, self.kind, self.creator, self.created, self.members, self.archived
        )
        for message in said:
            channel.add(message)
        for message, revision in zip(said, revisions, strict=True):
            message.revision = revision
        channel.revision, channel.gone = self.revision, self.gone
        return channel


class Kept(BaseModel):
    """`ahead` is the clock's, in seconds; `last_stamp` and `last_number` are those of Stamps."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    ahead: float
    last_stamp: int
    last_number: int
    people: list[Person]
    channels: list[KeptChannel]
    homes: list[Form]
    files: list[File]
    reads: list[tuple[str, str, str]]
    tour_done: list[str]


@asynccontextmanager
async def keeping(core: Core, file: Path) -> AsyncIterator[None]:
    """Saves soon after each change, and at the end."""
    saving = asyncio.create_task(_save_on_change(core, file))
    try:
        yield
    finally:
        saving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await saving
        save(core, file)


def save(core: Core, file: Path) -> None:
    """Whole or not at all."""
    unfinished = file.with_name(f"{file.name}.new")
    unfinished.write_text(_kept(core).model_dump_json(), encoding="utf-8")
    os.replace(unfinished, file)


def restore(core: Core, file: Path) -> set[str]:
    """Into a fresh workspace; the steps of the tour that were done. Raises ValueError for another file."""
    kept = Kept.model_validate_json(file.read_text(encoding="utf-8"))
    workspace = core.workspace
    workspace.stamps.go_on_from(kept.last_stamp, kept.last_number)
    workspace.people = {person.id: person for person in kept.people}
    workspace.bot = workspace.people[workspace.bot.id]
    workspace.channels = {each.id: each.restored() for each in kept.channels}
    core.forms.homes = {home.person: home for home in kept.homes}
    core.files.take_in(kept.files)
    core.reads.restore(kept.reads)
    if isinstance(core.clock, MovableClock):
        core.clock.set_ahead(timedelta(seconds=kept.ahead))
    return set(kept.tour_done)


def _kept(core: Core) -> Kept:
    workspace, tour = core.workspace, core.desk.tour
    ahead = core.clock.ahead if isinstance(core.clock, MovableClock) else timedelta()
    return Kept(
        ahead=ahead.total_seconds(),
        last_stamp=workspace.stamps.last_stamp,
        last_number=workspace.stamps.last_number,
        people=list(workspace.people.values()),
        channels=[KeptChannel.of(channel) for channel in workspace.channels.values()],
        homes=list(core.forms.homes.values()),
        files=core.files.complete(),
        reads=core.reads.marks,
        tour_done=sorted(tour.done) if tour else [],
    )


async def _save_on_change(core: Core, file: Path) -> None:
    changes = core.bell.listen()
    try:
        while await changes.get():
            await asyncio.sleep(PAUSE)
            while not changes.empty():
                changes.get_nowait()
            save(core, file)
    finally:
        core.bell.forget(changes)
