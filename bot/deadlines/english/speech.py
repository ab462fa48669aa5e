"""What English sentences do with a date, and how they ask and decide.

Names a language has no use for are NEVER.
"""

from bot.deadlines.alternatives import any_of, one_of

NEVER = r"(?!)"


def words(*alternatives: str) -> str:
    """Any of them, beginning at a word: one look at each word instead of one for each alternative."""
    return rf"\b(?:{'|'.join(alternatives)})"


VERBS = one_of(
    r"let\s(?:me|us|them|everyone)\sknow",
    r"lmk|rsvp|accept|add|address|adjust|allocate|announce|answer|apply|approve|archive",
    r"arrange|ask|assess|assign|attach|backfill",
    r"back\s?up(?=\s(?:the|all|your|our|my|this|that|[a-z]+s)\b)",
    r"bake|book|bring|build|bump|buy|calculate|calibrate|call|cancel|change|chase|check",
    r"choose|circulate|clarify|clean|clear|close|collect|compare|compile|complete",
    r"configure|confirm|connect|consolidate|contact|convert|coordinate|copy|correct|count",
    r"cover(?=\s(?:my|the|for)\b)",
    r"create|cut|debug|decide|delete|deliver|deploy|deposit|describe|design|disable",
    r"discuss|distribute|document|double-check|download|draft|drop|edit|e-?mail|empty",
    r"enable|enroll|ensure|enter|escalate|estimate|evaluate|expand|explain|export|extend",
    r"feed|fetch|figure|file|fill|finali[sz]e|find|finish|fix|flag|fold|follow|format",
    r"forward|gather|get|give|grab|grant|hand|handle|hang|help|highlight|hire|hold",
    r"identify|implement|import|improve|inform|inspect|install|interview|investigate",
    r"invite|issue|join|keep",
    r"label(?=\s(?:the|all|your)\b)",
    r"launch|leave|liaise|list|load|lock|log|look|loop|mail|make",
    r"mark(?=\s(?:as|the|it|your)\b)",
    r"measure|merge|message|migrate|mop|move|nominate|notify|offboard|onboard|open|order",
    r"organi[sz]e|outline|pack",
    r"park(?=\s(?:in|on|the|your)\b)",
    r"paste|patch|pay|pick|ping|plan|polish|pop|post|prep|prepare|present|print|process",
    r"proofread|propose|provide|publish|pull|purchase|push|put|quote|raise|reach|read",
    r"rebase|rebook|reboot|reconcile|record|redo|reduce|refactor|refill|refund|register",
    r"release|reload|remind|remove|rename|renew|reorder|repair|rephrase|replace|reply",
    r"report|request|reschedule|research|resend|reserve|reset|resolve|respond|restart",
    r"restock|restore|resubmit|retest|retry|return|revert|review|revise|rework|ring|roll",
    r"rotate|run|save|scan|schedule|scrub|secure|select|send|set|settle|share|ship|show",
    r"sign|simplify|sort|source|speak|specify",
    r"staff(?=\sthe\b)",
    r"start|stay",
    r"stock(?=\s(?:up|the)\b)",
    r"stop|submit|summari[sz]e|swap|sweep|switch|sync|tag|take|tell|test|throw|tidy|top",
    r"touch|track|train|transfer|translate|trim|try|turn|unblock|unload|unlock|unpack",
    r"update|upgrade|upload|use|vacuum|validate|verify|vet|wait|walk|wash",
    r"water(?=\sthe\b)",
    r"weigh|wipe",
    r"work(?=\son\b)",
    r"wrap|write",
)
EVENTS = (
    one_of(
        r"meetings?|days?|all-?hands|town\shall|stand-?ups?|calls?|syncs?|demos?|releases?",
        r"reports?|reviews?|sessions?|retros?|retrospectives?|planning|invoices?|numbers",
        r"results|launch|kick-?off|holidays?|events?|dinner|party|class|trainings?|agenda",
        r"notes|minutes|slides|deck|newsletter|batch|builds?|versions?|edition|issues?|shifts?",
        r"workshops?|interviews?|appointments?|flights?|slots?|figures|sales|forecast|budget",
        r"targets?|numbers|results|revenue|pipeline|quota|roadmap|goals|okrs?|pick-?ups?",
        r"deliver(?:y|ies)",
        r"handovers?|visits?|audits?|inspections?|outage|incident|discussion|conversation",
        r"thread|email|update|schedule|roster|payroll|campaign|sprint",
        r"deploy(?:ment)?",
        r"maintenance|board|conference|webinar|offsite|shutdown|cut-?over|freeze|migration",
        r"exam|wedding|hearing|opening|go-live|show|fair|exhibition|service|tour|trip|election",
        r"match|game|rush",
    )
    + r"\b"
)

