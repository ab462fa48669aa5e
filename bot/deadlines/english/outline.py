"""How lines of an English message stand in its outline: as in `japanese.outline`."""

from bot.deadlines.english.words import VERBS
from bot.deadlines.patterns import any_of, one_of

TASK_WORDS = any_of(
    r"action\s(?:items?|points?|list)",
    r"actions",
    r"to[-\s]?dos?(?:\slist)?",
    r"tasks?",
    r"next(?:\ssteps?|(?=\W*$))",
    r"follow[-\s]?ups?|homework|assignments|asks|who\sdoes\swhat|remediation",
    r"counter-?measures",
    r"(?:corrective|preventi(?:ve|on)|improvement|follow-up)\s(?:actions|measures|tasks)",
)
OF_YOU = r"(?:you|(?:every|any)(?:body|one)|all|us|we|i|each|team\sleads|managers|the\s\w+|leads|people)"
# what we ask everybody to do, your part, before you leave: a line of its own
FROM_US = any_of(
    r"what\s"
    + one_of(
        rf"{OF_YOU}\s(?:all\s|still\s|now\s)?(?:needs?|has|have|must|should|can|ask|want|"
        rf"would\slike|expect)\b[^.:?]{{0,40}}(?:\bdo|\b(?:from|of)\s{OF_YOU})",
        r"to\sdo",
        r"(?:is|'s)\s(?:left|still\sto\sdo|outstanding)(?:\sto\sdo)?",
    ),
    r"(?:things|still)\s(?:left\s)?to\sdo",
    r"(?:your|our)\s(?:part|turn|tasks|homework|job)",
    r"how\syou\scan\shelp",
    r"for\s"
    + one_of(
        r"you\sto\sdo",
        one_of(
            r"you|everyone|everybody|all|tomorrow|today|tonight",
            r"(?:the\s)?next\s\w+",
            r"the\s\w+\s(?:shift|team|crew|leads|desk)",
        )
        + r"(?=:)",
    ),
    r"before\s(?:you|we)\s(?:leave|go|travel|start|arrive)",
    r"(?:your\s|the\s)?check-?list",
)
# to do by Friday (the visit is the day after): action items for next week
ABOUT_TASKS = any_of(
    r"(?:\s\(?(?:for|by|before|due|from|until|after|on|this|next|today|tomorrow|left|"
    r"still)\b[^.:]{0,70})?:[\W_]*$",
    r"\s\(?(?:for|from|by|before|after|due|until|this|today|tomorrow)\b[^.,:!?]{0,40}$",
)
DAY = one_of(
    r"(?:the\s)?(?:[0-9]|end)",
    r"today|tomorrow|tonight|noon|next|this|eo|cob|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar",
    r"apr|may|jun|jul|aug|sep|oct|nov|dec",
)
TASK_HEADING = any_of(
    r"^[\W_]*"
    + one_of(
        r"(?:[^.:]{1,30}\s[-–—]\s)?"
        rf"(?:(?!done|completed|finished|closed|no\s)[a-z]*['’]?[a-z]*\s)?(?:{TASK_WORDS})"
        rf"(?![a-z0-9])(?:\s?\([^()]*\))?(?:[\W_]*$|[\s*_\])]*:|{ABOUT_TASKS})",
        rf"(?:{FROM_US})"
        + one_of(
            r"[,–—-]\s[^.:?]{1,30}",
            r",?\s(?:before|by|until|this|next|now|today|tomorrow|for)\b[^.:?]{0,40}",
        )
        + r"?[\W_]*$",
        r"(?:to[-\s]?dos?|actions|tasks|next\ssteps)\s(?:for\s)?"
        r"(?!list|is|are|was|this|that|the|it)[a-z&+-]{2,20}(?:\s[a-z&+-]{2,16})?[\W_]*$",
        rf"(?:due|by)\s{DAY}[^.:]{{0,30}}:\W*$",
        r"(?:one|two|three|four|a\sfew|a\scouple\sof|some|[2-9])\s(?:[a-z]+\s)?"
        + one_of(
            one_of(
                r"(?:small\sthings|asks|requests|favou?rs)(?:\sfor\s[^.:]{1,20})?",
                r"things\sto\sdo[^.:]{0,30}",
                r"things\sfor\syou",
            )
            + r":\W*$",
            r"(?:things|asks|tasks|requests|favou?rs)\sfor\s[^.:]{1,30}:?\W*$",
        ),
        r"please[\W_]*$",
    ),
    r"^"
    + one_of(
        rf"[^.:]{{0,30}}\bto[\s-]do(?:{ABOUT_TASKS})",
        r"\W*(?=[^|]{1,20}\|)[^:]{0,60}\b(?:owner|assignee|who|resp|due|deadline)\b[^:]{0,60}$",
    ),
    r"\b"
    + one_of(
        r"(?:please|can\syou|could\syou)\b(?!\s(?:find|see|read|note|refer)\b)[^.]{0,40}:\W*$",
        r"(?<!you\s)(?<!you'll\s)(?:need|needs|needed|require|the\sfollowing|"
        r"outstanding|pending)\b(?!\smore\s(?:info|details))[^.]{0,70}:\W*$",
    ),
)
# a line that needs no mark to be a heading
TASKS_ALONE = (
    r"(?=(?:[^.:]{1,30}\s[-–—]\s)?"
    + one_of(
        r"action|asks|to[-\s]?do|next\sstep|task|follow|who\sdoes|what\s|your\s|homework",
        r"remedia|before\s",
    )
    + rf")(?:{TASK_HEADING})"
)
DECISION_HEADING = (
    r"^[\W_]*"
    + one_of(
        r"(?:key\s)?decisions?(?:\s(?:made|taken|today))?",
        r"(?:what\s)?(?:we(?:'ve)?\s)?(?:decided|agreed)(?:\son)?",
    )
    + r"[\s*_\])]*(?::|$)"
)
HISTORY_HEADING = (
    r"^[\W_]*"
    + one_of(
        r"what\s(?:happened|went\s(?:well|wrong)|we\sdid|i\sdid)",
        r"(?:incident\s)?(?:timeline|summary)|impact|root\scauses?|background|history",
        r"done(?:\s(?:today|yesterday|this\sweek|last\sweek))?|completed|yesterday|last\sweek",
    )
    + r"[\W_]*$"
)
NO_TITLE = any_of(
    r"^(?!\W*(?:what|how|who|where|why|things|before\s(?:you|we)|for|actions?|next|your|"
    r"to-?do)\b).*\b(?:please|pls|can|could|will|would|must|should|by|before|is|are|was|"
    r"were|i|i'm)\b",
    rf"^\W*(?:{VERBS})\s(?:the|an?|your|my|our|all|this|that|it|us|me)\b",
)
DETAIL = r"(?:owner|assignee|due|deadline|notes?|who|when)\b[^:\n]{0,8}:"
COLUMN = any_of(
    r"no\.?|#|tasks?|what|items?|points?|topics?|actions?(?:\sitems?)?|description",
    r"owner|assignee|who|resp(?:\.|onsible)?|pic|until",
    r"(?:due|target)(?:\sdate)?|deadline|by(?:\swhen)?|when|date|status|state|priority|notes?|comments?",
)
# a line that names what the lines below are about: design review, 12/4
HEADLINE = (
    rf"^[\W_]*(?!(?!(?:design|release|review|test|plan|sync|launch|report)\b){VERBS}\b)"
    + r"(?:(?!(?:the|an?(?!,)|your|my|our|me|us|it|to|please|pls|can|could|needs?|by|before|"
    + r"until|till?|due|is|are|on)\b)[a-z0-9][\w&'/+.-]*+"
    + r"(?:\s?[,:|(–—]\s?|\s(?:[-–—]\s)?)){1,5}"
    + one_of(
        r"[0-9]{1,2}/[0-9]{1,2}",
        r"20[0-9]{2}[-/][0-9]{1,2}[-/][0-9]{1,2}",
        r"[0-9]{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}",
        r"[a-z]{3,9}\s[0-9]{1,2}(?:st|nd|rd|th)?",
    )
    + r"(?:,?\s(?:at\s)?[0-9]{1,2}:[0-9]{2}(?:\s?[–-]\s?[0-9]{1,2}:[0-9]{2})?"
    + r"(?:\s[a-z]{2,4})?)?[*_)\]:]*[^\S\n]*\n"
)
FIELD = r"(?:task|request|what)\s?:"
