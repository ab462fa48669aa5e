"""Words to deadlines, owners, requests and decisions: pure functions, no I/O.

How a date is read
    0. `emphasis` takes Slack's *bold*, _italic_ and what is ~struck out~ from the text; what is understood
       points to where it stood with them.
    1. `plain` folds the text (NFKC, lower case, blanks for mentions, links, code) and keeps the way back
       to where each character stood.
    2. `grammar` scans it once with the rules of all languages together and yields *pieces*: what a few
       words say, as slots of a `meaning` (来週 → period, 月曜 → weekday, 朝イチ → part, まで → end).
       A rule that says nothing is a guard: it consumes what looks like a date (3日間, v1.2, 10/10の出来).
    3. `scan` joins neighbours into *expressions* while their slots do not collide; in which order a
       language says them does not matter (5pm next Friday, 来週金曜17時). Two flags steer it: a `prefix`
       belongs to what follows (by, the end of), what is `leaning` needs a neighbour (中, 朝). Behind a
       range word (〜, か, or) the second end takes from the first what it leaves unsaid; what counts from
       another day (前日, それまで, by then) takes it from the expression before (`anchors`).
    4. `days` and `moments` turn the meaning into a day and a time, against a `Reference`.
    5. `candidates` drops the dates that only describe (12/3の会議の資料), start (から, since), last
       (18時まで使います), look back, tell what takes place (納品は金曜です), greet or quote;
       `reading.chosen` takes the one said as a limit of a request, before other limits, before other
       dates; what has passed comes last and says so (`Deadline.is_past`). A correction (actually, make
       that Monday) takes the place of what it corrects.

How requests, owners and decisions are read
    `sentences` cuts the text; `speech` holds the words that ask, decide, look back or greet. They are
    looked for once in the whole text; only sentences that hold one, a date or a name are read further.
    A sentence that asks (a `Part`) becomes a `Request`: `people` finds who is named, `roles` whose it is
    (spoken to, not spoken about), `shares` who gets which piece of it or what is due when
    (11/28までに原稿、11/30までに校正を), `titles` cuts deadline and owner and calls links by their names, the
    language's `asking` cuts the politeness (見積もりを更新してください → 見積もりを更新). What is too short
    to be understood takes what the sentence before is about (`wanted`: 稟議が止まっています。承認お願いします
    → 稟議：承認).
    What a record says on lines of its own (内容: …, 担当: 鈴木, 期限: 12/4) goes together.

    Long messages are read by their outline. `headings` finds the lines that only say what those below
    are about (■今後の対応, *Action items*, 【鈴木さん】): they ask for nothing themselves, end what stood
    before them and say whether a list of tasks follows (TODO:, 以下を金曜までに), which takes their owner
    and deadline and needs no verb, or a report (■経緯, Timeline), in which a bare verb commands nothing.
    `items` tells which items and rows of tables are tasks and what else they say (→ below a topic,
    担当：鈴木 below an item), `slots` who stands in one (（鈴木、12/4）, 鈴木｜…｜12/4), `english.noting`
    what such an item says (rules and remarks are none; whom nobody here is stays in the title: Joris to
    deliver the picture), `beside` what other sentences add to a request. In a message of many paragraphs
    who is spoken to in one is not in the next.

    `decisions` keeps sentences that say what was decided and do not deny, ask or await it.

To add a language, write a folder like `japanese`: `dates` and `guards` (a `Language`: rules, what links
parts, what makes ranges; a rule says its slots in `Meaning`), the files of its `SPEECH` (patterns by the
names that `speech` asks for, but for those the language has no use for), `asking` (`asked`: the title of a
request, `matter_of`: what a sentence before it is about) and `matters` (`is_bare`: whether a title says
nothing without that). Name them in `scan`, `speech` and `wanted`, and add tables of examples beside those
of the tests. What a third language will want of its own in `items`, `people`, `roles`, `shares` and
`titles` stands there by its name.
`python -m bot read` shows what is understood.
"""

from bot.deadlines.model import (
    BusinessCalendar,
    Deadline,
    Kind,
    Mentionable,
    Priority,
    Reference,
    Request,
    Understood,
)
from bot.deadlines.patterns import compile_ahead
from bot.deadlines.reader import read_deadline, read_request, understand

__all__ = [
    "BusinessCalendar",
    "Deadline",
    "Kind",
    "Mentionable",
    "Priority",
    "Reference",
    "Request",
    "Understood",
    "compile_ahead",
    "read_deadline",
    "read_request",
    "understand",
]
