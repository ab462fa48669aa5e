"""So many lives and deaths: `python -m tests.chaos --cycles N --engine sqlite|postgresql --seed S`."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from tests import postgres
from tests.chaos import cycles
from tests.chaos.books import Report
from tests.chaos.house import opened


def main(
    count: Annotated[int, typer.Option("--cycles")] = 20,
    engine: Annotated[str, typer.Option(help="sqlite or postgresql")] = "sqlite",
    seed: int = 1,
    tell: Annotated[bool, typer.Option("--tell", help="What happens in each cycle.")] = False,
) -> None:
    """Compares what people were told, what is stored and what is shown; ends with 1 if they differ."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="urakata-chaos-")))
        url = f"sqlite:///{folder}/urakata.sqlite3"
        if engine == "postgresql":
            server = stack.enter_context(postgres.server(os.environ))
            url = stack.enter_context(server.database())
        report = asyncio.run(_run(url, folder, seed, count, tell))
    typer.echo(f"{engine}, seed {seed}, {count} cycles: {report}")
    for complaint in report.complaints:
        typer.echo(f"  {complaint}")
    sys.exit(1 if report.complaints else 0)


async def _run(url: str, folder: Path, seed: int, count: int, tell: bool) -> Report:
    async with opened(url, folder) as house:
        return await cycles.run(house, seed, count, typer.echo if tell else lambda _line: None)


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    app.command()(main)
    app()
