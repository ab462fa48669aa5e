"""Both catalogues are complete, alike and well-mannered, and hold what the code says, no more and no less.

A key is found in the code where it is asked for: `texts("…")`, `.mrkdwn("…")`, `.counted("…")`,
`UserError("…")`, `empty="…"`, written out, chosen by an `if`, or built by an f-string. What reaches
those calls through a variable of the same function is followed; through anything else it is not, but
a key that stands nowhere in the code is reported as unused.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog, pofile

from bot.platform.texts import LANGUAGES, LOCALE
from tests.sources import Source

CHECKOUT = Path(__file__).resolve().parent.parent
RUDE = re.compile(r"\b(errors?|invalid|failed to)\b", re.IGNORECASE)
LOUD = re.compile(r"[!！]")
CODE = re.compile(r"`[^`]*`")
PLURALS = {"ja": 1, "en": 2}
ANY = "ANYTHING"
NOT_VALUES = {"words", "field"}
"""Of a UserError, what does not stand in its text."""

Forms = dict[str, list[str]]


def read(text: str, language: str) -> Catalog:
    return pofile.read_po(BytesIO(text.encode()), locale=language)


def forms(catalogue: Catalog) -> Forms:
    """By key, its text in each plural form."""
    found = {}
    for message in catalogue:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            found[key] = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return found


def placeholders(text: str) -> set[str]:
    """Raises ValueError for braces that do not fit."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def wording_problems(files: Mapping[str, str]) -> Iterator[str]:
    """`files` are the texts of the catalogues, by language."""
    catalogues = {language: read(text, language) for language, text in files.items()}
    for language, text in files.items():
        keys = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
        yield from (f"{language}: {key} stands there twice" for key in set(keys) if keys.count(key) > 1)
        if catalogues[language].num_plurals != PLURALS[language]:
            yield f"{language}: {catalogues[language].num_plurals} plural forms"
        for message in catalogues[language]:
            yield from message_problems(language, message.id, message.string, message.fuzzy)
    yield from differences({language: forms(catalogue) for language, catalogue in catalogues.items()})


def message_problems(language: str, ids: object, strings: object, fuzzy: bool) -> Iterator[str]:
    if not ids:
        return
    key = ids if isinstance(ids, str) else ids[0]  # type: ignore[index]
    texts = [strings] if isinstance(strings, str) else list(strings)  # type: ignore[call-overload]
    if fuzzy:
        yield f"{language}: {key} is marked as fuzzy"
    if len(texts) != (1 if isinstance(ids, str) else PLURALS[language]):
        yield f"{language}: {key} has {len(texts)} forms"
    for text in texts:
        said = CODE.sub("", text)
        if not text.strip():
            yield f"{language}: {key} is empty"
        if LOUD.search(said):
            yield f"{language}: {key} shouts"
        if language == "en" and RUDE.search(said):
            yield f"{language}: {key} sounds like a machine"


def differences(found: Mapping[str, Forms]) -> Iterator[str]:
    everything = {key for catalogue in found.values() for key in catalogue}
    for key in sorted(everything):
        there = [language for language, catalogue in found.items() if key in catalogue]
        yield from (f"{language}: {key} is missing" for language in found if language not in there)
        values = [placeholders(text) for language in there for text in found[language][key]]
        if any(each != values[0] for each in values):
            yield f"{key} has different values: {values}"


@dataclass(frozen=True)
class Use:
    """`pattern` matches the keys that may be meant; `values` is None where they cannot be told."""

    place: str
    pattern: str
    values: frozenset[str] | None


def uses(source: Source) -> Iterator[Use]:
    for function in [source.tree, *source.nodes(ast.FunctionDef), *source.nodes(ast.AsyncFunctionDef)]:
        for call in calls_of(function):
            for pattern in patterns(asked(call), function):
                yield Use(f"{source.path}:{call.lineno}", pattern, values_of(call))


