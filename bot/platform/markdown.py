"""What people wrote, as Markdown that shows it as it was written."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*\[\]<>|])")
_BEGINNINGS = re.compile(r"^(\s*)([#=~+-])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)


def escape(text: str) -> str:
    """No heading, list, link or tag comes of it. Line breaks stay."""
    text = _SIGNS.sub(r"\\\1", text)
    text = _BEGINNINGS.sub(r"\1\\\2", text)
    return _NUMBERED.sub(r"\1\\\2", text)


def line(text: str) -> str:
    return escape(" ".join(text.split()))


def indented(text: str, by: str = "  ") -> str:
    """A paragraph below a list's entry; its line breaks are kept."""
    return "\n".join(f"{by}{part}".rstrip() + "  " for part in escape(text).splitlines())


def quoted(text: str) -> str:
    return "\n".join(f"> {part}".rstrip() + "  " for part in escape(text).splitlines())
