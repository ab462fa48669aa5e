"""Numbers as people write them, for the rules of all languages."""

NUMERALS = "0123456789〇一二三四五六七八九十"
DIGITS = f"[{NUMERALS}]{{1,4}}"
KANJI = {character: value for value, character in enumerate("〇一二三四五六七八九")}
WORDS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
VAGUE = {
    "数": 3, "a": 1, "an": 1, "a few": 3, "few": 3, "several": 3, "couple": 2, "a couple": 2,
    "a couple of": 2, "couple of": 2, "half": 0.5, "half a": 0.5, "half an": 0.5, "半": 0.5,
}  # fmt: skip


def number(text: str) -> int:
    """12, 十二 and twelve alike; ValueError for anything else."""
    if text.isascii():
        return WORDS[text] if text in WORDS else int(text)
    return kanji_number(text)


def kanji_number(text: str) -> int:
    """十二 and 一二 are 12, 二十日's 二十 is 20."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(str(KANJI.get(character, character)) for character in text))
    return (kanji_number(tens) if tens else 1) * 10 + (kanji_number(ones) if ones else 0)


def amount(text: str) -> float:
    """Also what is no whole number: 1.5, half a, 数."""
    if text in VAGUE:
        return VAGUE[text]
    return float(text) if "." in text else number(text)
