"""What the page shows at its side: the clock, the tour, the faults on order, what went over the wire."""

from datetime import datetime
from typing import Any

from .clock import MovableClock
from .core import Core
from .wire import Call, Delivery, Entry

MOST_SHOWN = 300


def whole(core: Core) -> dict[str, Any]:
    """Everything but the wire. Instants are seconds since 1970; `jumps` is empty where the clock stands."""
    desk, now = core.desk, core.clock()
    movable = isinstance(core.clock, MovableClock)
    jumps = desk.almanac.jumps(now) if movable else {}
    return {
        "clock": {
            "now": now.timestamp(),
            "zone": desk.almanac.zone.key,
            "jumps": {name: at.timestamp() for name, at in jumps.items()},
        },
        "tour": desk.tour.as_json() if desk.tour else [],
        "faults": {"slow": core.faults.delay > 0, "left": core.faults.left, "token": core.tokens.refused},
        "app": {"running": desk.program.running} if desk.program else None,
        "channels": [
            {"id": channel.id, "name": channel.name, "kind": channel.kind, "archived": channel.archived}
            for channel in core.workspace.channels.values()
            if not channel.is_direct
        ],
    }


def wire(core: Core) -> list[dict[str, Any]]:
    """Newest first, without what was said; that is asked for by number."""
    newest = list(reversed(core.wire.entries))[:MOST_SHOWN]
    return [_line(entry) for entry in newest]


def passed(core: Core, number: int) -> dict[str, Any]:
    """Both sides of one exchange; raises LookupError when it was forgotten."""
    for entry in core.wire.entries:
        if entry.number == number:
            return _sides(entry.what)
    raise LookupError(f"nothing of the number {number}")


def free_days(core: Core, year: int, language: str) -> dict[str, str]:
    return {day.isoformat(): name for day, name in core.desk.almanac.free_days(year, language).items()}


def _line(entry: Entry) -> dict[str, Any]:
    what = entry.what
    about = _call(what) if isinstance(what, Call) else _delivery(what)
    return {"number": entry.number, "at": _seconds(what.at), "milliseconds": what.milliseconds, **about}


def _call(call: Call) -> dict[str, Any]:
    error = None if call.answer.get("ok") else str(call.answer.get("error"))
    return {"from": "app", "name": call.method, "error": error, "lost": call.lost}


def _delivery(delivery: Delivery) -> dict[str, Any]:
    return {
        "from": "slack",
        "name": _name(delivery),
        "error": delivery.error,
        "retry": delivery.retry_num,
        "retry_reason": delivery.retry_reason,
    }


def _name(delivery: Delivery) -> str:
    """What it is about: a command, an event's type, an action's or a form's id."""
    payload = delivery.payload
    if delivery.kind == "slash_commands":
        return str(payload["command"])
    if delivery.kind == "events_api":
        return str(payload["event"]["type"])
    actions = [action["action_id"] for action in payload.get("actions", [])]
    callback = payload.get("callback_id") or payload.get("view", {}).get("callback_id", "")
    return " ".join([payload["type"], *(actions or [callback])])


def _sides(what: Call | Delivery) -> dict[str, Any]:
    if isinstance(what, Call):
        return {"sent": what.arguments, "answer": what.answer}
    return {"sent": what.payload, "answer": what.acknowledgement}


def _seconds(at: datetime) -> float:
    return at.timestamp()
