"""Patterns for what begins with one of many openings: each character is looked at once for all of them.

Openings are written as in `openings`: a space for any white space, 0 for any number.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from bot.deadlines.numbers import NUMERALS

IN_WORD = "[a-z0-9_'’]"
IN_NUMBER = r"(?<=[0-9a-z_$¥€£#+].)|(?<=[0-9][.,:/\-].)"  # a price, a version, the middle of a number


def by_first(openings: Iterable[str]) -> dict[str, list[str]]:
    """What follows each first character, "" where anything may."""
    rests: dict[str, list[str]] = {}
    for opening in openings:
        rests.setdefault(opening[0], []).append(opening[1:])
    return rests


def following(rests: Collection[str]) -> str:
    """A pattern of all the rests."""
    grouped = {} if "" in rests else by_first(rests)
    return "|".join(f"{written(first)}{grouped_following(rest)}" for first, rest in grouped.items())


def grouped_following(rests: Collection[str]) -> str:
    return f"(?:{found})" if (found := following(rests)) else ""


def written(character: str) -> str:
    return {" ": r"\s", "0": f"[{NUMERALS}]++"}.get(character, re.escape(character))


def beginning(openings: Iterable[str]) -> str:
    """Matches the first character where one of them stands."""
    rests = by_first(openings)
    numbers = {numeral: [""] for numeral in NUMERALS} if rests.pop("0", None) else {}
    return "|".join(f"{re.escape(first)}(?={following(rest)})" for first, rest in (rests | numbers).items())


def leap(openings: Sequence[str]) -> str:
    """Matches up to where one of them stands, or the end: never inside a word or a number. (With DOTALL.)"""
    rests = by_first(openings)
    letters = {first: rest for first, rest in rests.items() if "a" <= first <= "z"}
    others = {first: rest for first, rest in rests.items() if first not in letters and first != "0"}
    word = following([opening for opening in openings if opening[0] in letters])
    number = rf"[{NUMERALS}]*+(?:{following(rests.get('0', ['']))})"
    return (
        rf"(?:[^a-z_{NUMERALS}{re.escape(''.join(others))}]++"
        rf"|[a-z_](?:(?<={IN_WORD}.)|(?<!(?={word}).))[a-z0-9_]*+"
        rf"|[0-9](?:{IN_NUMBER}|(?!{number}))"
        rf"|[{NUMERALS[10:]}](?!{number})[{NUMERALS[10:]}]*+"
        + "".join(f"|{re.escape(first)}(?!{following(rest)})" for first, rest in others.items())
        + ")*+"
    )
