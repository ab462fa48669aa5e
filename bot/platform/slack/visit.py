"""One request of one person: who asks, from where, when, and how to answer."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from ...errors import Repeated, UserError
from ..blocks import Message
from ..database import Database, Hurried
from ..texts import Texts, texts_for
from ..viewer import Viewer
from .answers import Answers

TOO_LATE = {"expired_trigger_id", "invalid_trigger_id"}
OPENED = "exchanged_trigger_id"


@dataclass(frozen=True)
class Visit:
    """`body` is Slack's payload; `now` carries the visitor's time zone."""

    viewer: Viewer
    now: datetime
    body: dict[str, Any]
    database: Hurried
    client: AsyncWebClient
    answers: Answers

    @property
    def texts(self) -> Texts:
        return texts_for(self.viewer)

    @property
    def channel_id(self) -> str:
        """Where the request was made; empty for a form, which keeps its channel itself."""
        return str(self.body.get("channel_id") or (self.body.get("channel") or {}).get("id") or "")

    @property
    def words(self) -> str:
        """What was typed after a command."""
        return str(self.body.get("text") or "").strip()

    @property
    def value(self) -> str:
        """The value of the button or the menu entry that was chosen."""
        action = self.body["actions"][0]
        return str((action.get("selected_option") or action).get("value", ""))

    @property
    def choice(self) -> tuple[str, int]:
        """Of a menu whose entries are `what:number`."""
        what, _, number = self.value.rpartition(":")
        return what, int(number)

    def tell(self, message: Message, url: str = "", **how: Any) -> None:
        """To this person only, after the acknowledgement; `url` is where a form of theirs is answered."""
        answer = {**message.answer(), "replace_original": False, **how}
        self.answers.send(url or self.body["response_url"], answer)

    @property
    def reply_url(self) -> str:
        """For a form to carry, so that it can be answered where its button was; empty within a form."""
        return str(self.body.get("response_url") or "")

    def replace(self, message: Message) -> None:
        """In place of the ephemeral message whose button was pressed."""
        self.tell(message, replace_original=True)

    def dismiss(self) -> None:
        """Take away the ephemeral message whose button was pressed."""
        self.answers.send(self.body["response_url"], {"delete_original": True})

    async def open(self, view: dict[str, Any]) -> dict[str, Any]:
        """A form, on top of the one its button stands in; as it stands then.

        Raises UserError when Slack's three seconds for it have passed, Repeated where it is open already.
        """
        stands_in = (self.body.get("view") or {}).get("type")
        opening = self.client.views_push if stands_in == "modal" else self.client.views_open
        try:
            opened = await opening(trigger_id=self.body["trigger_id"], view=view)
        except SlackApiError as error:
            problem = error.response.get("error")
            if problem in TOO_LATE:
                raise UserError("error.too_slow", words=self.words) from error
            if problem == OPENED:
                raise Repeated from error
            raise
        return dict(opened["view"])

    def update(self, view: dict[str, Any]) -> None:
        """The form whose button was pressed, anew, after the acknowledgement."""
        self.follow(lambda _: self.fill(self.body["view"]["id"], view))

    def follow(self, work: Callable[[Database], Coroutine[Any, Any, None]]) -> None:
        """After the acknowledgement, with a database that the visitor's three seconds no longer hurry."""
        self.answers.follow(work(self.database.database))

    async def fill(self, view_id: str, view: dict[str, Any], as_of: str | None = None) -> None:
        """A form that is open, anew; only within what follows the acknowledgement.

        Slack keeps what a person entered wherever an input has the same block id; one that was closed
        meanwhile, or became another than that of the hash `as_of`, is left alone.
        https://docs.slack.dev/reference/methods/views.update
        """
        try:
            await self.client.views_update(view_id=view_id, hash=as_of, view=view)
        except SlackApiError as error:
            if error.response.get("error") not in ("not_found", "hash_conflict"):
                raise
