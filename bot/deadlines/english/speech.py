"""What English sentences do with a date, and how they ask and decide.

Names a language has no use for are NEVER.
"""

NEVER = r"(?!)"


def words(*alternatives: str) -> str:
    """Any of them, beginning at a word: one look at each word instead of one for each alternative."""
    return rf"\b(?:{'|'.join(alternatives)})"


VERBS = (
    r"(?:let\s(?:me|us|them|everyone)\sknow|lmk|rsvp|"
    r"accept|add|address|adjust|allocate|announce|answer|apply|approve|archive|arrange|ask|assess|"
    r"assign|attach|backfill|back\s?up(?=\s(?:the|all|your|our|my|this|that|[a-z]+s)\b)|bake|book|bring|build|bump|buy|calculate|calibrate|call|cancel|"
    r"change|chase|check|choose|circulate|clarify|clean|clear|close|collect|compare|compile|complete|"
    r"configure|confirm|connect|consolidate|contact|convert|coordinate|copy|correct|count|"
    r"cover(?=\s(?:my|the|for)\b)|create|cut|debug|decide|delete|deliver|deploy|deposit|describe|design|"
    r"disable|discuss|distribute|document|double-check|download|draft|drop|edit|e-?mail|empty|enable|"
    r"enroll|ensure|enter|escalate|estimate|evaluate|expand|explain|export|extend|feed|fetch|figure|"
    r"file|fill|finali[sz]e|find|finish|fix|flag|fold|follow|format|forward|gather|get|give|grab|grant|"
    r"hand|handle|hang|help|highlight|hire|hold|identify|implement|import|improve|inform|inspect|"
    r"install|interview|investigate|invite|issue|join|keep|label(?=\s(?:the|all|your)\b)|launch|leave|"
    r"liaise|list|load|lock|log|look|loop|mail|make|mark(?=\s(?:as|the|it|your)\b)|measure|merge|"
    r"message|migrate|mop|move|nominate|notify|offboard|onboard|open|order|organi[sz]e|outline|pack|"
    r"park(?=\s(?:in|on|the|your)\b)|paste|patch|pay|pick|ping|plan|polish|pop|post|prep|prepare|"
    r"present|print|process|proofread|propose|provide|publish|pull|purchase|push|put|quote|raise|reach|"
    r"read|rebase|rebook|reboot|reconcile|record|redo|reduce|refactor|refill|refund|register|release|"
    r"reload|remind|remove|rename|renew|reorder|repair|rephrase|replace|reply|report|request|reschedule|"
    r"research|resend|reserve|reset|resolve|respond|restart|restock|restore|resubmit|retest|retry|"
    r"return|revert|review|revise|rework|ring|roll|rotate|run|save|scan|schedule|scrub|secure|select|"
    r"send|set|settle|share|ship|show|sign|simplify|sort|source|speak|specify|staff(?=\sthe\b)|start|"
    r"stay|stock(?=\s(?:up|the)\b)|stop|submit|summari[sz]e|swap|sweep|switch|sync|tag|take|tell|test|"
    r"throw|tidy|top|touch|track|train|transfer|translate|trim|try|turn|unblock|unload|unlock|unpack|"
    r"update|upgrade|upload|use|vacuum|validate|verify|vet|wait|walk|wash|water(?=\sthe\b)|weigh|wipe|"
    r"work(?=\son\b)|wrap|write)"
)
EVENTS = (
    r"(?:meetings?|days?|all-?hands|town\shall|stand-?ups?|calls?|syncs?|demos?|releases?|reports?|reviews?|sessions?|retros?|"
    r"retrospectives?|planning|invoices?|numbers|results|"
    r"launch|kick-?off|holidays?|events?|dinner|party|class|trainings?|agenda|notes|minutes|slides|deck|newsletter|batch|"
    r"builds?|versions?|edition|issues?|"
    r"shifts?|workshops?|interviews?|appointments?|flights?|slots?|figures|sales|forecast|budget|targets?|numbers|results|revenue|pipeline|quota|"
    r"roadmap|goals|okrs?|pick-?ups?|deliver(?:y|ies)|handovers?|visits?|audits?|inspections?|outage|incident|"
    r"discussion|conversation|thread|email|update|schedule|roster|payroll|campaign|sprint|"
    r"deploy(?:ment)?|maintenance|board|conference|webinar|offsite|shutdown|cut-?over|freeze|migration|exam|wedding|hearing|opening|go-live|show|fair|"
    r"exhibition|service|tour|trip|election|match|game|rush)\b"
)

