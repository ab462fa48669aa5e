"""What remains of an English request as a title: could you please send the invoice? → send the invoice.

Patterns without IGNORECASE see lower case, titles are taken from the text as it is: that is sooner matched.
"""

import re

from bot.deadlines.alternatives import any_of, one_of
from bot.deadlines.english.forms import BECAUSE, FORMS
from bot.deadlines.english.speech import VERBS
from bot.deadlines.forms import first_title
from bot.deadlines.plain import lowered
from bot.deadlines.titles import SEMICOLON

VERB = re.compile(VERBS, re.IGNORECASE)
LABEL = re.compile(
    any_of(
        r"^\W*(?:(?:two|three|four|some|my|our|your)\s)?"
        + one_of(
            r"action\sitems?",
            r"action(?:\s(?:required|needed))?",
            r"to[-\s]?do|task|request|next\sstep|follow-?up",
            r"(?:assigned\sto|over\sto|for)\syou",
            r"ai(?:\s(?:all|everyone|everybody|team))?",
        )
        + r"(?:\sfor)?\s*[:\-–]\s*(?:for\s)?",
        rf"^\W*to[-\s]?do\s+(?={VERBS}\b)",
    ),
    re.IGNORECASE,
)
PLEA_FOR = re.compile(  # the vet is out, so move the appointment please
    rf"(?:^|[,;.]\s|\sso\s)(?:so\s|then\s)?(?P<title>{VERBS}\b[^,;]+?)[,\s]+(?:please|pls|plz)\W*$",
)
PLEA = re.compile(
    rf"^(?:[^;]*;\s)?(?P<title>.+?)[,\s]+(?:please|pls|plz)(?:\W*$|,\s(?!{VERBS}\b)|(?={BECAUSE}))",
)
# a launch party is no launch, what failed is no command: nouns
EVENT_OF = (
    r"(?!(?:review|launch|test|design|release|report|plan|order|sync|call|print|deploy|"
    r"start|return|close|open|ship)\s(?:meeting|party|session|call|day|date|window|team|"
    r"room|results?|hours)\b)(?!\S+\s(?:\S+\s){1,3}(?:is|are)\s(?:in|at|on)\b)"
    r"(?!\S+\s(?:\S+\s)?(?:failed|crashed|broke|passed|went)\b)"
)
# iOS: bump the version
TOPIC_OF = (
    r"(?:(?!(?:proposal|idea|suggestion|option|decision|decided|agreed|status|update|plan|"
    r"agenda|topic|question|on[\s-]call|contact|note|chair|present|attendee|"
    r"guest)s?\b)[\w/&-]+(?:\s[\w/&-]+){0,2}:\s+)?"
)
COMMAND = re.compile(
    r"^(?:(?:if|when|as|once|after|before|for|to|hi|hello|hey|thanks|reminder|fyi|"
    + r"ok)\b[^,:]{0,40}[,:]\s+)?(?:(?:and|then|also|so|ok|okay|"
    + r"next(?!\s(?:update|call|review|sync|release|report|check|test|launch|meeting)\b)|to|"
    + r"will|should|must|needs?\sto|has\sto)\s+)*(?P<title>"
    + any_of(
        rf"{TOPIC_OF}{EVENT_OF}{VERBS}\b\s+(?!(?:of|is|was|has|will|are|were|moves|goes|starts|"
        r"begins|ends|closes|opens|arrives|comes)\b)\S.*",
        r"let\s(?:me|us)\sknow",
        r"lmk",
    )
    + r")",
)
STATED = re.compile(r"(?:\s(?:is|are|was|were)|:)[\s.!]*$")  # the deploy window is (tonight)
NEEDS = re.compile(r"^(?P<title>.+\bneeds?\s(?:the|an?|your|this|it)\b.*)")
CLOSING = re.compile(  # one of the marks first: what follows is tried nowhere else
    rf"[\s.!?,:;\-–—](?:(?<!;)|(?<={SEMICOLON}))(?:[\s.!?,:\-–—]|{SEMICOLON})*+"
    + one_of(
        r"(?<=:)(?:[a-z0-9_+\-]+):",
        r"(?<=[\s,.!?])"
        + one_of(
            r"thanks?(?:\s(?:so\smuch|a\slot|in\sadvance|all|everyone))?",
            r"thank\syou(?:\s(?:so\smuch|in\sadvance|all))?",
            r"thx|ty|cheers|please|pls|plz|asap",
            r"urgent(?:ly)?",
            r"no\sexceptions",
            r"if\s"
            + one_of(
                r"possible",
                r"(?:that(?:'s|\sis)\s)?not\stoo\smuch\strouble",
                r"you\scan",
                r"that's\sok(?:ay)?",
            ),
            r"when(?:ever)?\syou"
            + one_of(
                r"'re\sfree",
                r"\s(?:can|(?:get|have)\s(?:time|(?:a|\d+)\s"
                r"(?:chance|min(?:ute)?s?|moment|sec|second)))",
            ),
            r"no\s(?:rush|hurry|worries|pressure)(?:\sat\sall)?",
            r"for\sme|at\sthe\slatest",
            r"(?<!your\s)ok(?:ay)?",
            r"right\s(?:away|now)",
            r"immediately",
            r"as\ssoon\sas\s(?:possible|you\scan)",
            r"will\syou|would\syou|can\syou|could\syou|high\spriority",
        ),
    )
    + r"?$"
)
LONGEST_CLOSING = 40
FACES = re.compile(r"[\s☀-➿\ufe0f\u200d\U0001F300-\U0001FAFF]+$")
REMARK = re.compile(  # behind a deadline: no part of what is asked
    r"(?:[,;]|(?=\sor\s))\s(?!(?:and|then|please|pls|can|could|would|will|who|but|so|with|"
    r"including|for|to|in|on|at|by|from|before|as|if|when|ideally|preferably|thanks?|"
    rf"cheers|{VERBS})\b)[a-z](?=.*\s)(?!.*\b"
    r"(?:please|pls|plz|kindly|(?:can|could|would|will)\s(?:you|u|someone|anyone))\b)",
    re.IGNORECASE,
)
REASON = re.compile(  # one of the marks first: what follows is tried nowhere else
    r"[,;\s]"
    + one_of(
        r"(?<=;)\s(?:the|we|they|it|i|he|she|our|this|that|there|nobody)\b",
        r"(?:(?<=[,;])\s|(?<=\s))otherwise\b",
        r"(?<=,)\s(?:(?:i\s|we\s)?need\sto|as|since)\b",
        r"(?:(?<=,)\s|(?<=\s))"
        + one_of(
            r"or\s(?:else|we|they|it|everything|i|you|he|she)(?:'ll)?\b",
            r"or\s(?:the|our|my)\s\w+(?:\s\w+)?\s(?:won't|will|can't|is|are|gets?|has)\b",
            one_of(
                r"so\s(?:that\s)?(?:we|i|they|it|the)\b(?!(?:'ll)?\sneed\b)",
                r"because|since\swe|as\swe|in\sorder\sfor",
            )
            + r"\b",
        ),
    )
    + r".*$",
)
ASIDE = re.compile(
    any_of(
        r",?\s\(?cc:?\s(?=[<@]).*$",
        r"\s\((?:(?:s?he|they|i|we|it|there|that)\b|(?:the|our|my)\s\w+\s)[^()]*\)\W*$",
        r"\s[–—-]\s(?!(?-i:[A-Z])[\w'’-]+(?:\s(?-i:[A-Z])[\w'’-]+)?\W*$).*$",
        r",\s(?:we|they|it|he|she)\s.*$",
        r",\s(?:the\s|our\s)?(?!please\b|if\b|when\b)[a-z]+\.?(?:\s[a-z]+)?\s"
        + one_of(
            r"(?:will|is|are|was|has|can)\s",
            r"(?:needs?|wants?|asked|returns|comes|arrives|starts|leaves|closes|opens|ends)\b",
        )
        + r".*$",
    ),
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"^"
    + one_of(
        r"hi|hey|hello|dear|team|all",
        r"all\s[a-z]+\s[a-z]+(?=:)",
        r"everyone|everybody|folks|guys",
        r"(?:good\s)?morning",
        r"thanks|also",
        r"(?:quick\s|just\sa\s)?reminder",
        r"fyi|psa",
        r"(?:quick|small)\s(?:favou?r|ask|request|one)",
        r"heads\sup|next\sup|important|urgent|attention|note|nb|ps|btw|ok|so",
        r"whoever\s[^,]{3,60}(?=,)",
        r"when(?:ever)?\syou\s(?:get|have|find)\s(?:a|some|the|any)\s"
        + one_of(
            r"sec(?:ond)?",
            r"min(?:ute)?",
            r"moment|chance|time",
        ),
        r"(?:not\s(?:super\s|very\s)?urgent|no\srush)(?:,?\sbut)?",
    )
    + r"\b(?:\s[a-z]+)?(?:[,:!]|\s[-–—])\s+",
)
SPARED = re.compile(  # no need to reply, just …; don't bother with the old ones, but …
    r"^.*?\b"
    + one_of(
        r"no\sneed\s(?:to|for)",
        r"(?:don't|do\snot)\s(?:bother|wait|worry)",
        r"never\smind",
    )
    + r"\b[^,;]*[,;]\s(?:(?:just|but|only|instead)\b,?\s)+",
)
ASKED_BEHIND = re.compile(  # needs to be fixed, can you do it?
    r"\s(?=(?:can|could|will|would)\s(?:you|someone|anyone)\b|please\b)"
)
PRESSING = re.compile(  # can you take care of it? It was said before what
    r"(?:(?:take\scare\sof|handle|do|see\sto|deal\swith|sort|arrange|manage)\s)?"
    r"(?:it|this|that|so)(?:\sout)?",
)
REMINDED = re.compile(  # Reminder: timesheets are (due tomorrow)
    r"\W*(?:(?:friendly|quick|gentle|just\sa)\s)?reminder[:,–-]?\s(?:that\s)?"
    r"(?P<title>[^.;!?]+?)\s(?:is|are)(?:\sdue)?\W*$",
    re.IGNORECASE,
)
KNOWN = re.compile(r"let\s(?:me|us|them)\sknow")
CONDITION = re.compile(r"^if\s[^,]+(?=,\s)")
UNCLOSED = re.compile(r"\s\([^()\s][^()]*$")
NECESSARY = r"(?:needs?|ha(?:s|ve)\sto|must|should)\b"
NOT_ASKED = re.compile(  # what may become necessary, is asked about or denied
    r"^\W*+(?:(?:and|but|so)\s)?(?!.*\b(?:please|pls|plz|kindly|let\sme\sknow|"
    + r"(?:can|could|would|will)\s(?:you|u|we|someone|somebody|anyone))\b)"
    + one_of(
        one_of(
            r"(?:if|unless|in\scase)\s(?!(?:you|possible|any(?:one|body)?|some(?:one|body))\b)",
            r"should\s(?:it|they|he|she|this|that|the\s\w+)\s",
            r"otherwise\b|or\selse\b",
            r"or\s(?=we|i|they|you)",
        )
        + r"(?:.*\W)?(?:we|i|they|it|he|she|there|the\s\w+)(?:'ll|\swill|'d|\swould)?\s"
        + rf"(?:(?:then|also|probably)\s)?{NECESSARY}",
        r"(?:if|when(?:ever)?)\s"
        + one_of(
            r"an?\s\w+",
            r"any\s?\w+",
            r"customers|clients|people|they",
        )
        + r"\s(?!(?:can|could|would|is|are|has|have|want|needs?)\b)[^,]+,",
        r"what\s(?!.*\s(?:is|are)\s)(?:\w+\s){1,3}(?:needs?|ha(?:s|ve)\sto)\b",
        rf"(?:do|does|did|don't|what|when|where|why|how|which)\s(?:\w+\s){{1,4}}{NECESSARY}.*\?",
        r"(?:.*\W)?"
        + one_of(
            r"(?:no|not|don't|doesn't|won't|didn't|nobody|no\sone)\s(?:really\s|longer\s)?"
            r"(?:needs?|ha(?:ve|s))\sto\b",
            r"(?:things|points|questions|topics)\s(?:that\s)?(?:we|you|i)\s(?:all\s|still\s)?"
            r"(?:need|have)\sto\b[^,;]*$",
        ),
    ),
)
PRONOUN = re.compile(  # says nothing without what was said before
    any_of(
        r"^(?:(?:the\s)?(?!you\b|someone\b|somebody\b|whoever\b)\w+)\sneeds?\s"
        r"(?:it|this|that|them)\b",
        r"^(?:.*\s)?need\s(?:it|this|that|them)\W*$",
        r"^\w+\s(?:what|which)\W*$",
        r"^(?:remember|note)[:,]?\s(?:no|nobody|nothing)\b",
    ),
)
BACKWARDS = re.compile(
    r"^(?:(?:after\s(?:that|this)|then|with\sthat),?\s)?"
    + one_of(
        one_of(
            r"should\sbe\b",
            r"(?:needs?\sto|ha(?:s|ve)\sto|must)\sbe\s"
            r"(?:done|finished|ready|in|there|complete[d]?|sent|fixed)\b",
            r"(?:it|they)\s(?:needs?|ha(?:s|ve)|must|should)",
            r"(?:let's\s)?(?:make|say)\s(?:it|that)",
        )
        + r"\b(?!\s(?:easier|clear|happen|work|so))",
        r"(?:i|we)(?:'d|’d|\swould)\s(?:like|love|want)\sto\s(?:see|have|get)\s"
        r"(?:it|this|that|them)(?=\W*$|\sso\b)",
    ),
)  # speaks of what was asked
LOOSE = re.compile(
    any_of(
        r"^"
        + one_of(
            r"[\s,.;:\-–—]+",
            r"(?:and|but|then|also|so|to|please|pls|by|on|at(?!\sleast)|before)\b\s*",
        )
        + r"+",
        r"(?<!\sbe)\s"
        + one_of(
            r"by|at|before|until|due|is|the|for|of|to|from|between|sometime|around|ideally",
            r"preferably|hopefully",
        )
        + r"$",
        r",\s(?:ideally|preferably)$",
    ),
)

