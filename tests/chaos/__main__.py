"""So many lives and deaths: `python -m tests.chaos --cycles N --engine sqlite|postgresql --seed S`."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, ExitStack
from math import inf
from pathlib import Path
from typing import Annotated

import typer

from tests import postgres
from tests.chaos import cycles
from tests.chaos.books import OFTEN, Report
from tests.chaos.house import House, opened


def main(
    count: Annotated[int, typer.Option("--cycles")] = 20,
    engine: Annotated[str, typer.Option(help="sqlite or postgresql")] = "sqlite",
    seed: int = 1,
    replicas: Annotated[int, typer.Option(help="Bots at work at the same time; on PostgreSQL only.")] = 1,
    migrations: Annotated[int, typer.Option(help="Kills in the middle of migrating.")] = 10,
    minutes: Annotated[float, typer.Option(help="After which no more cycles begin.")] = inf,
    tell: Annotated[bool, typer.Option("--tell", help="What happens in each cycle.")] = False,
) -> None:
    """Compares what people were told, what is stored and what is shown; ends with 1 if they differ."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="urakata-chaos-")))
        url, server = f"sqlite:///{folder}/urakata.sqlite3", None
        if engine == "postgresql":
            server = stack.enter_context(postgres.started(postgres.binaries(), postgres.DURABLE))
            url = stack.enter_context(server.database())
        house = opened(url, folder, server, replicas)
        say = typer.echo if tell else lambda _line: None
        report = asyncio.run(_run(house, seed, count, migrations, say, minutes))
    several = f", {replicas} replicas" if replicas > 1 else ""
    typer.echo(f"{engine}, seed {seed}, {report.struck.pop(cycles.CYCLES, 0)} cycles{several}: {report}")
    typer.echo("  struck: " + ", ".join(f"{name} {times}" for name, times in report.struck.items()))
    if report.seldom:
        typer.echo(f"  fewer than {OFTEN}: " + ", ".join(report.seldom))
    for complaint in report.complaints:
        typer.echo(f"  {complaint}")
    sys.exit(1 if report.complaints else 0)


async def _run(
    opening: AbstractAsyncContextManager[House],
    seed: int,
    count: int,
    migrations: int,
    say: Callable[[str], None],
    minutes: float,
) -> Report:
    async with opening as house:
        report = await cycles.run(house, seed, count, migrations, say, minutes)
        for line, times in house.logged().most_common():
            say(f"logged {times} times: {line}")
        return report


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    app.command()(main)
    app()
