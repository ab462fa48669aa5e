"""How Japanese says dates and times.

Parts follow one another from large to small, joined by の or nothing (来週 + 火曜 + の + 午前中 + まで);
what limits the expression stands behind it (まで, 以内, 〆).
"""

from bot.deadlines.grammar import Language, Rule
from bot.deadlines.japanese.guards import GUARDS
from bot.deadlines.japanese.terms import (
    BOUND,
    COUNTER,
    LABEL,
    LABELS,
    LATER,
    LONE,
    NO_CLOCK,
    NO_DAY,
    SOME,
    THEN,
    UPTO,
    WEEKDAYS,
    WITHIN,
    clock,
    day,
    earlier,
    ends,
    era_date,
    era_year,
    fiscal_era_year,
    fiscal_year,
    half_day_clock,
    length,
    month,
    part,
    relative,
    shift,
    weekday,
    within,
    within_of,
)
from bot.deadlines.meaning import Edge, Meaning, Nth, Part, Period, Rest, Shift
from bot.deadlines.numbers import DIGITS, number
from bot.deadlines.patterns import any_of, one_of

SHIFTS = (
    Rule(rf"(?:(?<=[^今]後)|(?<=から)(?<!ほうから)(?<!方から)(?<!順から)){COUNTER}\s?{WITHIN}", within_of),
    Rule(rf"(?<=から){DIGITS}日間?(?![まにの以後内])"),
    Rule(rf"{COUNTER}\s?{WITHIN}", within),
    Rule(rf"{COUNTER}\s?{LATER}", shift),
    Rule(
        (
            rf"{COUNTER}(?:ほど|程度|くらい|ぐらい)?(?:で|を(?:目途|めど|目処))"
            r"(?=お願|仕上|終わら|終え|完|返|対応|出|や|提)"
        ),
        within,
    ),
    Rule(rf"{COUNTER}\s?前(?!後)", earlier),
    Rule(rf"(?:あと|残り)\s?{COUNTER}(?:ほど|くらい|ぐらい)?(?:です|だ|しか|あ[るり])"),
    Rule(rf"(?:あと|残り)\s?{COUNTER}(?:以内|で(?!す))?", within),
    Rule(r"半日以内", Meaning(shift=Shift(6, "hour"), end=True)),
    Rule(r"半(日|年)(?:以内|後)", lambda unit: Meaning(shift=Shift(6, "month" if unit == "年" else "hour"))),
    Rule(r"半月(?:以内|後)", Meaning(shift=Shift(15, "day"))),
    Rule(rf"(?:今|いま)から{COUNTER}(?:以内)?", within),
    Rule(r"数日(?:中|以内|のうち)", Meaning(shift=Shift(3, "day"), end=True)),
    Rule(r"(?:ここ)?(?:一両日|1両日|両日)(?:中|以内)?", Meaning(shift=Shift(2, "day"), end=True)),
    Rule(r"翌々日", Meaning(shift=Shift(2, "day"))),
    Rule(r"(?:翌|明|次の?)営業日", Meaning(shift=Shift(1, "business"))),
    Rule(r"翌々営業日", Meaning(shift=Shift(2, "business"))),
    Rule(r"(?<=日の)翌日", Meaning(shift=Shift(1, "day", anchored=True))),
    Rule(r"翌(?=\s?[0-9]{1,2}[時:])", Meaning(shift=Shift(1, "day", anchored=True), leaning=True)),
    Rule(r"翌日|明くる日|次の日", Meaning(shift=Shift(1, "day"))),
    Rule(r"(?:それ|その(?:日|時|とき))(?:まで|迄|より前)", THEN),
    Rule(r"前営業日", Meaning(shift=Shift(-1, "business", anchored=True))),
    Rule(r"(?:その)?前日|前の日", Meaning(shift=Shift(-1, "day", anchored=True))),
    Rule(r"前夜", Meaning(shift=Shift(-1, "day", anchored=True), part=Part("night", "night"))),
    Rule(rf"{UPTO}{SOME}(週|日|[かヶカケヵ箇]月)間(半)?", length),
)

