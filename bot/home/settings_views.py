"""The settings of a channel. Values in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block

from ..platform import blocks, forms, places
from ..platform.blocks import Message
from ..platform.markup import Mrkdwn
from ..platform.texts import LANGUAGES, Texts
from ..workspaces.automatic_model import Begun
from ..workspaces.settings_model import NO_HOLIDAYS, ChannelSettings
from ..workspaces.views import person, settings_button
from . import filled_views
from .filled_views import BY_ZONE, POSTS

HOURS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 40)
"""To choose from, besides what was chosen."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOSING_DAYS_LIMIT = 600

View = dict[str, Any]


@dataclass(frozen=True)
class Around:
    """`kinds` are those that exist, in the order they are shown; `on` those the channel has begun.

    `who` changed something last, `when`; None where nobody ever did.
    """

    kinds: Sequence[str]
    on: Sequence[str]
    is_shared: bool
    who: str | None
    when: datetime | None


def form(its: ChannelSettings, around: Around, texts: Texts, now: datetime, **carried: object) -> View:
    """Below what a channel posts by itself come the fields of each kind, then what holds for all."""
    shown = filled_views.fields(its, around.on)
    fields: list[Block] = [*_last_change(around, texts, now), _posts(around, texts)]
    for kind in around.kinds:
        fields += _of_kind(kind, shown, texts)
    fields += [_switches(shown, texts), *_place(its, shown, texts), *_days(shown, texts)]
    return forms.form(
        "home.settings",
        texts("settings.form"),
        texts("form.save"),
        texts("form.cancel"),
        fields,
        shown=shown,
        **carried,
    )


def started(its: ChannelSettings, on: Sequence[Begun], texts: Texts, now: datetime) -> Message:
    """What is on, and from when; each can be changed from here."""
    return _with_button("settings.started", its, on, texts, now)


def saved(its: ChannelSettings, on: Sequence[Begun], texts: Texts, now: datetime) -> Message:
    return _with_button("settings.saved", its, on, texts, now)


def _with_button(key: str, its: ChannelSettings, on: Sequence[Begun], texts: Texts, now: datetime) -> Message:
    lines = "\n".join(_begins(its, begun, texts, now) for begun in on) or texts.mrkdwn("settings.silent")
    shown: list[Block] = [blocks.section(Mrkdwn(f"{texts.mrkdwn(key)}\n{lines}"))]
    return Message(texts(key), [*shown, blocks.actions(settings_button(texts))])


def _begins(its: ChannelSettings, begun: Begun, texts: Texts, now: datetime) -> Mrkdwn:
    wall_times = {"digest": its.digest_at, "weekly": its.weekly_at}
    return texts.mrkdwn(
        f"settings.begins_{begun.kind}",
        time=f"{wall_times.get(begun.kind, its.opens):%H:%M}",
        zone=str(its.zone),
        weekday=texts(f"weekday.{WEEKDAYS[its.weekly_day]}"),
        hours=its.unowned_hours,
        day=texts.day(begun.next_day, now.date()),
    )


def _last_change(around: Around, texts: Texts, now: datetime) -> list[Block]:
    if around.who is None or around.when is None:
        return []
    who, when = person(around.who, texts), texts.instant(around.when, now)
    return [blocks.context(texts.mrkdwn("settings.last_change", who=who, when=when))]


def _posts(around: Around, texts: Texts) -> Block:
    if around.is_shared:
        return blocks.section(texts.mrkdwn("error.shared_channel"))
    choices = {kind: texts(f"settings.post_{kind}") for kind in around.kinds}
    return forms.ticks_input(POSTS, texts("settings.posts"), choices, around.on)


def _of_kind(kind: str, shown: dict[str, Any], texts: Texts) -> list[Block]:
    if kind == "digest":
        return [_time("digest_at", shown, texts)]
    if kind == "weekly":
        days = {str(n): texts(f"weekday.{day}") for n, day in enumerate(WEEKDAYS)}
        return [_choice("weekly_day", days, shown, texts), _time("weekly_at", shown, texts)]
    if kind == "unowned":
        hours = sorted({*HOURS, int(shown["unowned_hours"])})
        choices = {str(n): texts.counted("settings.hours", n) for n in hours}
        return [_choice("unowned_hours", choices, shown, texts)]
    return []


def _switches(shown: dict[str, Any], texts: Texts) -> Block:
    choices = {name: texts(f"settings.{name}") for name in filled_views.SWITCHES}
    return forms.ticks_input("switches", texts("settings.switches"), choices, shown["switches"])


def _place(its: ChannelSettings, shown: dict[str, Any], texts: Texts) -> list[Block]:
    speaking = texts.language
    languages = {language: texts(f"settings.language_{language}") for language in LANGUAGES}
    by_zone = ChannelSettings(its.zone).holiday_country
    usual = places.country(by_zone, speaking) if by_zone else texts("settings.no_country")
    general = {
        BY_ZONE: texts("settings.country_by_zone", country=usual),
        NO_HOLIDAYS: texts("settings.country_none"),
    }
    zones = places.zones_with(shown["zone"], speaking)
    countries = {texts("settings.countries"): general, **places.countries(speaking)}
    return [
        _choice("language", languages, shown, texts),
        forms.grouped_input("zone", texts("settings.zone"), zones, shown["zone"]),
        forms.grouped_input("country", texts("settings.country"), countries, shown["country"]),
    ]


def _days(shown: dict[str, Any], texts: Texts) -> list[Block]:
    return [
        forms.text_input(
            "closing_days",
            texts("settings.closing_days"),
            shown["closing_days"],
            CLOSING_DAYS_LIMIT,
            optional=True,
            hint=texts("settings.closing_days_hint"),
        ),
        _time("opens", shown, texts),
        _time("closes", shown, texts),
    ]


def _time(name: str, shown: dict[str, Any], texts: Texts) -> Block:
    wall = filled_views.READ[name](shown[name])
    return forms.time_input(name, texts(f"settings.{name}"), wall)


def _choice(name: str, choices: dict[str, str], shown: dict[str, Any], texts: Texts) -> Block:
    return forms.choice_input(name, texts(f"settings.{name}"), forms.options(choices), shown[name])
