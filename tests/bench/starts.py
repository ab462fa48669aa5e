"""How long a start takes until Slack can reach the bot, and how much memory it has then.

`python -m tests.bench.starts`. The bot is `python -m bot run` on a file at the newest schema, `bare` the
stack it is built from. Sides alternate; a figure is the median of its rounds.

Machines differ, so the goals (1 s and 110 MB where the bare stack takes 0.56 s and 71.5 MB) are ratios to it.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median

from bot.manifest import manifest
from bot.platform import migrations
from bot.playground import LocalSlack
from tests.bench.report import say
from tests.scenarios.process import Bot
from tests.scenarios.stage import environment

ROUNDS = 7
KILOBYTES = 1024
FIGURES = (("start to connected", "≤ 1.8", "s"), ("resident memory", "≤ 1.5", "MB"))


class Bare(Bot):
    """The stack without a bot on it."""

    async def start(self, *_arguments: str) -> None:
        await super().start("-m", "tests.bench.bare")


async def started(bot: Bot) -> tuple[float, float]:
    """Seconds until Slack can reach it, and megabytes that it holds then."""
    begun = time.perf_counter()
    await bot.connect()
    took = time.perf_counter() - begun
    held = memory(bot.process.pid)
    await bot.kill()
    return took, held


def memory(process: int) -> float:
    """Resident, as Linux counts it."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    resident = next(line for line in lines if line.startswith("VmRSS:"))
    return int(resident.split()[1]) / KILOBYTES


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/urakata.sqlite3"
        migrations.upgrade(url)
        async with LocalSlack(manifest()) as slack:
            sides = [kind(slack, Path(folder), environment(slack, url)) for kind in (Bot, Bare)]
            rounds = [[await started(side) for side in sides] for _ in range(ROUNDS)]
    for number, (figure, goal, unit) in enumerate(FIGURES):
        ours, theirs = (median(one[side][number] for one in rounds) for side in (0, 1))
        say(f"{figure} ÷ the bare stack", ours / theirs, goal, f"{ours:.2f} {unit}")


if __name__ == "__main__":
    asyncio.run(main())
