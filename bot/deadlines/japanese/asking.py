"""What remains of a Japanese request as a title: 見積もりを更新してください → 見積もりを更新."""

import re

from bot.deadlines import speech
from bot.deadlines.alternatives import any_of, one_of
from bot.deadlines.forms import ending, first_title
from bot.deadlines.japanese.forms import FORMS, KANJI, of_te_form
from bot.deadlines.openings import initials

# the ways of asking that close a clause
ASKED = (
    one_of(
        r"お願い(?:いた|致)?(?:しま[ー〜]*す|したいです|です|ね)?",
        r"(?:くださ[ー〜]*い|下さい)(?:ませ|ね)?",
        r"よろ(?:しく)?(?:です|っす|ね)?",
        r"(?:頼み|たのみ)ます",
        r"(?:頼|たの)む",
        r"(?:助かり|幸いで|ありがたいで|嬉しいで)す",
        r"(?:ます|ません|でしょう)か",
        r"(?:ほし|欲し)い(?:です)?",
    )
    + r"[ねよー〜～!！]*"
)
REMARKED = re.compile(  # 再レビューよろです、来週中でOK; not …ください、と伝えて
    rf"^(?P<request>.+?{ASKED})(?:[\s、,…（(→:：☀-➿\U0001F300-\U0001FAFF]|(?=<h))"
    r"(?!\s?(?:と(?!りあ|にかく|ても|くに)|って))(?=.)"
)
LINKED = re.compile(
    r"[\s→⇒:：(（]*(?P<link>"
    + any_of(
        r"<https?:[^<>|\n]+(?:\|(?:こちら|ここ|リンク|(?P<label>[^<>\n]+)))?>",
        r"https?://[^\s<>（）()「」、。]+",
    )
    + r")[\s)）]*$"
)
STOPS = " \t\n\u3000。．.!！?？、,…〜～♪：→"
FACE = re.compile(r"(?::[a-z0-9_+\-]+:|m\(_ _\)m|\(\^\^\)|[（(]?笑[)）]?)$")
PICTURE = r"[\s※■-◯☀-➿\u200d\ufe0f\U0001F300-\U0001FAFF]"
PICTURES = re.compile(rf"^(?:{PICTURE}|:[a-z][a-z0-9_+\-]+:)+(?![でをにへ])|(?<!{PICTURE}){PICTURE}+$")
FACES_END = (":", "m", ")", "）", "笑")
QUESTION = re.compile(r"[?？](?<=[んすいるう能].)[^ぁ-ヶ一-龠]*$")  # もらえません？ is もらえませんか
DRAWLS = ("ー", "〜", "～", "ぁ", "ぃ", "ぅ")
DRAWL = re.compile(r"(?<=[ぁ-ん])[ー〜～ぁぃぅ]+(?=[いすん]$)")  # くださーい, お願いしまーす
CASUAL = ending(
    r"(?P<te>(?<!く)(?<!まし)(?<!でし)て|(?:(?<=ん)|(?<=[急泳防稼継注脱騒繋塞]い))で)"
    r"(?:おいて|置いて|みて|(?P<comes>[き来]て))?(?:ね|よ|よー|ねー|な|から)?$"
)
ACTION = re.compile(
    r"^(?P<body>.*(?:対応|確認|更新|作成|修正|送付|提出|手配|連絡|準備|調整|共有|発注|"
    r"予約|返信|回答|登録|整理|集計|棚卸し?|英訳|和訳|見積もり?|精算|手直し|点検|交換|"
    r"返送|出荷|検収|再送|復旧|反映|移行|印刷|発送|追加|削除|変更|設定|検討|報告|依頼|"
    r"レビュー|チェック|テスト|アップ|まとめ|手続き?|見直し|洗い出し|申請|請求|回収|配布|"
    r"案内|周知|公開|納品|支払い?|振込|入力|清書|校正|翻訳|撮影|片付け|用意|実施|送信|"
    r"配信|入稿|着手|完了|選定|改訂|改修|調査|分析|設置|設営|搬入|搬出|導入|検証|構築|"
    r"実装|掲載|募集|訪問|下見|引き?継ぎ|取りまとめ|締結|押印|捺印|記入|郵送|梱包|清掃|"
    r"掃除|補充|打診|交渉|相談|連携|(?<!で)(?<!ま)(?<!しょ)(?<!そ)(?<!思)"
    r"(?<![ぁ-ん]て)[うくぐすつぬぶむる]|こと))(?:すること|を)?$"
)
WANTED = re.compile(rf"^(?P<body>.*[{KANJI}ァ-ヶー]{{2}}(?:(?=を$)|を[{KANJI}ァ-ヶー]{{2,8}}へ(?=$)))")
PLAN = re.compile(
    r"^(?P<body>.+?)(?:を)?"
    + one_of(
        r"します|いたします|致します",
        r"する(?:予定|こと)(?:です|になりました|になっています)?",
    )
    + r"$"
)
LABEL = re.compile(
    r"^[\s【\[(（＜〈]*(?:次回まで(?:に|の))?"
    + one_of(
        r"要(?:対応|確認|返信|回答|連絡|提出)(?=[】\]）)])",
        r"todo|to-do|やること|宿題|タスク",
        r"(?:ネクスト)?アクション(?:アイテム)?",
        r"依頼|お願い",
        r"(?:作業|依頼|対応|タスク)?内容",
        r"(?:件|タスク|案件|作業)名",
        r"用件|ai",
    )
    + r"[】\])）＞〉]*\s?[:：→】\])）＞〉]\s?",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"^(?:(?:お疲れ(?:様|さま)(?:です|でした)?|おつかれさまです|"
    r"お世話になって(?:おり|い)ます|おはよう(?:ございます)?|[Hh](?:i|ello|ey)(?=[\s、,!])|"
    r"(?:悪い|わるい)(?:んだ)?|すまん|すんません|代わりに|"
    r"(?:ほんま(?:に)?|ほんと(?:に)?)?ごめん(?:なさい|ね|な)?|そこで|とりあえず|ひとまず|"
    r"取り急ぎ|ほな|ご?(?:査収|一読)の(?:うえ|上)|こんにちは|こんばんは|"
    r"(?:誠に|大変)?(?:すみません|すいません|"
    r"申し訳(?:ありません|ございません|ない(?:です)?))|恐れ入ります|恐縮です|"
    r"お手数(?:です|をおかけします|おかけします|をお掛けします)?|"
    r"ご?(?:多忙|多用|繁忙|面倒|苦労)[^、。]{0,14}|お忙しい(?:ところ|中)[^、。]{0,12}|"
    r"突然(?:です|のお願いです)?|(?:誠に)?(?:勝手|恐縮|僭越)ながら|"
    r"急(?:で|な[^、。]{0,6}で)[^、。]{0,6}|可能(?:であれば|でしたら|なら)|できれば|"
    r"出来れば|もし?よければ|もしよろしければ|よろしければ|差し支えなければ|"
    r"お手すきの際に|お手すき(?:で|の時に)|手が空いたら|"
    r"お時間(?:ある|のある)[^、。]{0,6}|ついでに|あと|また|それと|それから|ちなみに|"
    r"では|なお|ですので|なので|そのため|つきましては|ということで|というわけで|念のため|"
    r"引き続き|こちら(?=、)|(?:[^、。\s]{1,8}の)?"
    r"(?:皆(?:さん|様|さま)|みな(?:さん|さま)|みんな|各位)(?:へ|は|に)?|全員|了解です|"
    r"承知しました|ありがとうございます|お願い(?:です|があります)?|"
    r"(?:どうぞ|何卒)?(?:よろしく|宜しく)お願い(?:いた|致)?します|ご?相談です|至急|大至急|"
    r"急ぎ(?:で|です)?|緊急(?:で|です)?|なる(?:はや|早)(?:で|め(?:で|に))?|早急に|"
    r"最優先で|今すぐ|すぐに|できるだけ早く|【[^】]{0,8}】(?=\s)|"
    r"【(?:再送|再掲|重要|緊急|リマインド|お知らせ|ご?連絡|周知|共有|注意|急募|緩募|全員|"
    r"必読|必須|訂正|追記)】(?=[^\s])|さて|えっと|あの|はい)(?:が|けど|けれど|で)?"
    r"(?:[\s、,。!！：:]+|(?<=[、】])|(?<=[がけにど])(?=[^\s])|"
    r"(?<=みんな)(?=[一-龠ァ-ヶ])))+"
)
REMINDING = re.compile(
    r"^お?忘れ(?:ず|なく|のない)[ぁ-ん]*、?(?:よろしく|宜しく)?(?:お願い|ね|です|[!！。]|$)"
)
SAYS = "(?:ます|です|た|[うくぐすつぬぶむる]|い|だ|や|な|せん)"
CAUSE = re.compile(
    r"^.*"
    + one_of(
        rf"{SAYS}"
        + one_of(
            r"ので(?=[^、])",
            r"(?<=[ぁ-龠]な)んで(?=[^、])",
            r"(?:ので|んで|から|ため|し|けど|けれど(?:も)?)(?=[、,\s])",
        ),
        r"(?:ます|です|た|だ|せん)が(?=[、,\s])",
        r"たところ(?=[、,\s])",
        r"と(?:言って|伝えて)あっ?[てり](?=[、,\s])",
    )
    + r"(?:、|,|\s)?"
)
CONJUNCTIONS = ("ので", "んで", "から", "ため", "し", "けど", "けれど", "けれども", "が")
REASON = re.compile(  # 棚卸表、月曜に使うので、入れる
    rf"(?<=[{KANJI}ァ-ヶーA-Za-z0-9）)」は])(、)[^、]*(?:(?:ので|んで)、?|(?:から|ため|ですが|ますが|けど)、)"
)
NO_THING = "急 急ぎ 大変 残念 面倒 無理 勝手 直前 突然"
NO_TOPIC = "".join(rf"(?<!{word})" for word in NO_THING.split())
TOPIC = re.compile(  # 原稿ですが、… leaves what it is about
    rf"(?<=[{KANJI}ァ-ヶーりけめせみぎえ]){NO_TOPIC}(?:なの|なん)?"
    r"(?:(?:です|でございます)が|(?:です|だ)けど)、"
)
MATTER = re.compile(
    r"(?P<matter>の件|について|に関して)"
    + one_of(
        r"です",
        r"なの(?:です)?",
        r"なん(?:です)?",
        r"でございます|ですけれど",
    )
    + r"?(?:が|けど|で|は)?[、,\s]"
)
WHOEVER = any_of(
    r"[、,]?\s?"
    + one_of(
        r"まだの",
        r"気(?:づ|付)いた",
        r"未[^、。]{1,4}の",
        r"該当の|該当する",
    )
    + r"(?:方|人)(?:は|々は|が)?、?",
    r"(?:お)?忘れずに、?",
    r"(?:できるだけ|なるべく)?お?早め(?:[にでの])?",
    r"(?:^|(?<=、))(?:できれば|出来れば|可能なら(?:ば)?|可能であれば|なるべく)、?",
    r"必ず、?|忘れなく",
    r"(?:^|(?<=、))全員、?",
    r"もし?お手(?:すき|隙|空き)の(?:時|とき|際)が(?:あ|ござい)[^、]{1,6}、?",
    r"お手(?:すき|隙|空き)(?:の(?:時|とき|際)に|で)?、?",
    r"手の?(?:空|あ)い(?:て(?:い)?る|た)(?:人|方)(?:が|は)?"
    r"(?:いま(?:せんか|すか|したら)|いたら|いれば)?、?",
    r"(?:^|(?<=、))(?:(?:とりあえず|ひとまず|引き続き)(?!の)|"
    r"まず(?:は)?(?=[、一-龠ァ-ヶA-Za-z0-9]))、?",
    r"(?:^|(?<=、))(?:上|下)記の(?:期限|期日|締め?切り?)(?:まで)?(?:に|で|は)?、?",
    r"(?:まだ|未[^、。]{1,4})(?:でしたら|なら|の場合は?)、?",
    r"(?:どなたか|誰か|だれか)、?",
)
SOME_PEOPLE = r"[^、]{1,12}[いうるたの](?:方|人)(?:々|たち)?"
THOSE_WHO = re.compile(rf"(?<=[、…]){SOME_PEOPLE}(?:は、?|、|$)|^{SOME_PEOPLE}は?(?:全員)?、")
NOT_DONE_BY = re.compile(rf"(?<=[{KANJI}ァ-ヶー])が?まだの(?:方|人)(?:々?は)?、?")  # 領収書がまだの方は、出す
TO_WHOEVER = re.compile(f"(?={initials(WHOEVER)})(?:{WHOEVER})")
NEEDLESS_ENDING = re.compile(rf"(?:(?<=[{KANJI}ァ-ヶー])する(?:こと)?|こと)$")
CUT_APART = re.compile(rf"(?<=[をへ]) (?=[{KANJI}ァ-ヶー])")  # 一覧を (鈴木さんに) 確認してもらう
LOST_ITS_VERB = re.compile(rf"は[\s、]+(?=[{KANJI}ァ-ヶー]{{2,6}}$)")  # 残り1件は 公開
TAKEN_BACK = re.compile(r"(?:^|、)[^、]*(?:では|じゃ|で)なくて?$")  # 金曜ではなく(月曜で): nothing is left
BARE_VERB = re.compile(  # 出す, 見に来る: says nothing without what stands before
    rf"^[{KANJI}]?[ぁ-ん]{{0,4}}(?:に[来行][るく])?$"
)
PRESSING = re.compile(
    r"^(?:.*(?:ので|(?<=[いうくぐすつぬぶむるただ])から|ため|けど)、?)?"
    r"(?:見る|やる|いただく|もらう|終わらせる|済ませる|間に合わせる|戻す|返す|返事|対応)$"
)
REFERRING = re.compile(
    r"^(?:これ|それ|こちら|そちら|(?:この|その|本|上記の)(?:件|作業|対応))(?:について|に関して)?$"
)
NOTE = re.compile(r"[（(][^（）()]*[）)][。.\s]*$")
NEED = re.compile(r"^(?P<body>.+?)[がの]?必要な[のん]で")
BARE_NOUN = re.compile(rf"^(?:[{KANJI}]{{1,3}}|[ァ-ヶー]{{2,6}})(?:する)?$")
HONOR_OF_NOUN = re.compile(rf"(?:(?<=^)|(?<=[をのはがへに度、\s]))ご(?=[{KANJI}]{{2}})")
NOTHING = (
    "ご協力",
    "ご理解",
    "それぞれ",
    "早く",
    "早め",
    "各自",
    "以上",
    "上記",
    "下記",
    "どうか",
    "ぜひ",
    "本当に",
)
IF_ANY = ("あれば", "ありましたら", "あったら", "なければ")  # ご異論あれば(明日中にお願いします)
PAUSE = re.compile(r"[、,\s]|ので")
PARTICLES = ("を", "は", "が", "に", "の", "で", "も", "よう", "ほど", "程", "ついて", "関して")
TRAILING_PARTICLE = re.compile(
    r"(?:(?<=[うくぐすつぬぶむるい])よう|[をはがにのも]|(?<!ま)で|の(?:ほど|程)|について|に関して)$"
)

