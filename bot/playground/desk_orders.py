"""What can be done at the side of the page: move the clock, order faults, kill and start the app."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from . import membership
from .blocks import Json
from .clock import MovableClock
from .core import Core
from .errors import Refusal
from .faults import ANY, Fault
from .program import Program
from .sockets import SocketMode

SLOW_SECONDS = 1.0
LIMITED_CALLS, LOST_ANSWERS = 5, 1
RETRY_AFTER = 5
POST = "chat.postMessage"

Order = Callable[[Core, Json], Awaitable[None]]


async def clock(core: Core, given: Json) -> None:
    """To a `jump` by its name, or to `at`, a wall time of the almanac's zone (ISO, without offset)."""
    if not isinstance(core.clock, MovableClock):
        raise Refusal("clock_stands")
    core.clock.move_to(_instant(core, given))


async def limit(core: Core, _given: Json) -> None:
    core.faults.add(ANY, LIMITED_CALLS, Fault(429, RETRY_AFTER))


async def lose(core: Core, _given: Json) -> None:
    core.faults.add(POST, LOST_ANSWERS, Fault(effect=True))


async def slow(core: Core, given: Json) -> None:
    core.faults.delay = SLOW_SECONDS if given.get("on") else 0.0


async def disconnect(core: Core, _given: Json) -> None:
    if not isinstance(core.deliveries.transport, SocketMode):
        raise Refusal("no_socket")
    await core.deliveries.transport.disconnect("refresh_requested")


async def revoke(core: Core, given: Json) -> None:
    core.tokens.refused = "token_revoked" if given.get("on") else None


async def archive(core: Core, given: Json) -> None:
    channel = core.workspace.channel(str(given.get("channel")))
    change = membership.archive if given.get("on") else membership.unarchive
    change(core, channel, core.workspace.somebody(channel))


async def forget(core: Core, _given: Json) -> None:
    """What went over the wire."""
    core.wire.forget()


async def kill(core: Core, _given: Json) -> None:
    await _program(core).kill()


async def start(core: Core, _given: Json) -> None:
    await _program(core).start()


KNOWN: tuple[Order, ...] = (clock, limit, lose, slow, disconnect, revoke, archive, forget, kill, start)
ORDERS = {order.__name__: order for order in KNOWN}


def _instant(core: Core, given: Json) -> datetime:
    if jump := given.get("jump"):
        jumps = core.desk.almanac.jumps(core.clock())
        if jump not in jumps:
            raise Refusal("unknown_jump")
        return jumps[jump]
    return _wall_time(given.get("at")).replace(tzinfo=core.desk.almanac.zone)


def _wall_time(given: Any) -> datetime:
    try:
        return datetime.fromisoformat(str(given)).replace(tzinfo=None)
    except ValueError:
        raise Refusal("invalid_time") from None


def _program(core: Core) -> Program:
    if core.desk.program is None:
        raise Refusal("app_not_started_here")
    return core.desk.program
