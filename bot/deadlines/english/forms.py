"""How English asks: each form with the title it leaves."""

import re

from bot.deadlines.english.speech import VERBS
from bot.deadlines.forms import Form, form

ADVERBS = r"(?:(?:please|kindly|also|maybe|possibly|perhaps|probably|really|just|then|quickly|all)\s+)*"
WHO = (
    rf"(?:(?:someone|somebody|anyone|anybody)\s(?:from|in|on|at|with)\s(?:the\s)?\S+(?:\s(?:team|desk|office|side))?|you\s(?:guys|all|two|both|folks)|you|u|someone|somebody|sb|anyone|anybody|we|y'all|(?:one|two|three|some|any|a\sfew)\sof\syou|(?:everyone|everybody)(?:\swho(?:\s(?!{VERBS}\b)[\w'’-]+){{1,8}})?|"
    rf"all\sof\syou|the\steam|whoever(?:'s|\s(?:is|has|was|gets))(?:\s(?!{VERBS}\b)[a-z]+){{1,6}})"
)
BECAUSE = r",\s(?:i|we|they|it|the|he|she|our)(?:'|’|\s)"  # comments please, I'd like to publish
LEAD = r"(?:^|[\s,;:(\-–—])"
HOPING = (
    r"(?:^|[,;:(]\s?|\b(?:it|help|great|nice|good|helpful|lovely|ideal|awesome|amazing|fantastic|wonderful|perfect|wonder|wondering|hope|hoping|glad|happy|appreciated|"
    r"and|so|but|just)\s)"
)
NOT_OURS = "".join(
    rf"(?<!\b{who})" for who in ("we", "i", "they", "it", "that", "which", "nobody", "one", "people")
)
NO_ONE = r"(?:i|he|she|(?-i:[Ii]t)|they|this|that|not|also|only|then|always|never|still|even|now|[a-z]+ly)"
SURE = r"(?:make\ssure\s(?:to|that\syou|you|that)\s+|remember\sto\s+|be\ssure\sto\s+|don't\sforget\sto\s+)?"


def asking(words: str, pattern: str) -> Form:
    return form(words, re.compile(pattern, re.IGNORECASE), lambda match: match["title"])


