"""Runs an app beside the local Slack, as a process of its own."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

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

    The address is announced when everything is prepared, which goes on while the app starts.

    The app finds its tokens and SLACK_API_URL in its environment, which is this process's own with
    what is `further` added. When it ends by itself that is announced, and the page stays.
    """
    with _stop_on_signals() as stop:
        told = environment(slack, further)
        program = Program(command, told, lambda code: announce(ENDED.format(code)))
        await program.start()
        try:
            await prepare()
            slack.desk.employ(program)
            announce(slack.url)
            await stop.wait()
        finally:
            code = await program.end()
        return code


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
