"""The playground: the bot as a process of its own, against a local Slack with a sample team."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from .manifest import manifest
from .playground import LocalSlack
from .playground.launch import serve

Say = Callable[[str], None]


async def run(port: int, say: Say) -> int:
    """Until Ctrl+C; the database is a temporary one."""
    slack = LocalSlack(manifest(), port=port)
    furnish(slack)
    with tempfile.TemporaryDirectory(prefix="urakata-") as folder:
        environment = {
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'playground.sqlite3'}",
            "PORT": "0",
            "LOG_LEVEL": "WARNING",
        }
        command = [sys.executable, "-m", "bot", "run"]
        return await serve(slack, command, environment, lambda line: say(_announced(line)))


def furnish(slack: LocalSlack) -> None:
    """A small team that works in two languages, one guest, one private channel."""
    suzuki = slack.add_person(
        "suzuki", real_name="鈴木 花子", display_name="鈴木", locale="ja-JP", tz="Asia/Tokyo"
    )
    sato = slack.add_person("sato", real_name="佐藤 健", display_name="佐藤", locale="ja-JP", tz="Asia/Tokyo")
    emma = slack.add_person(
        "emma", real_name="Emma Clark", display_name="Emma", locale="en-US", tz="Europe/London"
    )
    takahashi = slack.add_person(
        "takahashi", real_name="高橋 直", display_name="高橋", locale="ja-JP", tz="Asia/Tokyo", is_guest=True
    )
    slack.add_channel("general", members=[suzuki, sato, emma])
    slack.add_channel("support", members=[suzuki, sato, emma, takahashi])
    slack.add_channel("office-move", members=[suzuki, sato], private=True)
    slack.add_channel("random", members=[suzuki, sato, emma], with_bot=False)
    for person in (suzuki, sato, emma, takahashi):
        slack.dm_with_bot(person)


def _announced(line: str) -> str:
    return f"Urakata's playground: {line}" if line.startswith("http") else line
