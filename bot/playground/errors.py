"""What the local Slack says no with."""

from typing import Any


class Refusal(Exception):
    """The answer `{"ok": false, "error": …}`, with Slack's name for what is wrong."""

    def __init__(self, error: str, **details: Any) -> None:
        super().__init__(error)
        self.error = error
        self.details = details

    def answer(self) -> dict[str, Any]:
        return {"ok": False, "error": self.error, **self.details}