# --- sentences
ASKS = words(
    r"(?:please|pls|plz|kindly)\b",
    r"(?:anyone|anybody|someone|somebody|you)\s(?:else\s)?(?:free|available|around|able|willing|happy)\sto\b",
    rf"(?:everyone|everybody|someone|somebody|folks|guys),?\s{VERBS}\b",
    r"(?:can|could|would|will)\s"
    + one_of(
        one_of(
            r"you|u|ya|we",
            r"(?:one|two|three|some|any|a\sfew)\sof\syou",
            r"someone|somebody|anyone|anybody|everyone|everybody|whoever",
        )
        + r"\b",
        r"i\s(?:get|have)\b",
    ),
    r"(?:can|could|would|will)\s"
    + one_of(
        rf"(?!not\b)[a-z]+\s{VERBS}",
        rf"(?:each|every|all)\s[a-z]+\s{VERBS}",
        r"the|these|those|our|your",
    )
    + r"\b",
    rf"who\s(?:can|could|wants|would)\b|can\shelp\s(?:to\s)?{VERBS}\b",
    r"needs?\s(?:to|you|from\syou|an?|the|your|this|it|someone|somebody|everyone)\b|(?:would|'d)\slike\b",
    r"needed\b",
    r"ha(?:s|ve)\sto\b",
    r"(?:must|should|deadline|due|to-?do)\b|to\sdo(?:\s?:|\suntil\b)",
    r"action\sitems?\b|actions?:",
    r"(?<![a-z]\s)ai(?:\s[a-z]+)?:",
    r"(?:owner|assignee|assigned\sto|task|request)\s?:",
    r"make\ssure\b",
    r"if\s"
    + one_of(
        r"(?:you|someone|anyone|everyone|everybody)\s(?:can|could|would)",
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
    r"grateful\b|appreciated\sif\b|any\schance\b|reminder\sto\b",
    r"nudge\s(?:on|about)\b",
)
COMMANDS = rf"{VERBS}\b\s(?!for\s[^:?\n]{{1,20}}:\s)"  # not Schedule for Friday: …
PAST_AROUND = words(
    one_of(
        r"was|were|had|did|didn't|couldn't|could\snot|nobody\scould|went|met|sent|said|got",
        r"took|gave|told|spoke|held|happened|came|saw|made|lost|broke|ran|left|began|wrote",
        r"bought|paid|brought|built|won",
        r"(?:we|i|they|it)\shit",
    )
    + r"\b",
    r"(?:first|second|third|fourth|fifth)\s(?:[a-z]+\s){1,3}this\s(?:week|month|year)\b",
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bget\s)(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)"
    + r"(?<!\bour\s)(?<!\byour\s)(?<!\bmy\s)(?!"
    + any_of(
        r"need|feed|speed|embed|indeed|proceed|exceed|succeed|shed\b|hundred|attached|planned",
        r"expected|required|requested|scheduled",
    )
    + r")[a-z]{2,12}ed\b(?<!\bwed)",
)
PAST_BEHIND = NEVER
BEING = r"(?:'s|'m|'re|’s|’m|’re|is|am|are)"
# or here, for a while
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
QUESTION = r"\?\W*$"
STATEMENT = words(r"(?:is|are|was|were|will\sbe|runs?)\b")
REPORTED = NEVER
TOLD = r"^(?:will|gonna|going\sto|plan(?:ning)?\sto|hoping\sto|trying\sto)\s"
ANYBODY = words(
    r"(?:can|could|would|will|does|is|has|if|maybe|please)\s(?:any|some|every)"
    r"(?:one|body)\b",
    r"who(?:ever)?\s(?:can|could|wants|would)\b",
    r"(?:^|(?<=[,;:]\s))(?:also,?\s)?(?:any|some|every)(?:one|body)\b|(?<=ai\s)all:",
    r"(?:^|(?<=and\s)|(?<=but\s)|(?<=so\s))we\s(?:still\s|also\s|really\s)?"
    r"(?:need\sto|have\sto|should|must)\b",
)
HEARD = NEVER
ANNOUNCED = NEVER
THANKED = words(r"thank(?:s|\syou)\s(?:[a-z]+\s){0,3}for\b|can\shelp\s(?:if|you|out)\b")  # or offered
SETTLED = (
    r"(?:^|[(,|–—:-]\s?)"
    + one_of(
        r"none|n/a|nothing",
        one_of(
            r"done|closed",
            r"cancel+ed",
            r"obsolete|resolved|shipped",
        )
        + r"(?:\s(?:already|yesterday|today|last\s[a-z]+|this\smorning))?",
    )
    + r"\W*$"
)
WISHING = NEVER
GREETING = (
    r"\W*(?:hi|hey|hello|dear|(?:good\s)?(?:morning|afternoon|evening))\s|[a-z]{2,12}(?:\s[a-z]{2,16})?,\s"
)
REFERS_BACK = r"^(?:it|they|this|that|(?:needs|has|must)\s(?:to\s)?be)\b"
WAS_DUE = NEVER
CONDITION = r"^(?:,|\s(?:we|i|they|it|he|she|the\s\w+)(?:'ll|'d)?\s)"  # only behind CONDITION_BEFORE
# if the build is still red (tomorrow): what may be, not what is to be done
WHETHER_BEFORE = (
    r"\b"
    + one_of(
        r"(?:don't|do\snot|avoid)\s(?!forget|miss|hesitate)[a-z]+",
        r"no\s(?!later|sooner|rush|hurry|problem|worries)[a-z]+",
        r"since\s(?!(?:we|you|i|they|it|he|she|there)\b)[a-z]+",
        r"(?:know|check|see|ask|confirm|sure|reply|respond|say|shout|message|email|ping|dm)\s"
        r"(?:[a-z]+\s){0,2}(?:if|whether)",
        r"(?<!it\s)(?<!great\s)(?<!nice\s)(?<!appreciated\s)(?<!helpful\s)(?<!wondering\s)"
        r"(?:if|unless|whether)\s(?!(?:you|u|we|someone|somebody|anyone|anybody)\b|possible\b)",
    )
    + r"\b(?:(?!\s(?:please|pls|plz|kindly|(?:can|could|would|will)\s"
    + r"(?:you|u|someone|somebody|anyone|we)|let's|make\ssure)\b)[^,.;:!?])*$"
)
CONDITION_BEFORE = (
    r"\b(?<!great\s)(?<!good\s)(?<!nice\s)(?<!help\s)(?<!helpful\s)(?<!appreciated\s)"
    + r"(?:if|unless|in\scase)\s(?!"
    + any_of(
        r"possible",
        r"you\sc(?:an|ould)\b",
        r"not\b",
        r"(?:you(?:'re|\sare)|(?:any|some)one\sis)\s(?:free|around|in|available)\b",
    )
    + r")[^,.;:!?]*$"
)
AHEAD = (
    words(
        r"will\b|going\sto\b|shall\b|let's\b|plan(?:ning)?\sto\b|aim(?:ing)?\sto\b|(?:is|are)\sdue\b|want\b"
    )
    + r"|'ll\b"
)
URGENT = words(
    r"asap\b|a\.s\.a\.p\b|urgent(?:ly)?\b|immediately\b|critical\b|p0\b",
    r"as\ssoon\sas\s(?:possible|you\scan)\b",
    r"right\s(?:away|now)\b",
    r"(?:high|top)\spriority\b",
    r"priority:?\s(?:is\s)?high\b",
)
NOT_URGENT = words(
    r"(?:not|isn't|no|nothing|non|wasn't)\s?"
    r"(?:that\s|very\s|super\s|so\s|really\s|an?\s|particularly\s|-)*"
    r"(?:urgent|rush|hurry|critical|asap)",
    r"urgent\s(?:requests?|matters?|issues?|questions?|things?|cases?)",
    r"(?:anything|something|if|in\scase|if\sit's|if\sit\sis)\s(?:urgent|critical)",
)
COURTESY = NEVER
FORMULA = words(
    r"no\sexceptions\b",
    r"can\shelp\s(?:if|you|out)\b(?![^.!\n]*[?])",
    r"(?:please|kindly)\s"
    + one_of(
        r"note(?!\s(?:it|them|this|down)\b)",
        r"read(?:\s(?:on|to\sthe\send|carefully))?(?=\W*$|,)",
        r"find",
        r"see\s(?:attached|below|above)",
        r"ignore|disregard|feel\sfree|bear\swith|be\sadvised|don't\shesitate|do\snot\shesitate",
        r"accept\s(?:my|our)",
        r"excuse|forgive|don't\sworry|enjoy|stay\ssafe|welcome",
        r"join\s(?:me|us)\sin",
    )
    + r"\b",
    r"let\s(?:me|us)\sknow\sif\s(?:that|this|it)"
    r"(?:(?:'s|\sis)\s(?:a\sproblem|not\s|ok(?:ay)?\b|fine\b)|\s(?:doesn't|won't|works)\b)",
    r"let\s(?:me|us)\sknow\s(?:if|should|in\scase)\s(?:you|there|anyone|anything)\s?"
    r"(?:have|has|is|are|'s|need|want|run|would)?\s?"
    r"(?:any|a|questions?|issues?|problems?|help|anything|into|concerns)",
    r"(?:any|every)(?:one|body)\swith\s(?:any\s|more\s|further\s)?questions?",
    r"(?:for|in\scase\sof|with)\s(?:any\s|more\s|further\s|other\s)*questions?,?\s"
    r"(?:please\s)?(?:ask|contact|ping|dm|reach|see|write|talk|post|shout|come)",
    r"if\syou\shave\s(?:any\s)?(?:questions?|concerns?|issues?)",
    r"can\syou\s(?:believe|imagine|hear|see\smy)\b",
    r"can'?t\sbelieve\b",
    r"thank(?:s|\syou)\sfor\b",
    r"no\s(?:action|need)\b",
    r"(?:don't|doesn't|didn't|do\snot|does\snot|not)\s(?:need|have)\sto\b|no\slonger\sneeds?\b",
    r"would\syou\slike\b|will\syou\sbe\b",
    r"should\sbe\s"
    + one_of(
        r"fine|ok|okay|good|enough|live|back|up|here|home|able|visible",
        r"\w+\sby\snow",
    )
    + r"\b",
    r"should\s(?:arrive|land|take|hear)\b",
    r"remind\syou\sthat\b",
    r"works?\s(?:better|best|for\syou)\b",
    r"must\sbe\s(?:a|nice|fun)\b",
    r"(?:must|should)\shave\b",
)

