"""What English sentences do with a date, and how they ask and decide."""

VERBS = (
    r"(?:add|address|adjust|announce|answer|approve|archive|arrange|ask|assign|attach|backup|back\sup|book|bring|build|call|cancel|change|"
    r"check|choose|circulate|clean|clear|close|collect|compile|complete|confirm|contact|coordinate|copy|correct|create|cut|decide|"
    r"delete|deliver|deploy|design|discuss|distribute|document|download|draft|edit|email|e-mail|ensure|escalate|estimate|export|"
    r"file|fill|finali[sz]e|find|finish|fix|follow|forward|gather|get|give|handle|hand|help|hire|import|inform|install|investigate|invite|"
    r"issue|join|keep|launch|leave|let|list|look|mail|make|measure|merge|message|migrate|move|notify|open|order|organi[sz]e|pay|"
    r"pick|ping|plan|post|prep|prepare|present|print|process|provide|publish|pull|purchase|push|put|reach|read|rebook|record|register|"
    r"release|remind|remove|renew|replace|reply|report|request|reschedule|research|reserve|resolve|respond|restart|return|review|revise|"
    r"rotate|run|save|schedule|send|set|share|ship|show|sign|sort|start|submit|summari[sz]e|switch|sync|take|talk|tell|test|tidy|track|"
    r"train|translate|transfer|try|turn|update|upgrade|upload|use|verify|wrap|write)"
)
ASKS = (
    r"\bplease\b|\bpls\b|\bplz\b|\bkindly\b|\b(?:can|could|would|will)\s(?:you|we|someone|somebody|anyone|anybody|i\sget|i\shave)\b|"
    r"\bneeds?\s(?:to\b|you|a\b|the\b|your|this|it\b)|\bneeded\b|\bha(?:s|ve)\sto\b|\bmust\b|\bshould\b|\baction\sitems?\b|\bto-?do\b|"
    r"\bmake\ssure\b|\b(?:don't|do\snot)\sforget\b|\bremember\sto\b|\bwould\syou\smind\b|\blet\sme\sknow\b|\bdeadline\b|\bdue\b|"
    rf"^\W*{VERBS}\b|\b(?:can|could|would|will)\s[a-z]+\s{VERBS}\b"
)
PAST_BEHIND = r"(?!)"
PAST_AROUND = (
    r"\b(?:was|were|had|did|didn't|went|met|sent|said|got|took|gave|told|spoke|held|happened|came|saw|made)\b|"
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bget\s)\b(?!need|sched|updated?\b|feed|speed|embed|indeed|proceed|exceed|succeed|red\b|bed\b|shed\b|hundred|wed\b|"
    r"speed|attached|planned|expected|required|requested|sc?hed)[a-z]{2,12}ed\b"
)
IDLE = (
    r"\booo\b|\bout\sof\s(?:the\s)?office\b|\b(?:i'm|i\sam|we're|i'll\sbe|is|be|am)\s(?:off|out|away|on\s(?:leave|vacation|pto|holiday)|remote)\b|"
    r"\b(?:on|taking)\s(?:a\s)?(?:leave|vacation|pto|holiday|sick)\b|\bday\soff\b|\bwfh\b|\bworking\sfrom\shome\b|\bsee\s(?:you|ya)\b|\bcya\b|\btalk\s(?:to\syou\s)?(?:tomorrow|soon|next)\b|"
    r"\bhave\sa\s(?:great|good|nice|lovely|wonderful|safe|fun)\b|\bhappy\s(?:birthday|friday|monday|holidays?|new)\b|\benjoy\b|"
    r"\bclosed\s(?:on|until|today|tomorrow|from)\b|\bbirthday\b|\bweather\b|\b(?:rain|snow)|\bthank(?:s|\syou)\sfor\b|\blooking\sforward\b|\bbusy\b|"
    r"\bhow\s(?:was|is|are)\b|\bwhat\s(?:a|are\syou)\b|\btgif\b|\bi\slove\b|\bcongrat|\bwelcome\b|\bopen\s(?:until|till)\b|\bvalid\suntil\b|\bis\sa\sholiday\b"
)
URGENT = (
    r"\basap\b|\ba\.s\.a\.p\b|\burgent(?:ly)?\b|\bas\ssoon\sas\s(?:possible|you\scan)\b|\bright\s(?:away|now)\b|\bimmediately\b|\b(?:high|top)\spriority\b|"
    r"\bpriority:?\s(?:is\s)?high\b|\bcritical\b|\bp0\b"
)
NOT_URGENT = r"\b(?:not|isn't|no|nothing|non|wasn't)\s?(?:that\s|very\s|super\s|so\s|really\s|an?\s|particularly\s|-)*(?:urgent|rush|hurry|critical)|\bno\sneed\sto\b|\bnot\sasap"

