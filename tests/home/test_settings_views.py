"""The form of a channel's settings and its answers, and that Slack takes them whatever was chosen."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.home import filled_views, settings_views
from bot.home.settings_views import Around
from bot.platform import places
from bot.platform.forms import FIELD
from bot.platform.texts import Texts
from bot.workspaces.automatic_model import Begun
from bot.workspaces.settings_model import NO_HOLIDAYS, ChannelSettings
from tests.payloads import NAMES, READERS, Shown, assert_reads_as_kept, patient, taken, taken_as_form
from tests.team import NOW, TOKYO

KINDS = ("digest", "weekly", "unowned")
DEFAULTS = ChannelSettings(TOKYO, "ja")
ALONE = Around(["digest"], [], False, None, None)
EVERYTHING = Around(KINDS, ["digest", "unowned"], False, "鈴木", datetime(2026, 11, 20, 3, 0, tzinfo=UTC))
SHARED = Around(KINDS, [], True, None, None)
BEGUN = [Begun(kind, date(2026, 11, 26 + n)) for n, kind in enumerate(KINDS)]
LOCAL = NOW.astimezone(TOKYO)


def form(its: ChannelSettings, around: Around, texts: Texts) -> dict[str, Any]:
    return settings_views.form(its, around, texts, LOCAL, channel="C1", reply="https://hooks.example/1")


def brief(view: dict[str, Any]) -> dict[str, Any]:
    """Without most of the choices of long menus."""
    for block in view["blocks"]:
        for group in block.get("element", {}).get("option_groups", ()):
            group["options"] = [group["options"][0], f"and {len(group['options']) - 1} more"]
    return view


SHOWN: dict[str, Shown] = {
    "form": lambda texts: brief(form(DEFAULTS, ALONE, texts)),
    "form_of_everything": lambda texts: brief(form(DEFAULTS, EVERYTHING, texts)),
    "form_in_a_shared_channel": lambda texts: brief(form(DEFAULTS, SHARED, texts)),
    "started": lambda texts: settings_views.started(DEFAULTS, BEGUN, texts, LOCAL),
    "saved": lambda texts: settings_views.saved(DEFAULTS, BEGUN[:1], texts, LOCAL),
    "saved_without_posts": lambda texts: settings_views.saved(DEFAULTS, [], texts, LOCAL),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_reads_as_kept(name: str, snapshot: SnapshotAssertion) -> None:
    assert_reads_as_kept(SHOWN[name], snapshot)


WALL_TIMES = st.builds(time, st.integers(0, 22), st.integers(0, 59))
DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: (day.month, day.day))
COUNTRIES = st.sampled_from(
    [None, NO_HOLIDAYS, *(code for its in places.countries("en").values() for code in its)]
)
SETTINGS = st.builds(
    ChannelSettings,
    st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"})).map(ZoneInfo),
    st.sampled_from(["ja", "en"]),
    WALL_TIMES,
    st.integers(0, 6),
    WALL_TIMES,
    st.integers(1, 80),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    COUNTRIES,
    st.one_of(st.none(), st.sets(DAYS, max_size=60).map(lambda days: tuple(sorted(days)))),
    WALL_TIMES,
    st.just(time(23)),
)


@patient
@given(SETTINGS, st.sets(st.sampled_from(KINDS)), NAMES, READERS, st.booleans())
def test_any_settings_can_be_shown_and_sent_as_they_are_change_nothing(
    its: ChannelSettings, on: set[str], name: str, texts: Texts, is_shared: bool
) -> None:
    view = form(its, Around(KINDS, sorted(on), is_shared, name, NOW), texts)
    taken_as_form(view)
    assert filled_views.changed({**view, "state": {"values": untouched(view)}}) == {}
    taken(settings_views.started(its, BEGUN, texts, LOCAL))
    taken(settings_views.saved(its, BEGUN[: len(on)], texts, LOCAL))


@patient
@given(SETTINGS, SETTINGS)
def test_what_is_filled_in_is_what_is_wanted(before: ChannelSettings, after: ChannelSettings) -> None:
    wanted = filled_views.wanted(filled_views.fields(after, []), before)
    assert filled_views.fields(wanted, []) == filled_views.fields(after, [])


def untouched(view: dict[str, Any]) -> dict[str, Any]:
    """What Slack sends back of a form nobody has touched."""
    inputs = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
    return {name: {FIELD: _state(element)} for name, element in inputs.items()}


def _state(element: dict[str, Any]) -> dict[str, Any]:
    match element["type"]:
        case "checkboxes":
            return {"selected_options": element.get("initial_options", [])}
        case "timepicker":
            return {"selected_time": element["initial_time"]}
        case "static_select":
            return {"selected_option": element["initial_option"]}
    return {"value": element.get("initial_value")}
