"""Text objects, options and confirmations."""

from .rules import Rule, anything, by_type, choice, flag, items, shape, string

ID = string(255)
TYPE: Rule = anything
OPTION_TEXT = 75


def plain(most: int) -> Rule:
    return by_type({"plain_text": _plain(most)})


def text(most: int) -> Rule:
    mrkdwn = shape({"type": TYPE, "text": string(most)}, {"verbatim": flag})
    return by_type({"plain_text": _plain(most), "mrkdwn": mrkdwn})


def _plain(most: int) -> Rule:
    return shape({"type": TYPE, "text": string(most)}, {"emoji": flag})


def option(words: Rule) -> Rule:
    return shape({"text": words, "value": string(150)}, {"description": words, "url": string(3000)})


PLAIN_OPTION = option(plain(OPTION_TEXT))
RICH_OPTION = option(text(OPTION_TEXT))
GROUP = shape({"label": plain(75), "options": items(PLAIN_OPTION, 100)})
CONFIRM = shape(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": choice("primary", "danger")},
)
