"""Runs an app beside the local Slack, as a process of its own."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping, Sequence
from typing import Any

from .desk import Preparing
from .local_slack import LocalSlack
from .program import Program

ENDED = "The app has ended (exit code {}). The page stays until Ctrl-C."
STOPS = (signal.SIGINT, signal.SIGTERM)


async def nothing() -> None:
    """There is nothing to prepare."""


async def serve(
    slack: LocalSlack,
    command: Sequence[str],
    further: Mapping[str, str],
    announce: Callable[[str], None],
    prepare: Callable[[], Awaitable[None]] = nothing,
) -> int:
    """Runs the app beside a local Slack that listens, until SIGINT or SIGTERM; returns its exit code.

    The address is announced at once. What is to be prepared is prepared while the app starts, and the page
    waits until that is done and the app is connected.

    The app finds its tokens and SLACK_API_URL in its environment, which is this process's own with
    what is `further` added. When it ends by itself that is announced, and the page stays.
    """
    with _stop_on_signals() as stop:
        told = environment(slack, further)
        program = Program(command, told, lambda code: announce(ENDED.format(code)))
        await program.start()
        try:
            slack.desk.preparing = Preparing()
            announce(slack.url)
            await _first(stop.wait(), _ready(slack, program, prepare))
            await stop.wait()
        finally:
            code = await program.end()
        return code


async def _ready(slack: LocalSlack, program: Program, prepare: Callable[[], Awaitable[None]]) -> None:
    """An app that has ended is not waited for."""
    await prepare()
    slack.desk.employ(program)
    await _first(slack.core.deliveries.transport.ready(), program.gone())
    slack.desk.preparing = None


async def _first(*works: Coroutine[Any, Any, object]) -> None:
    """Until one of them is done; the others are left off. Raises what that one raised."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    for task in done:
        task.result()


@contextlib.contextmanager
def _stop_on_signals() -> Iterator[asyncio.Event]:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in STOPS:
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in STOPS:
            loop.remove_signal_handler(number)


def environment(slack: LocalSlack, further: Mapping[str, str]) -> dict[str, str]:
    return {
        **os.environ,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        **further,
    }
