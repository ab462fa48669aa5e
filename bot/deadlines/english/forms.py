"""How English asks: each form with the title it leaves."""

import re

from bot.deadlines.english.words import HELP, VERBS
from bot.deadlines.forms import Form, form
from bot.deadlines.patterns import Late, one_of

ADVERBS = r"(?:(?:please|kindly|also|maybe|possibly|perhaps|probably|really|just|then|quickly|all)\s+)*"
WHO = one_of(
    r"(?:someone|somebody|anyone|anybody)\s(?:from|in|on|at|with)\s(?:the\s)?\S+"
    r"(?:\s(?:team|desk|office|side))?",
    r"you\s(?:guys|all|two|both|folks)",
    r"you|u|someone|some1|somebody|sb|anyone|any1|anybody|we|y'all",
    r"(?:one|two|three|some|any|a\sfew)\sof\syou",
    rf"(?:everyone|everybody)(?:\swho(?:\s(?!{VERBS}\b)[\w'’-]+){{1,8}})?",
    r"all\sof\syou|the\steam",
    rf"whoever(?:'s|\s(?:is|has|was|gets))(?:\s(?!{VERBS}\b)[a-z]+){{1,6}}",
)
BECAUSE = r",\s(?:i|we|they|it|the|he|she|our)(?:'|’|\s)"  # comments please, I'd like to publish
LEAD = r"(?:^|[\s,;:(\-–—])"
HOPING = one_of(
    r"^",
    r"[,;:(]\s?",
    r"\b"
    + one_of(
        r"it|help|great|nice|good|helpful|lovely|ideal|awesome|amazing|fantastic|wonderful",
        r"grateful|thankful|delighted|perfect|wonder|wondering|hope|hoping|glad|happy|appreciated|and|so|but|just",
    )
    + r"\s",
)
WELCOME = (
    r"(?:would|'d|’d|will)\s"
    + one_of(
        r"(?:be\s)?(?:[a-z]+\s)?(?:grateful|great|good|nice|lovely|helpful)",
        r"appreciate(?:\sit)?",
    )
    + r"\s"
)
DOING = r"(?!(?:some|any|every|no)thing|training|meeting|parking|planning|funding|housing)[a-z]{3,}ing"
TREATS = "lunch|dinner|breakfast|drinks?|coffees?|beers?|cake|round|eyes|hopes"
NOT_OURS = "".join(
    rf"(?<!\b{who})" for who in ("we", "i", "they", "it", "that", "which", "nobody", "one", "people")
)
NO_ONE = r"(?:i|he|she|(?-i:[Ii]t)|they|this|that|not|also|only|then|always|never|still|even|now|[a-z]+ly)"
SURE = r"(?:make\ssure\s(?:to|that\syou|you|that)\s+|remember\sto\s+|be\ssure\sto\s+|don't\sforget\sto\s+)?"


def asking(words: str, pattern: str) -> Form:
    return form(words, Late(pattern, re.IGNORECASE), lambda match: match["title"])