# --- sentences
ASKS = words(
    r"(?:please|pls|plz|kindly)\b",
    r"(?:anyone|anybody|someone|somebody|you)\s(?:else\s)?(?:free|available|around|able|willing|happy)\sto\b",
    rf"(?:everyone|everybody|someone|somebody|folks|guys),?\s{VERBS}\b",
    r"(?:can|could|would|will)\s(?:(?:you|u|ya|we|(?:one|two|three|some|any|a\sfew)\sof\syou|someone|somebody|anyone|anybody|everyone|everybody|whoever)\b|i\s(?:get|have)\b)",
    rf"(?:can|could|would|will)\s(?:(?!not\b)[a-z]+\s{VERBS}|(?:each|every|all)\s[a-z]+\s{VERBS}|the|these|those|our|your)\b",
    rf"who\s(?:can|could|wants|would)\b|can\shelp\s(?:to\s)?{VERBS}\b",
    r"needs?\s(?:to|you|from\syou|an?|the|your|this|it|someone|somebody|everyone)\b|(?:would|'d)\slike\b",
    r"needed\b",
    r"ha(?:s|ve)\sto\b",
    r"(?:must|should|deadline|due|to-?do)\b|to\sdo(?:\s?:|\suntil\b)",
    r"action\sitems?\b|actions?:|(?<![a-z]\s)ai(?:\s[a-z]+)?:|(?:owner|assignee|assigned\sto|task|request)\s?:",
    r"make\ssure\b|if\s(?:(?:you|someone|anyone|everyone|everybody)\s(?:can|could|would)|(?:everyone|everybody)\s[a-z]+ed|(?:the|this|these|our|your)\s[^.,!?\n]{1,40}\scould\sbe)\b",
    rf"(?:wanna|want\sto)\s{VERBS}\b(?=[^.!?\n]{{0,120}}[?])",
    r"(?:don't|do\snot)\sforget\b",
    r"remember\sto\b",
    rf"so\s{VERBS}\s(?:your|the|it|them|this)\b|just\s{VERBS}\b",
    r"mind\s[a-z]+ing\b|let\sme\sknow\b|would\s(?:it\sbe|you)\b|is\sit\spossible\s(?:to|for|that)\b|would\sbe\s(?:really\s|super\s|very\s)?(?:good|great|nice|lovely|helpful|ideal)\sto\s(?:have|get)\b|(?:time|chance|moment|bandwidth)\s(?:[a-z]+\s){0,3}?to\b|(?:would|'d)\s(?:really\s|greatly\s|much\s)?appreciate\b|grateful\b|appreciated\sif\b|any\schance\b|reminder\sto\b|nudge\s(?:on|about)\b",
)
COMMANDS = rf"{VERBS}\b\s(?!for\s[^:?\n]{{1,20}}:\s)"  # not Schedule for Friday: …
PAST_AROUND = words(
    r"(?:was|were|had|did|didn't|couldn't|could\snot|nobody\scould|went|met|sent|said|got|took|gave|told|spoke|held|happened|came|saw|made|lost|broke|ran|left|began|wrote|bought|paid|brought|built|won|(?:we|i|they|it)\shit)\b|(?:first|second|third|fourth|fifth)\s(?:[a-z]+\s){1,3}this\s(?:week|month|year)\b",
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bget\s)(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)(?<!\bour\s)(?<!\byour\s)(?<!\bmy\s)(?!need|feed|speed|embed|indeed|proceed|exceed|"
    r"succeed|shed\b|hundred|attached|"
    r"planned|expected|required|requested|scheduled)[a-z]{2,12}ed\b(?<!\bwed)",
)
PAST_BEHIND = NEVER
BEING = r"(?:'s|'m|'re|’s|’m|’re|is|am|are)"
AWAY = (  # or here, for a while
    r"(?:only\s|also\s|not\s|already\s)?(?:off|out|away|back|on\s(?:leave|vacation|pto|holiday)|"
    r"here\s(?:on|until|till?|from|today|tomorrow|all)|in\s(?:the\soffice|town|on|until|late|early|today|tomorrow))"
)
IDLE = words(
    r"ooo\b|wfh\b|tgif\b|cya\b|day\soff\b|birthday\b|weather\b|rain|snow|busy\b|congrat|welcome\b|"
    r"enjoy\b|(?:great|good|nice|amazing|awesome)\s(?:work|job|stuff)\b|be\sback\b|on\ssale\b|(?:opens|closes)\sat\b|(?:is|are|be)\sclosed\b|can(?:'t|not)\smake\sit|bank\sholiday\b|(?:departs|arrives|lands|boards)\b|won't\sbe\s(?:in|there|around)\b|hours(?:\s(?:is|are)|:)\s|off\suntil\b|tak(?:e|ing)\s[a-z]+(?:\s[a-z]+)?\soff\b",
    r"(?:i|we|he|she|they)(?:'ll|\swill)\sbe\s(?:in|at|on)\s(?:the|an?|my|our)\b|out\sof\s(?:the\s)?office\b|(?:good|best\sof)\sluck\b|hope\s(?:you|everyone|all)\b",
    rf"(?:{BEING}|be)\s(?:{AWAY}|free|available|remote)\b",
    r"working\sfrom\b|leaving\searly\b|(?:get|come|go|head)s?\sback\s(?:on|from|in)\b|(?:i|we|they)\sreturn\b|returns\s(?:on|from)\b|"
    r"(?:^|(?<=[,(]\s)|(?<=[,(]))back\s(?:on|in|at|by|from|today|tomorrow|next|[0-9]|mon|tue|wed|thu|fri|sat|sun)",
    r"(?:on|taking)\s(?:an?\s)?(?:(?:annual|sick|parental|maternity|paternity)\s)?(?:leave|vacation|pto|holiday|sick)\b",
    r"see\sy(?:ou|a)\b|talk\s(?:to\syou\s)?(?:tomorrow|soon|next)\b|(?:schedule|agenda|timetable|programme?)\sfor\s[^:?\n]{1,20}:\s",
    r"asked\s(?:me|us)\sto\s[^.!?\n]{1,80}\sso\si\b",
    r"have\sa\s(?:great|good|nice|lovely|wonderful|safe|fun)\b|merry\s|happy\s(?:birthday|friday|monday|"
    r"holidays?|new)\b",
    r"closed\s(?:on|until|today|tomorrow|from)\b|open\s(?:until|till)\b|valid\suntil\b|is\sa\sholiday\b",
    r"thank(?:s|\syou)\s(?:so\smuch\s)?(?:(?:to\s[^,.;]{1,30}|[a-z]{2,12})\s)?for\b|i\s(?:can|could)\s[^.!?\n]{1,60}\sif\s(?:(?:that|it)\shelps?|(?:any|some)(?:one|body)\s[a-z]+s|you(?:'re|\sare|\sneed|\swant|\slike))\b|more\s(?:news|details|info(?:rmation)?)\s(?:in|on|next|tomorrow|soon|later|will|to\sfollow)\b|(?:shall|should)\si\b|looking\sforward\b|how\s(?:was|is|are)\b|what\s(?:a|are\syou)\b|i\slove\b",
)
TIMETABLE = (  # what happens by itself or by plan: the trial ends, the office closes
    r"(?:open|close|start|begin|end|expire|arrive|leave|depart|land|resume|run|return|reopen|shut|last|meet|"
    r"launche?|reache?|finishe?|goe|come|fall|happen|ship|move|change|renew|lapse|switche?|kick|get|visit|play)"
)
SCHEDULED = words(
    r"(?:will|won't|(?:is|are)\s(?:going|scheduled|set|supposed|expected|planned|due)\sto)\s(?:not\s|also\s|now\s)*be\b",
    rf"(?:will|won't|(?:is|are)\sgoing\sto)\s(?:not\s|also\s|now\s)*{TIMETABLE}\b",
    rf"(?<!\w[^\w\s']\s){TIMETABLE}s\b",
    r"(?:takes|taking)\splace\b|(?:is|are)\s(?:scheduled\s(?:for|on|at)|(?!missing|waiting|asking|looking)[a-z]{2,12}ing)\b",
    r"(?:is|are)\s(?:on|at|available|open|closed|free|here|live|back|away)\s",
    r"(?:is|are)\s(?:[a-z]+ly\s)?(?!need|requir|request|expect|due)[a-z]{2,12}(?:ed|off|down|out)\b",
    r"(?<=[a-z]s\s)(?:go|open|close|start|begin|end|expire|arrive|leave|run|resume|return|come)\b",
    r"no\s(?!later|rush|worries|problem|need|matter|sooner|hurry|longer|one\b)[a-z]+",
    r"today:\s|they\s(?:open|close|start|begin|end|leave|arrive|land)\b",
)
HEADLINE = (  # a line that names what the lines below are about: design review, 12/4
    rf"^[\W_]*(?!(?!(?:design|release|review|test|plan|sync|launch|report)\b){VERBS}\b)"
    r"(?:(?!(?:the|an?(?!,)|your|my|our|me|us|it|to|please|pls|can|could|needs?|by|before|until|till?|due|is|are|on)\b)"
    r"[a-z0-9][\w&'/+.-]*+(?:\s?[,:|(–—]\s?|\s(?:[-–—]\s)?)){1,5}"
    r"(?:[0-9]{1,2}/[0-9]{1,2}|20[0-9]{2}[-/][0-9]{1,2}[-/][0-9]{1,2}|[0-9]{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}|[a-z]{3,9}\s[0-9]{1,2}(?:st|nd|rd|th)?)"
    r"(?:,?\s(?:at\s)?[0-9]{1,2}:[0-9]{2}(?:\s?[–-]\s?[0-9]{1,2}:[0-9]{2})?(?:\s[a-z]{2,4})?)?[*_)\]:]*[^\S\n]*\n"
)
QUESTION = r"\?\W*$"
STATEMENT = words(r"(?:is|are|was|were|will\sbe|runs?)\b")
REPORTED = NEVER
TOLD = r"^(?:will|gonna|going\sto|plan(?:ning)?\sto|hoping\sto|trying\sto)\s"
ANYBODY = words(
    r"(?:can|could|would|will|does|is|has|if|maybe|please)\s(?:any|some|every)(?:one|body)\b|who(?:ever)?\s(?:can|could|wants|would)\b",
    r"(?:^|(?<=[,;:]\s))(?:also,?\s)?(?:any|some|every)(?:one|body)\b|(?<=ai\s)all:",
    r"(?:^|(?<=and\s)|(?<=but\s)|(?<=so\s))we\s(?:still\s|also\s|really\s)?(?:need\sto|have\sto|should|must)\b",
)
HEARD = NEVER
ANNOUNCED = NEVER
THANKED = words(r"thank(?:s|\syou)\s(?:[a-z]+\s){0,3}for\b|can\shelp\s(?:if|you|out)\b")  # or offered
SETTLED = (
    r"(?:^|[(,|–—:-]\s?)(?:none|n/a|nothing|(?:done|closed|cancel+ed|obsolete|resolved|shipped)"
    r"(?:\s(?:already|yesterday|today|last\s[a-z]+|this\smorning))?)\W*$"
)
WISHING = NEVER
GREETING = (
    r"\W*(?:hi|hey|hello|dear|(?:good\s)?(?:morning|afternoon|evening))\s|[a-z]{2,12}(?:\s[a-z]{2,16})?,\s"
)
REFERS_BACK = r"^(?:it|they|this|that|(?:needs|has|must)\s(?:to\s)?be)\b"
WAS_DUE = NEVER
CONDITION = r"^(?:,|\s(?:we|i|they|it|he|she|the\s\w+)(?:'ll|'d)?\s)"  # only behind CONDITION_BEFORE
WHETHER_BEFORE = (  # if the build is still red (tomorrow): what may be, not what is to be done
    r"\b(?:(?:don't|do\snot|avoid)\s(?!forget|miss|hesitate)[a-z]+|"
    r"no\s(?!later|sooner|rush|hurry|problem|worries)[a-z]+|"
    r"since\s(?!(?:we|you|i|they|it|he|she|there)\b)[a-z]+|"
    r"(?:know|check|see|ask|confirm|sure|reply|respond|say|shout|message|email|ping|dm)\s(?:[a-z]+\s){0,2}(?:if|whether)|"
    r"(?<!it\s)(?<!great\s)(?<!nice\s)"
    r"(?<!appreciated\s)(?<!helpful\s)(?<!wondering\s)(?:if|unless|whether)\s"
    r"(?!(?:you|u|we|someone|somebody|anyone|anybody)\b|possible\b))\b"
    r"(?:(?!\s(?:please|pls|plz|kindly|(?:can|could|would|will)\s(?:you|u|someone|somebody|anyone|we)|let's|make\ssure)\b)[^,.;:!?])*$"
)
CONDITION_BEFORE = (
    r"\b(?<!great\s)(?<!good\s)(?<!nice\s)(?<!help\s)(?<!helpful\s)(?<!appreciated\s)(?:if|unless|in\scase)\s(?!possible|you\sc(?:an|ould)\b|not\b|"
    r"(?:you(?:'re|\sare)|(?:any|some)one\sis)\s(?:free|around|in|available)\b)[^,.;:!?]*$"
)
AHEAD = (
    words(
        r"will\b|going\sto\b|shall\b|let's\b|plan(?:ning)?\sto\b|aim(?:ing)?\sto\b|(?:is|are)\sdue\b|want\b"
    )
    + r"|'ll\b"
)
URGENT = words(
    r"asap\b|a\.s\.a\.p\b|urgent(?:ly)?\b|immediately\b|critical\b|p0\b",
    r"as\ssoon\sas\s(?:possible|you\scan)\b|right\s(?:away|now)\b|(?:high|top)\spriority\b|"
    r"priority:?\s(?:is\s)?high\b",
)
NOT_URGENT = words(
    r"(?:not|isn't|no|nothing|non|wasn't)\s?(?:that\s|very\s|super\s|so\s|really\s|an?\s|"
    r"particularly\s|-)*(?:urgent|rush|hurry|critical|asap)",
    r"urgent\s(?:requests?|matters?|issues?|questions?|things?|cases?)",
    r"(?:anything|something|if|in\scase|if\sit's|if\sit\sis)\s(?:urgent|critical)",
)
COURTESY = NEVER
FORMULA = words(
    r"no\sexceptions\b|can\shelp\s(?:if|you|out)\b(?![^.!\n]*[?])|(?:please|kindly)\s(?:note(?!\s(?:it|them|this|down)\b)|read(?:\s(?:on|to\sthe\send|carefully))?(?=\W*$|,)|find|see\s(?:attached|below|above)|ignore|disregard|feel\sfree|bear\swith|"
    r"be\sadvised|don't\shesitate|do\snot\shesitate|"
    r"accept\s(?:my|our)|excuse|forgive|don't\sworry|enjoy|stay\ssafe|welcome|join\s(?:me|us)\sin)\b",
    r"let\s(?:me|us)\sknow\sif\s(?:that|this|it)(?:(?:'s|\sis)\s(?:a\sproblem|not\s|ok(?:ay)?\b|fine\b)|\s(?:doesn't|won't|works)\b)|let\s(?:me|us)\sknow\s(?:if|should|in\scase)\s(?:you|there|anyone|anything)\s?(?:have|has|is|"
    r"are|'s|need|want|run|would)?\s?"
    r"(?:any|a|questions?|issues?|problems?|help|anything|into|concerns)",
    r"(?:any|every)(?:one|body)\swith\s(?:any\s|more\s|further\s)?questions?|"
    r"(?:for|in\scase\sof|with)\s(?:any\s|more\s|further\s|other\s)*questions?,?\s(?:please\s)?(?:ask|contact|ping|dm|reach|see|write|talk|post|shout|come)|"
    r"if\syou\shave\s(?:any\s)?(?:questions?|concerns?|issues?)",
    r"can\syou\s(?:believe|imagine|hear|see\smy)\b|can'?t\sbelieve\b|thank(?:s|\syou)\sfor\b|"
    r"no\s(?:action|need)\b",
    r"(?:don't|doesn't|didn't|do\snot|does\snot|not)\s(?:need|have)\sto\b|no\slonger\sneeds?\b",
    r"would\syou\slike\b|will\syou\sbe\b|should\sbe\s(?:fine|ok|okay|good|enough|live|back|up|here|home|able|visible|\w+\sby\snow)\b|should\s(?:arrive|land|take|hear)\b|remind\syou\sthat\b|works?\s(?:better|best|for\syou)\b|must\sbe\s(?:a|"
    r"nice|fun)\b|(?:must|should)\shave\b",
)

