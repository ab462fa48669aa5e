"""What came of a gesture that went to the app."""

from dataclasses import dataclass
from typing import Any

from .wire import Delivery


@dataclass(frozen=True)
class Outcome:
    """`errors` are a form's complaints by block_id; `acknowledgement` is the payload of the app's answer."""

    ok: bool
    error: str | None = None
    milliseconds: float = 0.0
    acknowledgement: dict[str, Any] | None = None
    errors: dict[str, str] | None = None

    @classmethod
    def of(
        cls, delivery: Delivery, error: str | None = None, errors: dict[str, str] | None = None
    ) -> "Outcome":
        error = delivery.error or error
        return cls(
            ok=error is None and not errors,
            error=error,
            milliseconds=delivery.milliseconds or 0.0,
            acknowledgement=delivery.acknowledgement,
            errors=errors,
        )