# --- right behind a date, and before it
VOID = r"\s?(?:ago|onwards?|or\slater)\b"
VOID_BEFORE = (
    words(
        r"since",
        r"(?<!the\s)times",
        r"twice|from",
        r"starting(?:\son)?",
        r"after|as\sof|effective",
        r"beginning(?:\son)?",
        one_of(
            r"starts|begins|opens|resumes|runs|lands|departs|boards|arrives|originally",
            r"(?<!has\s)arrived",
            r"(?:they|it|he|she|we|i)\s(?:came|left|broke|died|failed|crashed|started|ended)",
        )
        + r"(?:\s(?:on|from|at))?",
        r"before\slast",
        r"not(?:\sby)?",
        r"rather\sthan|instead\sof",
        r"can(?:'t|not)\s(?:make|do|attend)(?:\sit)?(?:\son)?",
    )
    + r"\s(?:the\s)?$"
)
TAKEN_BACK = NEVER
BEFORE_EVENT = NEVER
FINE = r"(?:fine|ok|okay|good|great|perfect|best|enough|soon\senough)\b"  # tomorrow's fine
OF_EVENT = rf"(?:'s|’s)\s(?!{FINE})[a-z-]+(?:\s{EVENTS})?|[ ]{EVENTS}"
AT_EVENT = NEVER
ATTRIBUTE = rf"(?:'s|’s)\b(?!\s{FINE})|[ ]{EVENTS}"
EVENT_IS = any_of(
    rf"{EVENTS}\s(?:is|are|starts?|begins?|will\sbe|takes\splace)\s"
    + one_of(
        r"scheduled\s(?:for|on|at)\s",
        r"set\sfor\s|at\s|on\s|from\s",
    )
    + r"?$",
    rf"(?:was|were|been|got|is|{EVENTS})\s(?:moved|rescheduled|postponed)\s"
    r"(?:to|until|from)\s$",
    r"\b(?:runs|lasts)\s(?:from\s)?$",
    r"\bnext\s[a-z\s]{1,24}:\s$",
    r"\bnext\s(?:update|meeting|call|sync|session)\s(?:[a-z]+\s){0,2}$",
    r"\b(?:when|dates?|time):\s$",
    rf"{BEING}(?<!you're)(?<!you’re)(?<!you are)\s(?:only\s|not\s)?"
    + one_of(
        r"(?:back|off|out|away|closed)(?:\s(?:in|at|from)\s(?:the\s)?[a-z]+)?",
        r"here|in",
    )
    + r"\s(?:on\s)?$",
    r"(?:i'm|we're|i’m|we’re|i\sam|we\sare|i'll\sbe)\s"
    r"(?!need|ask|hop|look|aim|plan|want|expect|wait|try|think|wonder|push|"
    r"shoot)[a-z]{2,12}ing(?:\s[a-z]+){0,3}\s(?:on\s)?$",
    r"\b(?:returns|(?:i|we|they|he|she)\sreturn|(?:get|come)s?\sback)\s(?:on\s)?$",
    r"[(]back\s(?:on\s)?$",
)
IDEALLY = words(  # or what it is wanted for: today, so we have it (before Friday)
    r"(?:ideally|preferably|hopefully|if\spossible),?\s$",
    r"so\s(?:that\s)?(?:we|i|they|it|he|she|nobody)(?:'s|'ll)?\s[^.;:!?,]{0,20}\s$",
)
EACH = words(r"(?:both|all|each)(?:\sof\s(?:these|those|them))?(?:\s(?:are|is|due))?\s$")
PURPOSE = r"\bfor(?<!tasks\sfor)(?<!items\sfor)(?<!steps\sfor)(?<!do\sfor)(?<!dos\sfor)\s$"
# by Friday. Actually, make that (Monday)
CORRECTED = (
    r"\b"
    + one_of(
        r"actually|sorry|scratch\sthat|correction|oops|wait|i\smeant?|no,",
        r"(?:let's\s)?(?:make|say)\s(?:that|it)",
    )
    + r"(?:[,:.!\s–—-]+(?:sorry|i\smeant?|no,|"
    + r"(?:let's\s)?(?:make|say)\s(?:that|it)))*[,:.!\s–—-]+(?:on\s|for\s)?$"
)
GRANTED = words(r"(?:have|has|got)\s(?:only\s|just\s)?$")
TASKED = r"(?:\ufffc|@[a-z.]{1,20})\sto\s"  # @bob to collect pictures until Friday
STAYING = words(
    one_of(
        rf"{BEING}",
        r"(?:will|'ll)\sbe",
        r"^(?:in|on|at|afk|ooo)",
    )
    + r"\s(?!(?:not\s)?(?:due|needed|required|requested|wanted)\b)[^,.;:!?(]{0,30}\s$",
    one_of(
        r"last|lasts|out|away|off|busy|here|around|afk|gone|booked|unavailable|use|keep|keeps",
        r"stay|stays|remain|remains|open|closed|valid|continue|continues",
    )
    + r"\b[^,.;:!?(]{0,24}\s$",
)
POSSESSIVE = words(r"(?:our|my|your|their|his|her|its|a|another|any)\s$")
DETERMINER = words(r"the\s$")
TOPIC = r"\s(?:is|was|looks)\b(?!\s(?:fine|ok|okay|good|best|due|the))"
SUBJECT = NEVER
IS_WHEN = NEVER
TAKES_PLACE = NEVER
FIELD = r"(?:task|request)\s?:"
DESCRIPTION = NEVER
DROPPED = words(  # asked about or taken back: no limit
    r"(?:is|when\sis|when's|what's|what\sis)\sthe\s(?:[a-z-]+\s){0,2}"
    r"(?:deadline|due\sdate)\b(?=[^.!\n]{0,80}[?])",
    r"(?:don't|do\snot|doesn't|no\slonger)\s(?:need|have)\sto\b"
    r"(?=[^.,;!?\n]{0,80}\b(?:any\s?more|any\slonger|after\sall)\b)"
    r"(?![^.!?\n]{0,160}\bplease\b)",
    r"thank(?:s|\syou)\b(?=[^.!?\n]{0,80}\bas\spromised\b)",
)
REASON = NEVER
CONCESSION = r",?\s(?:but|though|although|however)\b"
CLAUSE_END = r"[,;:.!?\n]|\s(?:but|so|and|because|which|then)\s"