BARE = re.compile(  # 差し替える, too
    any_of(
        rf"{BARE_NOUN.pattern}",
        rf"{BARE_VERB.pattern}",
        rf"^[{KANJI}][いきぎしちびみりえけげせねべめれ]{{1,2}}[{KANJI}][ぁ-ん]{{1,3}}$",
    )
)
TO_ITSELF = re.compile(
    r"^(?:[^、]{1,10}さん、|一回|一度|[^、をが]{0,8}が(?:なければ|あれば|いれば)、?)?ご?"
)  # 情シスさん、見る
NO_MATTER = (
    "に へ で さん 様 くん 私 僕 自分 これ それ こちら そちら ここ "
    "今日 本日 明日 昨日 の方 期限 期日 締切 締め切り 納期 時間 余裕 都合 人手"
)
THING_FIRST = re.compile(rf"^[^、。をがは（(]{{2,24}}[{KANJI}ァ-ヶー](?=、)")  # 公民館の予約、まだですよね
THING_ALONE = re.compile(rf"^(?!あと|残り)[^、。をがはも！!？?]{{4,24}}[{KANJI}ァ-ヶーえ]$")  # 使用率95%超え
FROM = re.compile(rf"から(?=[{KANJI}ァ-ヶ])")
MATTER_BEFORE = re.compile(
    r"^[:：]?(?![\d/月火水木金土日時分曜()（）]+[がはを])"  # a date is no matter
    r"(?P<matter>(?:[^、。（(]|[（(][^）)]*[）)]){2,40}?)"
    rf"{''.join(f'(?<!{word})' for word in NO_MATTER.split())}"
    r"(?:が|は|を|(?=足り(?:な|ま)|切れ|壊れ|なくな|無くな)|に(?=[^、。]{0,10}(?:できま|でき[なず]|入れま|入れな|繋が|つなが)))"
)


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
    return tidied(closed(title)) if title else None


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


