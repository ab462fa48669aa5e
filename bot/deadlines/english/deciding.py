"""How English sentences decide, and how they leave it open."""

from bot.deadlines.english.words import words
from bot.deadlines.patterns import one_of

RESOLVED = r"(?:resolved\sthat|finali[sz]ed|approved|confirmed|chosen|settled)"
CHOSE = one_of(
    r"chose|picked(?!\sup)",
    r"went\swith\b(?![^.!?\n]{1,40}\s(?:to|home|together|for\s(?:lunch|dinner|coffee|drinks))\b)",
    r"approved|finali[sz]ed|settled",
    r"confirmed(?!\sthat\b)",
    r"opted\s(?:for|to)",
    r"resolved\sto",
    r"voted\s(?:to|in\sfavou?r|unanimously)",
)
DECIDED = words(
    r"landed\son\b(?!\stime)|consensus(?::|\s(?:is|was)\b)|carried\b(?<=motion\scarried)",
    r"what\s(?:was|we)\s(?:decided|agreed)\s?:",
    r"decided\b|(?<!\bas\s)(?<!\bthe\s)(?<!\ban\s)(?<!what\swas\s)(?<!what\swe\s)agreed\b|going\swith\b|settled\son\b|signed\soff\son\b|agreement\s?:",
    r"confirmed(?:\swith\s[^:\n]{1,40})?:",
    r"we(?:'ll|\swill|'re\sgoing\sto|\sare\sgoing\sto|'re|\sare)\s(?:all\s)?"
    + one_of(
        r"go(?:ing)?",
        r"proceed(?:ing)?",
        r"stick(?:ing)?",
        r"mov(?:e|ing)\s(?:forward|ahead)",
    )
    + r"\swith\b",
    r"(?:let's|we(?:\sall)?)\s(?:go|stick|proceed)\swith\b|final\sanswer\s?[:,-]",
    r"after\s(?:[a-z]+\s){0,2}discussions?[:,]\swe\b",
    r"decision\s?(?:(?:from|of|by)\s[^:\n]{1,40})?(?::|is\b|was\b|has\sbeen\smade)",
    r"(?:the|our|final)\sdecision\s(?:is|was|has)\b",
    rf"(?:has|have|is|was|were|been|are)\s(?:now\s|been\s|officially\s|finally\s|unanimously\s)*{RESOLVED}\b",
    r"(?:we|(?:the\s)?(?:team|group|board|committee|council|client|customer))\s"
    rf"(?:all\s|have\s|has\s|finally\s)?{CHOSE}\b",
    r"(?:it|that)(?:'s|\sis)\s(?:now\s)?(?:official|settled|decided|agreed|confirmed|final(?!\s[a-z]))\b",
    r"so\s(?:(?!(?:how|what|where|who|when|why|that|as|because|if|you|i|we|they|"
    r"much)\s)[a-z-]+\s){1,4}it\sis(?=[.!,]|$)",
)
DENIED = (
    one_of(
        r"not|never|hasn't|haven't|hadn't|isn't|wasn't|aren't|weren't|didn't|don't|doesn't",
        r"won't|can't|cannot|couldn't|nobody|nothing|no\sone|none",
    )
    + r"\b[^.!?,;]{0,25}"
)
OPEN = (
    words(
        rf"{DENIED}(?:decid|agree|final|confirm|settl|decision)",
        r"no\s(?:final\s)?(?:decision|agreement)|yet\sto\s|undecided\b|tb[dc]\b|pending\b|maybe\b",
        r"still\s(?:deciding|discussing|open|undecided|being|under)",
        r"under\sdiscussion",
        r"(?:decision|agreement)\s(?:is|was|has|will)\s(?:been\s)?"
        r"(?:pending|needed|due|still|not|to\b|expected|postponed|delayed|deferred|moved)",
        r"what(?:'s|\sis)\sthe\sdecision",
        r"to\sbe\s(?:decided|agreed|finali[sz]ed|confirmed|settled|discussed)",
        r"(?:is|are)\sopen(?=\W*$)",
    )
    + r"|[?]|[:–—-]\sopen(?=\W*$)"
)
UNDECIDED = (
    words(
        rf"{DENIED}(?:approv|chos|go(?:ing)?\swith)",
        r"might\sgo\swith|decide\son\b|what\swe\sdecided\b|disagree",
        r"(?:to|must|should|will|can|could|may|might|would)\sbe\s"
        r"(?:decided|agreed|finali[sz]ed|approved|confirmed|settled)",
        r"(?:if|once|when|until|whether|unless|as\ssoon\sas)\b[^.!?,:]{0,25}"
        r"(?:decid|agree|final|approv|confirm|settl|decision|go\swith)",
        r"(?:after|before)\b(?!\s(?!we\b)[^.!?,:]{1,40}\swe\s)[^.!?,:]{0,25}"
        + one_of(
            r"decide\b|agree\b",
            r"(?:final|approv|confirm|settl)\w+\b",
            r"decision|go\swith",
        ),
        r"were\s(?:supposed|to\sbe)",
    )
    + f"|{OPEN}"
)
