"""How Japanese asks: each form with the title it leaves (送ってください → 送る, ご確認ください → 確認)."""

import re

from bot.deadlines.forms import before, ending, form
from bot.deadlines.japanese.verbs import E_ROW, from_negative, from_stem, from_te
from bot.deadlines.patterns import Late, any_of, one_of

KANJI = "一-龠々"
# もらえたら嬉しい, not もらえたら進めます
WELCOME = (
    r"(?="
    + any_of(
        r"[ぁ-んー〜]{0,10}$",
        r"[^。]{0,10}(?:助|嬉|うれ|幸|あり|有り|ok|OK|大丈夫|十分|思|存|安心|い[いん]|良|よ)",
    )
    + r")"
)
QUESTION = r"[^。、]{0,5}か"  # for a question mark か was added
RELAYED = r"(?!い?、?(?:と|って)[^。]{0,14}(?:伝|言|書|返|送|頼|連絡|案内|メール))"  # …ください、と伝えて
NOT = rf"(?:ません(?={QUESTION})|ない(?={QUESTION}|と(?!の|い|言|聞)))"  # もらえませんか, not もらえません
CAN_GET = one_of(
    r"ます(?=か|と|よ|でしょ)",
    r"たりし(?:ます|ません)か",
    NOT,
    rf"(?:(?:まし)?たら|れば|ると(?!か[。\s]*$)){WELCOME}",
)
# してくれますか, not してくれた, してくれるそうです
GIVE = one_of(
    r"くれ(?!"
    + any_of(
        r"た(?!ら)",
        r"て",
        r"る(?:そう|らし|こと|ので|から|し|予定|とのこと|はず|みたい)",
        r"ます(?!か|よね|でしょう)",
        rf"ません(?!{QUESTION})",
        rf"ない(?!{QUESTION}|と)",
        rf"ん(?!{QUESTION})",
    )
    + r")",
    rf"くん(?:ない|ね[ーえ]?)(?={QUESTION})",
    r"けれ(?=[ー〜]*$)",
)
GETTING = r"こと(?:って|は|が|も)?、?(?:でき|出来|可能)"  # もらうことってできますか
IF = rf"(?:の?なら|ようなら|場合)(?!{WELCOME})"  # もらえるなら進めます
WHETHER = r"か" + one_of(  # もらえるか業者に聞いてください
    r"[^。]{1,12}(?:確認|聞|相談|問い合|調べ)",
    r"が?(?:心配|不安|微妙|わから|分から)",
)
SEEMS = "そう(?=か|です?か|でしょうか|$)"  # もらえそう?, not もらえそうです
RECEIVE = r"\s?" + one_of(
    r"(?:ください|下さい|くださ|下さ)"
    rf"(?:ませ|い|いませ|ると|れば|いますよう|るよう|ます|いね|いよ|いとのこと)?{RELAYED}[^。]{{0,24}}",
    r"(?:いただ|頂)"
    + one_of(
        rf"け{CAN_GET}",
        rf"ける(?!{WHETHER}|{IF}|[方人]々?は、|と|ように?な|こと|そう(?!で?す?か)|ので|から|予定|みたい|はず|らし)",
        r"きたい|きたく",
        r"きます(?:よう|と|か)",
        rf"く(?:{GETTING}|よう|必要)",
    )
    + r"[^。]{0,24}",
    r"(?:もら|貰)"
    + one_of(
        rf"え{CAN_GET}",
        rf"える(?!{WHETHER}|{IF}|[方人]々?は、|こと|と)",
        r"えん|えへん(?=か|$)",
        rf"え{SEEMS}",
        r"いたい|いたく|おう",
        r"って(?:も)?(?:い|良|よ|よろし)い",
        rf"う{GETTING}",
    )
    + r"[^。]{0,20}",
    r"(?:ほし|欲し)(?:い(?!って[言い]われ|と[言い]われ|そう)|く(?!な|あり))[^。]{0,16}",
    rf"{GIVE}[^。]{{0,16}}",
    r"ちょうだい|ちょーだい|頂戴",
    r"賜[^。]{0,24}",
    r"もろても?ええ[^。]{0,4}",
    r"(?:よろしく|宜しく|お願い|おねがい)[^。]{0,20}",
    r"(?<![てで])(?:助か|嬉し|うれし|幸い|ありがた)[^。]{0,12}",
)
BESIDES = "".join(rf"(?<!{word})" for word in ("あわせ", "併せ", "合わせ", "加え", "引き続い"))
TE = ending(
    rf"{BESIDES}(?P<te>(?<!なく)て|(?:(?<=ん)|(?<=[急泳防稼継注脱騒繋塞]い))で)"
    rf"(?:おいて|置いて|みて|(?P<comes>[き来]て))?{RECEIVE}$"
)
LEFT = ending(r"(?:て|(?:(?<=ん)|(?<=[急泳防稼継注脱騒繋塞]い))で)(?:おいて|置いて)(?:ね|よ|な|ー)?$")
TOITE = ending(
    r"(?:(?<=[^ほ])と|(?<=ん)ど)(?:いて|い)[ー〜]*(?:"
    r"(?:ね|よ|や|くれ|ください|下さい|もらえ|ほしい|いただけ)[^。]{0,20})?$"
)
HONORED = ending(
    rf"(?P<honor>[おご御])(?<!(?![をにでとはがもへ日時])[{KANJI}ぁ-んァ-ヶ].)"
    r"(?!手すき|手空き|時間|忙)"
    rf"(?P<stem>[{KANJI}ァ-ヶ][{KANJI}ぁ-ねは-ろわんァ-ヶー]{{0,7}}?)(?<![はをがにば])"
    rf"(?:の(?:ほど|程))?、?\s?(?:何卒|どうぞ|の上|のうえ)?(?:して)?{RECEIVE}$"
)
HONORED_WISH = ending(
    r"(?P<honor>[おご御])(?!手すき|手空き|時間|忙)"
    rf"(?P<stem>[{KANJI}][{KANJI}ぁ-ねは-ろわん]{{0,7}}?)(?<![おはをがにば])"
    r"(?:の(?:ほど|程))?、?\s?(?:何卒|どうぞ)?\s?(?:(?:よろしく|宜しく)\s?)?"
    r"(?:お願い|願[いえ])(?:[^。]{0,24})$"
)
ABLE = Late(
    r"^(?:(?:どなたか|誰か|だれか|どなた)、?\s?)?(?P<body>.*?)、?(?:どなたか|誰か|だれか)?"
    + r"(?P<noun>"
    + any_of(
        r"対応|確認|修正|作成|参加|出席|同席|同行|代行|交代|担当|用意|準備|共有|送付|変更|確保",
        r"手配|発行|延長|登録",
    )
    + r")(?:は|って)?(?:でき|可能)[^。]{0,10}(?:か|か?[?？]|方|人)"
    + r"(?:いますか|いませんか|います|いらっしゃいますか)?$"
)
ABLE_PERSON = Late(  # 郵便局に寄れる人いますか
    r"^(?:(?:どなたか|誰か|だれか|どなた)、?\s?)?(?P<body>.+?)(?<!手[空あ]い)"
    r"(?<!手が[空あ]い)(?:(?:ら(?=れ))?(?P<able>[えけげせてねべめれ])|でき)る(?:人|方)"
    r"(?:は|って)?、?\s?い(?:ます|ません|たら|ない|る(?=か|[?？]))[^。]{0,10}$"
)
THEIR_OWN = "見せ 任せ 載せ 乗せ 寄せ 済ませ 知らせ 合わせ 入れ 忘れ 離れ 遅れ 慣れ 外れ"  # not 見す, 任す
NO_POTENTIAL = "".join(rf"(?<!{verb})" for verb in THEIR_OWN.split())
CAN = Late(  # 1時間後にずらせますか, 今日中に送れますか
    rf"^(?P<body>(?:.*[をへに、])?(?:[^、。をへには]*[{KANJI}])?[ぁ-ん]{{0,2}}?)"
    rf"(?:ら(?=れ))?(?<!さ)(?P<able>[せれ]){NO_POTENTIAL}(?:ます|ません|ますでしょう|(?<=せ)る|(?<=[送作取]れ)る)か"
    r"(?:ね|ねえ)?$"
)
SEEMS_POSSIBLE = ending(  # 追記って来週までにいけそうですか
    r"(?:って|は|を|が|、|\s)*(?:いけ|でき|出来|間に合い|お願いでき)そう(?:です)?か(?:ね|な)?$"
)
FORGOTTEN = ending(  # not 忘れずに申請をお願いします
    r"(?:のを|こと(?:を|の)?|を|の)?(?:お)?忘れ(?:ないで|なく|ず|のない)[ぁ-んー〜、\s願致頂頼欲宜下]{0,20}$"
)
ORDERED = Late(  # 各自確認のこと, 提出すること; not 目的は売上を増やすこと
    r"^(?!.*(?:目的|目標|ポイント|コツ|理由|原因|課題|条件|結論|大切な|大事な|"
    r"重要な)[^、]{0,8}は)(?P<body>.*?(?:(?:対応|確認|提出|連絡|報告|厳守|徹底|持参|"
    rf"着用|記入|参照|登録|受講|返却)(?=の)|(?<=[{KANJI}ァ-ヶー])(?=す)|"
    r"(?<!で)(?<!しょ)[うくぐすつぬぶむる](?=こ)))(?:する|の)?こと$"
)
ENTRUSTED = ending(
    r"(?:を|のは|は|に|、|\s)*(?:お)?任せ"
    + one_of(
        r"します|いたします|しました|したい|ます|る",
        r"た(?=[よ！!ー〜]|$)",
        r"で",
    )
    + r"[^。]{0,8}$"
)
WISH = (
    r"(?:(?:すること|する|して)?\s?(?:を|の(?:ほど|程)(?:を)?|につき|について|に関して|"
    + r"(?<![まの])(?<![いなるすくぐうた]ん)で|に|も|は)?)、?\s*"
    + r"(?:何卒|どうか|どうぞ|ぜひ|併せて|あわせて|急ぎ|至急)?、?\s*"
    + r"(?:(?:よろしく|宜しく)\s?)?"
    + one_of(
        r"(?:お願い|おねがい|御願い)(?:いた|致)?"
        + one_of(
            r"し(?:ます|たい|たく|て(?:も|い[いで]|よろ|おきます)|ても)",
            r"します",
            rf"(?:でき|出来)(?:ます|れば|る|たら|{NOT})",
            r"申し上げ|です|でしょう|ー|〜|ね",
            r"$",
        )
        + rf"{RELAYED}[^。]{{0,24}}",
        r"お?(?:頼み|たのみ)(?:ます|たい|でき)[^。]{0,12}",
        rf"(?:頼|たの)(?:む|んだ|んます|め(?:ますか|{NOT}|るか))[^。]{{0,6}}",
        r"願います[^。]{0,6}",
        r"(?:お[なね]|お願い)しゃす[^。]{0,12}",
        r"(?:を)?(?:希望|依頼)(?:です|します|いたします)",
        rf"(?:いただけ|頂け){CAN_GET}[^。]{{0,24}}",
        r"(?:いただき|頂き)たい[^。]{0,16}",
        r"(?:いただき|頂き)たく[^。]{0,24}",
        rf"(?:もらえ|いただけ|頂け){SEEMS}[^。]{{0,6}}",
        rf"もらえ(?:{CAN_GET}|る(?!{WHETHER}|{IF}|こと|と))[^。]{{0,16}}",
        r"(?:ほし|欲し)い(?!」|方|人|そう|って[言い]|と[言い])[^。]{0,10}",
        r"(?:よろしく|宜しく|よろ)(?:です|ね|ー|〜)?",
        r"(?:ちょうだい|ちょーだい|頂戴)(?:でき|いたし|し)?[^。]{0,24}",
        r"賜[^。]{0,24}",
        rf"(?:ください|下さい){RELAYED}[^。]{{0,24}}",
        r"くれ(?:るか?|ますか|ませんか|ないか[なね]?)?",
    )
    + r"$"
)
WISHED = ending(WISH)
NEEDED = ending(
    r"(?:する|を行う|を実施する)?"
    + one_of(
        r"必要が(?:あり(?:ます|そう)|ある|ござい)",
        r"(?:の|が|は)?必要(?![にと]なる)(?:です|だ|になり|と(?:な|思))?",
        r"べき(?:です|だ)?",
    )
    + r"(?![^。]{0,6}か(?![とら]))[^。]{0,12}$"
)
MUST = ending(
    r"(?:なければ|なきゃ|なくては|なくちゃ|ないと)"
    r"(?:\s?(?:なり|なら|いけ|駄目|だめ|ダメ|まず|困|間に合)[^。]{0,10})?$"
)
FLAGGED = ending(
    r"(?:は|が|を|、|\s|の)*(?<![概重主摘必])要(?P<noun>確認|対応|検討|修正|返信|連絡|調整|準備|提出|回答|"
    r"更新|相談|手配)(?:です|!|！)?$"
)
FLAG = Late(
    r"^[\s【\[(（]*要(?:確認|対応|検討|修正|返信|連絡|調整|準備|回答|相談|手配)[】\])）\s:：、]+(?P<body>.+)$"
)

