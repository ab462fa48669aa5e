"""The form of an export, and what is said once it was sent. Values in, blocks out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from slack_sdk.models.blocks import Block

from . import blocks, forms, list_views
from .blocks import Message
from .files import CSV, MARKDOWN, Wanted
from .filters import Filter
from .texts import Texts

HERE, EVERYWHERE = "here", "everywhere"

View = dict[str, Any]


def form(feature: str, channel_id: str, texts: Texts) -> View:
    """Of the channel in which it was opened, or of all one may see."""
    fields: list[Block] = [
        _choice("form", (CSV, MARKDOWN), texts),
        _choice("scope", (HERE, EVERYWHERE), texts),
        *list_views.period(feature, Filter(), texts),
    ]
    return forms.form(
        f"{feature}.export",
        texts(f"{feature}.export_title"),
        texts("export.submit"),
        texts("form.cancel"),
        fields,
        channel=channel_id,
    )


def given(view: View) -> Wanted:
    """Raises UserError for a period that ends before it begins."""
    said = forms.given(view)
    channel_id = forms.carried(view)["channel"] if said["scope"] == HERE else ""
    return Wanted(replace(list_views.narrowed(view), channel_id=channel_id), said["form"])


def promised(feature: str, texts: Texts) -> View:
    shown = blocks.section(texts.mrkdwn("export.promised"))
    return forms.notice(texts(f"{feature}.export_title"), texts("form.close"), [shown])


def on_its_way(texts: Texts) -> Message:
    text = texts("export.promised")
    return Message(text, [blocks.said(text)])


def _choice(name: str, values: tuple[str, str], texts: Texts) -> Block:
    choices = {value: texts(f"export.{name}_{value}") for value in values}
    return forms.choice_input(name, texts(f"export.field_{name}"), forms.options(choices), values[0])
