"""Keeping a worker going: while there is work, and again whenever something was committed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from . import logs

_log = logs.logger(__name__)


async def forever(work: Callable[[], Awaitable[bool]], woken: asyncio.Event, pause: float = 1.0) -> None:
    """Until cancelled: work while there is work, then wait to be woken, at most `pause` seconds."""
    while True:
        try:
            busy = await work()
        except Exception:
            _log.exception("worker failed")
            busy = False
        if not busy:
            await _woken(woken, pause)


async def _woken(woken: asyncio.Event, pause: float) -> None:
    try:
        await asyncio.wait_for(woken.wait(), pause)
    except TimeoutError:
        return
    woken.clear()
