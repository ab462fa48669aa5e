"""What goes from a Japanese sentence before it is a title: greetings, thanks, reasons."""

from bot.deadlines.japanese.forms import KANJI
from bot.deadlines.japanese.matters import BARE_VERB, is_bare, matter_in
from bot.deadlines.openings import initials
from bot.deadlines.patterns import Late, any_of, one_of

STOPS = " \t\n\u3000。．.!！?？、,…〜～♪：→"
FACE = Late(r"(?::[a-z0-9_+\-]+:|m\(_ _\)m|\(\^\^\)|[（(]?笑[)）]?)$")
PICTURE = r"[\s※■-◯☀-➿\u200d\ufe0f\U0001F300-\U0001FAFF]"
PICTURES = Late(rf"^(?:{PICTURE}|:[a-z][a-z0-9_+\-]+:)+(?![でをにへ])|(?<!{PICTURE}){PICTURE}+$")
FACES_END = (":", "m", ")", "）", "笑")
DRAWLS = ("ー", "〜", "～", "ぁ", "ぃ", "ぅ")
DRAWL = Late(r"(?<=[ぁ-ん])[ー〜～ぁぃぅ]+(?=[いすん]$)")  # くださーい, お願いしまーす
# What stands before a request: greetings, apologies, links, how urgent it is, who is spoken to.
PREAMBLE = Late(
    r"^(?:"
    + one_of(
        r"お疲れ(?:様|さま)(?:です|でした)?",
        r"おつかれさまです",
        r"お世話になって(?:おり|い)ます",
        r"おはよう(?:ございます)?",
        r"[Hh](?:i|ello|ey)(?=[\s、,!])",
        r"(?:悪い|わるい)(?:んだ)?",
        r"すまん|すんません|代わりに",
        r"(?:ほんま(?:に)?|ほんと(?:に)?)?ごめん(?:なさい|ね|な)?",
        r"そこで|とりあえず|ひとまず|取り急ぎ|ほな",
        r"ご?(?:査収|一読)の(?:うえ|上)",
        r"こんにちは|こんばんは",
        r"(?:誠に|大変)?(?:すみません|すいません|申し訳(?:ありません|ございません|ない(?:です)?))",
        r"恐れ入ります|恐縮です",
        r"お手数(?:です|をおかけします|おかけします|をお掛けします)?",
        r"ご?(?:多忙|多用|繁忙|面倒|苦労)[^、。]{0,14}",
        r"お忙しい(?:ところ|中)[^、。]{0,12}",
        r"突然(?:です|のお願いです)?",
        r"(?:誠に)?(?:勝手|恐縮|僭越)ながら",
        r"急(?:で|な[^、。]{0,6}で)[^、。]{0,6}",
        r"可能(?:であれば|でしたら|なら)",
        r"できれば|出来れば",
        r"もし?よければ|もしよろしければ|よろしければ|差し支えなければ|お手すきの際に",
        r"お手すき(?:で|の時に)",
        r"手が空いたら",
        r"お時間(?:ある|のある)[^、。]{0,6}",
        r"ついでに|あと|また|それと|それから|ちなみに|では|なお|ですので|なので|そのため|つきましては",
        r"ということで|というわけで|念のため|引き続き",
        r"こちら(?=、)",
        r"(?:[^、。\s]{1,8}の)?(?:皆(?:さん|様|さま)|みな(?:さん|さま)|みんな|各位)"
        r"(?:へ|は|に(?=[、\s]|お願い))?",
        r"全員|了解です|承知しました",
        r"(?:ご?[一-龠]{2,4}(?:いただき|頂き)?、?)?(?:誠に)?ありがとうございます",
        r"お願い(?:です|があります)?",
        r"(?:どうぞ|何卒)?(?:よろしく|宜しく)お願い(?:いた|致)?します",
        r"ご?相談です",
        r"至急|大至急",
        r"急ぎ(?:で|です)?",
        r"緊急(?:で|です)?",
        r"なる(?:はや|早)(?:で|め(?:で|に))?",
        r"早急に|最優先で|今すぐ",
        r"すぐに(?!使え|読め|見つか)",
        r"できるだけ早く",
        r"【[^】]{0,8}】(?=\s)",
        r"【(?:再送|再掲|重要|緊急|リマインド|お知らせ|ご?連絡|周知|共有|注意|急募|緩募|全員|"
        r"必読|必須|訂正|追記)】(?=[^\s])",
        r"さて|えっと|あの|はい",
    )
    + r"(?:が|けど|けれど|で)?"
    + one_of(
        r"[\s、,。!！：:]+",
        r"(?<=[、】])",
        r"(?<=[がけにど])(?=[^\s])",
        r"(?<=みんな)(?=[一-龠ァ-ヶ])",
        r"(?<=それから)",
        r"(?<=みません)(?=[^\s])",
    )
    + r")+"
)
SAYS = "(?:ます|です|た|[うくぐすつぬぶむる]|い|だ|や|な|せん)"
CAUSE = Late(
    r"^.*"
    + one_of(
        SAYS
        + one_of(
            r"ので(?=[^、])",
            r"(?<=[ぁ-龠]な)んで(?=[^、す])",
            r"(?:ので|んで|から|ため|けど|けれど(?:も)?)(?=[、,\s])",
        ),
        r"(?:ます|です|た|だ|[うくぐすつぬぶむる]|ない|しい|たい|よい|いい|(?<!増)(?<!冷)(?<!や)や)し(?=[、,\s])",
        r"(?:ます|です|た|だ|せん)が(?=[、,\s])",
        r"たところ(?=[、,\s])",
        r"と(?:言って|伝えて)あっ?[てり](?=[、,\s])",
    )
    + r"(?:、|,|\s)?"
)
CONJUNCTIONS = ("ので", "んで", "から", "ため", "し", "けど", "けれど", "けれども", "が")
REASON = Late(  # 棚卸表、月曜に使うので、入れる
    rf"(?<=[{KANJI}ァ-ヶーA-Za-z0-9）)」は])(、)[^、]*(?:(?:ので|んで)、?|(?:から|ため|ですが|ますが|けど)、)"
)
SAYS_WHAT = Late(r"[をはがもの、]|[一-龠ァ-ヶー]{3}")  # not MEさんへ回す
NO_THING = "急 急ぎ 大変 残念 面倒 無理 勝手 直前 突然"
NO_TOPIC = "".join(rf"(?<!{word})" for word in NO_THING.split())
TOPIC = Late(  # 原稿ですが、… leaves what it is about
    rf"(?<=[{KANJI}ァ-ヶーりけめせみぎえ]){NO_TOPIC}(?:なの|なん)?"
    r"(?:(?:です|でございます)が|(?:です|だ)けど)、"
)
MATTER = Late(
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
    + r"(?:方|人)(?![にをへとのでも])(?:は|々は|が)?、?",
    r"(?:お)?忘れずに、?",
    r"(?:できるだけ|なるべく)?お?早め(?![てるたられよ])[にでの]?",
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
    r"(?<![がは])(?:どなたか|誰か|だれか)、?",
)
SOME_PEOPLE = (
    r"[^、]{1,12}(?:[うるた]|[なたしき]い|(?:係|希望|対象|該当|担当|欠席|出席|予定|まだ|以外|未[一-龠]{1,3}|"
    r"[部課組班様他]|ほか|チーム|グループ)の)(?:方|人)(?:々|たち)?"
)
THOSE_WHO = Late(rf"(?<=[、…]){SOME_PEOPLE}(?:は、?|、|$)|^{SOME_PEOPLE}は?(?:全員)?、")
NOT_DONE_BY = Late(rf"(?<=[{KANJI}ァ-ヶー])が?まだの(?:方|人)(?:々?は)?、?")  # 領収書がまだの方は、出す
TO_WHOEVER = Late(lambda: f"(?={initials(WHOEVER)})(?:{WHOEVER})")
CUT_APART = Late(rf"(?<=[をへ]) (?=[{KANJI}ァ-ヶー])")  # 一覧を (鈴木さんに) 確認してもらう
LOST_ITS_VERB = Late(rf"は[\s、]+(?=[{KANJI}ァ-ヶー]{{2,6}}$)")  # 残り1件は 公開
TAKEN_BACK = Late(r"(?:^|、)[^、]*(?:では|じゃ|で)なくて?$")  # 金曜ではなく(月曜で): nothing is left
NEED = Late(r"^(?P<body>.+?)[がの]?必要な[のん]で")
HONOR_OF_NOUN = Late(rf"(?:(?<=^)|(?<=[をのはがへに度、\s]))ご(?=[{KANJI}]{{2}})")
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
    "そこ",
    "本当に",
)
IF_ANY = ("あれば", "ありましたら", "あったら", "なければ")  # ご異論あれば(明日中にお願いします)
PAUSE = Late(r"[、,\s]|ので")
PARTICLES = ("を", "は", "が", "に", "の", "で", "も", "よう", "ほど", "程", "ついて", "関して")
TRAILING_PARTICLE = Late(
    r"(?:(?<=[うくぐすつぬぶむるい])よう|[をはがにのも]|(?<!ま)で|の(?:ほど|程)|について|に関して)$"
)