PROMISED = Late(r"(?<!願いし)(?<!願いいたし)(?<!頼み)ます[、,]?$")
CAUSED = Late(r"(?:ので|んで|から|ため)、?$")
TOPIC = Late(r".+?(?=[はがを、])")  # 手順書の4章、もう古いので: what it is about

HONORIFIC_VERBS = {"覧": "見る", "越し": "来る", "出で": "来る", "いで": "来る"}
SPOKEN_TEOKU = Late("(?<=[っいえけげせてねべめれ見寝])とっ$")  # 聞いとって, not ごみをとって
CARRYING = ("持っ", "連れ", "買っ", "取っ", "もらっ", "借り")
WISHES = (
    "くん けれ もろて ださ 下さ いただ 頂 もら 貰 ほし 欲し くれ ちょうだい ちょーだい 賜 よろ 願 ねが "
    "よろしく 宜しく なしゃ ねしゃ 助か 嬉し うれし 幸い ありがた 頼 たのみ たのむ たのん 希望 依頼"
)


def body(match: re.Match[str]) -> str:
    return match["body"]


def of_te_form(match: re.Match[str]) -> str:
    """送って → 送る, 戻ってきて → 戻る, 持ってきて → 持ってくる."""
    done = SPOKEN_TEOKU.sub("", before(match))
    return f"{done}{match['te']}くる" if match["comes"] and done.endswith(CARRYING) else from_te(done)


