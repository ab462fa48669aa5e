"""A tiny app for the page to show: it keeps notes, and knows nothing of the page."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

Json = dict[str, Any]

MANIFEST: Json = {
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Notes"},
        "slash_commands": [
            {"command": "/note", "description": "Keeps a note", "usage_hint": "[text]"},
            {"command": "/card", "description": "Shows a card"},
            {"command": "/broken", "description": "Never answers"},
        ],
        "shortcuts": [
            {"type": "message", "callback_id": "keep", "name": "Keep note", "description": "Keeps it"},
            {"type": "global", "callback_id": "new", "name": "New note", "description": "Begins one"},
        ],
    },
    "oauth_config": {"scopes": {"bot": ["chat:write", "commands", "files:write"]}},
    "settings": {
        "event_subscriptions": {"bot_events": ["app_home_opened"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(name: str) -> Json:
    return {"text": plain(name), "value": name}


def button(name: str, **about: Any) -> Json:
    return {"type": "button", "action_id": name, "text": plain(name), "value": name} | about


CONFIRM: Json = {
    "title": plain("Really?"),
    "text": plain("It will be gone."),
    "confirm": plain("Yes"),
    "deny": plain("No"),
}
CARD: list[Json] = [
    {"type": "header", "text": plain("A card")},
    {
        "type": "section",
        "text": {"type": "mrkdwn", "text": "*Bold* and <https://example.com|a link>"},
        "accessory": {"type": "overflow", "action_id": "more", "options": [option("edit"), option("move")]},
    },
    {"type": "context", "elements": [{"type": "mrkdwn", "text": "_small_"}]},
    {
        "type": "actions",
        "elements": [
            button("done", style="primary"),
            button("delete", style="danger", confirm=CONFIRM),
            {
                "type": "static_select",
                "action_id": "size",
                "placeholder": plain("Size"),
                "options": [option("small"), option("large")],
            },
        ],
    },
]


def form(text: str) -> Json:
    """Has an input of each kind that people use most."""
    fields: dict[str, tuple[str, Json]] = {
        "text": ("Text", {"type": "plain_text_input", "multiline": True, "initial_value": text}),
        "owner": ("Owner", {"type": "users_select"}),
        "size": ("Size", {"type": "static_select", "options": [option("small"), option("large")]}),
        "day": ("Day", {"type": "datepicker", "initial_date": "2026-12-04"}),
        "time": ("Time", {"type": "timepicker", "initial_time": "17:00"}),
        "tags": ("Tags", {"type": "checkboxes", "options": [option("red"), option("blue")]}),
        "who": ("Who sees it", {"type": "radio_buttons", "options": [option("me"), option("all")]}),
        "readers": ("Readers", {"type": "multi_users_select"}),
        "place": ("Place", {"type": "conversations_select", "default_to_current_conversation": True}),
    }
    inputs = [
        {
            "type": "input",
            "block_id": name,
            "label": plain(label),
            "optional": name != "text",
            "element": element | {"action_id": "value"},
        }
        for name, (label, element) in fields.items()
    ]
    more = {"type": "actions", "block_id": "more", "elements": [button("further")]}
    return {
        "type": "modal",
        "callback_id": "note",
        "title": plain("Keep a note"),
        "submit": plain("Save"),
        "close": plain("Never mind"),
        "blocks": [*inputs, more],
    }


FURTHER: Json = {
    "type": "modal",
    "title": plain("Further"),
    "blocks": [{"type": "section", "text": plain("A view on top")}],
}


def home_of(text: str) -> Json:
    blocks: list[Json] = [
        {"type": "section", "text": plain(f"Home of {text}")},
        {"type": "actions", "block_id": "acts", "elements": [button("ticked")]},
    ]
    return {"type": "home", "blocks": blocks}


def build_app(client: Any) -> AsyncApp:
    """Without authorization of its own: every request is served with `client`."""
    app = AsyncApp(client=client, signing_secret="unused", process_before_response=True)

    @app.command("/note")
    async def note(ack: Any, command: Json) -> None:
        await ack(text=f"Kept: {command['text']}")

    @app.command("/card")
    async def card(ack: Any, client: Any, command: Json) -> None:
        await ack()
        await client.chat_postMessage(channel=command["channel_id"], text="A card", blocks=CARD)

    @app.action("done")
    async def done(ack: Any, client: Any, body: Json) -> None:
        place = {"channel": body["channel"]["id"], "ts": body["message"]["ts"]}
        await client.chat_update(**place, text=f"Done by <@{body['user']['id']}>", blocks=[])
        await ack()

    @app.action({"type": "block_actions", "block_id": "more", "action_id": "further"})
    async def further(ack: Any, client: Any, body: Json) -> None:
        await client.views_push(trigger_id=body["trigger_id"], view=FURTHER)
        await ack()

    @app.action("delete")
    @app.action("size")
    @app.action("more")
    async def chosen(ack: Any, client: Any, body: Json, action: Json) -> None:
        what = action.get("selected_option") or action
        text = f"Chosen: {what['value']}"
        await client.chat_postMessage(channel=body["channel"]["id"], text=text)
        await ack()

    @app.shortcut("keep")
    async def keep(ack: Any, client: Any, shortcut: Json) -> None:
        await client.views_open(trigger_id=shortcut["trigger_id"], view=form(shortcut["message"]["text"]))
        await ack()

    @app.shortcut("new")
    async def new(ack: Any, client: Any, shortcut: Json) -> None:
        await client.views_open(trigger_id=shortcut["trigger_id"], view=form(""))
        await ack()

    @app.view("note")
    async def saved(ack: Any, client: Any, view: Json) -> None:
        values = {name: fields["value"] for name, fields in view["state"]["values"].items()}
        if len(values["text"]["value"]) < 5:
            await ack(response_action="errors", errors={"text": "Please write a little more."})
            return
        lines = [f"{name}: {_chosen(state)}" for name, state in values.items()]
        await client.chat_postMessage(channel=values["place"]["selected_conversation"], text="\n".join(lines))
        await ack()

    at_home(app)
    finding(app)
    return app


def at_home(app: AsyncApp) -> None:
    @app.event("app_home_opened")
    async def home(client: Any, event: Json) -> None:
        if event["tab"] == "home":
            await client.views_publish(user_id=event["user"], view=home_of(event["user"]))

    @app.action("ticked")
    async def ticked(ack: Any, client: Any, body: Json) -> None:
        await client.views_publish(user_id=body["user"]["id"], view=home_of("it is done"))
        await ack()


def finding(app: AsyncApp) -> None:
    """Finds fruit, and takes whatever a form says."""

    @app.options("value")
    async def find(ack: Any, body: Json) -> None:
        known = ["apple", "apricot", "banana"]
        await ack(options=[option(name) for name in known if name.startswith(body["value"])])

    @app.view("gallery")
    async def gallery(ack: Any) -> None:
        await ack()


def _chosen(state: Json) -> str:
    [chosen] = [value for key, value in state.items() if key != "type"]
    if isinstance(chosen, list):
        return ", ".join(each["value"] if isinstance(each, dict) else each for each in chosen)
    return str(chosen["value"] if isinstance(chosen, dict) else chosen)
