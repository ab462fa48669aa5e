"""The bot as the playground runs it: `run`, on a clock that a file moves.

    python -m bot.trial.process FILE

It begins when the file is there, and looks every second at what is due, so that a jump of the clock
shows at once; a busy machine may leave a second out.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from pathlib import Path

from .. import running, settings
from ..errors import SetupError
from ..platform.clock import MovedClock

TICK_SECONDS = 1
PAUSE_SECONDS = 0.05


def main() -> None:
    file = Path(sys.argv[1])
    try:
        while not file.exists():
            time.sleep(PAUSE_SECONDS)
        logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
        asyncio.run(running.run(settings.read(), MovedClock(file), TICK_SECONDS))
    except SetupError as error:
        sys.exit(f"urakata: {error}")
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
