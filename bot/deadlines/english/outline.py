"""How lines of an English message stand in its outline: as in `japanese.outline`."""

from bot.deadlines.english.speech import VERBS
from bot.deadlines.japanese.speech import NEVER

TASK_WORDS = (
    r"action\s(?:items?|points?|list)|actions|to[-\s]?dos?(?:\slist)?|tasks?|next(?:\ssteps?|(?=\W*$))|"
    r"follow[-\s]?ups?|homework|assignments|asks|who\sdoes\swhat|"
    r"remediation|counter-?measures|(?:corrective|preventi(?:ve|on)|improvement|follow-up)\s(?:actions|measures|tasks)"
)
OF_YOU = r"(?:you|(?:every|any)(?:body|one)|all|us|we|i|each|team\sleads|managers|the\s\w+|leads|people)"
FROM_US = (  # what we ask everybody to do, your part, before you leave: a line of its own
    rf"what\s(?:{OF_YOU}\s(?:all\s|still\s|now\s)?(?:needs?|has|have|must|should|can|ask|want|would\slike|expect)\b[^.:?]{{0,40}}"
    rf"(?:\bdo|\b(?:from|of)\s{OF_YOU})|to\sdo|(?:is|'s)\s(?:left|still\sto\sdo|outstanding)(?:\sto\sdo)?)|"
    r"(?:things|still)\s(?:left\s)?to\sdo|(?:your|our)\s(?:part|turn|tasks|homework|job)|how\syou\scan\shelp|for\s(?:you\sto\sdo|(?:you|everyone|everybody|all|tomorrow|today|tonight|(?:the\s)?next\s\w+|the\s\w+\s(?:shift|team|crew|leads|desk))(?=:))|"
    r"before\s(?:you|we)\s(?:leave|go|travel|start|arrive)|(?:your\s|the\s)?check-?list"
)
ABOUT_TASKS = (  # to do by Friday (the visit is the day after): action items for next week
    r"(?:\s\(?(?:for|by|before|due|from|until|after|on|this|next|today|tomorrow|left|still)\b[^.:]{0,70})?:[\W_]*$|"
    r"\s\(?(?:for|by|before|due|until|this|today|tomorrow)\b[^.,:!?]{0,40}$"
)
DAY = (
    r"(?:(?:the\s)?(?:[0-9]|end)|today|tomorrow|tonight|noon|next|this|eo|cob|mon|tue|wed|thu|fri|sat|sun|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
TASK_HEADING = (
    r"^[\W_]*(?:"
    rf"(?:(?!done|completed|finished|closed|no\s)[a-z]*['’]?[a-z]*\s)?(?:{TASK_WORDS})(?![a-z0-9])(?:[\W_]*$|[\s*_\])]*:|{ABOUT_TASKS})|"
    rf"(?:{FROM_US})(?:[,–—-]\s[^.:?]{{1,30}}|,?\s(?:before|by|until|this|next|now|today|tomorrow|for)\b[^.:?]{{0,40}})?[\W_]*$|"
    r"(?:to[-\s]?dos?|actions|tasks|next\ssteps)\s(?:for\s)?(?!list|is|are|was|this|that|the|it)[a-z&+-]{2,20}(?:\s[a-z&+-]{2,16})?[\W_]*$|"
    rf"(?:due|by)\s{DAY}[^.:]{{0,30}}:\W*$|"
    r"(?:one|two|three|four|a\sfew|a\scouple\sof|some|[2-9])\s(?:[a-z]+\s)?"
    r"(?:(?:(?:small\sthings|asks|requests|favou?rs)(?:\sfor\s[^.:]{1,20})?|things\sto\sdo[^.:]{0,30}|things\sfor\syou):\W*$|"
    r"(?:things|asks|tasks|requests|favou?rs)\sfor\s[^.:]{1,30}:?\W*$)|"
    r"please[\W_]*$)|"
    rf"^(?:[^.:]{{0,30}}\bto[\s-]do(?:{ABOUT_TASKS})|"
    r"(?=[^|]{1,20}\|)[^.:]{0,30}\b(?:owner|assignee|who|due|deadline)\b[^.:]{0,30}$)|"
    r"\b(?:(?:please|can\syou|could\syou)\b[^.]{0,40}:\W*$|"
    r"(?<!you\s)(?<!you'll\s)(?:need|needs|needed|require|the\sfollowing|outstanding)\b[^.]{0,70}:\W*$)"
)
TASKS_ALONE = (  # a line that needs no mark to be a heading
    r"(?=action|asks|to[-\s]?do|next\sstep|task|follow|who\sdoes|what\s|your\s|homework|remedia|before\s)"
    rf"(?:{TASK_HEADING})"
)
DECISION_HEADING = (
    r"^[\W_]*(?:(?:key\s)?decisions?(?:\s(?:made|taken|today))?|(?:what\s)?(?:we(?:'ve)?\s)?(?:decided|agreed)(?:\son)?)"
    r"[\s*_\])]*(?::|$)"
)
NO_TITLE = (
    rf"^(?!\W*(?:what|how|who|where|why|things|before\s(?:you|we)|for|actions?|next|your|to-?do)\b).*\b(?:please|pls|can|could|will|would|must|should|by|before|is|are|was|were|i|i'm)\b|"
    rf"^\W*(?:{VERBS})\s(?:the|an?|your|my|our|all|this|that|it|us|me)\b"
)
CLOSING = NEVER
TELLING = NEVER
DETAIL = r"(?:owner|assignee|due|deadline|notes?|who|when)\b[^:\n]{0,8}:"
COLUMN = r"no\.?|#|tasks?|what|items?|owner|assignee|who|due(?:\sdate)?|deadline|when|status|notes?"
