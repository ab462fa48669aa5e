"""What Slack's payloads look like wherever Bolt or we reach into them without asking.

https://docs.slack.dev/apis/events-api https://docs.slack.dev/reference/interaction-payloads
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field, model_validator

Id = Annotated[str, Field(max_length=32)]
Object = dict[str, Any]


class View(BaseModel):
    type: str
    blocks: list[Object]
    state: Object = {}


class Inner(BaseModel):
    type: str
    subtype: str | None = None


class Authorization(BaseModel):
    team_id: Id | None = None


class Request(BaseModel):
    """Buttons come with what was pressed, forms with what they are."""

    type: str | None = None
    user: Object | None = None
    team: Object | None = None
    enterprise: Object | None = None
    channel: Object | None = None
    message: Object | None = None
    container: Object | None = None
    view: View | None = None
    actions: Annotated[list[Object], Field(min_length=1)] = []  # null is none that Bolt could read
    event: Inner | None = None
    authorizations: list[Authorization] | None = None

    @model_validator(mode="after")
    def _has_the_form_it_is_about(self) -> Request:
        if self.view is None and self.type in ("view_submission", "view_closed"):
            raise ValueError("of no form")
        return self


class Event(Request):
    event_id: Annotated[str, Field(min_length=1, max_length=64)]
    event: Inner
    team_id: Id | None = None

    @model_validator(mode="after")
    def _is_somebodys(self) -> Event:
        if not (self.team_id or any(each.team_id for each in (self.authorizations or [])[:1])):
            raise ValueError("of no team")
        return self


NESTED = frozenset(Request.model_fields)
"""No field of a command is called so."""
