"""What the first letter of Slack's ids tells."""

from __future__ import annotations

PEOPLE = ("U", "W")
"""In place of a channel's id they mean our conversation with that person."""
DIRECT = "D"
"""A conversation between two; one between several looks like a channel."""
