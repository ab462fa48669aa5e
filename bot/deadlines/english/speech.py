"""How English sentences ask, tell and press."""

from bot.deadlines.english.words import HELP, VERBS, words
from bot.deadlines.patterns import any_of, one_of

ASKS = words(
    r"(?:please|pls|plz|kindly)\b",
    r"(?:anyone|anybody|someone|somebody|you|u)\s(?:else\s)?"
    r"(?:ok|okay|good|free|available|around|able|willing|happy)\sto\b",
    rf"(?:everyone|everybody|someone|somebody|folks|guys),?\s{VERBS}\b",
    r"(?:can|could|would|will)\s"
    + one_of(
        one_of(
            r"you|u|ya|we",
            r"(?:one|two|three|some|any|a\sfew)\sof\syou",
            r"someone|some1|somebody|anyone|any1|anybody|everyone|everybody|whoever",
        )
        + r"\b",
        r"i\s(?:get|have)\b",
    ),
    r"(?:can|could|would|will)\s"
    + one_of(
        rf"(?!not\b)(?:[a-z]+\s){{1,2}}?{VERBS}",
        rf"(?:each|every|all)\s[a-z]+\s{VERBS}",
        r"the|these|those|our|your",
    )
    + r"\b",
    rf"who\s(?:can|could|wants|would)\b|can\shelp\s(?:to\s)?{VERBS}\b",
    r"needs?\s(?:to|you|from\syou|an?|the|your|this|it|someone|somebody|everyone)\b|(?:would|'d)\slike\b",
    r"needed\b|needs\s(?!(?:some|any|every|no)thing|training|meeting|parking|planning|funding)[a-z]{3,}ing\b",
    r"ha(?:s|ve)\sto\b",
    r"(?:must|should|deadline|(?<!was\s)(?<!were\s)due|to-?do)\b|to\sdo(?:\s?:|\suntil\b)",
    r"action\sitems?\b|actions?:",
    r"(?<![a-z]\s)ai(?:\s[a-z]+)?:",
    r"(?:owner|assignee|assigned\sto|who|task|request)\s?:",
    r"make\ssure\b",
    r"if\s"
    + one_of(
        r"(?:you|(?:some|any)(?:one|body)|everyone|everybody|one\sof\syou)\s(?:can|could|would)",
        r"(?:everyone|everybody)\s[a-z]+ed",
        r"(?:the|this|these|our|your)\s[^.,!?\n]{1,40}\scould\sbe",
    )
    + r"\b",
    rf"(?:wanna|want\sto)\s{VERBS}\b(?=[^.!?\n]{{0,120}}[?])",
    r"(?:don't|do\snot)\sforget\b",
    r"remember\sto\b",
    rf"so\s{VERBS}\s(?:your|the|it|them|this)\b|just\s{VERBS}\b",
    r"mind\s[a-z]+ing\b",
    r"let\sme\sknow\b",
    r"would\s(?:it\sbe|you)\b",
    r"is\sit\spossible\s(?:to|for|that)\b",
    r"would\sbe\s(?:really\s|super\s|very\s)?"
    r"(?:good|great|nice|lovely|helpful|ideal)\sto\s(?:have|get)\b",
    r"(?:time|chance|moment|bandwidth)\s(?:[a-z]+\s){0,3}?to\b",
    r"(?:would|'d)\s(?:really\s|greatly\s|much\s)?appreciate\b",
    r"(?:grateful|great|good|nice|lovely|helpful|appreciated?)\sif\s"
    r"(?:\ufffc+|@[\w.-]+|[a-z]+)\s(?:can|could|would)\b",
    r"(?:can|could|may)\si\s(?:please\s)?(?:ask|get|trouble|bother)\s(?:you|someone|one\sof)\b",
    rf"(?:would|'d)\slove\s(?:your\b|{HELP})|appreciate\syou",
    r"(?:(?:necessary|essential)\sthat|important\sthat\s(?:you|everyone|everybody|all))\b",
    r"(?:is|are)\son\syou\b|(?:is|are|'s)\s(?:all\s)?yours\b|would\smake\smy\sday\b",
    r"counting\son\syou\b",
    rf"(?:grateful|great|good|nice|lovely|helpful|appreciate(?:\sit)?)\sif\syou\s{VERBS}\b",
    r"grateful\b|appreciated\sif\b|any\schance\b|reminder\sto\b",
    r"nudge\s(?:on|about)\b",
)
COMMANDS = rf"{VERBS}\b\s(?!for\s[^:?\n]{{1,20}}:\s|[0-9]{{1,2}}:[0-9])"  # not Schedule for Friday: …
PAST_AROUND = words(
    r"(?<!\bbe\s)"
    + one_of(
        r"was|were|had|did|didn't|couldn't|could\snot|nobody\scould|went|met|sent|said|got",
        r"took|gave|told|spoke|held|happened|came|saw|ran|began|wrote",
        r"(?<=\s)(?:made|lost|left|broke)",
        r"bought|paid|brought|built|won",
        r"(?:we|i|they|it)\shit",
    )
    + r"\b",
    r"(?:first|second|third|fourth|fifth)\s(?:[a-z]+\s){1,3}this\s(?:week|month|year)\b",
    r"(?<!\bre-)(?<!\bneed\s)(?<!\bneeds\s)(?<!\bwant\s)(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bget\s)(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)"
    + r"(?<!\bour\s)(?<!\byour\s)(?<!\bmy\s)(?!"
    + any_of(
        r"need|feed|speed|embed|indeed|proceed|exceed|succeed|shed\b|hundred|attached|planned",
        r"expected|required|requested|scheduled",
    )
    + r")[a-z]{2,12}ed\b(?<!\bwed)",
)
BEING = r"(?:'s|'m|'re|’s|’m|’re|is|am|are)"
# away, or here for a while
AWAY = r"(?:only\s|also\s|not\s|already\s)?" + one_of(
    r"off|out|away|back",
    r"on\s(?:leave|vacation|pto|holiday)",
    r"here\s(?:on|until|till?|from|today|tomorrow|all)",
    r"in\s(?:the\soffice|town|on|until|late|early|today|tomorrow)",
)
IDLE = words(
    r"ooo\b|wfh\b|tgif\b|cya\b|day\soff\b|birthday\b|weather\b|rain|snow|busy\b|congrat",
    r"welcome\b|enjoy\b",
    r"(?:great|good|nice|amazing|awesome)\s(?:work|job|stuff)\b",
    r"be\sback\b|on\ssale\b",
    r"(?:opens|closes)\sat\b",
    r"(?:is|are|be)\sclosed\b",
    r"can(?:'t|not)\smake\sit",
    r"bank\sholiday\b",
    r"(?:departs|arrives|lands|boards)\b",
    r"won't\sbe\s(?:in|there|around)\b",
    r"hours(?:\s(?:is|are)|:)\s",
    r"off\suntil\b",
    r"tak(?:e|ing)\s[a-z]+(?:\s[a-z]+)?\soff\b",
    r"(?:i|we|he|she|they)(?:'ll|\swill)\sbe\s(?:in|at|on)\s(?:the|an?|my|our)\b",
    r"out\sof\s(?:the\s)?office\b",
    r"(?:good|best\sof)\sluck\b",
    r"hope\s(?:you|everyone|all)\b",
    rf"(?:{BEING}|be)\s(?:{AWAY}|free|available|remote)\b",
    r"working\sfrom\b|leaving\searly\b",
    r"(?:get|come|go|head)s?\sback\s(?:on|from|in)\b",
    r"(?:i|we|they)\sreturn\b",
    r"returns\s(?:on|from)\b",
    r"(?:^|(?<=[,(]\s)|(?<=[,(]))back\s(?:on|in|at|by|from|today|tomorrow|next|[0-9]|mon|"
    r"tue|wed|thu|fri|sat|sun)",
    r"(?:on|taking)\s(?:an?\s)?(?:(?:annual|sick|parental|maternity|paternity)\s)?"
    r"(?:leave|vacation|pto|holiday|sick)\b",
    r"see\sy(?:ou|a)\b",
    r"talk\s(?:to\syou\s)?(?:tomorrow|soon|next)\b",
    r"(?:schedule|agenda|timetable|programme?)\sfor\s[^:?\n]{1,20}:\s",
    r"asked\s(?:me|us)\sto\s[^.!?\n]{1,80}\sso\si\b",
    r"have\sa\s(?:great|good|nice|lovely|wonderful|safe|fun)\b",
    r"merry\s",
    r"happy\s(?:birthday|friday|monday|holidays?|new)\b",
    r"closed\s(?:on|until|today|tomorrow|from)\b|open\s(?:until|till)\b|valid\suntil\b|is\sa\sholiday\b",
    r"thank(?:s|\syou)\s(?:so\smuch\s)?(?:(?:to\s[^,.;]{1,30}|[a-z]{2,12})\s)?for\b",
    r"i\s(?:can|could)\s[^.!?\n]{1,60}\sif\s"
    + one_of(
        r"(?:that|it)\shelps?",
        r"(?:any|some)(?:one|body)\s[a-z]+s",
        r"you(?:'re|\sare|\sneed|\swant|\slike)",
    )
    + r"\b",
    r"more\s(?:news|details|info(?:rmation)?)\s"
    r"(?:in|on|next|tomorrow|soon|later|will|to\sfollow)\b",
    r"(?:shall|should)\si\b",
    r"looking\sforward\b",
    r"how\s(?:was|is|are)\b",
    r"what\s(?:a|are\syou)\b",
    r"i\slove\b",
)
# what happens by itself or by plan: the trial ends, the office closes
TIMETABLE = one_of(
    r"open|close|start|begin|end|expire|arrive|leave|depart|land|resume|run|return|reopen",
    r"shut|last|meet|launche?|reache?|finishe?|goe|come|fall|happen|ship|move|change|renew",
    r"lapse|switche?|kick|get|visit|play",
)
SCHEDULED = words(
    one_of(
        r"will|won't",
        r"(?:is|are)\s(?:going|scheduled|set|supposed|expected|planned|due)\sto",
    )
    + r"\s(?:not\s|also\s|now\s)*be\b",
    rf"(?:will|won't|(?:is|are)\sgoing\sto)\s(?:not\s|also\s|now\s)*{TIMETABLE}\b",
    rf"(?<!\w[^\w\s']\s){TIMETABLE}s\b",
    r"(?:takes|taking)\splace\b",
    r"(?:is|are)\s(?:scheduled\s(?:for|on|at)|"
    r"(?!missing|waiting|asking|looking)[a-z]{2,12}ing)\b",
    r"(?:is|are)\s(?:on|at|available|open|closed|free|here|live|back|away)\s",
    r"(?:is|are)\s(?:[a-z]+ly\s)?(?!need|requir|request|expect|due)[a-z]{2,12}(?:ed|off|down|out)\b",
    r"(?<=[a-z]s\s)(?:go|open|close|start|begin|end|expire|arrive|leave|run|resume|return|come)\b",
    r"no\s(?!later|rush|worries|problem|need|matter|sooner|hurry|longer|one\b)[a-z]+",
    r"today:\s|they\s(?:open|close|start|begin|end|leave|arrive|land)\b",
)
QUESTION = r"\?\W*$"
STATEMENT = words(r"(?:is|are|was|were|will\sbe|runs?)\b")
TOLD = r"^(?:will|gonna|going\sto|plan(?:ning)?\sto|hoping\sto|trying\sto)\s"
ANYBODY = words(
    r"(?:can|could|would|will|does|is|has|if|maybe|please)\s(?:any|some|every)"
    r"(?:one|body)\b",
    r"who(?:ever)?\s(?:can|could|wants|would)\b",
    r"(?:^|(?<=[,;:]\s))(?:also,?\s)?(?:any|some|every)(?:one|body)\b|(?<=ai\s)all:",
    r"(?:^|(?<=and\s)|(?<=but\s)|(?<=so\s))we\s(?:still\s|also\s|really\s)?"
    r"(?:need\sto|have\sto|should|must)\b",
)
SETTLED = (
    r"(?:^|[(),|–—:-]\s?)"
    + one_of(
        r"none|n/a|nothing|on\s(?:leave|holiday|vacation|pto)|ooo",
        one_of(
            r"done|closed|completed?|finished",
            r"cancel+ed",
            r"obsolete|resolved|shipped",
        )
        + r"(?:\s(?:already|yesterday|today|last\s[a-z]+|this\smorning))?",
    )
    + r"\W*$"
)
REFERS_BACK = any_of(
    r"^(?:it|they|this|that|(?:needs|has|must)\s(?:to\s)?be|needs\sdoing|for\s(?:this|that)(?:\sone)?)\b",
    # Legal wants it back on Monday
    r"^(?:so\s|and\s|because\s)?(?:(?:the\s|our\s)?[\w'-]+\s){1,3}(?:wants?|needs?|expects?)\s"
    r"(?:it|them|this|that|these|both|all\sof\sit)\b",
)
AHEAD = (
    words(
        r"will\b|going\sto\b|shall\b|let's\b|plan(?:ning)?\sto\b|aim(?:ing)?\sto\b|(?:is|are)\sdue\b|want\b"
    )
    + r"|'ll\b"
)
URGENT = words(
    r"asap\b|a\.s\.a\.p\b|urgent(?:ly)?\b|immediately\b|critical\b(?!\s(?:path|thinking|mass))|p0\b",
    r"as\ssoon\sas\s(?:possible|you\scan)\b",
    r"right\s(?:away|now)\b",
    r"(?:high|top)\spriority\b",
    r"priority:?\s(?:is\s)?high\b",
)
NOT_URGENT = words(
    r"(?:don't|do\snot)\s[^.,;!?\n]{1,24}(?:immediately|right\s(?:away|now))",
    r"(?:not|isn't|no|nothing|non|wasn't)\s?"
    r"(?:that\s|very\s|super\s|so\s|really\s|an?\s|particularly\s|-)*"
    r"(?:urgent|rush|hurry|critical|asap)",
    r"urgent\s(?:requests?|matters?|issues?|questions?|things?|cases?)",
    r"(?:anything|something|if|in\scase|if\sit's|if\sit\sis)\s(?:urgent|critical)",
)