# --- right behind a date, and before it
VOID = r"\s?(?:ago|onwards?|or\slater)\b"
VOID_BEFORE = (
    words(
        r"since|(?<!the\s)times|twice|from|starting(?:\son)?|after|as\sof|effective|beginning(?:\son)?|(?:starts|begins|opens|resumes|runs|lands|departs|boards|arrives|originally|(?<!has\s)arrived|(?:they|it|he|she|we|i)\s(?:came|left|broke|died|failed|crashed|started|ended))(?:\s(?:on|from|at))?|before\slast|not(?:\sby)?|"
        r"rather\sthan|instead\sof|can(?:'t|not)\s(?:make|do|attend)(?:\sit)?(?:\son)?"
    )
    + r"\s(?:the\s)?$"
)
TAKEN_BACK = NEVER
BEFORE_EVENT = NEVER
FINE = r"(?:fine|ok|okay|good|great|perfect|best|enough|soon\senough)\b"  # tomorrow's fine
OF_EVENT = rf"(?:'s|’s)\s(?!{FINE})[a-z-]+(?:\s{EVENTS})?|[ ]{EVENTS}"
AT_EVENT = NEVER
ATTRIBUTE = rf"(?:'s|’s)\b(?!\s{FINE})|[ ]{EVENTS}"
EVENT_IS = (
    rf"{EVENTS}\s(?:is|are|starts?|begins?|will\sbe|takes\splace)\s(?:scheduled\s(?:for|on|at)\s|"
    rf"set\sfor\s|at\s|on\s|from\s)?$|(?:was|were|been|got|is|{EVENTS})\s(?:moved|rescheduled|"
    rf"postponed)\s(?:to|until|from)\s$|\b(?:runs|lasts)\s(?:from\s)?$|\bnext\s[a-z\s]{{1,24}}:\s$|\bnext\s(?:update|meeting|call|sync|session)\s(?:[a-z]+\s){{0,2}}$|\b(?:when|dates?|time):\s$|"
    rf"{BEING}(?<!you're)(?<!you’re)(?<!you are)\s(?:only\s|not\s)?(?:(?:back|off|out|away|closed)"
    r"(?:\s(?:in|at|from)\s(?:the\s)?[a-z]+)?|here|in)\s(?:on\s)?$|"
    r"(?:i'm|we're|i’m|we’re|i\sam|we\sare|i'll\sbe)\s(?!need|ask|hop|look|aim|plan|want|expect|wait|try|think|wonder|push|shoot)"
    r"[a-z]{2,12}ing(?:\s[a-z]+){0,3}\s(?:on\s)?$|"
    r"\b(?:returns|(?:i|we|they|he|she)\sreturn|(?:get|come)s?\sback)\s(?:on\s)?$|[(]back\s(?:on\s)?$"
)
IDEALLY = words(  # or what it is wanted for: today, so we have it (before Friday)
    r"(?:ideally|preferably|hopefully|if\spossible),?\s$",
    r"so\s(?:that\s)?(?:we|i|they|it|he|she|nobody)(?:'s|'ll)?\s[^.;:!?,]{0,20}\s$",
)
EACH = words(r"(?:both|all|each)(?:\sof\s(?:these|those|them))?(?:\s(?:are|is|due))?\s$")
PURPOSE = r"\bfor(?<!tasks\sfor)(?<!items\sfor)(?<!steps\sfor)(?<!do\sfor)(?<!dos\sfor)\s$"
CORRECTED = (  # by Friday. Actually, make that (Monday)
    r"\b(?:actually|sorry|scratch\sthat|correction|oops|wait|i\smeant?|no,|(?:let's\s)?(?:make|say)\s(?:that|it))"
    r"(?:[,:.!\s–—-]+(?:sorry|i\smeant?|no,|(?:let's\s)?(?:make|say)\s(?:that|it)))*[,:.!\s–—-]+(?:on\s|for\s)?$"
)
GRANTED = words(r"(?:have|has|got)\s(?:only\s|just\s)?$")
TASKED = r"(?:\ufffc|@[a-z.]{1,20})\sto\s"  # @bob to collect pictures until Friday
STAYING = words(
    rf"(?:{BEING}|(?:will|'ll)\sbe|^(?:in|on|at|afk|ooo))\s(?!(?:not\s)?(?:due|needed|required|requested|wanted)\b)[^,.;:!?(]{{0,30}}\s$",
    r"(?:last|lasts|out|away|off|busy|here|around|afk|gone|booked|unavailable|use|keep|keeps|stay|stays|remain|remains|open|closed|valid|continue|continues)\b[^,.;:!?(]{0,24}\s$",
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
    r"(?:is|when\sis|when's|what's|what\sis)\sthe\s(?:[a-z-]+\s){0,2}(?:deadline|due\sdate)\b(?=[^.!\n]{0,80}[?])",
    r"(?:don't|do\snot|doesn't|no\slonger)\s(?:need|have)\sto\b(?=[^.,;!?\n]{0,80}\b(?:any\s?more|any\slonger|after\sall)\b)(?![^.!?\n]{0,160}\bplease\b)|thank(?:s|\syou)\b(?=[^.!?\n]{0,80}\bas\spromised\b)",
)
REASON = NEVER
CONCESSION = r",?\s(?:but|though|although|however)\b"
CLAUSE_END = r"[,;:.!?\n]|\s(?:but|so|and|because|which|then)\s"

