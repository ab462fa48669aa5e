"""What looks like a date in Japanese and is none, or one of the past (VOID)."""

from bot.deadlines.grammar import Rule
from bot.deadlines.japanese.terms import VOID, WEEKDAYS
from bot.deadlines.numbers import DIGITS
from bot.deadlines.patterns import any_of, one_of

GUARDS = (
    Rule(rf"もう\s?{DIGITS}(?:[かヶカケヵ箇]月|年|週間|日|時間|分)(?!後|以)"),
    Rule(
        rf"{DIGITS}(?:[かヶカケヵ箇]月|年|週間|日|時間|営業日)(?:間)?"
        + one_of(
            r"分(?!以|後)",
            r"目(?!まで)",
            r"ぶり|連続|おき|ごと|毎",
        )
    ),
    Rule(
        any_of(
            r"一日中",
            r"一日(?!まで|以|後|中|の|に|、|$|[(はを〆締])",
            r"一月前",
            r"十分(?!後|以|前|間)",
            r"一時(?=的|停止|保|金)",
            r"一部|一番|三月堂",
        )
    ),
    Rule(r"(?:月末|末日|[0-9]{1,2}日)(?:締め?|〆)[、・\s]?翌+月?(?:月末|末日?|[0-9]{1,2}日)(?:払い?)?"),
    Rule(r"(?:仕事|御用)(?:始め|納め)"),
    Rule(r"クリスマス(?=用|向け|セール|ケーキ|会(?!まで)|パーティ|ツリー|ソング|カード|商戦|飾り|仕様)"),
    Rule(r"月(?:曜日?)?[〜~\-]金|(?<![0-9])日本|本日付|土日祝|日時|日程|月次|日次|年次|時間(?:外|帯)"),
    Rule(
        (
            rf"(?:毎週|隔週)の?[{WEEKDAYS}](?:曜日?)?(?:[・、/][{WEEKDAYS}](?:曜日?)?)*"
            r"(?:の?[0-9]{1,2}[時:][0-9]{0,2}(?:[〜~\-][0-9]{1,2}[時:][0-9]{0,2})?)?"
        ),
        VOID,
    ),
    Rule(r"(?:毎|隔)(?:日|週|月|年度?|朝|晩|夕|回|度|時)|(?:各|平)(?:日|週|月)", VOID),
    Rule(
        rf"(?:[週月年]|{DIGITS}(?:日|時間|週間|[かヶカケヵ箇]月))に?\s?{DIGITS}[回度]\s?\([^()次\n]{{1,24}}\)"
    ),
    Rule(
        any_of(
            r"先々?[週月]末?|先日",
            r"(?:一昨|さきおと|おと)とい",
            r"一昨[日年]",
            r"昨(?:日|年度?|夜|晩|今)",
            r"きのう|去年",
            r"前[週月年](?:末|度)?",
            r"今朝|さっき|先ほど|先程|前回|以前",
        ),
        VOID,
    ),
)
