"""What the README must name, and must not: each check yields a complaint for everything that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import typer
from babel.messages.pofile import read_po

from bot.__main__ import commands
from bot.manifest import declared, manifest
from bot.platform import help_texts
from bot.platform.subcommands import HELP_WORDS, Subcommand
from bot.platform.texts import LOCALE, Texts
from bot.settings import Settings
from tests.tables import TABLES

CHECKOUT = Path(__file__).resolve().parent.parent
CI = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")

SETTINGS = {name.upper() for name in Settings.model_fields}
OPTIONS = {
    name: {option for parameter in command.params for option in parameter.opts}
    for name, command in typer.main.get_group(commands).commands.items()
}
"""By the command they belong to."""
SLASH_COMMANDS = declared(manifest())["command"]
SHORTCUTS = {shortcut["name"] for shortcut in manifest()["features"]["shortcuts"]}


def suite_command(readme: str) -> Iterator[str]:
    """The one command that runs the suite is what .ci/run calls."""
    blocks = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)
    found = [line for block in blocks for line in block.splitlines() if "pytest" in line]
    if len(found) != 1:
        yield f"{len(found)} commands run the suite"
    yield from (f".ci/run does not call: {line}" for line in found if line not in CI)


def settings(readme: str) -> Iterator[str]:
    said = {name for row in _rows(readme, "Variable") for name in _quoted(row[0])}
    yield from _differences("setting", said, SETTINGS)


def command_line(readme: str) -> Iterator[str]:
    said = {name.split()[1]: row for row in _rows(readme, "Command") for name in _quoted(row[0])}
    yield from _differences("command", set(said), set(OPTIONS))
    for name, row in said.items():
        unknown = set(re.findall(r"--[a-z]+", " ".join(row))) - OPTIONS.get(name, set())
        yield from (f"{name} takes no {option}" for option in sorted(unknown))


def slash_commands(readme: str) -> Iterator[str]:
    words = [word for row in _rows(readme, "In Slack") for word in _quoted(row[0])]
    yield from _differences(
        "slash command", {word.split()[0] for word in words if word[0] == "/"}, SLASH_COMMANDS
    )


def subcommands(readme: str) -> Iterator[str]:
    """A row for each row of a command's table, as the help has it, and one for its help."""
    rows = [" | ".join(row) for row in _rows(readme, "In Slack")]
    wanted = {row for command, table in TABLES.items() for row in subcommand_rows(command, *table)}
    ours = tuple(
        f"`{command} {word}" for command, (_, known) in TABLES.items() for word in _first_words(known)
    )
    yield from (f"a row is missing: | {row} |" for row in sorted(wanted - set(rows)))
    yield from (f"a row is not true: {row}" for row in rows if row.startswith(ours) and row not in wanted)
    for row in rows:
        command, word = [*_quoted(row)[0].split(), "", ""][:2] if _quoted(row) else ("", "")
        if command in TABLES and word.islower() and not row.startswith(ours):
            yield f"{command} {word} does not exist"


def subcommand_rows(command: str, feature: str, known: tuple[Subcommand, ...]) -> Iterator[str]:
    english = Texts("en")
    for each in known:
        usage = help_texts.written(command, each, english)
        yield f"`{usage}`, `{each.words[1]}` | {english(f'{feature}.{each.name}.does')}"
    yield f"`{command} {HELP_WORDS[0]}`, `{HELP_WORDS[1]}` | {english('help.does')}"


def _first_words(known: tuple[Subcommand, ...]) -> list[str]:
    return [*(each.name for each in known), HELP_WORDS[0]]


def shortcuts_and_buttons(readme: str) -> Iterator[str]:
    """Both stand in bold, the buttons as they are called in English."""
    said = {name for row in _rows(readme, "In Slack") for name in re.findall(r"\*\*(.+?)\*\*", row[0])}
    yield from (f"shortcut {name} is not named" for name in sorted(SHORTCUTS - said))
    yield from (f"nothing is called {name}" for name in sorted(said - SHORTCUTS - _english()))


def links(readme: str) -> Iterator[str]:
    """Those that lead to no other site lead to a file that is here."""
    for target in re.findall(r"\]\(([^)\s]+)\)", readme):
        if not re.match(r"[a-z]+:|#", target) and not _is_here(unquote(target.partition("#")[0])):
            yield f"{target} is not in the repository"


CHECKS: tuple[Callable[[str], Iterator[str]], ...] = (
    suite_command,
    settings,
    command_line,
    slash_commands,
    subcommands,
    shortcuts_and_buttons,
    links,
)


def _rows(readme: str, heading: str) -> list[list[str]]:
    """The cells of each row of the tables whose first column is headed so."""
    tables = [rest.partition("\n\n")[0] for rest in readme.split(f"| {heading} |")[1:]]
    lines = [line for table in tables for line in table.splitlines()[2:]]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def _quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def _differences(kind: str, said: set[str], real: set[str]) -> Iterator[str]:
    yield from (f"{kind} {name} is not named" for name in sorted(real - said))
    yield from (f"{kind} {name} does not exist" for name in sorted(said - real))


def _english() -> set[str]:
    with (LOCALE / "en.po").open("rb") as source:
        return {str(message.string) for message in read_po(source, locale="en")}


def _is_here(path: str) -> bool:
    found = (CHECKOUT / path).resolve()
    return found.exists() and found.is_relative_to(CHECKOUT)
