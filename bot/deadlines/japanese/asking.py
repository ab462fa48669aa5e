"""How Japanese asks, and what remains as a title: 見積もりを更新してください → 見積もりを更新."""

import re

from bot.deadlines.japanese.verbs import from_negative, from_stem, from_te

KANJI = "一-龠々"
CLOSING = re.compile(
    r"[\s。．.!！?？、,…〜～♪]+$|\s*:[a-z0-9_+\-]+:\s*$|(?:m\(_ _\)m|\(\^\^\)|[（(]?笑[)）]?)$"
)
WISH = (
    r"(?:ませ|ますか|ますでしょうか|ませんか|ませんでしょうか|ないか|ないでしょうか|ないですか|ると|れば|"
    r"たら|ます|たい|たく|る|ない|ね|か|お?|)"
)
RECEIVE = (
    r"(?:\s?(?:(?:ください|下さい|くださ|下さ)(?:ませ|い|いませ|ると|れば|いますよう|るよう|ます|いね|"
    r"いよ|いとのこと)?(?:[^。]{0,24})|"
    r"(?:いただ|頂)(?:け(?:ます|ません|ない|たら|れば|ると|る)|きたい|きたく|きます(?:よう|と|か)|"
    r"く(?:こと|よう|必要))[^。]{0,24}|"
    r"(?:もら|貰)(?:え(?:ます|ません|たら|れば|ると|る|ない|ん)|いたい|いたく|おう|っていい|"
    r"ってもいい)[^。]{0,20}|"
    r"(?:ほし|欲し)(?:い|く)[^。]{0,16}|くれ(?:る|ます|ない|ません|たら|ると|れば)?[^。]{0,16}|"
    r"ちょうだい|頂戴|"
    r"(?:ほしい|欲しい)|(?:よろしく|宜しく|お願い|おねがい)[^。]{0,20}|(?:助か|嬉し|うれし|幸い|"
    r"ありがた)[^。]{0,12}))"
)
TE = re.compile(rf"^(?P<body>.*?)(?P<te>て|(?<=[んい])で)(?:おいて|置いて|みて|きて)?{RECEIVE}$")
LEFT = re.compile(r"^(?P<body>.*?)(?:て|(?<=[んい])で)(?:おいて|置いて)(?:ね|よ|な|ー)?$")
CASUAL = re.compile(
    r"^(?P<body>.*?)(?P<te>て|(?<=[んい])で)(?:おいて|置いて|みて|きて)?(?:ね|よ|よー|ねー|な|から)?$"
)
TOITE = re.compile(
    r"^(?P<body>.*?)(?:と|ど)(?:いて|い)(?:(?:ね|よ|くれ|ください|下さい|もらえ|ほしい|"
    r"いただけ)[^。]{0,20})?$"
)
HONORED = re.compile(
    rf"^(?P<body>.*?(?:^|[^{KANJI}ぁ-んァ-ヶ]|"
    rf"[をにでとはがも、へ\s]))(?P<honor>[おご御])(?P<stem>[{KANJI}ァ-ヶ][{KANJI}ぁ-ろわんァ-ヶー]{{0,7}}?)"
    rf"(?:の(?:ほど|程))?、?\s?(?:何卒|どうぞ|の上|のうえ)?(?:して)?{RECEIVE}$"
)
HONORED_WISH = re.compile(
    rf"^(?P<body>.*?)(?P<honor>[おご御])(?P<stem>[{KANJI}][{KANJI}ぁ-ろわん]{{0,7}}?)(?:の(?:ほど|程))?、?\s?"
    r"(?:何卒|どうぞ)?\s?(?:(?:よろしく|宜しく)\s?)?(?:お願い|願[いえ])(?:[^。]{0,24})$"
)
ABLE = re.compile(
    r"^(?:(?:どなたか|誰か|だれか|どなた)、?\s?)?(?P<body>.*?)、?(?:どなたか|誰か|"
    r"だれか)?(?P<noun>対応|確認|修正|作成|参加|担当|用意|準備|共有|送付|変更)(?:は|って)?"
    r"(?:でき|可能)[^。]{0,10}(?:か|か?[?？]|方|人)(?:いますか|いませんか|います|いらっしゃいますか)?$"
)
FORGOTTEN = re.compile(
    r"^(?P<body>.+?)(?:のを|こと(?:を|の)?|を|の)?(?:お)?忘れ(?:ないで|なく|ず|のない)[^。]{0,20}$"
)
ENTRUSTED = re.compile(
    r"^(?P<body>.+?)(?:を|は|、|\s)*(?:お)?任せ(?:します|いたします|しました|します|したい|ます|る|"
    r"で)[^。]{0,8}$"
)
WISHED = re.compile(
    r"^(?P<body>.+?)(?:(?:すること|する|して)?\s?(?:を|の(?:ほど|程)(?:を)?|につき|について|に関して|"
    r"で|に|も|は)?)、?\s*"
    r"(?:何卒|どうか|どうぞ|ぜひ|併せて|あわせて|急ぎ|至急)?、?\s*(?:(?:よろしく|宜しく)\s?)?"
    r"(?:(?:お願い|おねがい|御願い)(?:いた|致)?(?:し(?:ます|たい|たく|て(?:も|い[いで]|よろ|おきます)|"
    r"ても)|します|でき(?:ま|れば|る|な|たら|ますで)|出来ま|申し上げ|です|でしょう|ー|〜|ね|"
    r"$)[^。]{0,24}|"
    r"(?:お)?頼み(?:ます|たい|でき)[^。]{0,12}|頼(?:む|んだ|みます)[^。]{0,6}|願います[^。]{0,6}|"
    r"(?:を)?(?:希望|依頼)(?:です|します|いたします)|"
    r"(?:いただけ|頂け)(?:ます|ません|れば|ると|たら|ない)[^。]{0,24}|(?:いただき|"
    r"頂き)たい[^。]{0,16}|(?:いただき|頂き)たく[^。]{0,24}|"
    r"(?:もらえ)(?:ます|ません|たら|れば|ると|る|ない)[^。]{0,16}|(?:ほし|欲し)い[^。]{0,10}|"
    r"(?:よろしく|宜しく)(?:です|ね)?|(?:ください|下さい)[^。]{0,24}|ちょうだい|頂戴|くれ(?:る|ます|"
    r"ません)?か?)$"
)
NEEDED = re.compile(
    r"^(?P<body>.+?)(?:する|を行う|を実施する)?(?:必要が(?:あり(?:ます|そう)|ある|ござい)|(?:の|が|"
    r"は)?必要(?:です|だ|になり|と(?:な|思))?|べき(?:です|だ)?)[^。]{0,12}$"
)
MUST = re.compile(
    r"^(?P<body>.+?)(?:なければ|なきゃ|なくては|なくちゃ|ないと)(?:\s?(?:なり|なら|いけ|駄目|だめ|"
    r"ダメ|まず|困|間に合)[^。]{0,10})?$"
)
FLAGGED = re.compile(
    r"^(?P<body>.+?)(?:は|が|を|、|\s|の)*要(?P<noun>確認|対応|検討|修正|返信|連絡|調整|準備|提出|"
    r"回答|更新|相談|手配)(?:です|!|！)?$"
)
FLAG = re.compile(
    r"^[\s【\[(（]*要(?:確認|対応|検討|修正|返信|連絡|調整|準備|回答|相談|手配)[】\])）\s:：、]+(?P<body>.+)$"
)
ACTION = re.compile(
    r"^(?P<body>.*(?:対応|確認|更新|作成|修正|送付|提出|手配|連絡|準備|調整|共有|発注|予約|返信|回答|"
    r"登録|整理|集計|印刷|発送|追加|削除|変更|設定|検討|報告|依頼|"
    r"レビュー|チェック|テスト|アップ|まとめ|手続き?|見直し|洗い出し|申請|請求|回収|配布|案内|周知|"
    r"公開|納品|支払い?|振込|入力|清書|校正|翻訳|撮影|片付け|"
    r"(?<!で)(?<!ま)[うくぐすつぬぶむる]|こと))(?:すること)?$"
)
LABEL = re.compile(
    r"^[\s【\[(（]*(?:todo|to-do|やること|宿題|タスク|(?:ネクスト)?アクション(?:アイテム)?|依頼|"
    r"お願い|ai)[】\])）]*\s?[:：】\])）]\s?",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"^(?:(?:お疲れ(?:様|さま)(?:です|でした)?|おつかれさまです|お世話になって(?:おり|い)ます|"
    r"おはよう(?:ございます)?|こんにちは|こんばんは|(?:誠に|大変)?(?:すみません|すいません|"
    r"申し訳(?:ありません|ございません|ない(?:です)?))|"
    r"恐れ入ります|恐縮です|お手数(?:です|をおかけします|おかけします|をお掛けします)?|ご?(?:多忙|"
    r"多用|繁忙|面倒|苦労)[^、。]{0,14}|お忙しい(?:ところ|中)[^、。]{0,12}|突然(?:です|のお願いです)?|"
    r"急(?:で|な[^、。]{0,6}で)[^、。]{0,6}|"
    r"可能(?:であれば|でしたら|なら)|できれば|出来れば|もし?よければ|もしよろしければ|よろしければ|"
    r"差し支えなければ|お手すきの際に|お手すき(?:で|の時に)|手が空いたら|お時間(?:ある|"
    r"のある)[^、。]{0,6}|ついでに|"
    r"あと|また|それと|それから|ちなみに|では|なお|ですので|なので|そのため|つきましては|ということで|"
    r"というわけで|念のため|引き続き|こちら(?=、)|皆(?:さん|様|さま)|みな(?:さん|さま)|各位|全員|"
    r"了解です|承知しました|ありがとうございます|"
    r"お願いです|お願いがあります|ご?相談です|至急|大至急|急ぎ(?:で|です)?|緊急(?:で|です)?|"
    r"なる(?:はや|早)(?:で|め(?:で|に))?|早急に|最優先で|今すぐ|すぐに|できるだけ早く|【[^】]{0,8}】|"
    r"さて|えっと|あの|はい)"
    r"(?:が|けど|けれど|で)?(?:[\s、,。!！]+|(?<=、)|(?<=[がけに])(?=[^\s])))+"
)
CAUSE = re.compile(
    r"^.*(?:(?:ます|です|た|る|い|だ|な|せん|ない)(?:ので(?=[^、])|(?:ので|から|ため|し)(?=[、,\s]))|"
    r"(?:ます|です|た|だ|せん)(?:が|けど|けれど(?:も)?)(?=[、,\s])|たところ(?=[、,\s]))(?:、|,|\s)?"
)
MATTER = re.compile(
    r"(?P<matter>の件|について|に関して)(?:です|なの(?:です)?|なん(?:です)?|でございます|"
    r"ですけれど)?(?:が|けど|で|は)?[、,\s]"
)
WHOEVER = re.compile(
    r"[、,]?\s?(?:まだの|未[^、。]{1,4}の|該当の|該当する)(?:方|人)(?:は|々は)?、?|(?:お)?忘れずに、?|"
    r"(?:できるだけ|なるべく)?お?早め(?:に|で)?|^(?:できれば|出来れば|可能なら(?:ば)?|可能であれば|なるべく)、?|必ず、?|忘れなく"
)
NEEDLESS_ENDING = re.compile(rf"(?:こと|(?<=[{KANJI}ァ-ヶー])する)$")
BARE_VERB = re.compile(rf"^[{KANJI}]?[ぁ-ん]{{0,4}}$")  # 出す: says nothing without what stands before
HONOR_OF_NOUN = re.compile(rf"(?:(?<=^)|(?<=[をのはが、\s]))ご(?=[{KANJI}]{{2}})")
LOOSE_ENDS = re.compile(r"^[\s、,。・:：\-–はもがをにで]+(?=[^\s])(?<![ぁ-ん](?=[ぁ-ん]))|[\s、,・:：]+$")
TRAILING_PARTICLE = re.compile(r"(?:[をはがにのでも]|の(?:ほど|程)|について|に関して)$")


