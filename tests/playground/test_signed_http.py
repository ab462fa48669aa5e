"""Deliveries over HTTP: signed, in the right format, tried again."""

import json
import time
from urllib.parse import parse_qs

from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.playground import LocalSlack
from tests.playground.conftest import World, served
from tests.playground.sample_app import MANIFEST


class Endpoint:
    """Keeps what it is sent and answers as told, then with 200."""

    def __init__(self, *statuses: int, headers: dict[str, str] | None = None) -> None:
        self.requests: list[tuple[web.Request, str]] = []
        self._statuses = list(statuses)
        self._headers = headers

    async def handle(self, request: web.Request) -> web.Response:
        self.requests.append((request, await request.text()))
        status = self._statuses.pop(0) if self._statuses else 200
        return web.Response(status=status, headers=self._headers)


async def said_to(endpoint: Endpoint) -> World:
    async with (
        served(endpoint.handle) as url,
        LocalSlack(MANIFEST, request_url=url, retry_waits=(0.0, 0.01)) as slack,
    ):
        world = World(slack, clock=None)  # type: ignore[arg-type]
        await world.hand.say(world.general, "hello")
        await slack.settled()
    return world


async def test_requests_are_signed_as_slack_signs_them() -> None:
    endpoint = Endpoint()
    world = await said_to(endpoint)
    [(request, body)] = endpoint.requests
    assert SignatureVerifier(world.slack.signing_secret).is_valid_request(body, dict(request.headers))
    assert not SignatureVerifier("another secret").is_valid_request(body, dict(request.headers))
    assert abs(int(request.headers["X-Slack-Request-Timestamp"]) - time.time()) < 60


async def test_events_are_json_and_commands_and_interactions_are_forms() -> None:
    endpoint = Endpoint()
    async with served(endpoint.handle) as url, LocalSlack(MANIFEST, request_url=url) as slack:
        world = World(slack, clock=None)  # type: ignore[arg-type]
        await world.hand.command(world.general, "/lunch うどん & <b>")
        await world.hand.global_shortcut("order_any")
        await world.hand.say(world.general, "hello")
        await slack.settled()
    (_, command), (_, shortcut), (request, event) = endpoint.requests
    assert parse_qs(command)["text"] == ["うどん &amp; &lt;b&gt;"]
    assert json.loads(parse_qs(shortcut)["payload"][0])["callback_id"] == "order_any"
    assert request.content_type == "application/json"
    assert json.loads(event)["event"]["text"] == "hello"


async def test_a_failed_event_is_tried_again_with_number_and_reason() -> None:
    endpoint = Endpoint(500, 404)
    await said_to(endpoint)
    headers = [request.headers for request, _ in endpoint.requests]
    assert [each.get("X-Slack-Retry-Num") for each in headers] == [None, "1", "2"]
    assert [each.get("X-Slack-Retry-Reason") for each in headers] == [None, "http_error", "http_error"]
    assert len({json.loads(body)["event_id"] for _, body in endpoint.requests}) == 1


async def test_an_app_can_decline_retries() -> None:
    endpoint = Endpoint(500, headers={"X-Slack-No-Retry": "1"})
    await said_to(endpoint)
    assert len(endpoint.requests) == 1


async def test_a_command_that_is_not_answered_with_200_fails_to_dispatch() -> None:
    endpoint = Endpoint(404)
    async with served(endpoint.handle) as url, LocalSlack(MANIFEST, request_url=url) as slack:
        world = World(slack, clock=None)  # type: ignore[arg-type]
        assert (await world.hand.command(world.general, "/lunch soup")).error == "dispatch_failed"
        assert (await world.hand.command(world.general, "/lunch soup")).ok


async def test_an_app_that_is_not_there_fails_to_dispatch() -> None:
    async with LocalSlack(MANIFEST, request_url="http://127.0.0.1:9/slack/events") as slack:
        world = World(slack, clock=None)  # type: ignore[arg-type]
        assert (await world.hand.command(world.general, "/lunch soup")).error == "dispatch_failed"


async def test_a_bolt_app_gives_the_challenge_back(hosted: World) -> None:
    assert await hosted.slack.verify_request_url()


async def test_an_endpoint_that_knows_no_challenge_is_not_verified() -> None:
    async with served(Endpoint().handle) as url, LocalSlack(MANIFEST, request_url=url) as slack:
        assert not await slack.verify_request_url()
