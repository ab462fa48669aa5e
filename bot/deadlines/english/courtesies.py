"""What looks like an English request and is a courtesy."""

from bot.deadlines.english.words import words
from bot.deadlines.patterns import any_of, one_of

THANKED = words(r"thank(?:s|\syou)\s(?:[a-z]+\s){0,3}for\b|can\shelp\s(?:if|you|out)\b")  # or offered
GREETING = any_of(
    r"\W*(?:hi|hey|hello|dear|(?:good\s)?(?:morning|afternoon|evening))\s",
    r"[a-z]{2,12}(?:\s[a-z]{2,16})?(?:,|\s[–—-])\s",
)
# The whole sentence is one, and may hand over what was said before.
COURTESY = (
    r"^\W*(?:and\s|so\s)?"
    + one_of(
        r"(?:this|that)\sone(?:'s|\sis)\s(?:yours|on\syou|for\syou)",
        r"(?:all\s)?(?:over\sto\syou|yours)|(?:it|that|this)(?:'s|\sis)\s(?:all\s)?yours|can\sthis\sbe\syours",
        r"please|pls|plz|thanks|thx|ty",
    )
    + r"(?:,?\s(?:is\s(?:fine|ok|okay|good)|please|pls|thanks|thx|ok))?\W*$"
)
# Behind it something is asked: thanks for the fix, could you also …
ASKS_BEHIND = (
    r"[^.!?\n]{0,200}?(?:[,;–—-]|\s(?=so\b|but\b|and\b))\s?(?:(?:but|so|and|also|just|then)\s)*"
    r"(?:please|pls|plz|kindly|everyone\smust|(?:can|could|would|will)\s(?:you|someone|anyone))\b"
)
COURTEOUS = words(
    r"(?<![,;]\s)no\sexceptions\b",
    r"can\shelp\s(?:if|you|out)\b(?![^.!\n]*[?])",
    r"(?:please|kindly)\s"
    + one_of(
        r"note(?!\s(?:it|them|this|down)\b)",
        r"read(?:\s(?:on|to\sthe\send|carefully))?(?=\W*$|,)",
        r"find\s(?:attached|below|enclosed|here|the\s(?:attached|enclosed)|my)",
        r"see\s(?:attached|below|above)",
        r"(?:ignore|disregard)(?![^.!?\n]*\sand)",
        r"feel\sfree|bear\swith|be\sadvised|don't\shesitate|do\snot\shesitate",
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
    r"remind\syou\sthat\b",
    r"works?\s(?:better|best|for\syou)\b",
    r"must\sbe\s(?:a|nice|fun)\b",
)
TOLD_FIRST = words(
    r"thank(?:s|\syou)\sfor\b",
    r"no\s(?:action|need)\b",
    r"(?:don't|doesn't|didn't|do\snot|does\snot|not)\s(?:need|have)\sto\b|no\slonger\sneeds?\b",
    r"would\syou\slike\b|will\syou\sbe\b(?!\sable)",
    r"should\sbe\s"
    + one_of(
        r"fine|ok|okay|good|enough|live|back|up|here|home|able|visible",
        r"\w+\sby\snow",
    )
    + r"\b",
    r"should\s(?:arrive|land|take|hear)\b",
    r"(?:must|should)\shave\b",
)
FORMULA = rf"{COURTEOUS}|{TOLD_FIRST}(?!{ASKS_BEHIND})"
