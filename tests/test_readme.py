"""The README names everything there is and nothing else, and each mistake in it is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests import readme
from tests.readme import CHECKOUT

Check = Callable[[str], Iterator[str]]

MISTAKEN: list[tuple[Check, str, list[str]]] = [
    (readme.suite_command, "Run `pytest`.", ["0 commands run the suite"]),
    (readme.suite_command, "```sh\npytest --fast\n```", [".ci/run does not call: pytest --fast"]),
    (
        readme.settings,
        "| Variable | Default |\n| --- | --- |\n| `PORT` | `3000` |\n| `PORTS` | |\n\n`HOST` too.",
        ["setting HOST is not named", "setting PORTS does not exist"],
    ),
    (
        readme.command_line,
        "| Command | |\n| --- | --- |\n| `urakata tick [--hard]` | once; `--at` |\n| `urakata fly` | |",
        ["command run is not named", "command fly does not exist", "tick takes no --hard"],
    ),
    (
        readme.slash_commands,
        "| In Slack | |\n| --- | --- |\n| `/memo TEXT` | keeps |\n| `/lunch` | |",
        ["slash command /task is not named", "slash command /lunch does not exist"],
    ),
    (
        readme.subcommands,
        "| In Slack | |\n| --- | --- |\n| `/memo list`, `一覧` | Burns memos. |\n| `/memo burn N` | Burns. |",
        [
            "a row is missing: | `/memo show N`, `表示` | Shows the memo of that number. |",
            "a row is not true: `/memo list`, `一覧` | Burns memos.",
            "/memo burn does not exist",
        ],
    ),
    (
        readme.shortcuts_and_buttons,
        "| In Slack | |\n| --- | --- |\n| “…” → **Burn memo** | |\n| **Done** | |",
        ["shortcut タスクにする / Make task is not named", "nothing is called Burn memo"],
    ),
    (
        readme.links,
        "[a](https://example.com/a) [b](#here) [c](LICENSE#top) ![d](missing.png) [e](../elsewhere)",
        ["missing.png is not in the repository", "../elsewhere is not in the repository"],
    ),
]


@pytest.mark.parametrize("check", readme.CHECKS)
def test_the_readme_is_true(check: Check) -> None:
    text = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert list(check(text)) == []


@pytest.mark.parametrize(("check", "text", "complaints"), MISTAKEN)
def test_a_mistake_in_a_readme_is_reported(check: Check, text: str, complaints: list[str]) -> None:
    assert set(complaints) <= set(check(text))


def test_what_is_right_in_a_mistaken_readme_is_not_reported() -> None:
    reported = [complaint for check, text, _ in MISTAKEN for complaint in check(text)]
    for right in (
        "setting PORT ",
        "tick takes no --at",
        "called Done",
        "LICENSE",
        "#here",
    ):
        assert not [complaint for complaint in reported if right in complaint]


def test_every_check_is_shown_to_bite() -> None:
    assert {check for check, _, _ in MISTAKEN} == set(readme.CHECKS)
