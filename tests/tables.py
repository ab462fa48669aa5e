"""The tables of all commands."""

from __future__ import annotations

from bot.digests.listeners import SUBCOMMANDS as DIGEST_SUBCOMMANDS
from bot.memos.listeners import SUBCOMMANDS as MEMO_SUBCOMMANDS
from bot.platform.subcommands import Subcommand
from bot.reflections.listeners import SUBCOMMANDS as WEEKLY_SUBCOMMANDS
from bot.tasks.listeners import SUBCOMMANDS as TASK_SUBCOMMANDS

TABLES: dict[str, tuple[str, tuple[Subcommand, ...]]] = {
    "/memo": ("memos", MEMO_SUBCOMMANDS),
    "/task": ("tasks", TASK_SUBCOMMANDS),
    "/digest": ("digest", DIGEST_SUBCOMMANDS),
    "/weekly": ("weekly", WEEKLY_SUBCOMMANDS),
}
"""By command: the feature that names its texts, and its rows."""
