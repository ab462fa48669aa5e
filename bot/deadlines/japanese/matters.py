"""What a short title leaves to what stands before: 備品の稟議が止まっています。承認お願いします."""

from bot.deadlines.japanese.forms import KANJI
from bot.deadlines.patterns import Late, any_of

BARE_VERB = Late(  # 出す, 見に来る: says nothing without what stands before
    rf"^[{KANJI}]?[ぁ-ん]{{0,4}}(?:に[来行][るく])?$"
)
BARE_NOUN = Late(rf"^(?:[{KANJI}]{{1,3}}|[ァ-ヶー]{{2,6}})(?:する)?$")
BARE = Late(  # 差し替える, too
    any_of(
        BARE_NOUN.pattern,
        BARE_VERB.pattern,
        rf"^[{KANJI}][いきぎしちびみりえけげせねべめれ]{{1,2}}[{KANJI}][ぁ-ん]{{1,3}}$",
    )
)
TO_ITSELF = Late(
    r"^(?:[^、]{1,10}さん、|一回|一度|[^、をが]{0,8}が(?:なければ|あれば|いれば)、?)?ご?"
)  # 情シスさん、見る
NO_MATTER = (
    "に へ で さん 様 くん 私 僕 自分 これ それ こちら そちら ここ "
    "今日 本日 明日 昨日 の方 期限 期日 締切 締め切り 納期 時間 余裕 都合 人手"
)
FROM = Late(rf"から(?=[{KANJI}ァ-ヶ])")
MATTER_BEFORE = Late(
    r"^[:：]?(?![\d/月火水木金土日時分曜()（）]+[がはを])"  # a date is no matter
    r"(?P<matter>(?:[^、。（(]|[（(][^）)]*[）)]){2,40}?)"
    rf"{''.join(f'(?<!{word})' for word in NO_MATTER.split())}"
    r"(?:が|は|を|だけ(?=[^はがをにで])|(?=足り(?:な|ま)|切れ|壊れ|なくな|無くな)|に(?=[^、。]{0,10}(?:できま|でき[なず]|入れま|入れな|繋が|つなが)))"
)


def is_bare(title: str) -> bool:
    """Whether it says nothing without what stands before: 承認, 見る."""
    return bool(BARE.match(TO_ITSELF.sub("", title, count=1)))


def matter_in(told: str) -> str | None:
    matter = MATTER_BEFORE.match(told)
    return matter and FROM.sub("からの", matter["matter"].strip(" 　:："))