SHORT = 5
IT = ("it", "them")
BARE = re.compile(  # says nothing without what stands before
    r"^"
    + one_of(
        r"do\s(?:so|that|it|this)$",
        r"(?:take|have)\sa\slook(?:\s(?:at|into)\s(?:it|this|that))?$",
        r"your\s[\w-]+$",
        r"(?:have|get)\s(?:it|them)\s",
        rf"(?:(?:look|check)\sinto|{VERBS})"
        + one_of(
            r"\s(?:it|them)\s(?:to|in|into|on|with|from|for|back)\s",
            r"(?:\s(?:it|this|that|them|these|those|asap))?(?:\s(?:up|out|in|over|off|again))?$",
        ),
    ),
)
MATTER_BEFORE = re.compile(
    r"^(?:(?:and|but|so|ok|okay|cc|fyi|psa|sorry|reminder|re)\s+)*"
    + r"(?P<known>(?:the|our|my|your)\s)?(?P<matter>"
    + r"(?!(?:i|we|you|he|she|it|they|this|that|these|those|there|here|nobody|everyone|"
    + r"everybody|someone|somebody|who|what|which|how|when|why|did|do|does|is|are|can|could|"
    + r"if|as|thanks?|please|just|also)\b)(?:(?!\s(?:i|we|you|he|she|they)\s)[^,.;:!?<>@(]|"
    + r"\([^()]*\)){3,60}?)\s(?:(?:still|just|also|already|again)\s)?"
    + one_of(
        one_of(
            r"is|are|was|were|has|have|had|still|keeps?|needs?|looks?|seems?|failed|broke|crashed",
            r"went|came|got|arrived|ended|doesn't|does|isn't|aren't|won't|can't",
        ),
        r"just\s\w+ed",
    )
    + r"\b",
    re.IGNORECASE,
)
MATTER_ASKED_FOR = re.compile(  # has the video been uploaded? If not, …
    r"^(?:has|have|is|are|was|were|did)\s(?P<known>(?:the|our|my|your)\s)"
    r"(?P<matter>[^,.;:!?<>@(]{3,60}?)\s(?:been|be|still|already|ready|done|out|up|"
    r"in)\b.*\?",
    re.IGNORECASE,
)


