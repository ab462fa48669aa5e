"""One bot to one SQLite file, whatever became of the one before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import SetupError
from bot.platform.lockfile import alone

CHECKOUT = Path(__file__).resolve().parents[2]
HOLDING = """
import sys, time
from bot.platform.lockfile import alone
with alone(sys.argv[1]):
    print("inside", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/urakata.sqlite3"


def test_a_second_one_is_turned_away_with_the_process_of_the_first(url: str, tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite3"
    link.symlink_to(tmp_path / "urakata.sqlite3")
    for same in (url, f"sqlite:///{link}"):
        with alone(url), pytest.raises(SetupError, match=f"process {os.getpid()}"), alone(same):
            pass
    with alone(url):
        pass


def test_whoever_was_killed_holds_nothing(url: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDING, url], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "inside\n"
    with pytest.raises(SetupError, match=f"process {holder.pid}"), alone(url):
        pass
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    with alone(url):
        pass


@pytest.mark.parametrize("shared", ["postgresql://somewhere/urakata", "sqlite://"])
def test_what_is_no_file_can_be_shared(shared: str) -> None:
    with alone(shared), alone(shared):
        pass


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="No such file"), alone(f"sqlite:///{tmp_path}/no/urakata.sqlite3"):
        pass