PERIODS = (
    Rule(r"今日日|今週日報|明日香|日中"),
    Rule(r"今日|本日|きょう|当日(?=中|の?[0-9]|の?[午夕正昼])", relative("day", 0)),
    Rule(r"しあさって|明々後日", relative("day", 3)),
    Rule(r"明後日|あさって", relative("day", 2)),
    Rule(r"明日|あした|あす(?=[まのにはも中朝午夕夜、。\s0-9(]|$)|みょうにち", relative("day", 1)),
    Rule(r"今(?:晩|夜|夕|宵)", Meaning(period=Period("day", 0), part=Part("night", "night"))),
    Rule(r"(?:明|翌)朝", Meaning(period=Period("day", 1), part=Part("opens", "am"))),
    Rule(r"明(?:晩|夜)", Meaning(period=Period("day", 1), part=Part("night", "night"))),
    Rule(r"再来週|さ来週|翌々週", relative("week", 2)),
    Rule(r"(?:今|本)週(?!間)|週内|当週", relative("week", 0)),
    Rule(r"来週(?!間)|翌週|次週|次の週", relative("week", 1)),
    Rule(r"再来月|翌々月", relative("month", 2)),
    Rule(r"来(?=月曜)|翌(?=[月火水木金土日]曜)", relative("week", 1)),
    Rule(r"(?:今|当|本)月(?!曜|分|度)", relative("month", 0)),
    Rule(r"(?:来|翌)月(?!曜|分|度)|次の月(?!曜)", relative("month", 1)),
    Rule(r"月内", relative("month", 0, "whole")),
    Rule(r"年度内|(?:今|本)年度(?:内|中)", relative("fiscal", 0, "whole")),
    Rule(r"(?:今|本|当)年度", Meaning(leaning=True, **relative("fiscal", 0))),
    Rule(r"(?:来|翌)年度|新年度", Meaning(leaning=True, **relative("fiscal", 1))),
    Rule(r"年度末", relative("fiscal", None, "end")),
    Rule(r"年度(?:初め|始め|明け|頭)", relative("fiscal", 1, "start")),
    Rule(r"年内|今年いっぱい", relative("year", 0, "whole")),
    Rule(r"年末(?=[一-龠ァ-ヶ])(?![締必迄頃中近前]|年始明)"),
    Rule(r"年末(?!年始)|年の瀬", relative("year", 0, "end")),
    Rule(
        r"年明け(?:すぐ|早々|一番)?|年始|年初|新年早々|(?:正月|年末年始|冬休み)(?:休み)?明け",
        relative("year", 1, "start"),
    ),
    Rule(r"(?:今|本)年", Meaning(leaning=True, **relative("year", 0))),
    Rule(r"(?:来|翌)年(?!会)", Meaning(leaning=True, **relative("year", 1))),
    Rule(r"(?:今|当|本)?四半期(?:末|中|内)|今Q中", relative("quarter", 0, "end")),
    Rule(r"(?:来|次|翌)四半期", relative("quarter", 1)),
    Rule(r"第([1-4一二三四])四半期", lambda quarter: Meaning(quarter=number(quarter) % 4 + 1, leaning=True)),
    Rule(r"(?:今|当)期(?=中|内|末|いっぱい|まで)", relative("fiscal", 0)),
    Rule(r"期末", relative("fiscal", None, "end")),
    Rule(r"来期(?=中|内|末|頭|初)", relative("fiscal", 1)),
    Rule(r"半期末", relative("half", None, "end")),
    Rule(r"上(?:半|四半)?期(?:末|中|いっぱい)?", lambda: Meaning(month=9, edge="end")),
    Rule(r"下半?期(?:末|中|いっぱい)?", lambda: Meaning(month=3, edge="end")),
    Rule(r"週末", relative("week", None, "end")),
    Rule(r"週明け(?:早々|すぐ|一番)?", relative("week", 1, "start")),
    Rule(r"週(?:初め|始め|頭|初|の頭|の初め|のはじめ)", relative("week", None, "start")),
    Rule(r"週(?:の?半ば|央|中頃|の?なかば|の真ん中)", relative("week", None, "mid")),
    Rule(r"月?末の?営業日", Meaning(nth=Nth(-1, "business"))),
    Rule(r"(?:月(?:初め?|頭)|最?初)の?営業日", Meaning(nth=Nth(1, "business"))),
    Rule(r"月末(?:日)?", relative("month", None, "end")),
    Rule(r"月(?:初め?|頭|始め|のはじめ|の頭|明け)", relative("month", None, "start")),
    Rule(r"月(?:半ば|央|中頃|なかば)", relative("month", None, "mid")),
    Rule(
        r"(?:gw|ゴールデンウィーク)明け", Meaning(month=5, day=5, shift=Shift(1, "business", anchored=True))
    ),
    Rule(r"お?盆(?:休み)?明け", Meaning(month=8, day=16, shift=Shift(1, "business", anchored=True))),
    Rule(r"お?盆(?:休み)?前", Meaning(month=8, day=13, shift=Shift(-1, "business", anchored=True))),
    Rule(r"[春夏秋]休み(?:明け|前)?"),
    Rule(r"(?:大型|[0-9三四五])?連休明け", Meaning(rest=Rest("after", 3))),
    Rule(r"休(?:み|日)?明け|祝日明け", Meaning(rest=Rest("after", 1))),
    Rule(r"(?:大型|[0-9三四五])?連休前", Meaning(rest=Rest("before", 3))),
    Rule(r"(?<!昼)休み前", Meaning(rest=Rest("before", 1))),
)
THIRDS: dict[str, Edge] = {"上": "early", "中": "middle", "下": "late"}

