"""What a pattern can begin with, read from the pattern itself: one character, two where both are certain.

Understands what rules begin with: literals, [classes], groups, `?`, `*` and `{0,n}` after them, and
lookarounds, ^ and \\b, which are skipped. Anything else raises ValueError when the grammar is built.
"""

import re

LOOKAROUND = re.compile(r"\(\?<?[=!]|\(\)")
PLACE = re.compile(r"\\b|\^")
GROUP = re.compile(r"\((?:\?:)?")
CLASS = re.compile(r"\[([^\]\\^]+)\]")
LITERAL = re.compile(r"\\?([^\\|()\[\]?*+.^${}])|\\([()\[\]./@])")
OPTIONAL = re.compile(r"[?*]|\{0,\d+\}")
CLASS_OF_CHARACTERS = re.compile(r"\\[a-zA-Z]")
QUANTIFIED = re.compile(r"[?*{+]")


def openings(pattern: str) -> frozenset[str]:
    return frozenset().union(*(openings_of(part) for part in alternatives(pattern)))


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


def openings_of(part: str) -> frozenset[str]:
    """Of one alternative."""
    if LOOKAROUND.match(part):
        return openings_of(part[group_end(part) :])
    if place := PLACE.match(part):
        return openings_of(part[place.end() :])
    found, rest = first_item(part)
    if optional := OPTIONAL.match(rest):
        return found | openings_of(rest[optional.end() :])
    return found


def first_item(part: str) -> tuple[frozenset[str], str]:
    """What the first item can begin with, and what follows the item."""
    if group := GROUP.match(part):
        end = group_end(part)
        return openings(part[group.end() : end - 1]), part[end:]
    if characters := CLASS.match(part):
        return frozenset(expanded(characters[1])), part[characters.end() :]
    literal = None if CLASS_OF_CHARACTERS.match(part) else LITERAL.match(part)
    if literal:
        rest = part[literal.end() :]
        return frozenset({character_of(literal) + certain_next(rest)}), rest
    raise ValueError(f"a rule must begin with letters or a group of them: {part!r}")


def character_of(literal: re.Match[str]) -> str:
    return (literal[1] or literal[2]).lower()


def certain_next(rest: str) -> str:
    """The literal that must follow, nothing if what follows is not certain."""
    literal = None if CLASS_OF_CHARACTERS.match(rest) else LITERAL.match(rest)
    if literal is None or QUANTIFIED.match(rest, literal.end()):
        return ""
    return character_of(literal)


def expanded(characters: str) -> str:
    """A class with its ranges written out: 0-9 is 0123456789."""
    return re.sub(
        r"(.)-(.)",
        lambda ends: "".join(chr(code) for code in range(ord(ends[1]), ord(ends[2]) + 1)),
        characters,
    )


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
