"""How fast a durable `/memo TEXT` is over signed HTTP, as a share of what Bolt does with nothing to do.

`python -m tests.bench.memos`. Sides alternate within a run; a figure is the median of its rounds.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median

from tests import postgres
from tests.bench.load import Side, started
from tests.bench.report import say

ROUNDS = 7
SECONDS = 1.5
"""Of load in each round, on each side."""


async def compare(label: str, goal: str, upper: Side, lower: Side, connections: int) -> None:
    rates: dict[str, list[float]] = {upper.name: [], lower.name: []}
    for side in (upper, lower):
        await side.rate(connections, SECONDS)
    for _ in range(ROUNDS):
        for side in (lower, upper):
            rates[side.name].append(await side.rate(connections, SECONDS))
    above, below = median(rates[upper.name]), median(rates[lower.name])
    ratios = [a / b for a, b in zip(rates[upper.name], rates[lower.name], strict=True)]
    say(label, median(ratios), goal, f"{above:.0f}/s against {below:.0f}/s of {lower.name}")


async def on_sqlite(folder: str) -> None:
    async with AsyncExitStack() as stack:
        memo, noop, default = [
            await stack.enter_async_context(started(name, f"sqlite:///{Path(folder) / name}.sqlite3"))
            for name in ("memo", "noop", "default")
        ]
        await compare("memo, SQLite, 64 at once / no-op", ">= 0.35", memo, noop, 64)
        await compare("memo, SQLite, 16 at once / no-op", ">= 0.25", memo, noop, 16)
        await compare("memo, SQLite, one at a time / no-op", "none", memo, noop, 1)
        await compare("memo, SQLite, one at a time / default mode", ">= 8", memo, default, 1)


async def on_postgres(url: str) -> None:
    async with started("memo", url) as memo, started("noop") as noop:
        await compare("memo, PostgreSQL, 64 at once / no-op", ">= 0.30", memo, noop, 64)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="urakata-bench-") as folder:
        asyncio.run(on_sqlite(folder))
    with postgres.server(os.environ) as server, server.database() as url:
        asyncio.run(on_postgres(url))


if __name__ == "__main__":
    main()
