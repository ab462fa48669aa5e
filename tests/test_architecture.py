"""The rules of the house hold in bot/, and each of them is reported when broken."""

from pathlib import Path

import pytest

from tests.architecture import MOST_LINES, breaches

CHECKOUT = Path(__file__).resolve().parent.parent

KEPT = [
    ("bot/memos/listeners.py", "from . import service, views"),
    ("bot/memos/listeners.py", "from .model import Memo\ndef unit() -> Memo: ..."),
    (
        "bot/memos/listeners.py",
        "from slack_bolt.async_app import AsyncAck\nimport slack_sdk.web.async_client",
    ),
    ("bot/memos/form_listeners.py", "import slack_bolt\nfrom . import form_views"),
    ("bot/tasks/service.py", "from . import drafts, model"),
    ("bot/tasks/service.py", "from ..errors import UserError\nfrom ..platform import clock"),
    ("bot/tasks/service.py", "try: pass\nexcept (KeyError, ValueError): pass"),
    ("bot/tasks/service.py", "pass\n" * MOST_LINES),
    ("bot/memos/drafts.py", "from ..workspaces import numbers, visibility"),
    ("bot/digests/jobs.py", "from bot.tasks import model, service, views"),
    ("bot/digests/jobs.py", "def run(clock): return clock.now()"),
    ("bot/tasks/views.py", "from slack_sdk.models.blocks import SectionBlock"),
    ("bot/platform/clock.py", "from datetime import UTC, datetime\ndatetime.now(UTC)"),
    ("bot/platform/database.py", "def write(session): session.commit()"),
    ("bot/platform/outbox/worker.py", "import time\nimport slack_sdk\ntime.monotonic()"),
    ("bot/platform/slack/answers.py", "try: pass\nexcept Exception: pass"),
    ("bot/settings.py", "import os\nos.environ['PORT']"),
    ("bot/app.py", "from .home import listeners\nfrom .tasks import jobs"),
    ("bot/trial/start.py", "from ..playground import server"),
]
"""Path and text."""

BROKEN = {
    "within a feature service may use model, service": [
        ("bot/memos/service.py", "from . import listeners"),
        ("bot/memos/service.py", "from bot.memos.views import card"),
        ("bot/memos/drafts.py", "from .jobs import remind"),
    ],
    "within a feature model may use model": [
        ("bot/memos/model.py", "from bot.memos import service"),
        ("bot/tasks/model.py", "from . import drafts"),
    ],
    "within a feature views may use model, views": [
        ("bot/memos/views.py", "from . import service"),
        ("bot/memos/form_views.py", "from .drafts import Draft\ndef form(draft: Draft) -> None: ..."),
    ],
    "within a feature listeners may use listeners, service, views": [
        ("bot/memos/listeners.py", "from .model import Memo\ndef unit() -> Memo: return Memo()"),
        ("bot/memos/listeners.py", "from . import model"),
        ("bot/digests/listeners.py", "from . import jobs"),
    ],
    "within a feature jobs may use jobs, service, views": [
        ("bot/tasks/jobs.py", "from . import listeners"),
    ],
    "features are used downhill only": [
        ("bot/tasks/service.py", "from ..memos import service"),
        ("bot/tasks/service.py", "import bot.memos.service"),
        ("bot/flows/service.py", "from ..lessons import service"),
        ("bot/workspaces/model.py", "if TYPE_CHECKING:\n    from bot.home.model import Page"),
    ],
    "of another feature listeners may use model, service, views": [
        ("bot/memos/listeners.py", "from ..tasks import listeners"),
        ("bot/memos/listeners.py", "from ..tasks.jobs import alert"),
    ],
    "of another feature views may use model, views": [
        ("bot/memos/views.py", "from ..tasks import service"),
    ],
    "of another feature service may use model, service": [
        ("bot/memos/service.py", "from ..tasks import views"),
    ],
    "knows no feature": [
        ("bot/platform/cards.py", "from ..memos import views"),
        ("bot/platform/outbox/worker.py", "from ...tasks import views"),
        ("bot/deadlines/owners.py", "import bot.workspaces.model"),
        ("bot/settings.py", "from .tasks import model"),
    ],
    "stands on top of everything": [
        ("bot/platform/slack.py", "from ..app import build"),
        ("bot/tasks/service.py", "from .. import __main__"),
    ],
    "the playground knows nothing of the bot": [
        ("bot/playground/server.py", "from ..platform import blocks"),
        ("bot/playground/server.py", "from bot import errors"),
    ],
    "only trial may start the playground": [
        ("bot/app.py", "from .playground import server"),
        ("bot/tasks/service.py", "import bot.playground"),
    ],
    "has no place in the order of the features": [
        ("bot/chess/model.py", ""),
    ],
    "slack_bolt belongs in": [
        ("bot/tasks/service.py", "import slack_bolt"),
        ("bot/tasks/views.py", "from slack_bolt.async_app import AsyncApp"),
        ("bot/platform/outbox/worker.py", "from slack_bolt import App"),
    ],
    "slack_sdk belongs in": [
        ("bot/tasks/service.py", "from slack_sdk.web.async_client import AsyncWebClient"),
        ("bot/tasks/views.py", "from slack_sdk import WebClient"),
    ],
    "slack_sdk.models belongs in": [
        ("bot/tasks/service.py", "from slack_sdk import models"),
        ("bot/platform/cards.py", "from slack_sdk.models.blocks import Block"),
    ],
    "no SQLAlchemy in": [
        ("bot/tasks/views.py", "from sqlalchemy.orm import Session"),
        ("bot/deadlines/words.py", "import sqlalchemy"),
    ],
    "inside a function: imports stand at the top of a file": [
        ("bot/tasks/service.py", "def record():\n    import json"),
        (
            "bot/tasks/service.py",
            "class Task:\n    async def save(self):\n        from ..platform import cards",
        ),
    ],
    "it belongs in bot/platform/clock.py": [
        ("bot/tasks/service.py", "from datetime import UTC, datetime\nnow = datetime.now(UTC)"),
        ("bot/tasks/jobs.py", "import datetime as dt\nread = dt.datetime.utcnow"),
        ("bot/deadlines/words.py", "from datetime import date\ndate.today()"),
        ("bot/platform/outbox.py", "from time import time\ntime()"),
    ],
    "it belongs in bot/playground/launch.py, bot/settings.py": [
        ("bot/platform/logs.py", "import os\nos.environ.get('LOG')"),
        ("bot/app.py", "from os import getenv as read\nread('PORT')"),
    ],
    "it belongs in no file": [
        ("bot/tasks/model.py", "from sqlalchemy import func\nfunc.now()"),
        ("bot/app.py", "import importlib\nimportlib.import_module('bot.tasks')"),
    ],
    "catches every exception": [
        ("bot/tasks/service.py", "try: pass\nexcept Exception: pass"),
        ("bot/app.py", "try: pass\nexcept (OSError, BaseException): pass"),
        ("bot/tasks/service.py", "try: pass\nexcept: pass"),
    ],
    "suppresses every exception": [
        ("bot/tasks/service.py", "from contextlib import suppress\nwith suppress(Exception): pass"),
    ],
    "calls commit": [
        ("bot/tasks/service.py", "def record(session): session.commit()"),
        ("bot/platform/inbox.py", "def store(connections): connections.get().commit()"),
    ],
    "has a try": [
        ("bot/tasks/listeners.py", "try: pass\nexcept KeyError: pass"),
        ("bot/tasks/form_listeners.py", "try: pass\nfinally: pass"),
    ],
    f"has {MOST_LINES + 1} lines": [
        ("bot/tasks/service.py", "pass\n" * (MOST_LINES + 1)),
    ],
}
"""Paths and texts by the rule that their report names."""