def closed(text: str) -> str:
    """Without the marks and faces around it."""
    while (text := text.rstrip(STOPS)).endswith(FACES_END) and (face := FACE.search(text)):
        text = text[: face.start()]
    text = text.strip()
    if text[-2:-1] in DRAWLS:
        text = DRAWL.sub("", text)
    return text if text[:1].isalnum() and text[-1:].isalnum() else PICTURES.sub("", text).rstrip(STOPS)


def tidied(title: str) -> str:
    """Without greetings and reasons before it and particles that lost their verb."""
    title = NOT_DONE_BY.sub("を", title) if "まだの" in title else title
    title = THOSE_WHO.sub("", title) if "方" in title or "人" in title else title
    title = TO_WHOEVER.sub(lambda found: "、" if found[0].startswith("、") else "", title)
    if title.endswith(CONJUNCTIONS):
        title += "、"
    if PAUSE.search(title):
        title = without_cause(PREAMBLE.sub("", MATTER.sub(r"\g<matter>、", title)))
    title = PREAMBLE.sub("", title).strip(" \u3000、,・:：")
    title = TAKEN_BACK.sub("", title) if title.endswith(("なく", "なくて")) else title
    title = "" if title in NOTHING or title.endswith((*IF_ANY, "「")) else title
    while title.endswith(PARTICLES) and (particle := TRAILING_PARTICLE.search(title)):
        title = title[: particle.start()].strip()
    title = HONOR_OF_NOUN.sub("", title) if "ご" in title else title
    title = CUT_APART.sub("", title) if " " in title else title
    return LOST_ITS_VERB.sub("を", title) if "は" in title else title


def as_title(text: str) -> str:
    """As it is left when what closes it (marks, faces) and what opens it go."""
    return tidied(closed(text))


def without_cause(title: str) -> str:
    """Without why or although what it is asked (急ぎませんが、); its topic stays where little else does."""
    effect = PREAMBLE.sub("", CAUSE.sub("", title, count=1)).rstrip("、")
    topical = REASON.sub(r"\1", TOPIC.sub("、", title))
    if effect and (effect in NOTHING or not is_bare(effect)):
        return effect if topical == title or SAYS_WHAT.search(effect) else topical
    if not effect and (need := NEED.match(title)):
        return need["body"]
    if topical != title or (effect and BARE_VERB.match(effect)):
        return topical
    matter = matter_in(title) if effect else None
    return f"{matter}：{effect}" if matter else effect
