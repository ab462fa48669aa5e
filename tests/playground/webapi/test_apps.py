"""Who calls and what they may: tokens, scopes, methods, both of slack_sdk's clients."""

import asyncio
import json

import aiohttp
import pytest
from slack_sdk import WebClient
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import LocalSlack
from tests.playground.conftest import World, refused
from tests.playground.sample_app import MANIFEST, SCOPES, Json, without


async def posted(world: World, method: str, body: str, content_type: str, token: str | None = None) -> Json:
    headers = {"Content-Type": content_type} | ({"Authorization": f"Bearer {token}"} if token else {})
    async with (
        aiohttp.ClientSession() as session,
        session.post(world.slack.api_url + method, data=body, headers=headers) as response,
    ):
        answer: Json = await response.json()
    return answer


async def test_auth_test_tells_who_the_bot_is_and_which_scopes_it_has(world: World) -> None:
    answer = await world.bot.auth_test()
    assert (answer["user_id"], answer["team_id"]) == (world.slack.bot_user_id, world.slack.team_id)
    assert answer["url"] == f"{world.slack.url}/"
    assert answer.headers["x-oauth-scopes"].split(",") == SCOPES


async def test_the_synchronous_client_is_served_too(world: World) -> None:
    def call() -> str:
        client = WebClient(world.slack.bot_token, base_url=world.slack.api_url)
        client.chat_postMessage(channel=world.general.id, text="sync", blocks=[])
        return str(client.conversations_history(channel=world.general.id)["messages"][0]["text"])

    assert await asyncio.to_thread(call) == "sync"


@pytest.mark.parametrize("content_type", ["application/json", "application/x-www-form-urlencoded"])
async def test_bodies_come_as_json_or_as_a_form(world: World, content_type: str) -> None:
    bodies = {
        "application/json": json.dumps(
            {"channel": world.general.id, "blocks": [{"type": "divider"}], "text": "é"}
        ),
        "application/x-www-form-urlencoded": (
            f"channel={world.general.id}&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D&text=%C3%A9"
        ),
    }
    answer = await posted(
        world, "chat.postMessage", bodies[content_type], content_type, world.slack.bot_token
    )
    assert answer["ok"]
    [message] = world.slack.messages(world.general)
    assert (message.text, message.blocks[0]["type"]) == ("é", "divider")


async def test_a_form_may_carry_the_token(world: World) -> None:
    body = f"token={world.slack.bot_token}"
    assert (await posted(world, "auth.test", body, "application/x-www-form-urlencoded"))["ok"]


async def test_a_call_without_a_token_is_not_authed(world: World) -> None:
    assert (await posted(world, "auth.test", "{}", "application/json"))["error"] == "not_authed"


async def test_malformed_json_is_named(world: World) -> None:
    answer = await posted(world, "auth.test", "{", "application/json", world.slack.bot_token)
    assert answer["error"] == "invalid_json"
    answer = await posted(world, "auth.test", "[]", "application/json", world.slack.bot_token)
    assert answer["error"] == "json_not_object"


async def test_a_wrong_token_is_invalid(world: World) -> None:
    stranger = AsyncWebClient("xoxb-wrong", base_url=world.slack.api_url)
    assert (await refused(stranger.auth_test()))["error"] == "invalid_auth"


async def test_tokens_are_not_interchangeable(world: World) -> None:
    app = AsyncWebClient(world.slack.app_token, base_url=world.slack.api_url)
    answer = await refused(app.chat_postMessage(channel=world.general.id, text="x"))
    assert answer["error"] == "not_allowed_token_type"
    answer = await refused(world.bot.apps_connections_open(app_token=world.slack.bot_token))
    assert answer["error"] == "not_allowed_token_type"


async def test_a_revoked_token_is_refused_until_it_is_given_again(world: World) -> None:
    world.slack.revoke_token()
    assert (await refused(world.bot.auth_test()))["error"] == "token_revoked"
    world.slack.revoke_token(None)
    assert (await world.bot.auth_test())["ok"]


async def test_an_unknown_method_is_named(world: World) -> None:
    answer = await refused(world.bot.api_call("chat.shout"))
    assert (answer["error"], answer["req_method"]) == ("unknown_method", "chat.shout")


async def test_missing_arguments_are_named(world: World) -> None:
    answer = await refused(world.bot.api_call("chat.postMessage", json={"text": "x"}))
    assert answer["error"] == "invalid_arguments"
    assert answer["response_metadata"]["messages"] == ["[ERROR] missing required field: channel"]


@pytest.mark.parametrize(
    ("method", "scope", "arguments"),
    [
        ("chat.postMessage", "chat:write", {"channel": "general", "text": "x"}),
        ("conversations.list", "channels:read", {}),
        ("conversations.list", "groups:read", {"types": "private_channel"}),
        ("conversations.join", "channels:join", {"channel": "C"}),
        ("conversations.open", "im:write", {"users": "U"}),
        ("reactions.add", "reactions:write", {"channel": "C", "timestamp": "1.1", "name": "memo"}),
        ("team.info", "team:read", {}),
        ("users.list", "users:read", {}),
        ("users.info", "users:read", {"user": "U"}),
    ],
)
async def test_a_missing_scope_is_named(method: str, scope: str, arguments: Json) -> None:
    async with LocalSlack(without(MANIFEST, scope)) as slack:
        bot = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        answer = await refused(bot.api_call(method, json=arguments))
    assert (answer["error"], answer["needed"]) == ("missing_scope", scope)
    assert scope not in answer["provided"].split(",")


@pytest.mark.parametrize("right", ["info:read", "members:read", "history:history", "replies:history"])
async def test_scopes_of_channels_come_by_kind(right: str) -> None:
    method, _, kind = right.partition(":")
    async with LocalSlack(without(MANIFEST, f"groups:{kind}")) as slack:
        hidden = slack.add_channel("hidden", private=True)
        bot = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        answer = await refused(
            bot.api_call(f"conversations.{method}", params={"channel": hidden.id, "ts": "1"})
        )
        assert answer["needed"] == f"groups:{kind}"


async def test_every_call_is_kept_with_its_answer(world: World) -> None:
    await world.bot.chat_postMessage(channel=world.general.id, text="x")
    await refused(world.bot.chat_postMessage(channel="C404", text="x"))
    first, second = world.slack.calls
    assert (first.method, first.arguments["text"], first.answer["ok"]) == ("chat.postMessage", "x", True)
    assert second.answer["error"] == "channel_not_found"


async def test_team_info_names_the_team(world: World) -> None:
    assert (await world.bot.team_info())["team"]["id"] == world.slack.team_id


async def test_api_test_says_yes_or_what_it_is_told(world: World) -> None:
    assert (await world.bot.api_test())["ok"]
    assert (await refused(world.bot.api_test(error="my_error")))["error"] == "my_error"
