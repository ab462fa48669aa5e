"""Many envelopes at once over Socket Mode, and people beside others whom Slack keeps waiting.

`python -m tests.bench.bursts`. The bot is the whole bot, with its workers; no-op is Bolt's own handler with a
listener that does nothing. Sides alternate within a run; a figure is the median of its rounds.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import running, settings
from bot.at_work import Running
from bot.manifest import manifest
from bot.platform import logs
from bot.platform.clock import Clock
from bot.playground import Channel, Hand, LocalSlack
from tests.bench.load import CHECKOUT
from tests.bench.report import say

ROUNDS = 5
BURST = 1_000
SLACKS_PATIENCE = 3_000
"""Milliseconds until an envelope is sent again."""
WAITING_FORMS = 100
COMMANDS = 40


@dataclass
class Side:
    """A bot in a process of its own, and the Slack that it is connected to."""

    slack: LocalSlack
    hand: Hand
    channel: Channel

    async def burst(self) -> tuple[float, int, int]:
        """Envelopes acknowledged a second, how many were never, and how many too late."""
        begun = time.perf_counter()
        deliver = self.slack.core.deliveries.deliver
        sent = await asyncio.gather(*(deliver("events_api", self._mention()) for _ in range(BURST)))
        took = time.perf_counter() - begun
        lost = sum(not each.ok for each in sent)
        late = sum(each.ok and (each.milliseconds or 0) > SLACKS_PATIENCE for each in sent)
        return BURST / took, lost, late

    async def commands(self) -> float:
        """Milliseconds of the median `/memo TEXT`, one after the other."""
        outcomes = [await self.hand.command(self.channel, f"/memo 次回は{n}") for n in range(COMMANDS)]
        return median(outcome.milliseconds for outcome in outcomes)

    async def commands_beside_forms(self) -> float:
        """The same while many forms are to open, and Slack takes its time for each."""
        self.slack.fail_next("views.open", WAITING_FORMS, status=200, late=2)
        opening = [
            asyncio.create_task(self.hand.command(self.channel, "/memo")) for _ in range(WAITING_FORMS)
        ]
        await asyncio.sleep(0.5)
        took = await self.commands()
        await asyncio.gather(*opening)
        return took

    def _mention(self) -> dict[str, Any]:
        """Of somebody, with nothing to keep: it is heard, and that is all."""
        ts = self.slack.core.workspace.stamps.ts()
        event = {"type": "app_mention", "user": self.hand.person.id, "channel": self.channel.id}
        team = self.slack.team_id
        return {
            "type": "event_callback",
            "team_id": team,
            "event_id": f"Ev{uuid4().hex[:10]}",
            "authorizations": [{"team_id": team}],
            "event": event | {"ts": ts, "event_ts": ts, "text": f"<@{self.slack.bot_user_id}> メモ 次回"},
        }


@asynccontextmanager
async def connected(name: str, folder: Path) -> AsyncIterator[Side]:
    slack = LocalSlack(manifest(), patience=60)
    suzuki = slack.add_person("suzuki", locale="ja-JP", tz="Asia/Tokyo")
    general = slack.add_channel("general", members=[suzuki])
    async with slack:
        url = f"sqlite:///{folder / name}.sqlite3"
        arguments = [name, slack.api_url, slack.bot_token, slack.app_token, url]
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", __spec__.name, *arguments, cwd=CHECKOUT, stdin=asyncio.subprocess.PIPE
        )
        await slack.connected(30)
        await asyncio.sleep(2)
        yield Side(slack, slack.hand(suzuki), general)
        assert process.stdin is not None
        process.stdin.close()
        await asyncio.wait_for(process.wait(), 30)


async def compare(folder: Path) -> None:
    async with connected("bot", folder) as bot, connected("noop", folder) as noop:
        quiet, beside = [], []
        for _ in range(ROUNDS):
            quiet.append(await bot.commands())
            beside.append(await bot.commands_beside_forms())
        below, above = [], []
        for _ in range(ROUNDS):
            below.append(await noop.burst())
            above.append(await bot.burst())
    rates = [median(rate for rate, _, _ in side) for side in (above, below)]
    lost, late = (sum(counts) for counts in list(zip(*above, strict=True))[1:])
    ratios = [ours / theirs for (ours, _, _), (theirs, _, _) in zip(above, below, strict=True)]
    detail = f"{rates[0]:.0f}/s against {rates[1]:.0f}/s, of {ROUNDS * BURST} lost {lost}, late {late}"
    say("1,000 envelopes in one burst / no-op", median(ratios), ">= 0.6, 0 lost", detail)
    detail = f"{median(beside):.0f} ms against {median(quiet):.0f} ms"
    slower = median(a / b for a, b in zip(beside, quiet, strict=True))
    say(f"/memo while {WAITING_FORMS} forms wait for Slack / alone", slower, "<= 2", detail)


async def bot(given: dict[str, str]) -> None:
    logs.configure("CRITICAL")
    found = await running.opened(settings.read({**given, "PORT": "0"}), Clock())
    at_work = Running(found)
    await at_work.start()
    await asyncio.to_thread(sys.stdin.read)
    await at_work.stop()


async def noop(given: dict[str, str]) -> None:
    client = AsyncWebClient(given["SLACK_BOT_TOKEN"], base_url=given["SLACK_API_URL"])
    app = AsyncApp(client=client, process_before_response=True)
    app.event("app_mention")(_nothing)
    handler = AsyncSocketModeHandler(app, given["SLACK_APP_TOKEN"], web_client=client)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await asyncio.to_thread(sys.stdin.read)
    await handler.close_async()  # type: ignore[no-untyped-call]


async def _nothing() -> None:
    return


SIDES = {"bot": bot, "noop": noop}


def main() -> None:
    if len(sys.argv) > 1:
        names = ("SLACK_API_URL", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DATABASE_URL")
        asyncio.run(SIDES[sys.argv[1]](dict(zip(names, sys.argv[2:], strict=True))))
        return
    logging.disable(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="urakata-bench-") as folder:
        asyncio.run(compare(Path(folder)))


if __name__ == "__main__":
    main()
