"""Patterns for what begins with one of many openings: each character is looked at once for all of them."""

import re
from collections.abc import Iterable

from bot.deadlines.numbers import NUMERALS


def by_first(openings: Iterable[str]) -> dict[str, list[str]]:
    """What follows each first character, "" where anything may; a first number as each numeral."""
    rests: dict[str, list[str]] = {}
    for opening in openings:
        rests.setdefault(opening[0], []).append(opening[1:])
    numbers = dict.fromkeys(NUMERALS, [""]) if rests.pop("0", None) else {}
    return rests | numbers


def following(rests: list[str]) -> str:
    """A pattern of all the rests."""
    if "" in rests:
        return ""
    grouped: dict[str, list[str]] = {}
    for rest in rests:
        grouped.setdefault(rest[0], []).append(rest[1:])
    return "(?:" + "|".join(written(one) + following(rest) for one, rest in grouped.items()) + ")"


def written(character: str) -> str:
    return {" ": r"\s", "0": f"[{NUMERALS}]++"}.get(character, re.escape(character))


def beginning(openings: Iterable[str]) -> str:
    """Matches the first character where one of them stands."""
    return "|".join(
        f"{re.escape(first)}(?={following(rests)})" for first, rests in by_first(openings).items()
    )
