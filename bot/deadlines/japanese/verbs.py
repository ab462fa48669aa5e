"""Japanese verbs back to the form of a title: 送って → 送る, 更新して → 更新, お送り → 送る.

Only the ending tells which verb it is; the few endings that stand for several are decided by the
kanji before them.
"""

from bot.deadlines.patterns import Late, one_of

U_ROW = dict(zip("わかがさたなばまらいきぎしちにびみり", "うくぐすつぬぶむるうくぐすつぬぶむる", strict=True))
E_ROW = dict(zip("えけげせてねべめれ", "うくぐすつぬぶむる", strict=True))
A_ROW = "わかがさたなばまら"
I_ROW = "いきぎしちにびみり"
GOES = Late(r"(?:[にへで]|まで|一緒に|先に|見に)\s?行$")
TTE_U = "行使言買払伝扱洗拾願迷習歌整補合会追貰もら思従担争誘狙失問救吸競賄伺疑縫装用違繕請沿揃酔奪養しま"
TTE_TSU = "待持打立勝保放経撃断絶ま"
BEFORE_U = ("手伝", "もら", "しま", "向か", "うかが", "つか", "はら")
NDE_BU = "呼並選学遊運飛喜叫及結浮転"
SURU = Late(r"(?:[一-龠々]{2,}|[ァ-ヶーー]{2,}|[A-Za-z0-9)）>」』】]+|[おご][一-龠]{1,4}|お知らせ|お願い)し$")
ALLOWED = Late(r"(?:^|[^を一-龠々])([一-龠々]{2,4})させ$")  # 相談させて, not テストを完了させて
DOES = Late(r"(?:^|[をにはがもとくう\s、])(?<!落と)(?<!逃が)(?<!剥が)(?<!は[がず])(?<![無亡]く)し$")
SHORT_THING = Late(r"(?:^|[^一-龠々ァ-ヶー])[一-龠々]を[し]$")  # 封をする
NOT_SURU = Late(
    one_of(
        r"見直|見返|手直|見渡|見逃|口出|仕上が|取消|差戻|繰返|割戻|言い渡|引渡|受渡",
        r"(?<![提検抽輸支流算選放搬排演創貸外露脱救摘転進派供噴続])出",
    )
    + r"し$"
)


def from_te(stem: str) -> str:
    """The dictionary form of a text that ends before て or で; suru verbs end as their noun."""
    if SURU.search(stem) and not NOT_SURU.search(stem):
        return stem[:-1]
    if allowed := ALLOWED.search(stem):
        return stem[: allowed.end(1)]
    if DOES.search(stem):
        return stem[:-2] if stem[-2:-1] in "をは" and not SHORT_THING.search(stem) else stem[:-1] + "する"
    body, ending = stem[:-1], stem[-1:]
    if ending == "っ":
        return body + (tte_ending(body))
    if ending == "ん":
        return body + ("ぶ" if body[-1:] in NDE_BU else "む")
    if ending == "い" and body and body[-1] not in "用率てで":
        return body + ("ぐ" if body[-1:] in "急泳防稼継注脱騒繋塞" else "く")
    if ending == "し":
        return body + "す"
    return stem + "る"


def tte_ending(body: str) -> str:
    last = body[-1:]
    if last == "い" or GOES.search(body):
        return "く"
    if last in TTE_U or body.endswith(BEFORE_U):
        return "う"
    return "つ" if last in TTE_TSU else "る"


def from_stem(stem: str) -> str:
    """お送り(ください) → 送る; a stem that ends in kanji is a noun and stays."""
    if stem[-1:] in I_ROW and len(stem) > 1:
        return stem[:-1] + U_ROW[stem[-1]]
    return stem + "る" if "ぁ" <= stem[-1:] <= "ん" else stem


def from_negative(stem: str) -> str:
    """送ら(なければ) → 送る, 更新し(なければ) → 更新, 調べ(ないと) → 調べる."""
    if SURU.search(stem) and not NOT_SURU.search(stem):
        return stem[:-1]
    return stem[:-1] + U_ROW[stem[-1]] if stem[-1:] in A_ROW else stem + "る"
