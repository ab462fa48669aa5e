"""English words that several patterns need."""

from bot.deadlines.patterns import one_of


def words(*alternatives: str) -> str:
    """Any of them, beginning at a word: one look at each word instead of one for each alternative."""
    return r"\b" + one_of(*alternatives)


HELP = (
    r"(?:some|an?)\s(?:quick\s|second\s|little\s)?"
    r"(?:help|hand|feedback|input|advice|thoughts|comments|review|look|pair|opinion)"
)
VERBS = one_of(
    r"let\s(?:me|us|them|everyone)\sknow",
    r"let(?=\s[^,.;:!?]{2,40}\sknow\b)",
    r"have(?=\sa\s(?:look|go|word|chat)\b)",
    r"lmk|rsvp|accept|add|address|adjust|allocate|announce|answer|apply|approve|archive",
    r"arrange|ask|assess|assign|attach|backfill",
    r"back\s?up(?=\s(?:the|all|your|our|my|this|that|[a-z]+s)\b)",
    r"bake|bank(?=\sthe\b)|book|borrow|bring|build|bump|buy|calculate|calibrate|call|cancel|change|chase|check",
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