def calls_of(scope: ast.AST) -> Iterator[ast.Call]:
    """Of the module or function itself, without the functions within it."""
    for child in ast.iter_child_nodes(scope):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from calls_of(child)


def asked(call: ast.Call) -> ast.expr | None:
    """What stands for the key, if this call asks for a text."""
    called = ast.unparse(call.func)
    if re.search(r"(^|\.)(texts|mrkdwn|counted|UserError)$|^Texts\(.*\)$", called) and call.args:
        return call.args[0]
    return next((keyword.value for keyword in call.keywords if keyword.arg == "empty"), None)


def patterns(node: ast.expr | None, scope: ast.AST) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(key)):
            yield re.escape(key)
        case ast.IfExp():
            yield from patterns(node.body, scope)
            yield from patterns(node.orelse, scope)
        case ast.JoinedStr():
            yield "".join(re.escape(part) for part in map(literal, node.values)).replace(ANY, "[a-z_.]+")
        case ast.Name(id=name):
            for assigned in ast.walk(scope):
                if isinstance(assigned, ast.Assign) and name in map(ast.unparse, assigned.targets):
                    yield from patterns(assigned.value, ast.Module([], []))


def literal(part: ast.expr) -> str:
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ANY


def values_of(call: ast.Call) -> frozenset[str] | None:
    called = ast.unparse(call.func).rpartition(".")[2]
    given = [keyword.arg for keyword in call.keywords]
    if None in given or called == "checked":
        return None
    counted = {"n"} if called == "counted" else set()
    left_out = NOT_VALUES if called == "UserError" else set()
    return frozenset({name for name in given if name} - left_out | counted)


def use_problems(sources: list[Source], found: Forms) -> Iterator[str]:
    for use in (use for source in sources for use in uses(source)):
        meant = [key for key in found if re.fullmatch(use.pattern, key)]
        if not meant and "." in use.pattern.replace("\\.", "."):
            yield f"{use.place}: no text {use.pattern}"
        for key in set(meant) & {use.pattern.replace("\\.", ".")}:
            missing = {value for text in found[key] for value in placeholders(text)} - (use.values or set())
            if use.values is not None and missing:
                yield f"{use.place}: {key} wants {sorted(missing)}"
    yield from (f"{key} is never said" for key in sorted(unsaid(sources, found)))


def unsaid(sources: list[Source], found: Forms) -> set[str]:
    written = {node.value for source in sources for node in source.nodes(ast.Constant)}
    built = [
        pattern
        for source in sources
        for node in source.nodes(ast.JoinedStr)
        for pattern in patterns(node, source.tree)
        if re.match(r"[a-z]+\\\.|\[a-z_\.\]\+\\\.|\[a-z_\.\]\+_", pattern)
    ]
    return {
        key
        for key in found
        if key not in written and not any(re.fullmatch(pattern, key) for pattern in built)
    }


def of_the_bot() -> list[Source]:
    files = [file for file in (CHECKOUT / "bot").rglob("*.py") if "playground" not in file.parts]
    return [Source(file.relative_to(CHECKOUT).as_posix(), file.read_text("utf-8")) for file in files]


def catalogues() -> dict[str, str]:
    return {language: (LOCALE / f"{language}.po").read_text("utf-8") for language in LANGUAGES}


def japanese() -> Catalog:
    return read(catalogues()["ja"], "ja")


def test_the_catalogues_are_complete_alike_and_well_mannered() -> None:
    assert sorted(file.stem for file in LOCALE.glob("*.po")) == sorted(LANGUAGES)
    assert list(wording_problems(catalogues())) == []


def test_the_code_asks_for_what_is_there_and_everything_there_is_asked_for() -> None:
    assert list(use_problems(of_the_bot(), forms(read(catalogues()["en"], "en")))) == []


def test_no_text_was_left_in_english_in_the_japanese_catalogue() -> None:
    said = {key: CODE.sub("", re.sub(r"{\w+}", "", text)) for key, (text,) in forms(japanese()).items()}
    latin = {key for key, text in said.items() if re.search(r"[A-Za-z]{4}", text)}
    assert [key for key in latin if not re.search(r"[ぁ-んァ-ヶ一-龠]", said[key])] == []


