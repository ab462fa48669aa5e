"""The HTTP door: what is not Slack's own gets a 4xx and leaves no trace; what is gets its answer."""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot import running, settings
from bot.at_work import Running
from bot.manifest import manifest
from bot.platform import http
from bot.platform.clock import Clock
from bot.playground import Channel, LocalSlack, Person
from bot.playground.signed_http import signature

pytestmark = pytest.mark.asyncio(loop_scope="module")

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
HUSH = "hushhushhush"
"""In every body: it must not be found in the logs."""


@dataclass
class Door:
    """The whole bot behind its HTTP door."""

    slack: LocalSlack
    running: Running
    sato: Person
    general: Channel
    address: str
    database_url: str

    async def send(self, body: bytes | str, content_type: str = FORM, **headers: str) -> int:
        """Signed with our secret; `headers` replace those. The status of the answer."""
        return (await self.answer(body, content_type, **headers))[0]

    async def answer(self, body: bytes | str, content_type: str = FORM, **headers: str) -> tuple[int, str]:
        content = body.encode() if isinstance(body, str) else body
        signed = self.signed(content) | {"Content-Type": content_type}
        given = signed | {name.replace("_", "-"): value for name, value in headers.items()}
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                f"{self.address}{http.PATH}",
                data=BytesIO(content),
                headers={k: v for k, v in given.items() if v},
            ) as answer,
        ):
            return answer.status, await answer.text()

    def signed(self, content: bytes, at: float | None = None) -> dict[str, str]:
        stamp = str(int(time.time() if at is None else at))
        return {
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": signature(self.slack.signing_secret, stamp, content),
        }

    async def healthz(self) -> tuple[int, Any]:
        return await self.asked("/healthz")

    async def asked(self, path: str) -> tuple[int, Any]:
        async with aiohttp.ClientSession() as session, session.get(f"{self.address}{path}") as answer:
            return answer.status, await answer.json()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def opened(database_url: str) -> AsyncIterator[Door]:
    address = f"http://127.0.0.1:{free_port()}"
    slack = LocalSlack(manifest(), request_url=f"{address}{http.PATH}")
    sato = slack.add_person("sato", locale="ja-JP", tz="Asia/Tokyo")
    general = slack.add_channel("general", [sato])
    async with slack:
        given = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": database_url,
            "PORT": address.rpartition(":")[2],
        }
        at_work = Running(await running.opened(settings.read(given), Clock()))
        await at_work.start()
        yield Door(slack, at_work, sato, general, address, database_url)
        await at_work.stop()


@pytest_asyncio.fixture(loop_scope="module")
async def door(migrated_url: str) -> AsyncIterator[Door]:
    async with opened(migrated_url) as open_door:
        yield open_door


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def quiet_door(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Door]:
    """On SQLite alone: what is refused at the door reaches no database."""
    file = tmp_path_factory.mktemp("door") / "door.sqlite3"
    shutil.copyfile(migrated_sqlite, file)
    async with opened(f"sqlite:///{file}") as open_door:
        yield open_door


async def test_a_signed_command_is_answered_to_whoever_typed_it(door: Door) -> None:
    outcome = await door.slack.hand(door.sato).command(door.general, "/memo 次回は12/5に決定")
    assert outcome.ok, outcome.error
    (whispered,) = door.slack.hand(door.sato).ephemerals(door.general)
    assert "議事メモ #1" in whispered.text


async def test_events_arrive_through_the_door(door: Door) -> None:
    other = door.slack.add_channel("other", [door.sato], with_bot=False)
    await door.slack.hand(door.sato).invite(other, door.slack.bot_user_id)
    await door.slack.settled()
    told = {delivery.payload["event"]["type"]: delivery.error for delivery in door.slack.deliveries}
    assert told["member_joined_channel"] is None
    assert set(told.values()) == {None}


async def test_the_address_is_accepted_by_slack(quiet_door: Door) -> None:
    assert await quiet_door.slack.verify_request_url()


