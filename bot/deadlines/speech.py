"""What sentences do with dates: ask, decide, look back, greet. All patterns see `Plain.lower`.

Each language file gives the same names; a name a language has no use for never matches there.
"""

import re

from bot.deadlines import english_speech as english
from bot.deadlines import japanese_speech as japanese


def either(name: str) -> re.Pattern[str]:
    """The patterns of that name of all languages as one."""
    return re.compile("|".join(f"(?:{getattr(language, name)})" for language in (japanese, english)))


# sentences
ASKS = either("ASKS")
FORMULA = either("FORMULA")
IDLE = either("IDLE")
QUESTION = either("QUESTION")
STATEMENT = either("STATEMENT")
PAST_AROUND = either("PAST_AROUND")
AHEAD = either("AHEAD")
URGENT = either("URGENT")
NOT_URGENT = either("NOT_URGENT")
DECIDED = either("DECIDED")
UNDECIDED = either("UNDECIDED")
DECISION_HEADING = either("DECISION_HEADING")
TASK_HEADING = either("TASK_HEADING")
# right behind a date
BEFORE_EVENT = either("BEFORE_EVENT")
OF_EVENT = either("OF_EVENT")
AT_EVENT = either("AT_EVENT")
ATTRIBUTE = either("ATTRIBUTE")
TOPIC = either("TOPIC")
CONCESSION = either("CONCESSION")
PAST_BEHIND = either("PAST_BEHIND")
REPORTED = either("REPORTED")
WAS_DUE = either("WAS_DUE")
CLAUSE_END = either("CLAUSE_END")
# right before a date
DETERMINER = either("DETERMINER")