def asked(rest: str, *, enough: bool, firm: bool) -> str | None:
    """The title of what the sentence asks, None if it asks nothing.

    `rest` is the sentence without its deadline and owner. `enough`: an owner, a deadline or the list
    it stands in already say that it is a task, so that 送っといて will do; `firm`: they say it so clearly
    that a bare 見積もり更新 will.
    """
    label = LABEL.match(rest)
    text = closed(rest[label.end() :] if label else rest)
    title = spelled_out(text) or (asked_casually(text, firm=firm or bool(label)) if enough or label else None)
    if title is None and label:
        title = text
    return tidied(title) if title else None


def closed(text: str) -> str:
    """Without the marks and faces at its end."""
    while (shorter := CLOSING.sub("", text)) != text:
        text = shorter
    return text.strip()


def spelled_out(text: str) -> str | None:
    if match := FORGOTTEN.match(text):
        return match["body"]
    if match := TE.match(text) or LEFT.match(text):
        return from_te(match["body"])
    if match := TOITE.match(text):
        return from_te(match["body"])
    if match := HONORED.match(text) or HONORED_WISH.match(text):
        return match["body"] + from_stem(match["stem"])
    if match := ABLE.match(text):
        return match["body"] + match["noun"]
    if match := WISHED.match(text) or ENTRUSTED.match(text) or NEEDED.match(text):
        return match["body"]
    if match := MUST.match(text):
        return from_negative(match["body"])
    if match := FLAG.match(text):
        return match["body"]
    if match := FLAGGED.match(text):
        return f"{match['body']}の{match['noun']}"
    return None


def asked_casually(text: str, *, firm: bool) -> str | None:
    if match := CASUAL.match(text):
        return from_te(match["body"])
    match = ACTION.match(text) if firm else None
    return match and NEEDLESS_ENDING.sub("", text)


def tidied(title: str) -> str:
    """Without greetings and reasons before it and particles that lost their verb."""
    title = GREETING.sub("", MATTER.sub(r"\g<matter>、", title))
    without_cause = CAUSE.sub("", title, count=1)
    title = title if BARE_VERB.match(without_cause) else without_cause
    title = GREETING.sub("", WHOEVER.sub("", title)).strip(" \u3000、,・:：")
    while (shorter := TRAILING_PARTICLE.sub("", title)) != title:
        title = shorter.strip()
    return HONOR_OF_NOUN.sub("", title)
