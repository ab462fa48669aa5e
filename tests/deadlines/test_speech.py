import re
from pathlib import Path
from types import ModuleType

import pytest

import bot.deadlines
from bot.deadlines import speech
from bot.deadlines.speech import LANGUAGES, either

EVERYTHING = "\n".join(file.read_text() for file in Path(bot.deadlines.__path__[0]).rglob("*.py"))
GROUPS = {name.upper() for name in (*speech.AROUND_BEFORE, *speech.AROUND_BEHIND)}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.__name__.rpartition(".")[2])
def test_every_pattern_of_a_language_is_asked_for(language: ModuleType) -> None:
    names = {name for file in language.SPEECH for name in vars(file) if name.isupper()}

    assert {name for name in names - GROUPS if len(re.findall(rf"\b{name}\b", EVERYTHING)) < 2} == set()


def test_a_name_that_no_language_has_is_refused() -> None:
    with pytest.raises(LookupError, match="ASKING_NICELY"):
        either("ASKING_NICELY")
