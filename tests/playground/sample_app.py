"""A small Bolt app that is not Urakata: it orders lunch."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import LocalSlack

Json = dict[str, Any]

SCOPES = [
    "app_mentions:read",
    "channels:history",
    "channels:join",
    "channels:read",
    "chat:write",
    "commands",
    "files:write",
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "mpim:history",
    "mpim:read",
    "mpim:write",
    "reactions:read",
    "reactions:write",
    "team:read",
    "users:read",
]
EVENTS = [
    "app_home_opened",
    "app_mention",
    "channel_archive",
    "channel_deleted",
    "channel_left",
    "channel_rename",
    "channel_unarchive",
    "group_archive",
    "group_left",
    "group_rename",
    "member_joined_channel",
    "member_left_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "reaction_added",
    "reaction_removed",
    "team_join",
    "user_change",
]
MANIFEST: Json = {
    "display_information": {"name": "Lunch"},
    "features": {
        "bot_user": {"display_name": "Lunch"},
        "slash_commands": [
            {"command": "/lunch", "description": "Order lunch", "usage_hint": "WHAT", "should_escape": True},
            {"command": "/plain", "description": "Says what it was given", "should_escape": False},
            {"command": "/slow", "description": "Never answers"},
        ],
        "shortcuts": [
            {"type": "message", "callback_id": "order_this", "name": "Order this", "description": "x"},
            {"type": "global", "callback_id": "order_any", "name": "Order", "description": "x"},
        ],
    },
    "oauth_config": {"scopes": {"bot": SCOPES}},
    "settings": {
        "event_subscriptions": {"bot_events": EVENTS},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


def without(manifest: Json, *scopes: str) -> Json:
    left = [scope for scope in SCOPES if scope not in scopes]
    return manifest | {"oauth_config": {"scopes": {"bot": left}}}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def text_input(block_id: str, **about: Any) -> Json:
    element = {"type": "plain_text_input", "action_id": "text"} | about
    return {"type": "input", "block_id": block_id, "label": plain(block_id), "element": element}


def form(title: str = "Lunch", callback_id: str = "lunch", **about: Any) -> Json:
    view = {"type": "modal", "callback_id": callback_id, "title": plain(title), "submit": plain("Order")}
    return view | {"blocks": [text_input("dish"), text_input("wish") | {"optional": True}]} | about


def button(action_id: str, value: str = "1") -> Json:
    return {"type": "button", "action_id": action_id, "text": plain(action_id), "value": value}


def actions(*elements: Json, block_id: str = "actions") -> Json:
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def build_app(slack: LocalSlack, heard: list[Json]) -> AsyncApp:
    """`heard` takes every payload that reached a listener."""
    client = AsyncWebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    app = AsyncApp(client=client, signing_secret=slack.signing_secret, process_before_response=True)

    async def lunch(ack: Any, body: Json, client: AsyncWebClient) -> None:
        heard.append(body)
        if not body["text"]:
            await client.views_open(trigger_id=body["trigger_id"], view=form())
            await ack()
        else:
            await ack(text=f"One {body['text']}", blocks=[actions(button("more"), button("stop"))])

    async def say_back(ack: Any, body: Json) -> None:
        heard.append(body)
        await ack(body["text"])

    async def note(ack: Any, body: Json) -> None:
        heard.append(body)
        await ack()

    async def more(ack: Any, body: Json, respond: Any) -> None:
        heard.append(body)
        await ack()
        await respond(text="One more", replace_original=True)

    async def dishes(ack: Any, body: Json) -> None:
        heard.append(body)
        found = [name for name in ("ramen", "rice", "soup") if name.startswith(body["value"])]
        await ack(options=[{"text": plain(name), "value": name} for name in found])

    async def ordered(ack: Any, body: Json) -> None:
        heard.append(body)
        dish = body["view"]["state"]["values"]["dish"]["text"]["value"]
        answers: dict[str, Json] = {
            "stone": {"response_action": "errors", "errors": {"dish": "Too hard"}},
            "soup": {"response_action": "update", "view": form("Which soup?", "soup")},
            "menu": {"response_action": "push", "view": form("Next course")},
            "nothing": {"response_action": "clear"},
        }
        await ack(**answers.get(dish, {}))

    app.command("/lunch")(lunch)
    app.command("/plain")(say_back)
    app.shortcut("order_this")(note)
    app.shortcut("order_any")(note)
    app.action("more")(more)
    app.action("choose")(note)
    app.options("dish")(dishes)
    app.view("lunch")(ordered)
    app.view("soup")(note)
    app.view_closed("lunch")(note)
    for event in {name.split(".")[0] for name in EVENTS}:
        app.event(event)(note_event(heard))
    return app


def note_event(heard: list[Json]) -> Any:
    async def listener(body: Json) -> None:
        heard.append(body)

    return listener