EDGES = (
    Rule(r"(上|中|下)旬|初旬", lambda third: Meaning(edge=THIRDS[third or "上"])),
    Rule(r"(?:末日?|終わり|おわり|最終日|ラスト)", ends("end")),
    Rule(r"頭|あたま|アタマ|明け|早々|初(?:め|頭|日)?|始め|はじめ|前日", ends("start")),
    Rule(r"前半", ends("first")),
    Rule(r"後半", ends("second")),
    Rule(r"半ば|なかば|中頃|中ごろ|中盤|央", ends("mid")),
    Rule(
        r"(?:いっぱい|一杯|中(?![旬頃央盤村心国間止])|内(?!容|部|線|定|装|側|訳|覧|示|々)|のうち|じゅう)",
        ends("whole"),
    ),
)

WEEKDAY_RULES = (
    Rule(
        rf"\(([{WEEKDAYS}])(?:曜日?)?(?:[・/]?[祝休])?\)",
        lambda name: Meaning(weekday=weekday(name), bracketed=True),
    ),
    Rule(
        rf"(?:([0-9]|[一二三四五])の?|第([0-9一二三四五])の?)([{WEEKDAYS}])曜日?",
        lambda bare, count, name: Meaning(nth=Nth(number(count or bare), "weekday"), weekday=weekday(name)),
    ),
    Rule(
        r"第?([1-5一二三四五])週目?(?!間)",
        lambda count: Meaning(nth=Nth(number(count), "week"), leaning=True),
    ),
    Rule(
        rf"(?:第{SOME}|{SOME}(?=営業日目|稼働日目))(?:営業|稼働)日目?",
        lambda count, ordinal: Meaning(nth=Nth(number(count or ordinal), "business")),
    ),
    Rule(
        rf"最(?:終|後の)([{WEEKDAYS}])曜日?",
        lambda name: Meaning(nth=Nth(-1, "weekday"), weekday=weekday(name)),
    ),
    Rule(r"最(?:終|後の)(?:営業|稼働|出勤)日", Meaning(nth=Nth(-1, "business"))),
    Rule(rf"([{WEEKDAYS}])曜日?", lambda name: Meaning(weekday=weekday(name))),
    Rule(
        rf"(?<![^\W0-9ぁ-ん])[{WEEKDAYS}](?:[・/、か〜~\-–]|or)"
        + rf"(?:[{WEEKDAYS}](?:[・/、か]|or))?([{WEEKDAYS}])(?="
        + any_of(
            r"曜|あた|のど|まで|中|[にでがはの、。\s]",
            r"$",
        )
        + r")(?:曜日?)?",
        lambda name: Meaning(weekday=weekday(name), several=True),
    ),
    Rule(
        rf"(?<=週)([{WEEKDAYS}]){LONE}|(?<=週の)([{WEEKDAYS}]){LONE}|(?<=次の|度の)([{WEEKDAYS}]){LONE}",
        lambda *names: Meaning(weekday=weekday("".join(names))),
    ),
    Rule(rf"(?<![^\W0-9ぁ-ん])([{WEEKDAYS}])(?=まで|中に|〆)", lambda name: Meaning(weekday=weekday(name))),
    Rule(
        one_of(
            r"月(?=火)",
            r"火(?=水)",
            r"水(?=木)",
            r"木(?=金)",
            r"金(?=土)",
        )
        + r"([火水木金土])(?=曜|あた|のど|[にで、。]|$)(?:曜日?)?",
        lambda name: Meaning(weekday=weekday(name), several=True),
    ),
    Rule(r"土日", Meaning(weekday=6, several=True)),
    Rule(
        rf"(?:次|今度|こんど|この次|次回)の(?=[{WEEKDAYS}](?:曜|{LONE})|連?休|週末)",
        Meaning(leaning=True, prefix=True),
    ),
)