FORMS = (
    asking(
        "please pls plz kindly",
        (
            rf"{LEAD}(?:(?<!me\sto\s)(?<!us\sto\s)please|pls|plz|(?<!who\s)kindly)(?!{BECAUSE}|:\s.*\b(?:can|could)\s{WHO}\b)"
            r"(?!(?:(?<=,\splease)|(?<=\w\splease)|(?<=\w\spls)|(?<=\w\splz)),\s"
            rf"(?!(?:{VERBS}|{WHO}|can|could)\b))[,:\s]++"
            r"(?:(?<!,\s)|(?!(?:after\sthat|otherwise|because|since|they|we|it|i)\b))"
            rf"(?![-–—]|note\sthat\b|be\s(?:advised|aware)\b|(?:forgive|excuse)\b){ADVERBS}"
            r"(?:be\sso\skind\sas\sto\s)?"
            rf"(?:(?:can|could|would|will)\s{WHO}\s|(?:someone|somebody|anyone)\s)?{SURE}(?P<title>.*[a-z].*)"
        ),
    ),
    asking(
        "can could would will",
        rf"{LEAD}(?:can|could|would|will)\s+{WHO}\s+{ADVERBS}"
        + one_of(
            r"be\s(?:able\sto|up\sfor|willing\sto|free\sto|available\sto)\s+",
            r"be\sso\skind\s(?:(?:as\s)?to|and)\s+",
            r"mind\s+",
            r"like\sto\s+",
        )
        + r"?(?P<title>.+)",
    ),
    asking(
        "can could would will",
        rf"(?:{NOT_OURS}{LEAD}(?:can|could|would)|^\W*will)\s+{ADVERBS}(?!make\smy\sday)(?P<title>{VERBS}\b.+)",
    ),
    asking(
        "can could",
        r"(?:^|[,;:.]\s)(?:can|could|would)\s(?P<title>(?:the|these|those|our|your)\s.+\b(?:be|get)\s.+)",
    ),
    asking(  # can housekeeping bring towels? Whoever it is stands between: the client can bring is told
        "can could will would",
        (
            r"(?:^|[,;:.?()–—-]\s)(?:can|could|will|would)\s(?:(?:the|each|every|all)\s)?"
            rf"(?!{NO_ONE}\b)(?:[a-z]+\s){{1,2}}?{ADVERBS}(?P<title>{VERBS}\b.+)"
        ),
    ),
    asking(
        "possible",
        (
            rf"{LEAD}(?:would\sit\sbe|is\sit)\spossible\s"
            rf"(?:(?:for\s(?:{WHO}|us)\s)?to|that\syou)\s+(?P<title>.+)"
        ),
    ),
    asking(
        "can could may",
        rf"{LEAD}(?:can|could|may)\si\s(?:please\s)?(?:ask|get|trouble|bother)\s{WHO}\s"
        r"(?:please\s)?to\s(?P<title>.+)",
    ),
    asking("mind", r"^\W*(?:would\syou\s|do\syou\s)?mind\s(?P<title>[a-z]+ing\b.+)"),
    asking("get have", r"\b(?:can|could|may)\si\s+(?:please\s+)?(?P<title>(?:get|have)\s.+)"),
    asking(
        "need want like",
        (
            rf"(?:{LEAD}(?:i|we)(?:'d|\swould)?\s|^\W*)(?:really\s|just\s)?"
            rf"(?:need|want|like)\s{WHO}\s+to\s+(?P<title>.+)"
        ),
    ),
    asking(
        "need",
        (
            rf"(?:^|{LEAD}(?<!whether\s)(?:i|we)(?:'ll|'d|\swould|\swill)?\s)need\s+"
            r"(?!(?:to|(?:it|this|that|them)\sto)\b)(?:from\syou(?:r\s\w+)?\s)?(?P<title>.+)"
        ),
    ),
    asking("need", r"^\W*what\s(?:i|we)\s(?:do\s|really\s|still\s)?need\s(?:from\syou\s)?is\s(?P<title>.+)"),
    asking("want", rf"{LEAD}(?:i|we)\s(?:just\s)?want\s(?P<title>(?:an?|the|your|all|our|this)\s.+)"),
    asking(
        "need has have ought",
        (
            rf"{LEAD}(?:{WHO}|i)?\s?(?:will\s)?(?:needs?|has|have|ought)\s+to\s+"
            r"(?!be\b|get\b\w+ed|happen\b|go\s(?:out|up|in|to|back|live|through)\b|reach\b|arrive\b|come\b)"
            r"(?P<title>\w+\W.+)"
        ),
    ),
    asking("must should", rf"{LEAD}(?:{WHO})\s(?:must|should)\s+{ADVERBS}(?!be\b|have\b)(?P<title>.+)"),
    asking(
        "sure remember forget",
        (
            rf"{LEAD}(?:make\ssure|be\ssure|remember|don't\sforget|do\snot\sforget)[:,]?\s"
            r"(?:to\s|that\s(?:you\s)?|you\s)?(?P<title>.+)"
        ),
    ),
    asking(
        "should must need has have",
        (
            r"(?:^|[,;:.]\s)(?:each|every|all)\s(?:the\s)?(?:[a-z]+\s){1,3}"
            rf"(?:should|must|needs?\sto|ha(?:s|ve)\sto)\s(?P<title>{VERBS}\b.+)"
        ),
    ),
    asking(
        "love", rf"(?:^\W*(?:would\s)?|{LEAD}(?:i|we)(?:'d|\swould)\s)love\s(?P<title>(?:your|{HELP})\b.*)"
    ),
    asking(
        "like love",
        rf"{LEAD}(?:i|we)(?:'d|\swould)\s(?:like|love)\sto\s(?P<title>(?:have|get|see)\s(?!it\b|them\b).+)",
    ),
    asking("like", rf"{LEAD}(?:i|we)(?:'d|\swould)\slike\s(?!to\b)(?=.*[a-z]{{3}})(?P<title>.+)"),
    asking(
        "grateful great helpful good nice lovely ideal",
        r"\b(?:grateful|great|helpful|good|nice|lovely|ideal)\sto\s(?P<title>(?:get|have|receive)\s.+)",
    ),
    asking("appreciated", r"\bappreciated\sif\s(?:you\s(?:could|can|would)\s)?(?P<title>.+)"),
    asking(
        "time moment minute capacity bandwidth chance",
        (
            r"\b(?:you|anyone|someone|who)(?:'d|\swould|\smight|'ll|\swill|'ve|'s|\shas|\sgot)?\s"
            r"(?:have|get|find|got)\s(?:any\s|some\s|the\s|a\s)?"
            r"(?:time|moment|minute|capacity|bandwidth|chance)\s(?:[a-z]+\s){0,3}?to\s"
            rf"(?P<title>{VERBS}\b.+)"
        ),
    ),
    asking("chance", r"\bany\schance\s(?:you|someone|we)\s(?:could|can)\s+(?P<title>.+)"),
    asking(
        "chance",
        r"\bany\schance\s(?P<title>(?:the|these|this|our|your|my)\s.+\b(?:could|can)\s(?:be|get)\s.+)",
    ),
    asking("chance", r"\bany\schance\sof\s(?:having\s|getting\s)?(?P<title>.+)"),
    asking("so", rf"\bso\s(?P<title>{VERBS}\s(?:your|the|it|them|this)\b.*)"),
    asking(
        "if",
        rf"{HOPING}if\s(?:(?:{WHO}|everyone|everybody)\s)?(?:could|can|would)\s+(?P<title>.+)",
    ),
    asking(
        "grateful great good nice lovely helpful appreciate", rf"{WELCOME}if\syou\s(?P<title>{VERBS}\b.+)"
    ),
    asking(
        "that",
        r"\b(?:hop(?:e|ing)|wish|ask(?:ing|s)?)\sthat\s(?:you|someone|we|everyone|everybody)\s"
        r"(?:could|can|would)\s+(?P<title>.+)",
    ),
    asking("if", rf"{HOPING}if\s(?:everyone|everybody)\s(?P<title>[a-z]+ed\b.+)"),
    asking("if", rf"{HOPING}if\s(?P<title>(?:the|this|these|our|your)\s.+\s(?:could|can)\sbe\s.+)"),
    asking("wanna want", rf"^\W*(?:do\syou\s)?(?:wanna|want\sto)\s(?P<title>{VERBS}\b.+)"),
    asking(
        "need",
        (
            r"^(?P<title>.+\bneeds?\san?\s(?:update|review|check|fix|clean|repair|refill|refresh|"
            r"replacement)\b.*)"
        ),
    ),
    asking(
        "reminder",
        r"\breminder\sto\s+(?P<title>(?!(?:everyone|everybody|all|the|our|my|your|him|her|them)\b).+)",
    ),
    asking("nudge", r"\bnudge\s(?:on|about)\s(?:the\s)?(?P<title>[\w'’ /-]+)"),
    asking(
        "need has have must should",
        (
            r"^(?P<title>.*\b(?:needs?|has|have|(?<!what\s)must|"
            r"(?<!,\s)should(?!\sbe\s(?:[0-9¥$€£]|(?:live|back|up|on|out|over|here|there|home|"
            r"able|fine|ok|okay|good)\b)))(?:\sto)?\s(?:be|get)\s\w+.*)"
        ),
    ),
    asking(
        "who",
        (
            r"(?:^|[,;.:–—-]\s)who\s(?:else\s)?(?:can|could|wants\sto|would\slike\sto)\s"
            rf"(?P<title>{VERBS}\s(?!wh|how).+)"
        ),
    ),
    asking("need", r"^(?P<title>.+\bneeds?\sto\s\w+.*)"),
    asking("need", rf"^(?P<title>.+\bneeds?\s{DOING}\b.*)"),
    asking("has have", r"^(?P<title>.+\bha(?:s|ve)\sto\s(?:go|come|get|reach|arrive)\b.*)"),
    asking(
        "appreciate",
        (
            rf"(?:^|{LEAD}(?:i|we|it)(?:['’]d\s|\s(?=would\s)))(?:would\s)?(?:really\s|greatly\s|much\s)?"
            r"(?:be\s)?appreciate\s(?P<title>(?!it\b|if\b|you\b|that\b|"
            r"the\s(?:help|effort|heads|support|work|patience)\b|all\b|everyone).+)"
        ),
    ),
    asking("appreciate", r"\bappreciate\s(?:it\sif\s)?you(?:r)?\s(?P<title>[a-z]+ing\b.+)"),
    asking(
        "day help",
        r"^\W*(?P<title>[a-z]+ing\s.+?)\swould\s"
        r"(?:make\smy\sday|help|be\s(?:great|good|nice|lovely|helpful))\b",
    ),
    asking(
        "necessary important essential",
        r"\b(?:necessary|essential|important(?=\sthat\s(?:you|everyone|everybody|all)\b))\sthat\s"
        r"(?!(?:we|i|it|they|there|this|that)\b)(?P<title>.+)",
    ),
    asking("counting", r"\bcounting\son\syou\s(?:for|to)\s(?P<title>.+)"),
    asking(
        "grateful",
        r"\bgrateful\sfor\s(?P<title>(?:your|any|some|an?)\s"
        r"(?!(?:help|support|patience|time|work|understanding)\b).+)",
    ),
    asking(
        "on",
        rf"^(?!(?:it|this|that|none)\b)(?!.*\b(?:{TREATS})\s(?:is|are)\b)"
        r"(?P<title>.{5,}?)\s(?:is|are)\son\syou\b",
    ),
    asking("happen", r"^(?!(?:this|that|it|things)\b)(?P<title>.+?)\s(?:needs|has)\sto\shappen\b"),
    asking(
        "ok good free available around able willing happy up",
        r"\b"
        + one_of(
            r"anyone|anybody|someone|somebody|you|u",
            r"who(?:'s|\sis)?",
        )
        + r"\s(?:else\s)?(?:ok|okay|good|free|available|around|able|willing|happy|up)\s(?:for\s|to\s)"
        + rf"(?:help\s)?(?P<title>{VERBS}\b.+)",
    ),
    asking(
        "every some folks guys",
        rf"^(?:everyone|everybody|someone|somebody|folks|guys),?\s(?P<title>{VERBS}\b.+)",
    ),
    asking("know", rf"{LEAD}(?P<title>let\s(?:me|us)\sknow\b.+)"),
    asking("needed required", r"^(?P<title>.+\b(?:is|are)\s(?:needed|required))\b.*"),
)
