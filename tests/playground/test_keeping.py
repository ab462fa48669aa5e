"""A workspace goes on after a restart where it was."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from bot.playground import LocalSlack
from bot.playground.clock import MovableClock
from bot.playground.files import File
from bot.playground.keeping import keeping, restore, save
from bot.playground.tour import Happening, Step, Tour
from tests.playground.sample_app import MANIFEST

AHEAD = timedelta(days=3)


def never(_happening: Happening) -> bool:
    return False


async def lived(slack: LocalSlack) -> None:
    suzuki = slack.add_person("suzuki", real_name="鈴木 花子", locale="ja-JP")
    sato = slack.add_person("sato", real_name="佐藤 健", is_guest=True)
    general = slack.add_channel("general", [suzuki, sato])
    slack.add_channel("secret", [suzuki], private=True)
    slack.dm_with_bot(suzuki)
    parent = await slack.hand(suzuki).say(general, "parent")
    await slack.hand(sato).say(general, "reply", thread_ts=parent.ts)
    await slack.hand(sato).react(parent, "memo")
    slack.core.files.take_in([File("F1", "bytes.bin", 2, content=b"\xff\x00", received=True, complete=True)])


async def test_everything_that_was_said_and_done_is_there_again(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    first = LocalSlack(MANIFEST, MovableClock(AHEAD))
    first.desk.tour = Tour([Step("one", {}, {}, never)], done=["one"])
    await lived(first)
    save(first.core, file)

    later = LocalSlack(MANIFEST, MovableClock())
    assert restore(later.core, file) == {"one"}
    old, new = first.core.workspace, later.core.workspace
    assert (new.people, new.channels) == (old.people, old.channels)
    assert new.bot is new.people[old.bot.id]
    parent, reply = later.messages("C" + next(iter(old.channels))[1:])
    assert new.channels[parent.channel].replies(parent.ts) == [reply]
    assert later.core.clock.ahead == AHEAD  # type: ignore[attr-defined]
    assert later.core.files.find("F1").content == b"\xff\x00"
    assert new.stamps.id("C") not in old.channels
    assert new.stamps.ts() > reply.ts


async def test_it_is_saved_at_the_end_and_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    slack = LocalSlack(MANIFEST)
    async with keeping(slack.core, file):
        await lived(slack)
    assert "parent" in file.read_text()
    assert os.listdir(tmp_path) == ["kept.json"]
    file.write_text("{}")
    with pytest.raises(ValueError, match="validation error"):
        restore(LocalSlack(MANIFEST).core, file)
