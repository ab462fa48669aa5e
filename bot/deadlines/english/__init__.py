"""English: what its sentences do, with a date and without."""

from bot.deadlines.english import around, courtesies, deciding, outline, speech

SPEECH = (speech, around, courtesies, deciding, outline)