# --- decisions
RESOLVED = r"(?:resolved\sthat|finali[sz]ed|approved|confirmed|chosen|settled)"
CHOSE = (
    r"(?:chose|picked|went\swith\b(?![^.!?\n]{1,40}\s(?:to|home|together)\b)|approved|finali[sz]ed|confirmed|settled|opted\s(?:for|to)|resolved\sto|"
    r"voted\s(?:to|in\sfavou?r|unanimously))"
)
DECIDED = words(
    r"landed\son\b|consensus(?::|\s(?:is|was)\b)|carried\b(?<=motion\scarried)",
    r"decided\b|agreed\b|going\swith\b|settled\son\b|signed\soff\son\b|agreement\s?:|confirmed(?:\swith\s[^:\n]{1,40})?:",
    r"we(?:'ll|\swill|'re\sgoing\sto|\sare\sgoing\sto|'re|\sare)\s(?:all\s)?(?:go(?:ing)?|"
    r"proceed(?:ing)?|stick(?:ing)?|mov(?:e|ing)\s(?:forward|ahead))\swith\b",
    r"(?:let's|we(?:\sall)?)\s(?:go|stick|proceed)\swith\b|final\sanswer\s?[:,-]",
    r"after\s(?:[a-z]+\s){0,2}discussions?[:,]\swe\b",
    r"decision\s?(?:(?:from|of|by)\s[^:\n]{1,40})?(?::|is\b|was\b|has\sbeen\smade)|(?:the|our|final)\sdecision\s(?:is|was|has)\b",
    rf"(?:has|have|is|was|were|been|are)\s(?:now\s|been\s|officially\s|finally\s|unanimously\s)*{RESOLVED}\b",
    rf"(?:we|(?:the\s)?(?:team|group|board|committee|council|client|customer))\s(?:all\s|have\s|has\s|"
    rf"finally\s)?{CHOSE}\b",
    r"(?:it|that)'s\s(?:official|settled|decided)\b|that's\sfinal\b|so\s(?:(?!(?:how|what|where|who|when|why|that|as|because|if|you|i|we|they|much)\s)[a-z-]+\s){1,4}it\sis(?=[.!,]|$)",
)
DENIED = (
    r"(?:not|never|hasn't|haven't|hadn't|isn't|wasn't|aren't|weren't|didn't|don't|doesn't|won't|can't|"
    r"cannot|couldn't|nobody|nothing|no\sone|none)\b[^.!?,;]{0,25}"
)
OPEN = (
    words(
        rf"{DENIED}(?:decid|agree|final|confirm|settl|decision)",
        r"no\s(?:final\s)?(?:decision|agreement)|yet\sto\s|undecided\b|tb[dc]\b|pending\b|maybe\b",
        r"still\s(?:deciding|discussing|open|undecided|being|under)|under\sdiscussion|"
        r"(?:decision|agreement)\sis\s(?:pending|needed|due|still|not)|to\sbe\s(?:decided|agreed|"
        r"finali[sz]ed|confirmed|settled|discussed)|(?:is|are)\sopen(?=\W*$)",
    )
    + r"|[?]|[:–—-]\sopen(?=\W*$)"
)
UNDECIDED = (
    words(
        rf"{DENIED}(?:approv|chos|go(?:ing)?\swith)",
        r"might\sgo\swith|decide\son\b|what\swe\sdecided\b|disagree",
        r"(?:to|must|should|will|can|could|may|might|would)\sbe\s(?:decided|agreed|finali[sz]ed|"
        r"approved|confirmed|settled)",
        r"(?:if|once|when|until|whether|unless|as\ssoon\sas)\b[^.!?,:]{0,25}(?:decid|"
        r"agree|final|approv|confirm|settl|decision|go\swith)",
        r"(?:after|before)\b(?!\s(?!we\b)[^.!?,:]{1,40}\swe\s)[^.!?,:]{0,25}(?:decide\b|agree\b|(?:final|approv|confirm|settl)\w+\b|decision|go\swith)",
        r"were\s(?:supposed|to\sbe)",
    )
    + f"|{OPEN}"
)
