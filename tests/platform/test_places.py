"""Every zone and country can be chosen, once, in menus that Slack takes."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.platform import places
from bot.platform.calendar import knows_country
from bot.platform.places import Groups
from bot.platform.texts import LANGUAGES


def values(groups: Groups) -> list[str]:
    return [value for its in groups.values() for value in its]


@pytest.mark.parametrize("language", LANGUAGES)
def test_menus_stay_within_slacks_limits(language: str) -> None:
    for groups in (places.zones(language), places.countries(language)):
        assert len(groups) <= 100
        assert all(0 < len(its) <= 100 for its in groups.values())
        assert all(0 < len(text) <= 75 for its in groups.values() for text in (*its.values(), *groups))
        assert len(values(groups)) == len(set(values(groups)))


def test_every_zone_slack_may_name_stands_among_the_choices() -> None:
    chosen = set(values(places.zones("ja")))
    named = {zone for zone in available_timezones() if zone.split("/")[0] in places.REGIONS}
    assert {places.canonical(zone) for zone in named} <= chosen
    assert all(ZoneInfo(zone) for zone in chosen)
    assert {places.canonical(zone) for zone in ("UTC", "Japan", "Asia/Calcutta")} <= chosen


def test_names_are_those_of_the_reader() -> None:
    assert places.zones("ja")["Asia"]["Asia/Tokyo"] == "東京 (Asia/Tokyo)"
    assert places.zones("ja")["Asia"]["Asia/Kolkata"] == "コルカタ (Asia/Kolkata)"
    assert places.country("JP", "en") == "Japan"


def test_every_country_has_a_calendar() -> None:
    found = values(places.countries("en"))
    assert len(found) > 200
    assert all(knows_country(code) for code in found)
