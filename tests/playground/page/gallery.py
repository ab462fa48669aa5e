"""One of everything an app may show: blocks for messages, inputs for forms."""

from .notes_app import CONFIRM, Json, button, option, plain

HOSTILE = "<img src=x onerror=window.hacked=1>"
DAY = 1_796_371_200
"""2026-12-04 08:00 UTC."""


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def words(*elements: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(elements)}


def word(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


RICH: Json = {
    "type": "rich_text",
    "elements": [
        words(word("rich "), word("bold", bold=True), word(" "), word("gone", strike=True)),
        {
            "type": "rich_text_list",
            "style": "ordered",
            "elements": [words(word("first")), words(word("second"))],
        },
        {"type": "rich_text_quote", "elements": [word("a quote")]},
        {"type": "rich_text_preformatted", "elements": [word("pre <formatted>")]},
    ],
}
TABLE: Json = {
    "type": "table",
    "column_settings": [{"is_wrapped": True}, {"align": "right"}],
    "rows": [
        [{"type": "raw_text", "text": "Item"}, {"type": "raw_text", "text": "Amount"}],
        [{"type": "rich_text", "elements": [words(word("Toner"))]}, {"type": "raw_text", "text": "12"}],
    ],
}
MARKDOWN: Json = {
    "type": "markdown",
    "text": f"## Plan\nWe **ship** [soon](https://example.com/x) {HOSTILE}\n\n- [ ] test\n- [x] build\n\n"
    "| Who | What |\n| --- | --- |\n| Emma | `code` |\n\n```\n**raw**\n```\n",
}
VIDEO: Json = {
    "type": "video",
    "alt_text": "How to",
    "title": plain("How to move"),
    "thumbnail_url": "https://example.com/t.png",
    "video_url": "https://example.com/v",
    "title_url": "https://example.com/watch",
    "provider_name": "Tube",
}
FEEDBACK: Json = {
    "type": "feedback_buttons",
    "action_id": "feedback",
    "positive_button": {"text": plain("Good"), "value": "good"},
    "negative_button": {"text": plain("Bad"), "value": "bad"},
}
BLOCKS: list[Json] = [
    {"type": "header", "text": plain("Everything")},
    {
        "type": "section",
        "text": mrkdwn(f"*A section* {HOSTILE}"),
        "fields": [mrkdwn("*Owner*\nEmma"), mrkdwn("*Due*\nFriday")],
        "accessory": {"type": "datepicker", "action_id": "due", "initial_date": "2026-12-04"},
    },
    {
        "type": "image",
        "image_url": "https://example.com/a.png",
        "alt_text": "A chart",
        "title": plain("Chart"),
    },
    {"type": "divider"},
    {
        "type": "context",
        "elements": [
            mrkdwn("_context_"),
            {"type": "image", "image_url": "https://e.org/i", "alt_text": "icon"},
        ],
    },
    RICH,
    TABLE,
    MARKDOWN,
    VIDEO,
    {
        "type": "actions",
        "elements": [
            button("go", style="primary"),
            button("stop", style="danger", confirm=CONFIRM),
            {"type": "radio_buttons", "action_id": "size", "options": [option("S"), option("L")]},
            {"type": "checkboxes", "action_id": "extras", "options": [option("milk"), option("sugar")]},
            {"type": "timepicker", "action_id": "at", "initial_time": "17:00"},
            {"type": "users_select", "action_id": "who", "placeholder": plain("Who")},
            {"type": "overflow", "action_id": "more", "options": [option("edit"), option("move")]},
        ],
    },
    {"type": "context_actions", "elements": [FEEDBACK]},
]
GROUPS = [
    {"label": plain("Warm"), "options": [option("soup"), option("ramen")]},
    {"label": plain("Cold"), "options": [option("salad")]},
]
INPUTS: dict[str, Json] = {
    "Line": {"type": "plain_text_input", "min_length": 3, "max_length": 20, "placeholder": plain("short")},
    "Count": {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "9"},
    "Mail": {"type": "email_text_input"},
    "Address": {"type": "url_text_input"},
    "When": {"type": "datetimepicker", "initial_date_time": DAY},
    "Dish": {"type": "static_select", "option_groups": GROUPS},
    "Found": {"type": "external_select", "min_query_length": 1},
    "Several": {"type": "multi_external_select", "min_query_length": 1},
    "Dishes": {"type": "multi_static_select", "option_groups": GROUPS, "max_selected_items": 2},
    "Rooms": {"type": "multi_channels_select"},
    "Talks": {"type": "multi_conversations_select", "filter": {"include": ["public"]}},
    "Words": {"type": "rich_text_input"},
    "Papers": {"type": "file_input", "max_files": 2},
}


def inputs(optional: bool = True) -> list[Json]:
    return [
        {
            "type": "input",
            "block_id": name,
            "label": plain(name),
            "optional": optional,
            "element": element | {"action_id": "value"},
        }
        for name, element in INPUTS.items()
    ]
