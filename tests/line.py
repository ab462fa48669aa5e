"""A line to PostgreSQL that can fall silent: it stays open, and nothing comes through."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamWriter, Task
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sqlalchemy import make_url

HERE = "127.0.0.1"


@dataclass
class Line:
    """`url` is the database's by way of it."""

    url: str
    _speaks: asyncio.Event = field(default_factory=asyncio.Event)

    def fall_silent(self) -> None:
        self._speaks.clear()

    def go_on(self) -> None:
        """With what was said meanwhile."""
        self._speaks.set()

    async def carry(self, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            while said := await reader.read(65536):
                await self._speaks.wait()
                writer.write(said)
        except ConnectionError:
            return
        finally:
            writer.close()


@asynccontextmanager
async def line_to(url: str) -> AsyncIterator[Line]:
    line, calls = Line(url), set[Task[None]]()
    line.go_on()

    async def call(reader: StreamReader, writer: StreamWriter) -> None:
        far_reader, far_writer = await _reached(url)
        await asyncio.gather(line.carry(reader, far_writer), line.carry(far_reader, writer))

    def called(reader: StreamReader, writer: StreamWriter) -> None:
        calls.add(asyncio.create_task(call(reader, writer)))

    listening = await asyncio.start_server(called, HERE, 0)
    through = make_url(url).set(host=HERE, port=listening.sockets[0].getsockname()[1], query={})
    line.url = through.render_as_string(hide_password=False)
    yield line
    listening.close()
    for each in calls:
        each.cancel()
    await asyncio.gather(*calls, return_exceptions=True)


async def _reached(url: str) -> tuple[StreamReader, StreamWriter]:
    place = make_url(url)
    host, port = str(place.query.get("host") or place.host), int(str(place.query.get("port") or place.port))
    if host.startswith("/"):
        return await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{port}")
    return await asyncio.open_connection(host, port)
