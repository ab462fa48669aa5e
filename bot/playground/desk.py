"""What the one who tries an app out has at hand beside Slack itself."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from .bell import Bell
from .clock import Almanac
from .program import Program
from .tour import AppChange, Happening, Tour

UTC = Almanac(ZoneInfo("UTC"))


@dataclass(frozen=True)
class Preparing:
    """How far the workspace is prepared: `done` steps of `all`."""

    done: int = 0
    all: int = 1


@dataclass
class Desk:
    """A tour is only there when one was handed in, a program only when the app was started from here.

    While the workspace is being prepared the page waits.
    """

    bell: Bell
    preparing: Preparing | None = None
    almanac: Almanac = UTC
    tour: Tour | None = None
    program: Program | None = None

    def tell(self, happening: Happening) -> None:
        if self.tour is not None:
            self.tour.hear(happening, self.bell)

    def employ(self, program: Program) -> None:
        self.program = program
        program.on_change.append(self._program_changed)

    def clock_moved(self, _ahead: timedelta) -> None:
        self.bell.ring("state")

    def _program_changed(self) -> None:
        if self.program is not None:
            self.tell(AppChange(self.program.running))
        self.bell.ring("desk")
