"""The characters a pattern can begin with, read from the pattern itself.

Understands what rules begin with: literals, [classes], groups, `?` after them, and
lookarounds, which are skipped. Anything else raises ValueError when the grammar is built.
"""

import re

LOOKAROUND = re.compile(r"\(\?<?[=!]|\(\)")
GROUP = re.compile(r"\((?:\?:)?")
CLASS = re.compile(r"\[([^\]\\^]+)\]")
LITERAL = re.compile(r"\\?([^\\|()\[\]?*+.^$])|\\([()\[\]./@])")
OPTIONAL = re.compile(r"[?*]|\{0,\d+\}")


def first_characters(pattern: str) -> frozenset[str]:
    return frozenset().union(*(alternative_firsts(part) for part in alternatives(pattern)))


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


def alternative_firsts(part: str) -> frozenset[str]:
    if LOOKAROUND.match(part):
        return alternative_firsts(part[group_end(part) :])
    found, rest = first_item(part)
    optional = OPTIONAL.match(rest)
    return found | alternative_firsts(rest[optional.end() :]) if optional else found


def first_item(part: str) -> tuple[frozenset[str], str]:
    """What the first item can begin with, and what follows the item."""
    if group := GROUP.match(part):
        end = group_end(part)
        return first_characters(part[group.end() : end - 1]), part[end:]
    if characters := CLASS.match(part):
        return frozenset(expanded(characters[1])), part[characters.end() :]
    if literal := LITERAL.match(part):
        return frozenset((literal[1] or literal[2]).lower()), part[literal.end() :]
    raise ValueError(f"a rule must begin with letters or a group of them: {part!r}")


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
