"""How well and how fast deadlines are read, against the libraries people would use instead.

    python -m tests.bench.deadlines

Runs over the phrase tables of the tests: share of phrases whose day (and time, where one was said) is
right, phrases without a deadline that got none, and the median time for a phrase in five alternating
rounds, as ratios to ours. The grammar is kept to these tables, so our own share of right answers only
says that nothing broke. Then the time for messages of 2,000 characters understood whole: an ordinary one,
and a dense one in which every sentence asks for something or names a date.

Machines differ, so the goals (50 µs a phrase, 1 ms a message where ja-timex takes 179 µs a phrase) are
ratios to ja-timex. A library that is not installed is skipped with a line; they are no dependencies of
ours (ja-timex, dateparser, parsedatetime).
"""

import logging
import statistics
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from typing import Any

from bot.deadlines import read_deadline, understand
from tests.bench.report import say as say_ratio
from tests.deadlines.tables import PEOPLE, REFERENCE, TOKYO, Phrase, messages, phrases, when

ROUNDS = 5
NOW = REFERENCE.local.replace(tzinfo=None)
Reader = Callable[[str], datetime | str | None]
ANCHOR = "ja-timex"
PHRASE_GOAL, MESSAGE_GOAL = "≤ 0.28", "≤ 5.6"
ORDINARY = {
    "ja": """お疲れさまです。本日の定例の議事録を共有します。
まず新サービスの公開時期ですが、開発の進捗を踏まえて12月5日に公開することに決定しました。
広報チームとの調整は問題なく進んでおり、特に懸念点はありません。
一方で問い合わせ対応の体制については、まだ人数が足りていないという意見が出ました。
そこで来週の水曜日までに、各部署から応援を出せるかどうか確認をお願いします。
また、先日の障害の件は原因の調査が続いています。詳細は別途ご報告します。
資料の置き場所は共有フォルダに統一します。古いファイルは各自で整理してください。
""",
    "en": """Hi all, here are the notes from today's sync. We agreed to go with the second vendor.
The migration went well and there were no surprises, although the logs were noisier than expected.
@bob could you please send the updated estimate by Friday? The customer is waiting for it.
We still need to decide about the holiday rota; nobody has volunteered so far.
The office move is on track and the boxes are in the storage room on the third floor.
""",
}


def ours(text: str) -> str:
    deadline = read_deadline(text, REFERENCE)
    return "-" if deadline is None or deadline.is_past else when(deadline)


def ja_timex() -> Reader:
    parser = import_module("ja_timex").TimexParser(reference=pendulum_now())

    def read(text: str) -> datetime | None:
        found = [timex.to_datetime() for timex in parser.parse(text)]
        return found[-1] if found else None

    return read


def pendulum_now() -> Any:
    return import_module("pendulum").instance(datetime.combine(NOW.date(), NOW.time(), TOKYO))


def dateparser() -> Reader:
    library = import_module("dateparser")
    chosen = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "future"}

    def read(text: str) -> datetime | None:
        found: datetime | None = library.parse(text, languages=["ja", "en"], settings=chosen)
        return found

    return read


def dateparser_search() -> Reader:
    search = import_module("dateparser.search").search_dates
    chosen = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "future"}

    def read(text: str) -> datetime | None:
        found = search(text, languages=["ja", "en"], settings=chosen)
        return found[-1][1] if found else None

    return read


def parsedatetime() -> Reader:
    calendar = import_module("parsedatetime").Calendar()

    def read(text: str) -> datetime | None:
        found, status = calendar.parseDT(text, sourceTime=NOW)
        return found if status else None

    return read


LIBRARIES: dict[str, Callable[[], Reader]] = {
    "ja-timex": ja_timex,
    "dateparser": dateparser,
    "dateparser search": dateparser_search,
    "parsedatetime": parsedatetime,
}


def is_right(phrase: Phrase, answer: datetime | str | None) -> bool:
    """A library's time counts only where one was said."""
    expected = "-" if "past" in phrase.notes else phrase.means
    if isinstance(answer, datetime):
        answer = f"{answer:%Y-%m-%d %H:%M}" if " " in expected else f"{answer:%Y-%m-%d}"
    return (answer or "-") == expected


def answered(read: Reader, text: str) -> datetime | str | None:
    with suppress(Exception):
        return read(text)
    return "raised"


def shares(read: Reader, table: list[Phrase]) -> str:
    dated = [phrase for phrase in table if phrase.means != "-"]
    none = [phrase for phrase in table if phrase.means == "-"]
    right = sum(is_right(phrase, answered(read, phrase.text)) for phrase in dated)
    silent = sum(is_right(phrase, answered(read, phrase.text)) for phrase in none)
    kept_silent = f"none where none is {silent / len(none):6.1%} of {len(none)}"
    return f"right {right / len(dated):6.1%} of {len(dated)}   {kept_silent}"


def seconds_a_phrase(read: Reader, table: list[Phrase]) -> float:
    start = time.process_time()
    for phrase in table:
        answered(read, phrase.text)
    return (time.process_time() - start) / len(table)


def installed() -> dict[str, Reader]:
    readers: dict[str, Reader] = {"Urakata": ours}
    for name, build in LIBRARIES.items():
        try:
            readers[name] = build()
        except ImportError as error:
            say(f"{name}: skipped, {error}")
    return readers


def compare(language: str, readers: dict[str, Reader]) -> None:
    table = phrases(language)
    times: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, read in readers.items():
            times[name].append(seconds_a_phrase(read, table))
    taken = {name: statistics.median(rounds) for name, rounds in times.items()}
    for name, read in readers.items():
        speed = f"{taken[name] * 1e6:7.1f} µs a phrase, {taken[name] / taken['Urakata']:5.1f} × ours"
        say(f"{language}  {name:18} {shares(read, table)}   {speed}")
    if ANCHOR in readers:
        detail = f"{taken['Urakata'] * 1e6:.0f} µs"
        say_ratio(f"{language}  a phrase ÷ {ANCHOR}", taken["Urakata"] / taken[ANCHOR], PHRASE_GOAL, detail)


def whole_messages(language: str, readers: dict[str, Reader]) -> None:
    """The time for a message of 2,000 characters, understood whole, alternating with the anchor."""
    dense = "\n".join(message.text for message in messages(language))
    texts = {"an ordinary message": ORDINARY[language] * 8, "a dense message": dense}
    times: dict[str, list[float]] = {name: [] for name in (*texts, ANCHOR)}
    for _ in range(ROUNDS):
        for name, text in texts.items():
            times[name] += [seconds_to_understand(text[:2000]) for _ in range(4)]
        if ANCHOR in readers:
            times[ANCHOR].append(seconds_a_phrase(readers[ANCHOR], phrases("ja")))
    for name in texts:
        say_message(f"{language}  {name}", min(times[name]), times[ANCHOR])


def say_message(label: str, seconds: float, anchor: list[float]) -> None:
    """The quickest rounds of both: those that other work on the machine disturbed least."""
    detail = f"{seconds * 1e3:.2f} ms"
    if anchor:
        say_ratio(f"{label} ÷ {ANCHOR} phrase", seconds / min(anchor), MESSAGE_GOAL, detail)
    else:
        say(f"{label}: {detail}")


def seconds_to_understand(text: str) -> float:
    start = time.process_time()
    understand(text, REFERENCE, PEOPLE)
    return time.process_time() - start


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def main() -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.ERROR)
    readers = installed()
    for language in ("ja", "en"):
        compare(language, readers)
        whole_messages(language, readers)


if __name__ == "__main__":
    main()