# --- decisions
RESOLVED = r"(?:resolved\sthat|finali[sz]ed|approved|confirmed|chosen|settled)"
CHOSE = one_of(
    r"chose|picked",
    r"went\swith\b(?![^.!?\n]{1,40}\s(?:to|home|together)\b)",
    r"approved|finali[sz]ed|confirmed|settled",
    r"opted\s(?:for|to)",
    r"resolved\sto",
    r"voted\s(?:to|in\sfavou?r|unanimously)",
)
DECIDED = words(
    r"landed\son\b|consensus(?::|\s(?:is|was)\b)|carried\b(?<=motion\scarried)",
    r"decided\b|agreed\b|going\swith\b|settled\son\b|signed\soff\son\b|agreement\s?:",
    r"confirmed(?:\swith\s[^:\n]{1,40})?:",
    r"we(?:'ll|\swill|'re\sgoing\sto|\sare\sgoing\sto|'re|\sare)\s(?:all\s)?"
    + one_of(
        r"go(?:ing)?",
        r"proceed(?:ing)?",
        r"stick(?:ing)?",
        r"mov(?:e|ing)\s(?:forward|ahead)",
    )
    + r"\swith\b",
    r"(?:let's|we(?:\sall)?)\s(?:go|stick|proceed)\swith\b|final\sanswer\s?[:,-]",
    r"after\s(?:[a-z]+\s){0,2}discussions?[:,]\swe\b",
    r"decision\s?(?:(?:from|of|by)\s[^:\n]{1,40})?(?::|is\b|was\b|has\sbeen\smade)",
    r"(?:the|our|final)\sdecision\s(?:is|was|has)\b",
    rf"(?:has|have|is|was|were|been|are)\s(?:now\s|been\s|officially\s|finally\s|unanimously\s)*{RESOLVED}\b",
    r"(?:we|(?:the\s)?(?:team|group|board|committee|council|client|customer))\s"
    rf"(?:all\s|have\s|has\s|finally\s)?{CHOSE}\b",
    r"(?:it|that)'s\s(?:official|settled|decided)\b",
    r"that's\sfinal\b",
    r"so\s(?:(?!(?:how|what|where|who|when|why|that|as|because|if|you|i|we|they|"
    r"much)\s)[a-z-]+\s){1,4}it\sis(?=[.!,]|$)",
)
DENIED = (
    one_of(
        r"not|never|hasn't|haven't|hadn't|isn't|wasn't|aren't|weren't|didn't|don't|doesn't",
        r"won't|can't|cannot|couldn't|nobody|nothing|no\sone|none",
    )
    + r"\b[^.!?,;]{0,25}"
)
OPEN = (
    words(
        rf"{DENIED}(?:decid|agree|final|confirm|settl|decision)",
        r"no\s(?:final\s)?(?:decision|agreement)|yet\sto\s|undecided\b|tb[dc]\b|pending\b|maybe\b",
        r"still\s(?:deciding|discussing|open|undecided|being|under)",
        r"under\sdiscussion",
        r"(?:decision|agreement)\sis\s(?:pending|needed|due|still|not)",
        r"to\sbe\s(?:decided|agreed|finali[sz]ed|confirmed|settled|discussed)",
        r"(?:is|are)\sopen(?=\W*$)",
    )
    + r"|[?]|[:–—-]\sopen(?=\W*$)"
)
UNDECIDED = (
    words(
        rf"{DENIED}(?:approv|chos|go(?:ing)?\swith)",
        r"might\sgo\swith|decide\son\b|what\swe\sdecided\b|disagree",
        r"(?:to|must|should|will|can|could|may|might|would)\sbe\s"
        r"(?:decided|agreed|finali[sz]ed|approved|confirmed|settled)",
        r"(?:if|once|when|until|whether|unless|as\ssoon\sas)\b[^.!?,:]{0,25}"
        r"(?:decid|agree|final|approv|confirm|settl|decision|go\swith)",
        r"(?:after|before)\b(?!\s(?!we\b)[^.!?,:]{1,40}\swe\s)[^.!?,:]{0,25}"
        + one_of(
            r"decide\b|agree\b",
            r"(?:final|approv|confirm|settl)\w+\b",
            r"decision|go\swith",
        ),
        r"were\s(?:supposed|to\sbe)",
    )
    + f"|{OPEN}"
)
