"""The rules of the house, checked on the text of every file of bot/."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter

from tests.sources import Import, Source

STOREYS = (
    {"home"},
    {"portfolio"},
    {"digests"},
    {"flows", "watches", "lessons", "support", "reflections"},
    {"memos"},
    {"tasks"},
    {"workspaces"},
)
"""The features from the top down: each may use those of the storeys below its own."""
DEPTH = {feature: depth for depth, features in enumerate(STOREYS) for feature in features}

FLOOR = {"platform", "deadlines", "errors", "settings"}
"""What knows no feature."""
ON_TOP = {"trial"}
"""Folders that stand beside app.py, on top of everything."""
FOLDERS = {*DEPTH, "platform", "deadlines", "locale", "playground"}

INSIDE = {
    "listeners": {"listeners", "service", "views"},
    "jobs": {"jobs", "service", "views"},
    "views": {"views", "model"},
    "service": {"service", "model"},
    "model": {"model"},
}
"""Who may use whom within a feature. A file of another name (drafts, visibility, …) is of the service."""
BETWEEN = {
    **INSIDE,
    "listeners": {"service", "views", "model"},
    "jobs": {"service", "views", "model"},
}
"""Who may use whom of a feature further down."""

EDGE = ("bot/*/*listeners*.py", "bot/app.py", "bot/platform/slack*.py", "bot/platform/http*.py")
PACKAGES = {
    "slack_bolt": EDGE,
    "slack_sdk.models": (*EDGE, "bot/*/*views*.py", "bot/platform/blocks*.py", "bot/platform/forms*.py"),
    "slack_sdk": (*EDGE, "bot/platform/inbox*.py", "bot/platform/outbox*.py"),
}
"""Where a package may be imported; the first that fits decides."""
WITHOUT_SQLALCHEMY = ("bot/*/*views*.py", "bot/deadlines/*.py", "bot/playground/*.py")

CLOCK = ("bot/platform/clock.py", "bot/playground/*.py")
ENVIRONMENT = ("bot/settings.py", "bot/playground/launch.py")
RESERVED = {
    "datetime.datetime.now": CLOCK,
    "datetime.datetime.utcnow": CLOCK,
    "datetime.datetime.today": CLOCK,
    "datetime.date.today": CLOCK,
    "time.time": CLOCK,
    "time.time_ns": CLOCK,
    "sqlalchemy.func.now": (),
    "os.environ": ENVIRONMENT,
    "os.environb": ENVIRONMENT,
    "os.getenv": ENVIRONMENT,
    "importlib.import_module": (),
    "__import__": (),
}
"""Where a name may be used at all."""

LATE_IMPORTS = {
    "bot/__main__.py": "a command loads what it needs itself, so that --help is quick",
    "bot/trial/start.py": "the page is there while the bot loads",
}
BROAD_EXCEPTS = {
    "bot/platform/slack/answers.py": "what a listener raises is answered, and logged under the same id",
    "bot/platform/inbox/worker.py": "an event whose handling failed stays, to be tried again or parked",
    "bot/platform/lanes.py": "a row whose handling failed stays in hand until its lease ends",
    "bot/platform/workers.py": "a worker goes on, whatever became of one piece of its work",
}
COMMITTING = ("bot/platform/database.py",)
MOST_LINES = 300

Finding = tuple[int, str]


def breaches(files: Mapping[str, str]) -> list[str]:
    """One line for each breach in the files (text by path, such as bot/memos/service.py)."""
    sources = [Source(path, text) for path, text in files.items()]
    found = [
        f"{source.path}:{line}: {message}"
        for source in sources
        for rule in RULES
        for line, message in sorted(rule(source))
    ]
    return [*found, *cycles(sources)]


@dataclass(frozen=True)
class Place:
    """Where a module stands: bot.tasks.form_views is in the folder tasks and of its views."""

    folder: str
    role: str

    @classmethod
    def of(cls, module: str) -> Place:
        _, folder, file = [*module.split("."), "", ""][:3]
        words = file.split("_")
        return cls(folder, next((role for role in INSIDE if role in words), "service"))

    @property
    def on_top(self) -> bool:
        """app, __main__ and whatever else stands beside the folders."""
        return self.folder not in {"", *FOLDERS, *FLOOR}


def who_may_import_whom(source: Source) -> Iterator[Finding]:
    for found in source.imports:
        if found.target.partition(".")[0] == "bot":
            for rule in refusals(source, found):
                yield found.line, f"imports {found.target}: {rule}"


def refusals(source: Source, found: Import) -> Iterator[str]:
    importer, imported = Place.of(source.module), Place.of(found.target)
    if importer.folder == imported.folder:
        if importer.folder in DEPTH and not within(source, importer, imported, found):
            yield f"within a feature {importer.role} may use {names(INSIDE[importer.role])}"
    elif importer.folder == "playground":
        yield "the playground knows nothing of the bot"
    elif imported.folder == "playground":
        if importer.folder != "trial":
            yield "only trial may start the playground"
    elif imported.on_top and not importer.on_top:
        yield f"{imported.folder} stands on top of everything"
    elif imported.folder in DEPTH:
        yield from refusals_between(importer, imported)


def within(source: Source, importer: Place, imported: Place, found: Import) -> bool:
    """Listeners and jobs may name what the service gives them: the model, in annotations."""
    if imported.role == "model" and found.name in source.only_in_annotations:
        return True
    return imported.role in INSIDE[importer.role]


def refusals_between(importer: Place, imported: Place) -> Iterator[str]:
    if importer.folder in FLOOR:
        yield f"{importer.folder} knows no feature: app.py hands it what it needs"
    elif importer.folder in DEPTH:
        if DEPTH[importer.folder] >= DEPTH[imported.folder]:
            yield f"features are used downhill only, and {imported.folder} is not below {importer.folder}"
        if imported.role not in BETWEEN[importer.role]:
            yield f"of another feature {importer.role} may use {names(BETWEEN[importer.role])}"


def known_folders(source: Source) -> Iterator[Finding]:
    parts = source.path.split("/")
    if len(parts) > 2 and parts[1] not in {*FOLDERS, *ON_TOP}:
        yield 1, f"the folder {parts[1]} has no place in the order of the features"


def packages(source: Source) -> Iterator[Finding]:
    for found in source.imports:
        package = next((name for name in PACKAGES if belongs(found.target, name)), None)
        if package and not lies_in(source, PACKAGES[package]):
            yield found.line, f"imports {found.target}: {package} belongs in {names(PACKAGES[package])}"
        if belongs(found.target, "sqlalchemy") and lies_in(source, WITHOUT_SQLALCHEMY):
            yield found.line, f"imports {found.target}: no SQLAlchemy in {names(WITHOUT_SQLALCHEMY)}"


def imports_on_top(source: Source) -> Iterator[Finding]:
    for found in source.imports:
        if found.late and not lies_in(source, LATE_IMPORTS):
            yield found.line, f"imports {found.target} inside a function: imports stand at the top of a file"


def reserved_names(source: Source) -> Iterator[Finding]:
    for line, name in source.mentions:
        if name in RESERVED and not lies_in(source, RESERVED[name]):
            yield line, f"uses {name}: it belongs in {names(RESERVED[name]) or 'no file'}"


def narrow_excepts(source: Source) -> Iterator[Finding]:
    if lies_in(source, BROAD_EXCEPTS):
        return
    for handler in source.nodes(ast.ExceptHandler):
        if handler.type is None or catches_all(source, [handler.type]):
            yield handler.lineno, "catches every exception: name those that can be mended here"
    for call in source.nodes(ast.Call):
        if source.full_name(call.func) == "contextlib.suppress" and catches_all(source, call.args):
            yield call.lineno, "suppresses every exception: name those that do no harm"


def catches_all(source: Source, caught: Iterable[ast.expr]) -> bool:
    mentioned = {source.full_name(node) for expression in caught for node in ast.walk(expression)}
    return not mentioned.isdisjoint({"Exception", "BaseException"})


def commits(source: Source) -> Iterator[Finding]:
    for call in source.nodes(ast.Call):
        if source.full_name(call.func).endswith(".commit") and not lies_in(source, COMMITTING):
            yield call.lineno, f"calls commit: that is the business of {names(COMMITTING)}"


def listeners_without_try(source: Source) -> Iterator[Finding]:
    if Place.of(source.module).role == "listeners":
        for node in source.nodes(ast.Try, ast.TryStar):
            yield node.lineno, "has a try: errors of listeners are dealt with in platform/slack"


def length(source: Source) -> Iterator[Finding]:
    lines = len(source.text.splitlines())
    if lines > MOST_LINES:
        yield lines, f"has {lines} lines: {MOST_LINES} at most, one noun a file"


RULES: tuple[Callable[[Source], Iterable[Finding]], ...] = (
    who_may_import_whom,
    known_folders,
    packages,
    imports_on_top,
    reserved_names,
    narrow_excepts,
    commits,
    listeners_without_try,
    length,
)


def cycles(sources: Iterable[Source]) -> Iterator[str]:
    by_module = {source.module: source for source in sources}
    graph = {
        module: {known for found in source.imports if (known := module_of(found, by_module)) != module}
        for module, source in by_module.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring = [str(module) for module in reversed(error.args[1])]
        yield f"{by_module[ring[0]].path}:1: imports in a circle: {' → '.join(ring)}"


def module_of(found: Import, known: Iterable[str]) -> str:
    """The module an import loads: of bot.errors.UserError it is bot.errors."""
    module = found.target
    if module not in known:
        module = module.rpartition(".")[0]
    return module


def belongs(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def lies_in(source: Source, patterns: Iterable[str]) -> bool:
    return any(fnmatch(source.path, pattern) for pattern in patterns)


def names(things: Iterable[str]) -> str:
    return ", ".join(sorted(things))
