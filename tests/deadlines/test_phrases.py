import pytest

from bot.deadlines import read_deadline
from tests.deadlines.tables import REFERENCE, Phrase, notes, phrases, when


def tried(phrase: Phrase) -> tuple[str, str]:
    deadline = read_deadline(phrase.text, REFERENCE)
    return when(deadline), notes(deadline)


@pytest.mark.parametrize("phrase", phrases("ja"), ids=lambda phrase: phrase.text)
def test_a_japanese_phrase_means_what_its_table_says(phrase: Phrase) -> None:
    assert tried(phrase) == (phrase.means, phrase.notes)


@pytest.mark.parametrize("phrase", phrases("en"), ids=lambda phrase: phrase.text)
def test_an_english_phrase_means_what_its_table_says(phrase: Phrase) -> None:
    assert tried(phrase) == (phrase.means, phrase.notes)