DATES = (
    Rule(r"(令|平)(?:和|成)([0-9〇一二三四五六七八九十]{1,3}|元)年度", fiscal_era_year),
    Rule(r"((?:19|20)[0-9]{2})年度", fiscal_year),
    Rule(r"(令|平)(?:和|成)([0-9〇一二三四五六七八九十]{1,3}|元)年", era_year),
    Rule(r"(r|h)([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{1,2})(?![0-9.])", era_date),
    Rule(
        r"((?:19|20)[0-9]{2}|二[〇一二三四五六七八九]{3})年(?!度|間|卒|代)",
        lambda year: Meaning(year=number(year), leaning=True),
    ),
    Rule(rf"({DIGITS})\s?月(?!曜|分|号|度|間|期|給|例|次|額|報)", month),
    Rule(rf"({DIGITS})(?:日)?\s?(?:[〜~\-–ー・、,か]|から|or)\s?({DIGITS})\s?日{NO_DAY}", day),
    Rule(rf"()({DIGITS})\s?日{NO_DAY}", day),
    Rule(rf"()({DIGITS})(?=〆|締|日〆)(?!切)", day),
    Rule(r"クリスマス(イブ)?", lambda eve: Meaning(month=12, day=24 if eve else 25)),
    Rule(r"大晦日|大みそか", Meaning(month=12, day=31)),
    Rule(r"末日", relative("month", None, "end")),
)