def asked(rest: str, *, enough: bool, firm: bool) -> str | None:
    """The title of what the sentence asks, None if it asks nothing.

    `rest` is the sentence without its deadline and owner. `enough`: an owner, a deadline or the list
    it stands in already say that it is a task, so that a bare command will do.
    """
    rest = without_start(SPARED, rest) if "," in rest or ";" in rest else rest
    lower = lowered(rest)
    if backwards := BACKWARDS.match(lower):
        behind = ASKED_BEHIND.search(lower, backwards.end())
        return asked(rest[behind.end() :], enough=enough, firm=firm) if behind else None
    if NOT_ASKED.match(lower):
        return None
    label = LABEL.match(rest)
    text = closed(without_end(REASON, without_start(ADDRESS, rest[label.end() :] if label else rest)))
    title = first_title(FORMS, text)
    if title is None and (enough or label) and not STATED.search(lower):
        title = commanded(text)
    if title is None and (plea := PLEA_FOR.search(lower) or PLEA.match(lower)):
        title = rest[slice(*plea.span("title"))]
    if title is None and label:
        title = text
    if title is None and (reminded := REMINDED.match(rest)):
        title = reminded["title"]
    return with_condition(tidied(title), rest) if title and not PRONOUN.match(lowered(title)) else None


def commanded(text: str) -> str | None:
    lower = lowered(text)
    command = COMMAND.match(lower) or NEEDS.match(lower)
    return text[slice(*command.span("title"))] if command else None