BEFORE_EVENT = r"(?!)"
AT_EVENT = r"(?!)"
EVENTS = (
    r"(?:meetings?|stand-?ups?|calls?|syncs?|demos?|releases?|reports?|reviews?|sessions?|retros?|retrospectives?|planning|invoices?|numbers|results|"
    r"launch|events?|dinner|party|class|trainings?|agenda|notes|minutes|slides|deck|newsletter|batch|builds?|versions?|edition|issues?|"
    r"shifts?|workshops?|interviews?|appointments?|flights?|slots?|figures|sales|forecast|budget|roadmap|goals|okrs?|outage|incident|"
    r"discussion|conversation|thread|email|update|schedule|roster|payroll|campaign|sprint|deploy(?:ment)?|maintenance|board|conference|webinar|offsite)\b"
)
OF_EVENT = rf"(?:'s|’s)\s[a-z-]+(?:\s{EVENTS})?|\s{EVENTS}"
ATTRIBUTE = rf"(?:'s|’s)\b|\s{EVENTS}"
DETERMINER = r"\b(?:the|our|my|your|their|his|her|its|a|an|another)\s$"
TOPIC = r"(?!)"
STATEMENT = r"(?!)"
REPORTED = r"(?!)"
WAS_DUE = r"(?!)"
AHEAD = r"\b(?:will|'ll|going\sto|shall|let's|plan(?:ning)?\sto|aim(?:ing)?\sto|is\sdue|are\sdue|want)\b"
QUESTION = r"\?\W*$"
CONCESSION = r",?\s(?:but|though|although|however)\b"
CLAUSE_END = r"[,;:.!?\n]|\s(?:but|so|and|because|which|then)\s"

DECIDED = (
    r"\bdecided\b|\bagreed\b(?!\s\?)|\bwe(?:'ll|\swill|'re\sgoing\sto|\sare\sgoing\sto|'re|\sare)\s(?:all\s)?(?:go(?:ing)?|proceed(?:ing)?|stick(?:ing)?|mov(?:e|ing)\s(?:forward|ahead))\swith\b|"
    r"\blet's\s(?:go|stick|proceed)\swith\b|\bgoing\swith\b|\bdecision\s?(?::|is\b|was\b|has\sbeen\smade)|\bthe\sdecision\b|\bagreement\s?:|\bsettled\son\b|"
    r"\b(?:has|have|is|was|were|been|are|'s|'ve)\s(?:now\s|been\s|officially\s|finally\s|unanimously\s)*(?:finali[sz]ed|approved|confirmed|chosen|settled)\b|\bwe\s(?:chose|picked|approved|finali[sz]ed|confirmed|settled)\b|\bconfirmed:|"
    r"\bsigned\soff\son\b|\bfinal\sdecision\b|\bit's\s(?:official|settled|decided)\b|\bthe\s(?:team|group|board|committee)\s(?:chose|picked|approved|confirmed)\b"
)
UNDECIDED = (
    r"\b(?:not|never|hasn't|haven't|hadn't|isn't|wasn't|aren't|weren't|didn't|don't|doesn't|won't|can't|cannot|couldn't|nobody|nothing|no\sone|none)\b[^.!?]{0,25}(?:decid|agree|final|approv|confirm|settl|chos|go(?:ing)?\swith|decision)|"
    r"\bno\s(?:final\s)?(?:decision|agreement)|\byet\sto\s|\bundecided\b|\btbd\b|\b(?:to|must|should|needs?\sto|will|can|could|may|might|would)\sbe\s(?:decided|agreed|finali[sz]ed|approved|confirmed|settled)|"
    r"\b(?:if|once|when|until|whether|unless|after|before|as\ssoon\sas)\b[^.!?,]{0,25}(?:decid|agree|final|approv|confirm|settl|decision|go\swith)|\?|\bpending\b|\bstill\s(?:deciding|discussing|open|undecided|being)|"
    r"\b(?:decision|agreement)\sis\s(?:pending|needed|due|still|not)|\bmight\sgo\swith|\bmaybe\b|\bdecide\son\b|\bwhat\swe\sdecided\b|\bwere\s(?:supposed|to\sbe)|\bdisagree"
)
DECISION_HEADING = r"^[\s*_\[(]*(?:key\s)?decisions?(?:\smade)?[\s*_\])]*(?::|$)"
TASK_HEADING = r"^[\s*_\[(]*(?:action\sitems?|actions|to-?dos?(?:\slist)?|tasks?|next\ssteps?|follow-?ups?|homework)\b[\s*_\])]*(?::|$)|\b(?:please|can\syou|could\syou)\b[^.]{0,40}(?:the\s)?following\b"
FORMULA = (
    r"\bplease\s(?:note|find|see\s(?:attached|below|above)|ignore|disregard|feel\sfree|bear\swith|be\sadvised|don't\shesitate|do\snot\shesitate|accept\s(?:my|our)|excuse|forgive|don't\sworry|enjoy|stay\ssafe|welcome|join\s(?:me|us)\sin)\b|"
    r"\blet\s(?:me|us)\sknow\s(?:if|should|in\scase)\s(?:you|there|anyone|anything)\s?(?:have|has|is|are|'s|need|want|run|would)?\s?(?:any|a|questions?|issues?|problems?|help|anything|into|concerns)|\bif\syou\shave\s(?:any\s)?(?:questions?|concerns?|issues?)|"
    r"\bcan\syou\s(?:believe|imagine|hear|see\smy)\b|\bcan'?t\sbelieve\b|\bthank(?:s|\syou)\sfor\b|\bno\s(?:action|need)\b|\b(?:don't|doesn't|didn't|do\snot|does\snot|not)\s(?:need|have)\sto\b|\bno\slonger\sneeds?\b|"
    r"\bwould\syou\slike\b|\bwill\syou\sbe\b|\bshould\sbe\s(?:fine|ok|okay|good|enough)\b|\bmust\sbe\s(?:a|nice|fun)\b|\bmust\shave\b|\bshould\shave\b"
)
