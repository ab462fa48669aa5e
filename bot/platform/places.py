"""Time zones and countries to choose from, by the names readers know. From CLDR, through Babel."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from zoneinfo import available_timezones

import holidays
from babel.core import Locale, get_global

UTC, UTC_LABEL = "Etc/UTC", "UTC"
REGIONS = (
    *("Africa", "America", "Antarctica", "Arctic", "Asia"),
    *("Atlantic", "Australia", "Europe", "Indian", "Pacific"),
)
MOST = 100
"""Options in a group of a menu."""

Groups = Mapping[str, Mapping[str, str]]
"""The texts by value, by the label of their group."""


def canonical(zone: str) -> str:
    """The name under which a zone stands among the choices: Asia/Tokyo for Japan."""
    found: str = get_global("zone_aliases").get(zone, zone)
    return found


@cache
def zones(language: str) -> Groups:
    """By region: 東京 (Asia/Tokyo)."""
    cities, all_names = _cities(language), {canonical(zone) for zone in available_timezones()}
    groups: dict[str, dict[str, str]] = {UTC_LABEL: {UTC: UTC_LABEL}}
    for region in REGIONS:
        its = sorted(zone for zone in all_names if zone.startswith(f"{region}/"))
        for part in _parts(its):
            label = region if len(its) == len(part) else f"{region} {_initial(part[0])}–{_initial(part[-1])}"
            groups[label] = {zone: f"{cities.get(zone, _city(zone))} ({zone})" for zone in part}
    return groups


def zones_with(zone: str, language: str) -> Groups:
    """The same with that zone, which a channel has, among them."""
    groups = zones(language)
    if any(zone in its for its in groups.values()):
        return groups
    return {**groups, UTC_LABEL: {**groups[UTC_LABEL], zone: zone}}


@cache
def countries(language: str) -> Groups:
    """Those whose public holidays are known, by name."""
    known = holidays.list_supported_countries(include_aliases=False)
    named = {code: country(code, language) for code in known}
    parts = _parts(sorted(named, key=lambda code: unicodedata.normalize("NFKD", named[code])))
    return {f"{named[part[0]]} – {named[part[-1]]}": {code: named[code] for code in part} for part in parts}


def country(code: str, language: str) -> str:
    return str(Locale(language).territories.get(code, code))


def _cities(language: str) -> dict[str, str]:
    """By canonical name, where CLDR has a name of its own."""
    zones = Locale(language).time_zones
    return {canonical(zone): names["city"] for zone, names in zones.items() if "city" in names}


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _initial(zone: str) -> str:
    return zone.split("/")[1][0]


def _parts(values: Sequence[str]) -> list[Sequence[str]]:
    """As many as a menu's groups have room for."""
    return [values[start : start + MOST] for start in range(0, len(values), MOST)]