PARTS = (
    Rule(
        (
            rf"(?:({DIGITS})時?\s?[〜~\-–]\s?)?({DIGITS})\s?時{NO_CLOCK}(?:\s?({DIGITS})分|(半))?"
            r"(?:ちょうど|ジャスト|きっかり)?"
        ),
        clock,
    ),
    Rule(
        any_of(
            r"朝\s?(?:イチ|いち|一番?|1(?![0-9時:]))",
            r"始業(?:時刻?|前)?",
            r"朝礼(?=まで|前)",
            r"業務開始(?:時|前)?",
            r"朝会前",
            r"出社(?:後すぐ|時)",
        ),
        part("opens", "am"),
    ),
    Rule(
        r"(?:正午|お昼前|昼前|お昼(?!過|す|一|イ|い|休み?明|明)|昼休み(?:前|まで)?(?!明|後)|ランチ前|am中)",
        part("noon", "noon"),
    ),
    Rule(r"午前中(?:いっぱい)?", Meaning(part=Part("noon", "am"), during=True)),
    Rule(
        any_of(
            r"お?昼(?:過ぎ|すぎ|イチ|いち|一(?!番)|休み明け|明け)",
            r"午後\s?(?:イチ|いち|一番?|1(?![0-9時:])|早め|頭)",
            r"(?:ランチ|昼食|昼休み)(?:後|明け)",
        ),
        part("after_noon", "pm"),
    ),
    Rule(r"夕方|夕刻|夕(?=まで)", part("early_evening", "pm")),
    Rule(
        any_of(
            r"終業(?!式)(?:時刻?|前|時間)?",
            r"定時(?!後)",
            r"業務終了(?:時|前)?",
            r"退勤(?:時|前)?",
            r"(?:営業|就業|業務)時間(?:内|中)",
        ),
        part("closes"),
    ),
    Rule(r"(am|pm)\s?([0-9]{1,2})(?:時|:([0-9]{2})(?![0-9])|(?=まで|に|頃))(半)?", half_day_clock),
    Rule(r"午前|am(?![a-z])", Meaning(part=Part("noon", "am"), leaning=True)),
    Rule(r"午後|pm(?![a-z])", Meaning(part=Part("closes", "pm"), leaning=True)),
    Rule(r"早朝|朝(?![会礼日食刊型活顔鮮])(?:のうち)?", Meaning(part=Part("opens", "am"), leaning=True)),
    Rule(r"昼(?![食寝休夜])", Meaning(part=Part("noon", "noon"), leaning=True)),
    Rule(r"深夜|夜中|未明|夜(?![勤間景行])|晩(?![年])", Meaning(part=Part("night", "night"), leaning=True)),
    Rule(r"日付が?変わる(?:まで|前)|0時(?=まで)", Meaning(part=Part("midnight"), end=True)),
    Rule(r"終日", Meaning(leaning=True)),
    Rule(r"日本時間", Meaning(zone="Asia/Tokyo", leaning=True)),
)

BOUNDS = (
    Rule(rf"(?:提出|最終)?{LABELS}(?:日時?)?(?:厳守|必須)?(?:は|が|を|:|=|、)?", LABEL),
    Rule(r"(?:前後|頃|ごろ|ころ|あたり|辺り|くらい|ぐらい|目[処途]|めど|メド)", Meaning(leaning=True)),
    Rule(r"まで|迄", BOUND),
    Rule(r"必着|厳守|必達|マスト|締め?(?!切|結|め|く)|〆(?!切)|しめ切り|締切厳守", BOUND),
    Rule(r"(?:より)?前(?=に|まで|倒し?で|$|、|。|\s)(?!に?向)", Meaning(end=True, before=True, leaning=True)),
    Rule(r"以前(?=に|まで|$|、|。|\s)", BOUND),
    Rule(r"(?:遅く|おそく)(?:とも|ても)|最遅で?|最悪", Meaning(end=True, leaning=True, prefix=True)),
)

JAPANESE = Language(
    rules=(*GUARDS, *SHIFTS, *PERIODS, *WEEKDAY_RULES, *DATES, *PARTS, *EDGES, *BOUNDS),
    links=(r"\)?の\s?", r"で", r"\s?は\s?", r"\s?(?:から|より)\s?", r"に(?=は)", r"[がを]"),
    ranges=(r"\s?(?:か|から|もしくは|または|又は|あるいは|ないし(?:は)?|と)\s?",),
)