HEAD = {
    "ja": 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n',
    "en": 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n',
}
GOOD = 'msgid "a.b"\nmsgstr "{n} kept"\n'


@pytest.mark.parametrize(
    ("ja", "en", "problem"),
    [
        (GOOD, GOOD, None),
        (GOOD, "", "en: a.b is missing"),
        (GOOD, 'msgid "a.b"\nmsgstr "kept"\n', "a.b has different values"),
        (GOOD, 'msgid "a.b"\nmsgstr "{m} kept"\n', "a.b has different values"),
        (GOOD, 'msgid "a.b"\nmsgstr "{n} kept!"\n', "en: a.b shouts"),
        ('msgid "a.b"\nmsgstr "{n} 件！"\n', GOOD, "ja: a.b shouts"),
        (GOOD, 'msgid "a.b"\nmsgstr "{n} kept `/task x !high`"\n', None),
        (GOOD, 'msgid "a.b"\nmsgstr "{n}: Invalid input"\n', "en: a.b sounds like a machine"),
        (GOOD, 'msgid "a.b"\nmsgstr "An error, {n}"\n', "en: a.b sounds like a machine"),
        (GOOD, 'msgid "a.b"\nmsgstr "Failed to keep {n}"\n', "en: a.b sounds like a machine"),
        (GOOD, 'msgid "a.b"\nmsgstr "{n} mirrored"\n', None),
        (GOOD, f"#, fuzzy\n{GOOD}", "en: a.b is marked as fuzzy"),
        (GOOD, GOOD + GOOD, "en: a.b stands there twice"),
        ('msgid "a.b"\nmsgstr ""\n', 'msgid "a.b"\nmsgstr "x"\n', "ja: a.b is empty"),
        (
            'msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[0] "{n}"\n',
            'msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[0] "{n}"\nmsgstr[1] "{n}"\n',
            None,
        ),
        (
            'msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[0] "{n}"\n',
            'msgid "a.b"\nmsgid_plural "a.b"\nmsgstr[0] "{n}"\nmsgstr[1] ""\n',
            "en: a.b is empty",
        ),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_named(ja: str, en: str, problem: str | None) -> None:
    found = list(wording_problems({"ja": HEAD["ja"] + ja, "en": HEAD["en"] + en}))
    assert any(said.startswith(problem) for said in found) if problem else found == []


SAID = {"a.b": ["{n}"], "a.c": ["x"]}


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ('texts("a.b", n=1), texts.mrkdwn("a.c")', None),
        ('texts("a.b", **values), visit.texts("a.c")', None),
        ('texts("a.b", n=1), UserError("a.c", words="x")', None),
        ('texts.counted("a.b", 3), checked(t, empty="a.c")', None),
        ('texts("a.b" if n else "a.c", n=n)', None),
        ('texts(f"a.{what}", n=n)', None),
        ('def f():\n    key = "a.b" if n else "a.c"\n    return texts(key, **values)', None),
        ('texts("a.b", n=1), texts("a.d"), "a.c"', "no text a\\.d"),
        ('texts("a.b", n=1), UserError("a.d"), "a.c"', "no text a\\.d"),
        ('texts("a.b"), "a.c"', "a.b wants ['n']"),
        ('UserError("a.b", words=n), "a.c"', "a.b wants ['n']"),
        ('texts(f"z.{what}"), "a.b", "a.c"', "no text z"),
        ('def f():\n    key = "a.b" if n else "a.d"\n    return texts(key, **v), "a.c"', "no text a\\.d"),
        ('texts("a.b", n=1)', "a.c is never said"),
    ],
)
def test_what_is_wrong_with_the_use_of_a_catalogue_is_named(code: str, problem: str | None) -> None:
    found = list(use_problems([Source("bot/x.py", code)], SAID))
    assert [problem in said for said in found] == [True] if problem else found == []