async def test_the_bot_says_that_it_is_well(quiet_door: Door) -> None:
    status, parts = await quiet_door.healthz()
    assert status == 200
    assert all(parts.values())


async def test_the_bot_is_not_well_when_one_of_its_parts_is_not() -> None:
    async def health() -> dict[str, bool]:
        return {"database": False, "slack": True}

    runner = await http.serve(http.application(None, None, health), "127.0.0.1", 0)
    host, port = runner.addresses[0][:2]
    async with aiohttp.ClientSession() as session, session.get(f"http://{host}:{port}/healthz") as answer:
        assert (answer.status, await answer.json()) == (503, {"database": False, "slack": True})
    async with aiohttp.ClientSession() as session, session.post(f"http://{host}:{port}{http.PATH}") as answer:
        assert answer.status == 404
    await runner.cleanup()


COMMAND = f"command=/memo&text={HUSH}&team_id=T1&user_id=U1&channel_id=C1"
STALE, AHEAD = "1", str(2**33)
FORGED: dict[str, tuple[str | bytes, dict[str, str]]] = {
    "unsigned": (COMMAND, {"X_Slack_Signature": "", "X_Slack_Request_Timestamp": ""}),
    "without a signature": (COMMAND, {"X_Slack_Signature": ""}),
    "without a timestamp": (COMMAND, {"X_Slack_Request_Timestamp": ""}),
    "wrongly signed": (COMMAND, {"X_Slack_Signature": "v0=" + "0" * 64}),
    "a signature of another kind": (COMMAND, {"X_Slack_Signature": "v1=x"}),
    "a signature that is not ASCII": (COMMAND, {"X_Slack_Signature": "v0=é署名"}),
    "stale": (COMMAND, {"X_Slack_Request_Timestamp": STALE}),
    "from the future": (COMMAND, {"X_Slack_Request_Timestamp": AHEAD}),
    "a timestamp that is no number": (COMMAND, {"X_Slack_Request_Timestamp": "yesterday"}),
    "a timestamp of foreign digits": (COMMAND, {"X_Slack_Request_Timestamp": "١٧٠٠٠٠٠٠٠٠"}),
    "a superscript timestamp": (COMMAND, {"X_Slack_Request_Timestamp": "²"}),
    "a negative timestamp": (COMMAND, {"X_Slack_Request_Timestamp": "-1"}),
    "an endless timestamp": (COMMAND, {"X_Slack_Request_Timestamp": "9" * 4000}),
    "unsigned and empty": ("", {"X_Slack_Signature": ""}),
    "not UTF-8, which nothing of Slack's is": (b"\xff\xfe" + HUSH.encode(), {}),
    "JSON that is not UTF-8": (f'{{"type": "{HUSH}\u00e9"}}'.encode("latin-1"), {"Content_Type": JSON}),
}


@pytest.mark.parametrize("case", FORGED)
async def test_a_request_that_is_not_slacks_is_refused_without_a_trace(
    quiet_door: Door, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    body, headers = FORGED[case]
    with caplog.at_level(logging.DEBUG):
        assert await quiet_door.send(body, **headers) == 401
    assert HUSH not in caplog.text


DEEP = "[" * 100_000
NESTED = json.dumps({"type": "event_callback", "event_id": HUSH, "event": HUSH})
MALFORMED: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", FORM),
    "an empty JSON": ("", JSON),
    "no JSON": (f"{{{HUSH}", JSON),
    "a JSON list": (f'["{HUSH}"]', JSON),
    "a JSON number": ("1", JSON),
    "a JSON that nests without end": (DEEP, JSON),
    "a payload that nests without end": (f"payload={DEEP}", FORM),
    "a payload that is no JSON": (f"payload={HUSH}", FORM),
    "a payload that is a list": (f'payload=["{HUSH}"]', FORM),
    "an event that is none": (NESTED, JSON),
    "an event without a type": (NESTED.replace(f'"{HUSH}"}}', "{}}"), JSON),
    "an event without an id": ('{"type": "event_callback", "event": {"type": "x"}}', JSON),
    "only noise": (HUSH, FORM),
    "a button without a button": ('payload={"type":"block_actions","actions":[]}', FORM),
    "a form that holds nothing": ('payload={"type":"view_submission","view":{"callback_id":"x"}}', FORM),
    "a user that is a number": ('payload={"type":"block_actions","user":1}', FORM),
    "a body of no kind": (HUSH, "image/png"),
}


