"""An app runs beside the local Slack as a process of its own."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

HOST = """
import asyncio, sys
from bot.playground import LocalSlack
from bot.playground.launch import serve

def announce(text):
    print("announced", text, flush=True)

async def main():
    async with LocalSlack({}) as slack:
        return await serve(slack, [sys.executable, "-c", sys.argv[1]], {"GREETING": "hello"}, announce)

sys.exit(asyncio.run(main()))
"""
APP = """
import os, sys, time, urllib.request
request = urllib.request.Request(os.environ["SLACK_API_URL"] + "auth.test", method="POST")
request.add_header("Authorization", "Bearer " + os.environ["SLACK_BOT_TOKEN"])
answer = urllib.request.urlopen(request).read().decode()
print("app", os.environ["GREETING"], '"ok": true' in answer, os.environ["SLACK_APP_TOKEN"][:4], flush=True)
"""
WAIT = "time.sleep(60)\n"
LEAVING_WITH_SEVEN = "import signal; signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))\n"
LEAVING_AT_CTRL_C = "signal.signal(signal.SIGINT, lambda *_: sys.exit(9))\n"


@asynccontextmanager
async def hosting(app: str) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOST, app, stdout=PIPE, start_new_session=True
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def line(process: Process) -> str:
    assert process.stdout is not None
    return (await asyncio.wait_for(process.stdout.readline(), 10)).decode().strip()


async def test_the_app_finds_the_local_slack_in_its_environment_and_leaves_with_it() -> None:
    async with hosting(APP + WAIT) as process:
        assert (await line(process)).startswith("announced http://127.0.0.1:")
        assert await line(process) == "app hello True xapp"
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_the_exit_code_is_the_apps() -> None:
    async with hosting("import sys\n" + LEAVING_WITH_SEVEN + APP + WAIT) as process:
        await line(process)
        await line(process)
        process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), 10) == 7


async def test_ctrl_c_at_the_terminal_is_heard_here_alone_and_the_app_is_told_to_end() -> None:
    async with hosting("import sys\n" + LEAVING_WITH_SEVEN + LEAVING_AT_CTRL_C + APP + WAIT) as process:
        await line(process)
        await line(process)
        os.killpg(process.pid, signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), 10) == 7


async def test_an_app_that_ends_is_announced_and_the_page_stays() -> None:
    async with hosting(APP + "sys.exit(3)") as process:
        await line(process)
        await line(process)
        assert "exit code 3" in await line(process)
        assert process.returncode is None
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 3