def closed(text: str) -> str:
    """Without the marks and faces around it."""
    while (text := text.rstrip(STOPS)).endswith(FACES_END) and (face := FACE.search(text)):
        text = text[: face.start()]
    text = text.strip()
    if text[-2:-1] in DRAWLS:
        text = DRAWL.sub("", text)
    return text if text[:1].isalnum() and text[-1:].isalnum() else PICTURES.sub("", text).rstrip(STOPS)


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


def tidied(title: str) -> str:
    """Without greetings and reasons before it and particles that lost their verb."""
    title = NOT_DONE_BY.sub("を", title) if "まだの" in title else title
    title = THOSE_WHO.sub("", title) if "方" in title or "人" in title else title
    title = TO_WHOEVER.sub(lambda found: "、" if found[0].startswith("、") else "", title)
    if title.endswith(CONJUNCTIONS):
        title += "、"
    if PAUSE.search(title):
        title = without_cause(GREETING.sub("", MATTER.sub(r"\g<matter>、", title)))
    title = GREETING.sub("", title).strip(" \u3000、,・:：")
    title = TAKEN_BACK.sub("", title) if title.endswith(("なく", "なくて")) else title
    title = "" if title in NOTHING or title.endswith(IF_ANY) else title
    while title.endswith(PARTICLES) and (particle := TRAILING_PARTICLE.search(title)):
        title = title[: particle.start()].strip()
    title = HONOR_OF_NOUN.sub("", title) if "ご" in title else title
    title = CUT_APART.sub("", title) if " " in title else title
    return LOST_ITS_VERB.sub("を", title) if "は" in title else title


