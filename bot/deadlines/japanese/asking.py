"""What remains of a Japanese request as a title: 見積もりを更新してください → 見積もりを更新."""

import re

from bot.deadlines import speech
from bot.deadlines.forms import ending, first_title
from bot.deadlines.japanese.forms import FORMS, KANJI, of_te_form
from bot.deadlines.japanese.matters import BARE_NOUN, matter_in
from bot.deadlines.japanese.tidying import PREAMBLE, TOPIC, as_title, closed, tidied
from bot.deadlines.patterns import Late, any_of, one_of

# the ways of asking that close a clause
ASKED = (
    one_of(
        r"お願い(?:いた|致)?(?:しま[ー〜]*す|したいです|です|ね)?",
        r"(?:くださ[ー〜]*い|下さい)(?:ませ|ね)?",
        r"よろ(?:しく)?(?:です|っす|ね)?",
        r"(?:頼み|たのみ|頼ん|たのん)ます",
        r"(?:頼|たの)む",
        r"(?:助かり|幸いで|ありがたいで|嬉しいで)す",
        r"(?:ます|ません|でしょう)か",
        r"(?:ほし|欲し)い(?:です)?",
    )
    + r"[ねよー〜～!！]*"
)
REMARKED = Late(  # 再レビューよろです、来週中でOK; not …ください、と伝えて
    rf"^(?P<request>.+?{ASKED})(?:[\s、,…（(→:：☀-➿\U0001F300-\U0001FAFF]|(?=<h))"
    r"(?!\s?(?:と(?!りあ|にかく|ても|くに)|って))(?=.)"
)
LINKED = Late(
    r"[\s→⇒:：(（]*(?P<link>"
    + any_of(
        r"<https?:[^<>|\n]+(?:\|(?:こちら|ここ|リンク|(?P<label>[^<>\n]+)))?>",
        r"https?://[^\s<>（）()「」、。]+",
    )
    + r")[\s)）]*$"
)
QUESTION = Late(r"[?？](?<=[んすいるう能].)[^ぁ-ヶ一-龠]*$")  # もらえません？ is もらえませんか
CASUAL = ending(
    r"(?P<te>(?<!く)(?<!まし)(?<!でし)(?<!になっ)て|(?:(?<=ん)(?<![いなるすくぐうた]ん)|(?<=[急泳防稼継注脱騒繋塞]い))で)"
    r"(?:おいて|置いて|みて|(?P<comes>[き来]て))?(?:ね|よ|な|や|やで|から)?[ー〜]*$"
)
ACTION = Late(
    r"^(?P<body>.*(?:対応|確認|更新|作成|修正|送付|提出|手配|連絡|準備|調整|共有|発注|"
    r"予約|返信|回答|登録|整理|集計|棚卸し?|英訳|和訳|見積もり?|精算|手直し|点検|交換|"
    r"返送|出荷|検収|再送|復旧|反映|移行|印刷|発送|追加|削除|変更|設定|検討|報告|依頼|"
    r"レビュー|チェック|テスト|アップ|まとめ|手続き?|見直し|洗い出し|申請|請求|回収|配布|"
    r"案内|周知|公開|納品|支払い?|振込|入力|清書|校正|翻訳|撮影|片付け|用意|実施|送信|"
    r"配信|入稿|着手|完了|選定|改訂|改修|調査|分析|設置|設営|搬入|搬出|導入|検証|構築|"
    r"実装|掲載|募集|訪問|下見|引き?継ぎ|取りまとめ|締結|押印|捺印|記入|郵送|梱包|清掃|"
    r"掃除|補充|打診|交渉|相談|連携|(?<!で)(?<!ま)(?<!しょ)(?<!そ)(?<!っ)(?<!思)"
    r"(?<![ぁ-ん]て)[うくぐすつぬぶむる]|こと))(?:すること|を)?$"
)
WANTED = Late(rf"^(?P<body>.*[{KANJI}ァ-ヶー]{{2}}(?:(?=を$)|を[{KANJI}ァ-ヶー]{{2,8}}へ(?=$)))")
PLAN = Late(
    r"^(?P<body>.+?)(?:を)?"
    + one_of(
        r"します|いたします|致します",
        r"する(?:予定|こと)(?:です|になりました|になっています)?",
    )
    + r"$"
)
LABEL = Late(
    r"^[\s【\[(（＜〈]*(?:次回まで(?:に|の))?"
    + one_of(
        r"要(?:対応|確認|返信|回答|連絡|提出)(?=[】\]）)])",
        r"to[-\s]?do|やること|宿題|タスク",
        r"(?:ネクスト)?アクション(?:アイテム)?",
        r"依頼|お願い",
        r"(?:作業|依頼|対応|タスク)?内容",
        r"(?:件|タスク|案件|作業)名",
        r"用件|ai",
    )
    + r"[】\])）＞〉]*\s?[:：→】\])）＞〉]\s?",
    re.IGNORECASE,
)
REMINDING = Late(r"^お?忘れ(?:ず|なく|のない)[ぁ-ん]*、?(?:よろしく|宜しく)?(?:お願い|ね|です|[!！。]|$)")
NEEDLESS_ENDING = Late(rf"(?:(?<=[{KANJI}ァ-ヶー])する(?:こと)?|こと)$")
PRESSING = Late(
    r"^(?:もらえ|いただけ|頂け|くれ)(?:たら|れば|ると)[^。]{0,20}$|"  # もらえたらその日に渡せる
    r"^(?:.*(?:ので|(?<=[いうくぐすつぬぶむるただ])から|ため|けど)、?)?"
    r"(?:見る|やる|いただく|もらう|終わらせる|済ませる|間に合わせる|戻す|返す|返事|対応)$"
)
REFERRING = Late(
    r"^(?:これ|それ|こちら|そちら|(?:この|その|本|上記の)(?:件|作業|対応))(?:について|に関して)?$"
)
NOTE = Late(r"[（(][^（）()]*[）)][。.\s]*$")
THING_FIRST = Late(rf"^[^、。をがは（(]{{2,24}}[{KANJI}ァ-ヶー](?=、)")  # 公民館の予約、まだですよね
THING_ALONE = Late(rf"^(?!あと|残り)[^、。をがはも！!？?]{{4,24}}[{KANJI}ァ-ヶーえ]$")  # 使用率95%超え


