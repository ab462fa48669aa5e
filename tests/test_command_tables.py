"""What the tables of the commands say is true: every word and every example means what it says."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.platform import help_texts
from bot.platform.subcommands import Asked, Near, Subcommand, help_on, read
from bot.platform.texts import LANGUAGES, Texts
from tests.payloads import assert_reads_as_kept, taken
from tests.tables import TABLES

ROWS = [(command, *table, row) for command, table in TABLES.items() for row in table[1]]
IDS = [f"{command}-{row.name}" for command, _, _, row in ROWS]


def as_sent(example: str) -> str:
    """As Slack sends what is typed: people by their id."""
    return " ".join("<@U123|name>" if word.startswith("@") else word for word in example.split(" "))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("_command", "feature", "known", "row"), ROWS, ids=IDS)
def test_each_row_has_two_examples_that_mean_it(
    _command: str, feature: str, known: tuple[Subcommand, ...], row: Subcommand, language: str
) -> None:
    examples = Texts(language)(f"{feature}.{row.name}.examples").splitlines()
    assert len(set(examples)) == 2
    for example in examples:
        understood = read(as_sent(example), known)
        assert isinstance(understood, Asked)
        assert understood.name == row.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", TABLES)
def test_each_command_has_two_examples_that_are_no_near_misses(command: str, language: str) -> None:
    feature, known = TABLES[command]
    examples = Texts(language)(f"{feature}.examples").splitlines()
    assert len(set(examples)) == 2
    assert not [example for example in examples if isinstance(read(as_sent(example), known), Near)]


@pytest.mark.parametrize("command", TABLES)
def test_no_word_stands_for_two_rows(command: str) -> None:
    words = [word for row in TABLES[command][1] for word in row.words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("command", TABLES)
def test_help_is_asked_for_alone_or_with_a_row(command: str) -> None:
    known = TABLES[command][1]
    with_help = [*known, help_on(known)]
    assert read("ヘルプ", with_help) == Asked("help", "")
    for row in known:
        for word in row.words:
            assert read(f"help {word}", with_help) == Asked("help", word)
    assert read("help me tomorrow", with_help) is None


@pytest.mark.parametrize("command", TABLES, ids=lambda command: command.strip("/"))
def test_the_help_of_a_command_reads_as_kept(command: str, snapshot: SnapshotAssertion) -> None:
    feature, known = TABLES[command]
    assert_reads_as_kept(lambda texts: help_texts.overview(command, feature, known, texts), snapshot)


@pytest.mark.parametrize(("command", "feature", "_known", "row"), ROWS, ids=IDS)
def test_the_help_of_a_row_can_be_shown(
    command: str, feature: str, _known: tuple[Subcommand, ...], row: Subcommand
) -> None:
    for language in LANGUAGES:
        taken(help_texts.on(command, feature, row, Texts(language)))


def test_the_help_of_a_row_reads_as_kept(snapshot: SnapshotAssertion) -> None:
    command, feature, _, row = next(each for each in ROWS if each[3].name == "search")
    assert_reads_as_kept(lambda texts: help_texts.on(command, feature, row, texts), snapshot)
