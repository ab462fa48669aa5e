"""The app's process, killed and started again."""

import os
import sys

from bot.playground.program import Program

FOR_LONG = "import time; time.sleep(60)"


async def test_a_killed_app_starts_again_and_everything_is_told() -> None:
    failures, seen = list[int](), list[bool]()
    program = Program([sys.executable, "-c", FOR_LONG], os.environ, failures.append)
    program.on_change.append(lambda: seen.append(program.running))
    await program.start()
    await program.start()
    await program.kill()
    await program.kill()
    await program.start()
    assert await program.end() == 0
    assert (seen, failures) == ([True, False, True, False], [])


async def test_an_end_nobody_wanted_is_told_with_its_exit_code() -> None:
    failures = list[int]()
    program = Program([sys.executable, "-c", "raise SystemExit(3)"], os.environ, failures.append)
    await program.start()
    await program.gone()
    assert (failures, await program.end()) == ([3], 3)
