"""The playground: the bot as a process of its own, against a local Slack with a sample team."""

from __future__ import annotations

import errno
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from .errors import SetupError
from .manifest import manifest
from .playground import Channel, LocalSlack, Person
from .playground.launch import serve

Say = Callable[[str], None]

WELCOME = """{url}

  Open it in a browser, then type in #general:
    /memo 次回リリースは12/5に決定        /memo we go with plan B
    /task 見積もりを更新 @sato 金曜17時まで  /task update the estimate @sato by Friday
  or choose “Keep memo” from a message's “…” menu. At the top you choose whose eyes you look through.
  Ctrl-C ends it; nothing is kept."""


async def run(port: int, say: Say) -> int:
    """Until Ctrl+C; the database is a temporary one. Raises SetupError for a port that cannot be used."""
    try:
        return await _serve(port, say)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise SetupError(f"port {port} cannot be used; --port 0 takes any free one.") from error


async def _serve(port: int, say: Say) -> int:
    slack = LocalSlack(manifest(), port=port, name="Sample team")
    await furnish(slack)
    with tempfile.TemporaryDirectory(prefix="urakata-") as folder:
        environment = {
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'playground.sqlite3'}",
            "HOST": "127.0.0.1",
            "PORT": "0",
            "LOG_LEVEL": "WARNING",
        }
        command = [sys.executable, "-m", "bot", "run"]
        return await serve(slack, command, environment, lambda line: say(_announced(line)))


async def furnish(slack: LocalSlack) -> None:
    """A small team that works in two languages, a guest, a private channel, and what they said today."""
    suzuki = _person(slack, "suzuki", "鈴木 花子", "鈴木")
    sato = _person(slack, "sato", "佐藤 健", "佐藤")
    emma = slack.add_person(
        "emma", real_name="Emma Clark", display_name="Emma", locale="en-GB", tz="Europe/London"
    )
    takahashi = _person(slack, "takahashi", "高橋 直", "高橋", is_guest=True)
    general = slack.add_channel("general", members=[suzuki, sato, emma])
    support = slack.add_channel("support", members=[suzuki, sato, emma, takahashi])
    moving = slack.add_channel("office-move", members=[suzuki, sato], private=True)
    slack.add_channel("random", members=[suzuki, sato, emma], with_bot=False)
    for person in (suzuki, sato, emma, takahashi):
        slack.dm_with_bot(person)
    await _talk(slack, [(general, sato, RELEASE), (general, emma, PRINTER)])
    await _talk(slack, [(support, takahashi, REFUND), (moving, suzuki, MOVE)])


def _person(slack: LocalSlack, name: str, real: str, display: str, is_guest: bool = False) -> Person:
    return slack.add_person(
        name, real_name=real, display_name=display, locale="ja-JP", tz="Asia/Tokyo", is_guest=is_guest
    )


async def _talk(slack: LocalSlack, said: list[tuple[Channel, Person, str]]) -> None:
    for channel, person, text in said:
        await slack.hand(person).say(channel, text)


def _announced(line: str) -> str:
    return WELCOME.format(url=line) if line.startswith("http") else line


RELEASE = """お疲れさまです。リリースの件、まとめます。
• 次回リリースは12/5に決定しました
• 凍結は12/3の17時です
• `v2.4` の確認項目は @suzuki さんにお願いします
手順: https://example.com/release?v=2.4&step=1 :rocket:"""
PRINTER = """Morning! Two things from the office:
1. We agreed to go with the *second* printer quote.
2. @sato could you please order toner by Friday?
```
model: X-200 <mono>
```"""
REFUND = "返品のお客様への返信を、明日の15時までにお願いできますでしょうか。"
MOVE = "引っ越し業者はA社に決定です。鍵の返却は12/18(金)まで。"