def without_cause(title: str) -> str:
    """Without why or although what it is asked (急ぎませんが、); its topic stays where little else does."""
    effect = GREETING.sub("", CAUSE.sub("", title, count=1))
    if effect and (effect in NOTHING or not is_bare(effect)):
        return effect
    if not effect and (need := NEED.match(title)):
        return need["body"]
    topical = REASON.sub(r"\1", TOPIC.sub("、", title))
    if topical != title or (effect and BARE_VERB.match(effect)):
        return topical
    matter = matter_in(title) if effect else None
    return f"{matter}：{effect}" if matter else effect


def is_bare(title: str) -> bool:
    """Whether it says nothing without what stands before: 承認, 見る."""
    return bool(BARE.match(TO_ITSELF.sub("", title, count=1)))


def matter_of(sentence: str) -> str | None:
    """What a sentence that tells is about: 備品の稟議が止まっています → 備品の稟議."""
    topic, thing = TOPIC.search(sentence), THING_FIRST.match(sentence)
    first = sentence[: topic.start()] if topic else thing[0] if thing else None
    first = first or next(iter(THING_ALONE.findall(tidied(closed(sentence)))), None)
    return matter_in(f"{GREETING.sub('', first)}は" if first else tidied(sentence))


def matter_in(told: str) -> str | None:
    matter = MATTER_BEFORE.match(told)
    return matter and FROM.sub("からの", matter["matter"].strip(" 　:："))
