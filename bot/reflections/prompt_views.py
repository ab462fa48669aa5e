"""The invitation to look back, in a channel and to one person. Values in, blocks out."""

from __future__ import annotations

from datetime import datetime

from slack_sdk.models.blocks import Block, InteractiveElement

from ..platform import blocks, markup
from ..platform.blocks import Message
from ..platform.texts import Texts
from ..platform.weeks import last_day
from ..workspaces.views import post_menu
from .model import Prompt, Reflection

WRITE, SKIP, REMIND = "weekly.write", "weekly.skip", "weekly.remind"
ON, OFF = "on", "off"


def prompt(asked: Prompt, answers: int, is_open: bool, texts: Texts, now: datetime) -> Message:
    """`now` is when it was posted and carries the channel's time zone; once a week is over it only counts."""
    title = texts("weekly.header", date=texts.day(now.date(), now.date()))
    shown: list[Block] = [blocks.header(title)]
    if asked.is_late:
        shown.append(blocks.context(texts.mrkdwn("digest.late")))
    key = "weekly.prompt" if is_open else "weekly.prompt_over"
    shown.append(blocks.section(texts.mrkdwn(key)))
    if answers:
        shown.append(blocks.context(markup.escape(texts.counted("weekly.answers", answers))))
    if is_open:
        shown.append(blocks.actions(*_buttons(asked, texts), post_menu("weekly", texts)))
    return Message(title, shown)


def skipped(texts: Texts, is_left_out: bool) -> Message:
    """To who left a week out, or has answered it already."""
    return notice("weekly.skipped" if is_left_out else "weekly.answered_already", texts)


def reminder(mine: Reflection, asked: Prompt | None, texts: Texts, now: datetime) -> Message:
    """In a direct message, which says from then on what became of it; `asked` while it can be answered."""
    if mine.answered_at or mine.skipped_at:
        return notice("weekly.reminder_written" if mine.answered_at else "weekly.skipped", texts)
    if asked is None:
        return notice("weekly.reminder_over", texts)
    first, last = (texts.day(day, now.date()) for day in (mine.week, last_day(mine.week)))
    text = texts("weekly.reminder", first=first, last=last)
    return Message(text, [blocks.said(text), blocks.actions(*_buttons(asked, texts))])


def reminded(texts: Texts, is_wanted: bool) -> Message:
    """What holds from now on, and the button that turns it round."""
    said = notice("weekly.reminded_on" if is_wanted else "weekly.reminded_off", texts)
    return Message(said.text, [*said.blocks, blocks.actions(toggle(texts, is_wanted))])


def toggle(texts: Texts, is_wanted: bool) -> InteractiveElement:
    if is_wanted:
        return blocks.button(texts("weekly.remind_off"), REMIND, OFF)
    return blocks.button(texts("weekly.remind_on"), REMIND, ON)


def notice(key: str, texts: Texts) -> Message:
    return Message(texts(key), [blocks.section(texts.mrkdwn(key))])


def _buttons(asked: Prompt, texts: Texts) -> list[InteractiveElement]:
    return [
        blocks.button(texts("weekly.write"), WRITE, str(asked.id), "primary"),
        blocks.button(texts("weekly.skip"), SKIP, str(asked.id)),
    ]