@pytest.mark.parametrize("case", MALFORMED)
async def test_a_signed_request_that_is_malformed_is_refused_without_a_trace(
    quiet_door: Door, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    body, content_type = MALFORMED[case]
    with caplog.at_level(logging.DEBUG):
        assert await quiet_door.send(body, content_type) == 400
    assert HUSH not in caplog.text


ODD = {
    "an unknown command": COMMAND.replace("memo", "unknown"),
    "a command of nobody": f"command=/memo&text={HUSH}",
    "a command nowhere": f"command=/memo&text={HUSH}&team_id=T1&user_id=U1",
    "an empty payload": "payload={}",
    "a payload of no kind": 'payload={"type":"x"}',
    "a button without actions": 'payload={"type":"block_actions"}',
    "a button whose actions are null": (
        'payload={"type":"block_actions","actions":null,"user":{"id":"U1"},"team":{"id":"T1"}}'
    ),
    "a button of nobody": 'payload={"type":"block_actions","actions":[{"action_id":"tasks.done"}]}',
    "a form without a view": 'payload={"type":"view_submission"}',
    "a shortcut without a message": 'payload={"type":"message_action","callback_id":"memos.from_message"}',
    "a body that is something else": 'payload={"type":["x"]}',
    "an address check": "ssl_check=1&token=x",
}


@pytest.mark.parametrize("case", ODD)
async def test_a_signed_request_nobody_can_make_sense_of_is_no_failure_of_ours(
    quiet_door: Door, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert await quiet_door.send(ODD[case]) < 500
    assert HUSH not in caplog.text


async def test_an_event_nobody_wants_is_acknowledged(quiet_door: Door) -> None:
    event = {"type": "event_callback", "event_id": "E1", "team_id": "T1", "event": {"type": "tea_ready"}}
    assert await quiet_door.send(json.dumps(event), JSON) == 200


async def test_a_charset_nobody_knows_changes_nothing(quiet_door: Door) -> None:
    assert await quiet_door.send(COMMAND, f"{FORM}; charset=klingon") < 500
    event = json.dumps({"type": "event_callback", "event_id": "E", "team_id": "T", "event": {"type": "x"}})
    assert await quiet_door.send(event, f"{JSON}; charset=utf-16") == 200


async def test_a_body_larger_than_slack_sends_is_refused(
    quiet_door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert await quiet_door.send(HUSH * 200_000) == 413
    assert HUSH not in caplog.text


async def test_a_request_of_yesterday_sent_again_is_refused(quiet_door: Door) -> None:
    old = quiet_door.signed(COMMAND.encode(), at=time.time() - 86_400)
    given = {name.replace("-", "_"): value for name, value in old.items()}
    assert await quiet_door.send(COMMAND, **given) == 401


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD", "OPTIONS"])
async def test_only_posts_are_taken(quiet_door: Door, method: str) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, f"{quiet_door.address}{http.PATH}") as answer,
    ):
        assert answer.status == 405


async def test_other_addresses_hold_nothing(quiet_door: Door) -> None:
    async with aiohttp.ClientSession() as session, session.get(quiet_door.address) as answer:
        assert answer.status == 404


async def test_what_is_no_http_is_refused_without_a_trace(
    quiet_door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    host, _, port = quiet_door.address.removeprefix("http://").partition(":")
    with caplog.at_level(logging.INFO):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"{HUSH} {HUSH}\r\n\r\n".encode())
        status = await reader.readline()
        writer.close()
    assert b" 400 " in status
    assert HUSH not in caplog.text