def asked(rest: str, *, enough: bool, firm: bool) -> str | None:
    """The title of what the sentence asks, None if it asks nothing.

    `rest` is the sentence without its deadline and owner. `enough`: an owner, a deadline or the list
    it stands in already say that it is a task, so that 送っといて will do; `firm`: they say it so clearly
    that a bare 見積もり更新 will.
    """
    label = LABEL.match(rest)
    words = rest[label.end() :] if label else rest
    text = closed(words)
    title = first_title(FORMS, f"{text}か" if QUESTION.search(words) else text)
    if title is None and (enough or label):
        title = asked_casually(text, firm=firm or bool(label)) or (text if label else None)
    return as_title(title) if title else None


def asked_among_remarks(rest: str, *, enough: bool, firm: bool) -> str | None:
    """As `asked`, without what a message says behind its request: お願いします、来週中でOK; a link."""
    if "http" in rest and (linked := LINKED.search(rest)):
        title = asked_among_remarks(rest[: linked.start()], enough=enough, firm=firm)
        return f"{linked['link']}の{title}" if title and linked["label"] and BARE_NOUN.match(title) else title
    title, remarked = None, REMARKED.match(rest)
    if remarked and not speech.COURTESY.match(remarked["request"].lower()):
        title = asked(remarked["request"], enough=enough, firm=firm)
        if title == "":  # 金曜までにお願いします、報告書の提出
            title = asked(rest[remarked.end() :], enough=True, firm=True)
    return title or asked(rest, enough=enough, firm=firm)


def reminds(rest: str) -> bool:
    """Whether it only asks not to forget what was said: 忘れずにお願いします."""
    return bool(REMINDING.match(rest))


def is_remarked(rest: str) -> bool:
    """Whether something is told behind the request."""
    return bool(REMARKED.match(rest))


def promised(rest: str) -> str | None:
    """The title of what somebody will do (議事録を作成します), None for what is no work (休みます)."""
    plan = PLAN.match(closed(rest))
    return tidied(plan["body"]) if plan and ACTION.match(plan["body"]) else None


def asked_casually(text: str, *, firm: bool) -> str | None:
    if match := CASUAL.search(text):
        return of_te_form(match)
    if firm and (wanted := WANTED.match(text)):
        return wanted["body"]
    match = ACTION.match(text) if firm else None
    return match and NEEDLESS_ENDING.sub("", text)


def does(rest: str) -> bool:
    """Whether it closes with what somebody does: 見積もりを取る, 備品の発注."""
    return bool(ACTION.match(closed(NOTE.sub("", rest))))


def matter_of(sentence: str) -> str | None:
    """What a sentence that tells is about: 備品の稟議が止まっています → 備品の稟議."""
    topic, thing = TOPIC.search(sentence), THING_FIRST.match(sentence)
    first = sentence[: topic.start()] if topic else thing[0] if thing else None
    first = first or next(iter(THING_ALONE.findall(as_title(sentence))), None)
    return matter_in(f"{PREAMBLE.sub('', first)}は" if first else tidied(sentence))
