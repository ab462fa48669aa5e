"""What a pattern can begin with, read from the pattern itself: a few characters, as far as they are certain.

Understands what rules begin with: literals, [classes], groups, `?`, `*` and `{0,n}` after them, a look
ahead, and other lookarounds, ^ and \\b, which are skipped. A pattern whose first character is anything
else raises ValueError when it is first needed; later, it ends what is certain. A space stands for any
white space, 0 for any number, however long and in whichever numerals.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.deadlines.numbers import NUMERALS
from bot.deadlines.patterns import Late

SURE = 4
MANY = 200  # nothing is certain any more
ARTICLE = "the "  # says little: behind it as many again are read
NUMBER = Late(f"[{NUMERALS}]+")
WRITTEN_OTHERWISE = frozenset({*NUMERALS, "\n"})
LONGEST = 16
Opening = tuple[str, bool]  # the characters, and whether what follows them is still to be read
AHEAD = "(?="
LOOKAROUND = Late(r"\(\?<?[=!]|\(\)")
PLACE = Late(r"\\b|\^")
GROUP = Late(r"\((?:\?:|\?P<\w+>)?")
CLASS = Late(r"\[((?:[^\]\\^]|\\[s-])+)\]")
LITERAL = Late(r"\\?([^\\|()\[\]?*+.^${}])|\\([()\[\]./@?])")
OPTIONAL = Late(r"[?*]|\{0,\d+\}")
REPEATED = Late(r"[*+{]")
SHORTHAND = Late(r"\\[a-zA-Z]")
QUANTIFIER = Late(r"[?*+]|\{\d*,?\d*\}")


def opening_at(text: str, start: int) -> str:
    """The first characters of what stands there, written as openings are."""
    certain = text[start : start + SURE]
    if certain != ARTICLE and WRITTEN_OTHERWISE.isdisjoint(certain):
        return certain
    return sure(NUMBER.sub("0", text[start : start + LONGEST]).replace("\n", " "))


def openings(pattern: str) -> frozenset[str]:
    found = frozenset(characters for characters, _ in read(pattern))
    if any(opening[:1] in ("", " ") for opening in found):
        raise ValueError(f"a rule must begin with letters or a group of them: {pattern!r}")
    if ARTICLE in found:
        found = frozenset(sure(characters) for characters, _ in read(pattern, len(ARTICLE) + SURE))
    return found


def initials(pattern: str) -> str:
    """The first characters it can begin with, as a class."""
    return f"[{''.join(sorted(written_in_class(characters) for characters, _ in read(pattern, 1)))}]"


def written_in_class(character: str) -> str:
    return {" ": r"\s", "0": NUMERALS}.get(character, re.escape(character))


def sure(characters: str) -> str:
    return characters[: SURE + len(ARTICLE) if characters.startswith(ARTICLE) else SURE]


def read(pattern: str, size: int = SURE) -> frozenset[Opening]:
    return frozenset(opening for part in alternatives(pattern) for opening in read_part(part, size))


def alternatives(pattern: str) -> list[str]:
    """The pattern split at its outermost bars."""
    parts, depth, start, index = [], 0, 0, 0
    while index < len(pattern):
        character = pattern[index]
        if character == "\\":
            index += 1
        elif character == "[":
            index = pattern.index("]", index + 2)
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and depth == 0:
            parts.append(pattern[start:index])
            start = index + 1
        index += 1
    return [*parts, pattern[start:]]


@cache
def read_part(part: str, size: int) -> frozenset[Opening]:
    """Of one alternative, no more than `size` characters."""
    return frozenset(openings_of(part, size))


def openings_of(part: str, size: int) -> Iterator[Opening]:
    if not part or size <= 0:
        yield "", True
        return
    if part.startswith(AHEAD):
        inside = part[len(AHEAD) : group_end(part) - 1]
        yield from ((characters, False) for characters, _ in read(inside, size))
        return
    if skipped := LOOKAROUND.match(part) or PLACE.match(part):
        yield from read_part(part[skipped_end(part, skipped) :], size)
        return
    found, rest = first_item(part, size)
    quantifier = QUANTIFIER.match(rest)
    behind = rest[quantifier.end() :] if quantifier else rest
    if quantifier and OPTIONAL.match(rest):
        yield from read_part(behind, size)
    for characters, goes_on in found:
        if not goes_on or (quantifier and REPEATED.match(rest) and characters != "0"):
            yield characters[:size], False
        else:
            yield from followed_by(characters[:size], behind, size)


def followed_by(characters: str, rest: str, size: int) -> Iterator[Opening]:
    following = read_part(rest, size - len(characters))
    if characters and len(following) > MANY:
        yield characters, False
        return
    for more, goes_on in following:
        yield joined(characters, more), goes_on


def joined(characters: str, more: str) -> str:
    return characters + (more[1:] if characters[-1:] == more[:1] == "0" else more)


def skipped_end(part: str, skipped: re.Match[str]) -> int:
    return group_end(part) if part[0] == "(" else skipped.end()


def first_item(part: str, size: int) -> tuple[frozenset[Opening], str]:
    """What the first item can begin with, and what follows the item."""
    if group := GROUP.match(part):
        end = group_end(part)
        return read(part[group.end() : end - 1], size), part[end:]
    if characters := CLASS.match(part):
        every = expanded(characters[1])
        return frozenset((numeral_free(one), True) for one in every), part[characters.end() :]
    if part.startswith(r"\s"):
        return frozenset({(" ", True)}), part[2:]
    literal = None if SHORTHAND.match(part) else LITERAL.match(part)
    if literal:
        return frozenset({(character_of(literal), True)}), part[literal.end() :]
    return frozenset({("", False)}), ""


def character_of(literal: re.Match[str]) -> str:
    return numeral_free((literal[1] or literal[2]).lower())


def numeral_free(character: str) -> str:
    return "0" if character in NUMERALS else character


def expanded(characters: str) -> str:
    """A class with its ranges written out: 0-9 is 0123456789."""
    return re.sub(
        r"\\(.)|(.)-(.)",
        lambda found: " " if found[1] == "s" else found[1] or ranged(found[2], found[3]),
        characters,
    )


def ranged(first: str, last: str) -> str:
    return "".join(chr(code) for code in range(ord(first), ord(last) + 1))


def group_end(part: str) -> int:
    """Behind the bracket that closes the one the part begins with."""
    depth, index = 0, 0
    while True:
        character = part[index]
        if character == "\\":
            index += 1
        elif character == "[":
            index = part.index("]", index + 2)
        elif character in "()":
            depth += 1 if character == "(" else -1
        index += 1
        if depth == 0:
            return index
