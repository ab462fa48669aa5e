"""What remains of an English request as a title: could you please send the invoice? → send the invoice.

Patterns without IGNORECASE see lower case, titles are taken from the text as it is: that is sooner matched.
"""

import re

from bot.deadlines.english.forms import BECAUSE, FORMS
from bot.deadlines.english.matters import matter_in
from bot.deadlines.english.tidying import ADDRESS, REASON, closed, tidied, without_start
from bot.deadlines.english.words import VERBS
from bot.deadlines.forms import first_title
from bot.deadlines.patterns import Late, any_of, one_of
from bot.deadlines.plain import lowered

LABEL = Late(
    any_of(
        r"^\W*(?:(?:two|three|four|some|my|our|your)\s)?"
        + one_of(
            r"action\sitems?",
            r"action(?:\s(?:required|needed))?",
            r"to[-\s]?do|task|request|next\sstep|follow-?up",
            r"(?:assigned\sto|over\sto|for)\syou",
            r"ai(?:\s(?:all|everyone|everybody|team))?",
            r"what|unassigned|no\sowner",
        )
        + r"(?:\sfor)?\s*[:\-–]\s*(?:for\s)?",
        rf"^\W*to[-\s]?do\s+(?={VERBS}\b)",
    ),
    re.IGNORECASE,
)
PLEA_FOR = Late(  # the vet is out, so move the appointment please
    rf"(?:^|[,;.]\s|\sso\s)(?:so\s|then\s)?(?P<title>{VERBS}\b[^,;]+?)[,\s]+(?:please|pls|plz)\W*$",
)
PLEA = Late(
    r"^(?:[^;]*;\s)?(?P<title>.+?)[,\s]+(?:please|pls|plz)"
    rf"(?:\W*$|,\s(?!{VERBS}\b)|\s[-–—]\s|(?={BECAUSE}))",
)
# a launch party is no launch, what failed is no command: nouns
EVENT_OF = (
    r"(?!(?:review|launch|test|design|release|report|plan|order|sync|call|print|deploy|"
    r"start|return|close|open|ship)\s(?:meeting|party|session|call|day|date|window|team|"
    r"room|results?|hours)(?=\W*$|[,.;:)]|\s(?:is|are|was|were|on|at|in|for|with|to|will|moved|starts)\b))"
    r"(?!(?!(?:check|confirm|verify|ensure)\b)\S+\s(?:\S+\s){1,3}(?:is|are)\s(?:in|at|on)\b)"
    r"(?!\S+\s(?:(?!(?:the|an?|all|any|what|these)\b)\S+\s)?(?:failed|crashed|broke|passed|went)\b)"
)
# iOS: bump the version
TOPIC_OF = (
    r"(?:(?!(?:proposal|idea|suggestion|option|decision|decided|agreed|status|update|plan|"
    r"agenda|topic|question|on[\s-]call|contact|note|chair|present|attendee|"
    r"guest)s?\b)[\w/&-]+(?:\s[\w/&-]+){0,6}:\s+|[^,.;:>→]{3,60}\s(?:[-=](?:>|&gt;)|[→⇒])\s+)?"
)
COMMAND = Late(
    r"^(?:(?:if|when|as|once|after|before|for|to|hi|hiya|hello|hey|yo|thanks|reminder|fyi|"
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
STATED = Late(r"(?:\s(?:is|are|was|were)|:)[\s.!]*$")  # the deploy window is (tonight)
NEEDS = Late(r"^(?P<title>.+\bneeds?\s(?:the|an?|your|this|it)\b.*)")
TO_BE = Late(  # slides to be sent: no verb says that they are, or will be
    r"^(?!(?:nothing|no|none)\b)"
    r"(?!.*\b(?:is|are|am|was|were|has|have|had|will|would|can|could|may|might|must|should|likely|going|about|"
    r"like|said|expect\w*|plan\w*|schedul\w+|suppos\w+|need\w*|want\w*|seems?|appears?)\b)"
    r"(?:[\w'’/&-]+\s){1,9}to\sbe\s(?:re-?)?[a-z]{2,14}(?:ed|en|t|ne|de|ught)\b",
)
REMARK = Late(  # behind a deadline: no part of what is asked
    r"(?:[,;]|(?=\sor\s))\s(?!(?:and|then|please|pls|can|could|would|will|who|but|so|with|"
    r"including|for|to|in|on|at|by|from|before|as|if|when|ideally|preferably|thanks?|"
    rf"cheers|{VERBS})\b)[a-z](?=.*\s)(?!.*\b"
    r"(?:please|pls|plz|kindly|(?:can|could|would|will)\s(?:you|u|someone|anyone))\b)",
    re.IGNORECASE,
)
SPARED = Late(  # no need to reply, just …; don't bother with the old ones, but …
    r"^.*?\b"
    + one_of(
        r"no\sneed\s(?:to|for)",
        r"(?:don't|do\snot)\s(?:bother|wait|worry)",
        r"never\smind",
    )
    + r"\b[^,;]*[,;]\s(?:(?:just|but|only|instead)\b,?\s)+",
)
ASKED_BEHIND = Late(  # needs to be fixed, can you do it?
    r"\s(?=(?:can|could|will|would)\s(?:you|someone|anyone)\b|please\b)"
)
PRESSING = Late(  # can you take care of it? It was said before what
    r"(?:(?:take\scare\sof|handle|do|see\sto|deal\swith|sort|arrange|manage)\s)?"
    r"(?:it|this|that|so|both|them|these|everything|all(?:\sof\s(?:it|them|these))?|"
    r"(?:the|an|your)\s(?:answer|reply|response|result))(?:\s(?:out|back|done|for\s.*))?",
)
REMINDED = Late(  # Reminder: timesheets are (due tomorrow)
    r"\W*(?:(?:friendly|quick|gentle|just\sa)\s)?reminder[:,–-]?\s(?:that\s)?"
    r"(?P<title>[^.;!?]+?)\s(?:is|are)(?:\sdue)?\W*$",
    re.IGNORECASE,
)
KNOWN = Late(r"let\s(?:me|us|them)\sknow")
CONDITION = Late(r"^if\s[^,]+(?=,\s)")
NECESSARY = r"(?:needs?|ha(?:s|ve)\sto|must|should)\b"
NOT_ASKED = Late(  # what may become necessary, is asked about or denied
    r"^\W*+(?:(?:and|but|so)\s)?(?!.*\b(?:please|pls|plz|kindly|let\sme\sknow|"
    + r"(?:can|could|would|will)\s(?:you|u|we|someone|somebody|anyone))\b)"
    + one_of(
        one_of(
            r"(?:if|unless|in\scase)\s"
            r"(?!(?:you|possible|any(?:one|body)?|some(?:one|body)|we\s(?:want|are)|we're)\b)",
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
PRONOUN = Late(  # says nothing without what was said before
    any_of(
        r"^(?:(?:the\s)?(?!you\b|someone\b|somebody\b|whoever\b)\w+)\sneeds?\s"
        r"(?:it|this|that|them)\b",
        r"^(?:.*\s)?need\s(?:it|this|that|them)(?:\sfor\s[^,;]*)?\W*$",
        r"^\w+\s(?:what|which)\W*$",
        r"^(?:remember|note)[:,]?\s(?:no|nobody|nothing)\b",
    ),
)
BACKWARDS = Late(
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
    text = closed(without_reason(without_start(ADDRESS, rest[label.end() :] if label else rest)))
    title = first_title(FORMS, text)
    if title is None and (enough or label) and not STATED.search(lower):
        title = commanded(text) or (text if firm and TO_BE.match(lowered(text)) else None)
    if title is None and (plea := PLEA_FOR.search(lower) or PLEA.match(lower)):
        title = rest[slice(*plea.span("title"))]
    if title is None and label:
        title = text
    if title is None and (reminded := REMINDED.match(rest)):
        title = reminded["title"]
    return with_condition(tidied(title), rest) if title and not PRONOUN.match(lowered(title)) else None


def without_reason(text: str) -> str:
    """Without why it is asked; what follows a condition (if we want to ship, we need to …) is no reason."""
    lower = lowered(text)
    condition = CONDITION.match(lower)
    reason = REASON.search(lower, condition.end() + len(", ") if condition else 0)
    return text[: reason.start()] if reason else text


def commanded(text: str) -> str | None:
    lower = lowered(text)
    command = COMMAND.match(lower) or NEEDS.match(lower)
    return text[slice(*command.span("title"))] if command else None


def with_condition(title: str, rest: str) -> str:
    """If you come by bike, please let me know: who else would know what about?"""
    condition = CONDITION.match(lowered(rest)) if KNOWN.fullmatch(lowered(title)) else None
    return f"{title} if{rest[2 : condition.end()]}" if condition else title


def is_labelled(line: str) -> bool:
    """Next step: …"""
    return bool(LABEL.match(line))


def matter_of(sentence: str) -> str | None:
    """What a sentence that tells is about: the export failed again → export. A word alone may be a name."""
    return matter_in(without_start(ADDRESS, sentence))
