"""Runs an app beside the local Slack, as a process of its own."""

import asyncio
import contextlib
import os
import signal
from asyncio.subprocess import Process
from collections.abc import Callable, Iterator, Mapping, Sequence

from .local_slack import LocalSlack

SECONDS_TO_LEAVE = 10.0
STOPS = (signal.SIGINT, signal.SIGTERM)


async def serve(
    slack: LocalSlack,
    command: Sequence[str],
    environment: Mapping[str, str],
    announce: Callable[[str], None],
) -> int:
    """Serves until SIGINT or SIGTERM; returns the app's exit code.

    The app finds its tokens and SLACK_API_URL in its environment, which is this process's own with
    `environment` added. When it ends by itself that is announced, and the page stays.
    """
    with _stop_on_signals() as stop:
        async with slack:
            announce(slack.url)
            app = await asyncio.create_subprocess_exec(*command, env=_environment(slack, environment))
            watcher = asyncio.create_task(_tell_when_it_ends(app, announce))
            await stop.wait()
            watcher.cancel()
            return await _end(app)


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


def _environment(slack: LocalSlack, further: Mapping[str, str]) -> dict[str, str]:
    return {
        **os.environ,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        **further,
    }


async def _tell_when_it_ends(app: Process, announce: Callable[[str], None]) -> None:
    code = await app.wait()
    announce(f"The app has ended (exit code {code}). The page stays until Ctrl-C.")


async def _end(app: Process) -> int:
    """Asks first, then insists; the exit code, 0 for one that went by our signal."""
    if app.returncode is not None:
        return app.returncode
    app.terminate()
    try:
        code = await asyncio.wait_for(app.wait(), SECONDS_TO_LEAVE)
    except TimeoutError:
        app.kill()
        code = await app.wait()
    return max(code, 0)
