"""A local Slack with a small Bolt app that is not Urakata, in both ways of delivery."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Channel, Hand, LocalSlack, Person
from tests.playground.sample_app import MANIFEST, Json, build_app


class Clock:
    """Stands at a Wednesday morning until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class World:
    """A workspace with Suzuki and Sato in #general and the bot with them."""

    slack: LocalSlack
    clock: Clock
    heard: list[Json] = field(default_factory=list)

    def __post_init__(self) -> None:
        add = self.slack.add_person
        self.suzuki: Person = add("suzuki", real_name="鈴木 花子", display_name="鈴木", locale="ja-JP")
        self.sato: Person = add("sato", real_name="Ken Sato", tz="Asia/Tokyo", is_admin=True)
        self.general: Channel = self.slack.add_channel("general", [self.suzuki, self.sato])
        self.bot = AsyncWebClient(self.slack.bot_token, base_url=self.slack.api_url, retry_handlers=[])

    @property
    def hand(self) -> Hand:
        return self.slack.hand(self.suzuki)

    def events(self, kind: str) -> list[Json]:
        """The events of this type that reached the app."""
        return [body["event"] for body in self.heard if body.get("event", {}).get("type") == kind]


async def refused(call: Awaitable[object]) -> Json:
    """The answer to a call that Slack refuses."""
    with pytest.raises(SlackApiError) as caught:
        await call
    answer: Json = caught.value.response.data
    return answer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def world(clock: Clock) -> AsyncIterator[World]:
    """Without an app."""
    async with LocalSlack(MANIFEST, clock) as slack:
        yield World(slack, clock)


@pytest.fixture(params=["socket", "http"])
async def lively(request: pytest.FixtureRequest, clock: Clock) -> AsyncIterator[World]:
    """With the app, reached over Socket Mode and over HTTP."""
    served = over_socket(clock) if request.param == "socket" else over_http(clock)
    async with served as world:
        yield world


@pytest.fixture
async def wired(clock: Clock) -> AsyncIterator[World]:
    """With the app over Socket Mode only."""
    async with over_socket(clock) as world:
        yield world


@pytest.fixture
async def hosted(clock: Clock) -> AsyncIterator[World]:
    """With the app over HTTP only."""
    async with over_http(clock) as world:
        yield world


@asynccontextmanager
async def over_socket(clock: Clock) -> AsyncIterator[World]:
    async with LocalSlack(MANIFEST, clock) as slack:
        world = World(slack, clock)
        async with connected(slack, build_app(slack, world.heard)):
            yield world


@asynccontextmanager
async def connected(slack: LocalSlack, app: AsyncApp) -> AsyncIterator[None]:
    client = AsyncWebClient(slack.app_token, base_url=slack.api_url)
    handler = AsyncSocketModeHandler(app, slack.app_token, web_client=client, ping_interval=0.1)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await slack.connected(5)
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def over_http(clock: Clock) -> AsyncIterator[World]:
    async with AsyncExitStack() as stack:
        apps: list[AsyncApp] = []

        async def dispatch(request: web.Request) -> web.Response:
            answer = await apps[0].async_dispatch(await to_bolt_request(request))
            return await to_aiohttp_response(answer)

        address = await stack.enter_async_context(served(dispatch))
        slack = await stack.enter_async_context(LocalSlack(MANIFEST, clock, request_url=address))
        world = World(slack, clock)
        apps.append(build_app(slack, world.heard))
        yield world


@asynccontextmanager
async def served(handler: object) -> AsyncIterator[str]:
    """Any handler as a server of its own; its address."""
    application = web.Application()
    application.router.add_post("/slack/events", handler)  # type: ignore[arg-type]
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()
