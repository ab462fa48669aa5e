"""How lines of an English message stand in its outline: as in `japanese.outline`."""

from bot.deadlines.english.speech import VERBS
from bot.deadlines.japanese.speech import NEVER

TASKS_ALONE = r"(?:to-?do|action\sitems?|next\ssteps|actions)s?\s?:?$"
NO_TITLE = (
    rf"^(?!\W*(?:what|how|who|where|why|things)\b).*\b(?:please|pls|can|could|will|would|must|should|by|before|is|are|was|were|i|i'm)\b|"
    rf"^\W*(?:{VERBS})\s(?:the|an?|your|my|our|all|this|that|it|us|me)\b"
)
CLOSING = NEVER
TELLING = NEVER
DETAIL = r"(?:owner|assignee|due|deadline|notes?|who|when)\b[^:\n]{0,8}:"
COLUMN = r"no\.?|#|tasks?|what|items?|owner|assignee|who|due(?:\sdate)?|deadline|when|status|notes?"