def without_start(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(lowered(text))
    return text[found.end() :] if found else text


def without_end(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(lowered(text))
    return text[: found.start()] if found else text


def with_condition(title: str, rest: str) -> str:
    """If you come by bike, please let me know: who else would know what about?"""
    condition = CONDITION.match(lowered(rest)) if KNOWN.fullmatch(lowered(title)) else None
    return f"{title} if{rest[2 : condition.end()]}" if condition else title


def is_labelled(line: str) -> bool:
    """Next step: …"""
    return bool(LABEL.match(line))


def closed(text: str) -> str:
    text = text if text[-1:].isascii() else FACES.sub("", text)
    lower, end = lowered(text), len(text)
    while found := CLOSING.search(lower, max(0, end - LONGEST_CLOSING), end):
        if not text[: found.start()].strip():
            break
        end = found.start()
    return text[:end].strip()


def tidied(title: str) -> str:
    title = without_start(ADDRESS, closed(UNCLOSED.sub("", ASIDE.sub("", title))))
    while (loose := LOOSE.search(lowered(title))) and (rest := without(title, loose)):
        title = rest
    return " ".join(without_gerund(title).split()).strip(" /")


def without(text: str, found: re.Match[str]) -> str:
    return (text[: found.start()] + text[found.end() :]).strip()


def without_gerund(title: str) -> str:
    """(Would you mind) checking the invoice → check the invoice."""
    word, space, rest = title.partition(" ")
    stem = word.removesuffix("ing")
    if stem == word:
        return title
    verb = next((form for form in (stem, f"{stem}e", stem[:-1]) if VERB.fullmatch(form)), word)
    return verb + space + rest


def is_bare(title: str) -> bool:
    """Whether it says nothing without what stands before: review, take a look, fix it."""
    words = title.split(maxsplit=SHORT)
    return (len(words) <= SHORT or words[1] in IT) and bool(BARE.match(lowered(title)))


def matter_of(sentence: str) -> str | None:
    """What a sentence that tells is about: the export failed again → export. A word alone may be a name."""
    words = without_start(ADDRESS, sentence)
    found = MATTER_BEFORE.match(words) or MATTER_ASKED_FOR.match(words)
    return found["matter"] if found and (found["known"] or " " in found["matter"]) else None
