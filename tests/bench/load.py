"""Load on a side: signed `/memo` commands over as many connections as asked for, each one at a time."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

from slack_sdk.signature import SignatureVerifier

from bot.platform.http import PATH
from tests import team
from tests.bench.sides import HOST, SECRET

CHECKOUT = Path(__file__).resolve().parents[2]
END_OF_HEAD = b"\r\n\r\n"
SAID_WHEN_KEPT = (b"memos.undo", b"kept")
"""By the bot, by the others: under too much load the bot answers 200 that nothing was saved."""


@dataclass
class Side:
    name: str
    port: int

    async def rate(self, connections: int, seconds: float) -> float:
        """Requests answered a second. Raises AssertionError for one that was not kept."""
        begun = time.perf_counter()
        asking = (self._ask(begun + seconds) for _ in range(connections))
        answered = sum(await asyncio.gather(*asking))
        return answered / (time.perf_counter() - begun)

    async def _ask(self, until: float) -> int:
        """How many were answered on this connection."""
        reader, writer = await asyncio.open_connection(HOST, self.port)
        answered = 0
        while time.perf_counter() < until:
            writer.write(signed())
            head = await reader.readuntil(END_OF_HEAD)
            body = await reader.readexactly(_length(head))
            assert any(saying in body for saying in SAID_WHEN_KEPT), (head, body)
            answered += 1
        writer.close()
        return answered


def signed() -> bytes:
    """A command that nobody has typed before."""
    body = urlencode(
        {
            "team_id": team.TEAM,
            "channel_id": team.GENERAL,
            "user_id": team.SUZUKI,
            "command": "/memo",
            "text": "次回リリースは12/5に決定",
            "trigger_id": f"1.2.{uuid4().hex}",
            "response_url": f"http://{HOST}:9/nowhere",
        }
    )
    at = str(int(time.time()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=at, body=body)
    head = (
        f"POST {PATH} HTTP/1.1",
        f"Host: {HOST}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        f"X-Slack-Request-Timestamp: {at}",
        f"X-Slack-Signature: {signature}",
    )
    return "\r\n".join(head).encode() + END_OF_HEAD + body.encode()


def _length(head: bytes) -> int:
    _, _, rest = head.lower().partition(b"content-length:")
    return int(rest.split(b"\r\n", 1)[0])


@asynccontextmanager
async def started(name: str, database_url: str = "") -> AsyncIterator[Side]:
    """A side in a process of its own, until the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.sides",
        name,
        database_url,
        cwd=CHECKOUT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    yield Side(name, int(await asyncio.wait_for(process.stdout.readline(), 30)))
    process.stdin.close()
    await asyncio.wait_for(process.wait(), 30)
