"""What goes from an English sentence before it is a title: greetings, thanks, reasons."""

import re

from bot.deadlines.english.words import VERBS
from bot.deadlines.patterns import Late, any_of, one_of
from bot.deadlines.plain import lowered
from bot.deadlines.titles import SEMICOLON

VERB = Late(VERBS, re.IGNORECASE)
CLOSING = Late(  # one of the marks first: what follows is tried nowhere else
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
            r"for\sme|at\sthe\slatest|ya|lah|yeah",
            r"(?:that|this|this\sone|that\sone)(?:'s|\sis)\syours",
            r"(?<=,\s)(?:everyone|everybody|team|folks|guys)",
            r"when(?:ever)?\s(?:it\s)?(?:suits|works)(?:\s(?:for\s)?you)?|whenever\sconvenient",
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
FACES = Late(r"[\s☀-➿\ufe0f\u200d\U0001F300-\U0001FAFF]+$")
REASON = Late(  # one of the marks first: what follows is tried nowhere else
    r"[,;\s]"
    + one_of(
        r"(?<=;)\s(?:the|we|they|it|i|he|she|our|this|that|there|nobody)\b",
        r"(?:(?<=[,;])\s|(?<=\s))otherwise\b",
        r"(?:(?<=\sthanks\s)|(?<=\splease\s)|(?<=\spls\s)|(?<=\splz\s))(?:[-–—]\s)?(?:(?:i|we)\s)?"
        r"need\s(?:it|them|this|that)\b",
        r"(?<=,)\s(?:(?:i\s|we\s)?need\sto|as|since)\b",
        r"(?<=,)\s(?:and\s)?(?:i|we)(?:'d|\swould)\s(?:like|love)\sto\s(?:have|get|see)\s(?:it|them)\b",
        r"(?:(?<=,)\s|(?<=\s))"
        + one_of(
            r"or\s(?:else|we|they|it|everything|i|you|he|she)(?:'ll)?\b",
            r"or\s(?:the|our|my)\s\w+(?:\s\w+)?\s(?:won't|will|can't|is|are|gets?|has)\b",
            one_of(
                r"so\s(?:that\s)?(?:we|i|they|(?<=,\sso\s)(?:it|the))\b(?!(?:'ll)?\sneed\b)",
                r"because|since\swe|as\swe|in\sorder\sfor",
            )
            + r"\b",
        ),
    )
    + r".*$",
)
ASIDE = Late(
    any_of(
        r",?\s\(?cc:?\s(?=[<@]).*$",
        r"\s\((?:(?:s?he|they|i|we|it|there|that)\b|(?:the|our|my)\s\w+\s)[^()]*\)\W*$",
        r"(?:\s[–—-]|[–—])\s(?!(?-i:[A-Z])[\w'’-]+(?:\s(?-i:[A-Z])[\w'’-]+)?\W*$).*$",
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
ADDRESS = Late(
    r"^"
    + one_of(
        r"hi|hiya|hey|hello|yo|dear|team|all",
        r"all\s[a-z]+\s[a-z]+(?=:)",
        r"everyone|everybody|folks|guys",
        r"(?:good\s)?morning",
        r"thanks|also",
        r"(?:quick\s|just\sa\s)?reminder",
        r"fyi|psa",
        r"(?:quick|small)\s(?:favou?r|ask|request|one)",
        r"heads\sup|next\sup|important|urgent|attention|note|nb|ps|btw|ok|so",
        r"whoever\s[^,]{3,60}(?=,)",
        r"(?:(?:hi|hey|hello|yo)\s)?when(?:ever)?\syou\s(?:get|have|find)\s(?:a|some|the|any)\s"
        + one_of(
            r"sec(?:ond)?",
            r"min(?:ute)?",
            r"moment|chance|time",
        ),
        r"(?:not\s(?:super\s|very\s)?urgent|no\srush)(?:,?\sbut)?",
    )
    + r"\b(?:\s[a-z]+)?(?:[,:!]|\s[-–—])\s+",
)
UNCLOSED = Late(r"\s\([^()\s][^()]*$")
LOOSE_START = Late(
    r"^(?:[\s,.;:\-–—]+|(?:and|but|then|also|so|to|please|pls|by|on|at(?!\sleast)|before)\b\s*)+"
)
LOOSE_END = Late(
    r"(?<!\sbe)\s"
    + one_of(
        r"by|at|before|until|due|is|the|for|of|to|from|between|sometime|around|ideally|preferably",
        r"hopefully",
    )
    + r"$|,\s(?:ideally|preferably)$"
)
FINITE = Late(r"\s(?:(?:has|have|needs?)\sto|must|should)\b")
ASKED_ABOUT = Late(r"\b(?:when|where|what|which|who|why|how)\s")  # may end like that: what it is for


def without_start(pattern: Late, text: str) -> str:
    found = pattern.match(lowered(text))
    return text[found.end() :] if found else text


def without_end(pattern: Late, text: str) -> str:
    found = pattern.search(lowered(text))
    return text[: found.start()] if found else text


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
    while (loose := loose_in(lowered(title))) and (rest := without(title, loose)):
        title = rest
    return " ".join(without_gerund(title).split()).strip(" /")


def loose_in(title: str) -> re.Match[str] | None:
    if found := LOOSE_START.match(title):
        return found
    return None if ASKED_ABOUT.search(title) else LOOSE_END.search(title)


def without(text: str, found: re.Match[str]) -> str:
    return (text[: found.start()] + text[found.end() :]).strip()


def without_gerund(title: str) -> str:
    """(Would you mind) checking the invoice → check the invoice."""
    word, space, rest = title.partition(" ")
    stem = word.removesuffix("ing")
    if stem == word or FINITE.search(rest):  # shipping instructions have to be sent
        return title
    verb = next((form for form in (stem, f"{stem}e", stem[:-1]) if VERB.fullmatch(form)), word)
    return verb + space + rest
