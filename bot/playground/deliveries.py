"""What Slack sends to the app, over whichever transport, and the app's answers."""

import asyncio
import time
from collections.abc import Coroutine, Sequence
from typing import Any, Protocol

from .faults import Faults
from .stamps import Clock
from .wire import Delivery, Kind, Wire

PATIENCE = 3.0
RETRY_WAITS = (0.0, 60.0, 300.0)


class Undelivered(Exception):
    """The app was not reached or did not answer well; `reason` is Slack's word for a retry."""

    def __init__(self, error: str, reason: str, retry: bool = True) -> None:
        super().__init__(error)
        self.error = error
        self.reason = reason
        self.retry = retry


class Transport(Protocol):
    @property
    def reachable(self) -> bool:
        """Whether there is somebody to send to."""

    async def ready(self) -> None:
        """Returns as soon as there is somebody to send to."""

    async def send(self, delivery: Delivery, patience: float) -> dict[str, Any] | None:
        """The payload of the acknowledgement; raises Undelivered."""

    async def close(self) -> None: ...


class Deliveries:
    def __init__(
        self,
        transport: Transport,
        clock: Clock,
        wire: Wire,
        faults: Faults,
        patience: float = PATIENCE,
        retry_waits: Sequence[float] = RETRY_WAITS,
    ) -> None:
        """`patience` and `retry_waits` in seconds of real time."""
        self.transport = transport
        self.patience = patience
        self.retry_waits = retry_waits
        self._wire = wire
        self._faults = faults
        self._clock = clock
        self._tasks: set[asyncio.Task[None]] = set()

    async def deliver(self, kind: Kind, payload: dict[str, Any], accepts_answer: bool = False) -> Delivery:
        """Sends once, as commands and interactions are."""
        return (await self._attempt(Delivery(kind, payload, self._clock(), accepts_answer)))[0]

    def post(self, payload: dict[str, Any]) -> None:
        """Sends an event in the background, again and again until it is acknowledged."""
        self._background(self._persist(payload))

    def redeliver(self, event_id: str, retry_num: int = 1) -> Coroutine[Any, Any, Delivery]:
        """Sends a known event once more; raises LookupError for an event never sent."""
        sent = (past.payload for past in self._wire.deliveries)
        payload = next((each for each in sent if each.get("event_id") == event_id), None)
        if payload is None:
            raise LookupError(f"no event {event_id} was ever sent")
        return self._retry(payload, retry_num, "timeout")

    async def settled(self) -> None:
        """Returns when no event is under way any more."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.transport.close()

    def _background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _persist(self, payload: dict[str, Any]) -> None:
        await self.transport.ready()
        _, failure = await self._attempt(Delivery("events_api", payload, self._clock()))
        for number, wait in enumerate(self.retry_waits, start=1):
            if failure is None or not failure.retry:
                return
            await asyncio.sleep(wait)
            await self.transport.ready()
            retry = Delivery(
                "events_api", payload, self._clock(), retry_num=number, retry_reason=failure.reason
            )
            _, failure = await self._attempt(retry)

    async def _retry(self, payload: dict[str, Any], number: int, reason: str) -> Delivery:
        retry = Delivery("events_api", payload, self._clock(), retry_num=number, retry_reason=reason)
        return (await self._attempt(retry))[0]

    async def _attempt(self, delivery: Delivery) -> tuple[Delivery, Undelivered | None]:
        self._wire.begin(delivery)
        started = time.perf_counter()
        failure: Undelivered | None = None
        try:
            delivery.acknowledgement = await self._sent(delivery)
        except Undelivered as undelivered:
            failure, delivery.error = undelivered, undelivered.error
        delivery.milliseconds = (time.perf_counter() - started) * 1000
        self._wire.answered(delivery)
        return delivery, failure

    async def _sent(self, delivery: Delivery) -> dict[str, Any] | None:
        """A slow network eats of the patience."""
        delay = min(self._faults.delay, self.patience)
        if delay:
            await asyncio.sleep(delay)
        return await self.transport.send(delivery, self.patience - delay)