FORMS = (
    asking(
        "please pls plz kindly",
        rf"{LEAD}(?:please|pls|plz|(?<!who\s)kindly)(?!{BECAUSE}|:\s.*\b(?:can|could)\s{WHO}\b)(?!(?:(?<=,\splease)|(?<=\w\splease)),\s(?!(?:{VERBS}|{WHO}|can|could)\b))[,:\s]+(?![-–—]){ADVERBS}(?:be\sso\skind\sas\sto\s)?{SURE}(?P<title>.*[a-z].*)",
    ),
    asking(
        "can could would will",
        rf"{LEAD}(?:can|could|would|will)\s+{WHO}\s+{ADVERBS}(?:be\s(?:able\sto|up\sfor|willing\sto|free\sto|available\sto)\s+|"
        r"be\sso\skind\s(?:as\s)?to\s+|mind\s+|like\sto\s+)?(?P<title>.+)",
    ),
    asking(
        "can could would will",
        rf"(?:{NOT_OURS}{LEAD}(?:can|could|would)|^\W*will)\s+{ADVERBS}(?P<title>{VERBS}\b.+)",
    ),
    asking(
        "can could",
        r"^(?:can|could|would)\s(?P<title>(?:the|these|those|our|your)\s.+\b(?:be|get)\s.+)",
    ),
    asking(  # can housekeeping bring towels? Whoever it is stands between: the client can bring is told
        "can could will would",
        rf"(?:^|[,;:.?()–—-]\s)(?:can|could|will|would)\s(?:(?:the|each|every|all)\s)?(?!{NO_ONE}\b)[a-z]+\s{ADVERBS}(?P<title>{VERBS}\b.+)",
    ),
    asking(
        "possible",
        rf"{LEAD}(?:would\sit\sbe|is\sit)\spossible\s(?:(?:for\s(?:you|someone|somebody|anyone|us)\s)?to|that\syou)\s+(?P<title>.+)",
    ),
    asking("mind", r"^\W*(?:would\syou\s|do\syou\s)?mind\s(?P<title>[a-z]+ing\b.+)"),
    asking("get have", r"\b(?:can|could|may)\si\s+(?:please\s+)?(?P<title>(?:get|have)\s.+)"),
    asking(
        "need want like",
        rf"(?:{LEAD}(?:i|we)(?:'d|\swould)?\s|^\W*)(?:really\s|just\s)?(?:need|want|like)\s{WHO}\s+to\s+(?P<title>.+)",
    ),
    asking(
        "need",
        rf"(?:^|{LEAD}(?<!whether\s)(?:i|we)(?:'ll|'d|\swould|\swill)?\s)need\s+(?!(?:to|(?:it|this|that|them)\sto)\b)(?:from\syou(?:r\s\w+)?\s)?(?P<title>.+)",
    ),
    asking(
        "need has have ought",
        rf"{LEAD}(?:{WHO}|i)?\s?(?:will\s)?(?:needs?|has|have|ought)\s+to\s+(?!be\b|get\b\w+ed)(?P<title>\w+\W.+)",
    ),
    asking("must should", rf"{LEAD}(?:{WHO})\s(?:must|should)\s+{ADVERBS}(?!be\b|have\b)(?P<title>.+)"),
    asking(
        "sure remember forget",
        rf"{LEAD}(?:make\ssure|be\ssure|remember|don't\sforget|do\snot\sforget)[:,]?\s"
        r"(?:to\s|that\s(?:you\s)?|you\s)?(?P<title>.+)",
    ),
    asking(
        "should must need has have",
        rf"(?:^|[,;:.]\s)(?:each|every|all)\s(?:the\s)?(?:[a-z]+\s){{1,3}}(?:should|must|needs?\sto|ha(?:s|ve)\sto)\s(?P<title>{VERBS}\b.+)",
    ),
    asking("like love", rf"{LEAD}(?:i|we)(?:'d|\swould)\s(?:like|love)\sto\s(?P<title>(?:have|get|see)\s.+)"),
    asking("like", rf"{LEAD}(?:i|we)(?:'d|\swould)\slike\s(?!to\b)(?=.*[a-z]{{3}})(?P<title>.+)"),
    asking(
        "grateful great helpful good nice lovely ideal",
        r"\b(?:grateful|great|helpful|good|nice|lovely|ideal)\sto\s(?P<title>(?:get|have|receive)\s.+)",
    ),
    asking("appreciated", r"\bappreciated\sif\s(?:you\s(?:could|can|would)\s)?(?P<title>.+)"),
    asking(
        "time moment minute capacity bandwidth chance",
        r"\b(?:you|anyone|someone|who)(?:'d|\swould|\smight|'ll|\swill|'ve|'s|\shas|\sgot)?\s(?:have|get|find|got)\s(?:any\s|some\s|the\s|a\s)?"
        rf"(?:time|moment|minute|capacity|bandwidth|chance)\s(?:[a-z]+\s){{0,3}}?to\s(?P<title>{VERBS}\b.+)",
    ),
    asking("chance", r"\bany\schance\s(?:you|someone|we)\s(?:could|can)\s+(?P<title>.+)"),
    asking("chance", r"\bany\schance\sof\s(?:having\s|getting\s)?(?P<title>.+)"),
    asking("so", rf"\bso\s(?P<title>{VERBS}\s(?:your|the|it|them|this)\b.+)"),
    asking(
        "if that",
        rf"{HOPING}(?:if|that)\s(?:you|someone|we|everyone|everybody)\s(?:could|can|would)\s+(?P<title>.+)",
    ),
    asking("if", rf"{HOPING}if\s(?:everyone|everybody)\s(?P<title>[a-z]+ed\b.+)"),
    asking("if", rf"{HOPING}if\s(?P<title>(?:the|this|these|our|your)\s.+\s(?:could|can)\sbe\s.+)"),
    asking("wanna want", rf"^\W*(?:do\syou\s)?(?:wanna|want\sto)\s(?P<title>{VERBS}\b.+)"),
    asking(
        "need",
        r"^(?P<title>.+\bneeds?\san?\s(?:update|review|check|fix|clean|repair|refill|refresh|replacement)\b.*)",
    ),
    asking("reminder", r"\breminder\sto\s+(?P<title>.+)"),
    asking("nudge", r"\bnudge\s(?:on|about)\s(?:the\s)?(?P<title>[\w'’ /-]+)"),
    asking(
        "need has have must should",
        r"^(?P<title>.*\b(?:needs?|has|have|must|(?<!,\s)should(?!\sbe\s(?:[0-9¥$€£]|(?:live|back|up|on|out|over|here|there|home|able|fine|ok|okay|good)\b)))"
        r"(?:\sto)?\s(?:be|get)\s\w+.*)",
    ),
    asking(
        "who",
        rf"(?:^|[,;.:–—-]\s)who\s(?:else\s)?(?:can|could|wants\sto|would\slike\sto)\s(?P<title>{VERBS}\s(?!wh|how).+)",
    ),
    asking("need", r"^(?P<title>.+\bneeds?\sto\s\w+.*)"),
    asking(
        "appreciate",
        rf"(?:^|{LEAD}(?:i|we|it)(?:'d\s|\s))(?:would\s)?(?:really\s|greatly\s|much\s)?(?:be\s)?appreciate\s"
        r"(?P<title>(?!it\b|if\b|you\b|that\b|the\s(?:help|effort|heads|support|work|patience)\b|all\b|everyone).+)",
    ),
    asking(
        "free available around able willing happy up",
        r"\b(?:anyone|anybody|someone|somebody|you|who(?:'s|\sis)?)\s(?:else\s)?(?:free|available|around|able|"
        rf"willing|happy|up)\s(?:for\s|to\s)(?:help\s)?(?P<title>{VERBS}\b.+)",
    ),
    asking(
        "every some folks guys",
        rf"^(?:everyone|everybody|someone|somebody|folks|guys),?\s(?P<title>{VERBS}\b.+)",
    ),
    asking("know", rf"{LEAD}(?P<title>let\s(?:me|us)\sknow\b.+)"),
    asking("needed required", r"^(?P<title>.+\b(?:is|are)\s(?:needed|required))\b.*"),
)
