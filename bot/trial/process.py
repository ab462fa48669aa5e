"""The bot as the playground runs it: `run`, on a clock that a file moves.

    python -m bot.trial.process FILE

It looks every second at what is due, so that a jump of the clock shows at once.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from .. import running, settings
from ..errors import SetupError
from ..platform.clock import MovedClock

TICK_SECONDS = 1


def main() -> None:
    try:
        asyncio.run(running.run(settings.read(), MovedClock(Path(sys.argv[1])), TICK_SECONDS))
    except SetupError as error:
        sys.exit(f"urakata: {error}")


if __name__ == "__main__":
    main()
