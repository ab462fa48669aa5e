"""Whatever is sent to the HTTP door, signed or not, is no failure of ours and leaves no trace of itself."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.platform.database import Database
from bot.platform.inbox import Envelope
from tests.platform.test_http import FORM, HUSH, JSON, Door, opened
from tests.scenarios.process import until

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Door]:
    file = tmp_path_factory.mktemp("door") / "door.sqlite3"
    shutil.copyfile(migrated_sqlite, file)
    async with opened(f"sqlite:///{file}") as open_door:
        yield open_door


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def sound() -> dict[str, Any]:
    """A request of each kind, as Slack sends it."""
    person = {"id": "U1", "team_id": "T1"}
    about: dict[str, Any] = {
        "team": {"id": "T1"},
        "user": person,
        "trigger_id": "1.2",
        "response_url": "http://127.0.0.1:1/x",
    }
    view: dict[str, Any] = {"type": "modal", "callback_id": "memos.save", "id": "V1", "blocks": []}
    view |= {"private_metadata": "{}", "state": {"values": {}}, "title": {"type": "plain_text", "text": HUSH}}
    item = {"type": "message", "channel": "C1", "ts": "1.2"}
    return {
        "event": {
            "type": "event_callback",
            "event_id": "Ev1",
            "team_id": "T1",
            "authorizations": [{"team_id": "T1", "user_id": "U2"}],
            "event": {"type": "app_mention", "channel": "C1", "user": "U1", "text": HUSH, "ts": "1.2"},
        },
        "reaction": {
            "type": "event_callback",
            "event_id": "Ev2",
            "team_id": "T1",
            "event": {"type": "reaction_added", "user": "U1", "reaction": "memo", "item": item},
        },
        "button": {
            "type": "block_actions",
            "actions": [{"type": "button", "action_id": "tasks.done", "value": "1", "block_id": "b"}],
            "container": {"type": "message", "message_ts": "1.2", "channel_id": "C1"},
            "channel": {"id": "C1"},
            **about,
        },
        "form": {"type": "view_submission", "view": view, **about},
        "shortcut": {
            "type": "message_action",
            "callback_id": "memos.from_message",
            "message": {"text": HUSH, "ts": "1.2", "user": "U1"},
            "channel": {"id": "C1"},
            **about,
        },
    }


@st.composite
def nearly_sound(draw: st.DrawFn) -> dict[str, Any]:
    """One of these with something in it that is anything, or is missing."""
    body: dict[str, Any] = draw(st.sampled_from(sorted(sound())).map(lambda kind: sound()[kind]))
    inner: Any = body
    while True:
        key = draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
        if isinstance(inner[key], dict | list) and inner[key] and draw(st.booleans()):
            inner = inner[key]
        else:
            break
    if draw(st.booleans()):
        inner[key] = draw(anything)
    else:
        del inner[key]
    return body


@given(body=nearly_sound() | anything, as_form=st.booleans())
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_signed_request_that_is_nearly_sound(
    door: Door, caplog: pytest.LogCaptureFixture, body: Any, as_form: bool
) -> None:
    is_event = isinstance(body, dict) and body.get("type") == "event_callback"
    content = json.dumps(body)
    content, kind = (urlencode({"payload": content}), FORM) if as_form and not is_event else (content, JSON)
    caplog.clear()
    with caplog.at_level(logging.INFO):
        assert await door.send(content, kind) < 500, content
    assert HUSH not in caplog.text


@pytest.mark.parametrize("kind", sorted(sound()))
async def test_a_signed_request_with_a_field_that_is_null_or_missing(door: Door, kind: str) -> None:
    for field in sound()[kind]:
        body = sound()[kind]
        assert await door.send(json.dumps({**body, field: None}), JSON) < 500, field
        del body[field]
        assert await door.send(json.dumps(body), JSON) < 500, field


async def test_an_event_nobody_can_read_is_kept_for_somebody_to_look_at(door: Door) -> None:
    """An edit without the message that was edited."""
    inner = {"type": "message", "subtype": "message_changed", "channel": "CUNREAD", "text": HUSH}
    body = {"type": "event_callback", "event_id": "EvUnreadable", "team_id": "T1", "event": inner}
    assert await door.send(json.dumps(body), JSON) == 200
    kept = select(Envelope.problem).where(Envelope.event_id == "EvUnreadable")
    database = Database(door.database_url)

    async def problem() -> bool:
        return await database.read(lambda session: session.scalar(kept)) == "KeyError: 'message'"

    await until(problem)
    database.close()


FIELDS = ["command", "text", "team_id", "user_id", "channel_id", "trigger_id", "response_url", "view"]
fields = st.sampled_from(FIELDS)


@given(form=st.dictionaries(fields | st.text(max_size=8), st.text() | st.just("/memo")))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_signed_command_of_any_fields(
    door: Door, caplog: pytest.LogCaptureFixture, form: dict[str, str]
) -> None:
    caplog.clear()
    with caplog.at_level(logging.INFO):
        assert await door.send(urlencode({"text": HUSH, **form}, errors="replace")) < 500
    assert HUSH not in caplog.text


@given(
    content=st.binary(max_size=200) | st.text().map(lambda text: f"{HUSH}{text}".encode(errors="replace")),
    kind=st.sampled_from([FORM, JSON, "text/plain", ""]),
    stamp=st.none() | st.text(st.characters(min_codepoint=33, max_codepoint=126)),
    mark=st.none() | st.text(st.characters(min_codepoint=33, max_codepoint=126)),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_bytes_of_any_kind_under_any_signature(
    door: Door,
    caplog: pytest.LogCaptureFixture,
    content: bytes,
    kind: str,
    stamp: str | None,
    mark: str | None,
) -> None:
    headers = {"X_Slack_Request_Timestamp": stamp, "X_Slack_Signature": mark}
    caplog.clear()
    with caplog.at_level(logging.INFO):
        status = await door.send(content, kind, **{name: value for name, value in headers.items() if value})
    assert status < 500
    assert HUSH not in caplog.text