def of_wish(match: re.Match[str]) -> str:
    """Nothing where somebody tells what they do: 夜に見ます、よろしく."""
    done = before(match)
    return "" if PROMISED.search(done) else done


def of_stem(match: re.Match[str]) -> str:
    return before(match) + (HONORIFIC_VERBS.get(match["stem"]) or from_stem(match["stem"]))


def of_flag(match: re.Match[str]) -> str:
    """手順書の4章、もう古いので要更新 → 手順書の4章の更新."""
    about = before(match)
    if CAUSED.search(about):
        topic = TOPIC.match(about)
        about = topic[0] if topic else ""
    return f"{about}の{match['noun']}" if about else match["noun"]


FORMS = (
    form("忘れ", FORGOTTEN, before),
    form("とい どい", TOITE, lambda match: from_te(before(match))),
    form(WISHES, TE, of_te_form),
    form("おいて 置いて", LEFT, lambda match: from_te(before(match))),
    form(WISHES, HONORED, of_stem),
    form("願", HONORED_WISH, of_stem),
    form("でき 可能", ABLE, lambda match: match["body"] + match["noun"]),
    form(WISHES, WISHED, of_wish),
    form("る人 る方", ABLE_PERSON, lambda match: match["body"] + E_ROW.get(match["able"], "")),
    form("そう", SEEMS_POSSIBLE, before),
    form("せま れま せるか れるか", CAN, lambda match: match["body"] + E_ROW[match["able"]]),
    form("こと", ORDERED, body),
    form("任せ", ENTRUSTED, before),
    form("必要 べき", NEEDED, before),
    form("なけれ なきゃ なく ないと", MUST, lambda match: from_negative(before(match))),
    form("要", FLAG, body),
    form("要", FLAGGED, of_flag),
)