EXAMPLES = [(path, text, rule) for rule, examples in BROKEN.items() for path, text in examples]


def sources_of_the_bot() -> dict[str, str]:
    files = (CHECKOUT / "bot").rglob("*.py")
    return {file.relative_to(CHECKOUT).as_posix(): file.read_text("utf-8") for file in files}


def test_the_bot_keeps_the_rules_of_the_house() -> None:
    if found := breaches(sources_of_the_bot()):
        pytest.fail("\n".join(found), pytrace=False)


def test_a_breach_planted_beside_the_real_files_is_reported() -> None:
    files = sources_of_the_bot()
    planted = {"bot/platform/planted.py": "from bot.memos import service\n"}
    assert len(files) > 10
    assert set(breaches(files | planted)) - set(breaches(files)) == {
        "bot/platform/planted.py:1: imports bot.memos.service: "
        "platform knows no feature: app.py hands it what it needs"
    }


@pytest.mark.parametrize(("path", "text"), KEPT)
def test_what_keeps_the_rules_is_not_reported(path: str, text: str) -> None:
    assert breaches({path: text}) == []


@pytest.mark.parametrize(("path", "text", "rule"), EXAMPLES)
def test_what_breaks_a_rule_is_reported_once(path: str, text: str, rule: str) -> None:
    (reported,) = breaches({path: text})
    assert reported.startswith(f"{path}:")
    assert rule in reported


def test_a_report_begins_with_file_and_line() -> None:
    (reported,) = breaches({"bot/memos/service.py": "import json\n\nfrom . import listeners\n"})
    assert reported.startswith("bot/memos/service.py:3: imports bot.memos.listeners")


def test_a_circle_of_imports_is_reported_even_within_platform() -> None:
    files = {
        "bot/platform/inbox.py": "from . import outbox",
        "bot/platform/outbox.py": "from .cards import show",
        "bot/platform/cards.py": "import bot.platform.inbox",
    }
    (reported,) = breaches(files)
    assert "imports in a circle" in reported
    assert "bot.platform.inbox → bot.platform.outbox" in reported


def test_a_package_that_hands_out_its_parts_is_no_circle() -> None:
    files = {
        "bot/platform/outbox/__init__.py": "from .worker import run",
        "bot/platform/outbox/worker.py": "from . import table",
        "bot/platform/outbox/table.py": "from ..tables import Table",
        "bot/platform/tables.py": "class Table: ...",
    }
    assert breaches(files) == []
