"""What marks a name: a mention, @, さん, 部長."""

from bot.deadlines.patterns import Late
from bot.deadlines.plain import BLANK

TITLES = (
    "さん さーん さ〜ん さ～ん さぁん 様 さま くん 君 ちゃん 氏 殿 先生 部長 課長 係長 主任 リーダー -san san"
)
HONORIFICS = tuple(TITLES.split())
HONORIFIC = rf"(?:{'|'.join(HONORIFICS)})"
MENTION = Late(r"<@(?P<id>[A-Z0-9]+)(?:\|[^<>]*)?>")
HONORED = Late("|".join(HONORIFICS))
SIGNS = ("@", BLANK, *HONORIFICS, "さ~ん")  # the last as NFKC writes さ～ん
MARKS = Late("|".join((*SIGNS, "＠")))
