"""The bot as the playground runs it: `run`, on a clock that a file moves.

    python -m bot.trial.process FILE

It begins when the file is there, and looks every second at what is due, so that a jump of the clock
shows at once; a busy machine may leave a second out. It leaves when its standard input ends, which is
when the playground is gone, even where that was killed.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
import time
from pathlib import Path

from .. import running, settings
from ..errors import SetupError
from ..platform.clock import MovedClock

TICK_SECONDS = 1
PAUSE_SECONDS = 0.05
SECONDS_TO_LEAVE = 5


def main() -> None:
    file = Path(sys.argv[1])
    threading.Thread(target=_leave_at_the_end_of_input, daemon=True).start()
    try:
        while not file.exists():
            time.sleep(PAUSE_SECONDS)
        logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
        asyncio.run(running.run(settings.read(), MovedClock(file), TICK_SECONDS))
    except SetupError as error:
        sys.exit(f"urakata: {error}")
    except KeyboardInterrupt:
        sys.exit(0)


def _leave_at_the_end_of_input() -> None:
    """As it would at a signal, or without tidying up where that takes too long."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_LEAVE)
    os._exit(1)


if __name__ == "__main__":
    main()
