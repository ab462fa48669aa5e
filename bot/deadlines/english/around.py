"""What stands around an English date and says what it is: a limit, an occasion, the past."""

from bot.deadlines.english.speech import BEING
from bot.deadlines.english.words import EVENTS, VERBS, words
from bot.deadlines.patterns import any_of, one_of

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
    + rf"(?:you|u|someone|somebody|anyone|we)|let's|make\ssure|and\s(?:then\s)?{VERBS})\b)[^,.;:!?])*$"
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
VOID = r"\s?(?:ago|onwards?|or\slater)\b"
VOID_BEFORE = (
    words(
        r"since",
        r"(?<!the\s)times",
        r"twice|from",
        r"starting(?:\son)?",
        r"says|said|reads|shows|showed",
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
FINE = r"(?:fine|ok|okay|good|great|perfect|best|enough|soon\senough)\b"  # tomorrow's fine
OF_EVENT = rf"(?:'s|’s)\s(?!{FINE})[a-z-]+(?:\s{EVENTS})?|[ ]{EVENTS}"
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
EACH = words(r"(?<![a-z]\s)(?:both|all|each)(?:\sof\s(?:these|those|them))?(?:\s(?:are|is|due))?\s$")
PURPOSE = r"\bfor(?<!tasks\sfor)(?<!items\sfor)(?<!steps\sfor)(?<!do\sfor)(?<!dos\sfor)\s$"
MEANT = r"sorry|i\smeant?|no,|(?:let's\s)?(?:make|say)\s(?:that|it)"
# by Friday. Actually, make that (Monday)
CORRECTED = (
    rf"\b(?:actually|scratch\sthat|correction|oops|wait|{MEANT})"
    rf"(?:[,:.!\s–—-]+(?:{MEANT}))*[,:.!\s–—-]+(?:on\s|for\s)?$"
)
GRANTED = words(r"(?:have|has|got)\s(?:only\s|just\s)?$")
TASKED = r"(?:\ufffc|@[a-z.]{1,20})\sto\s"  # @bob to collect pictures until Friday
STAYING = words(
    one_of(
        BEING,
        r"(?:will|'ll)\sbe",
        r"^(?:in|on|at|afk|ooo)",
    )
    + r"\s(?!(?:not\s)?(?:due|needed|required|requested|wanted)\b)[^,.;:!?(]{0,30}\s$",
    one_of(
        r"use|keeps?|stays?|remains?|continues?",
        r"lasts?(?<!your\slast)(?<!my\slast)(?<!the\slast)",
    )
    + r"\b[^,.;:!?(]{0,24}\s$",
    r"(?:open|closed|valid|booked|unavailable|out(?<!fill\sout)|away|gone|busy|afk|off|around)\s$",
)
POSSESSIVE = words(r"(?:our|my|your|their|his|her|its|a|another|any)\s$")
DETERMINER = words(r"the\s$")
TOPIC = r"\s(?:is|was|looks)\b(?!\s(?:fine|ok|okay|good|best|due|the|also|still))"
DROPPED = words(  # asked about or taken back: no limit
    r"(?:is|when\sis|when's|what's|what\sis)\sthe\s(?:[a-z-]+\s){0,2}"
    r"(?:deadline|due\sdate)\b(?=[^.!\n]{0,80}[?])",
    r"(?:don't|do\snot|doesn't|no\slonger|nobody|no\sone)\s(?:needs?|ha(?:s|ve))\sto\b"
    r"(?=[^.,;!?\n]{0,80}\b(?:any\s?more|any\slonger|after\sall)\b)"
    r"(?![^.!?\n]{0,160}\bplease\b)",
    r"thank(?:s|\syou)\b(?=[^.!?\n]{0,80}\bas\spromised\b)",
)
CONCESSION = any_of(
    r",?\s(?:but|though|although|however)\b",
    r"\s(?:is|would\sbe|works)\s(?:also|still)\s(?:fine|ok|okay|good|possible)\b",
    r"\s(?:is|would\sbe)\s(?:fine|ok|okay|possible)\stoo\b",
)
ENOUGH = one_of(
    r"\s(?:is|would\sbe)\s(?:fine|ok|okay|great|good|enough|perfect|early\senough)\b",
    r"\s(?:works|will\sdo|if\s(?:you\scan|possible|at\sall))\b",
)
CLAUSE_END = r"[,;:.!?\n]|\s(?:but|so|and|because|which|then)\s"
