"""What is missing, misspelt or wrong in the environment is said in one clear line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import settings
from bot.errors import SetupError
from bot.settings import DEFAULT_DATABASE, Settings

SOCKETS = {"SLACK_BOT_TOKEN": "xoxb-1-secret", "SLACK_APP_TOKEN": "xapp-1-secret"}
HTTP = {"SLACK_BOT_TOKEN": "xoxb-1-secret", "SLACK_SIGNING_SECRET": "a-signing-secret"}


def problem(environment: dict[str, str]) -> str:
    with pytest.raises(SetupError) as caught:
        settings.read(environment)
    return str(caught.value)


def test_with_an_app_token_sockets_are_used() -> None:
    assert settings.read(SOCKETS).uses_sockets


def test_with_a_signing_secret_alone_http_is_used() -> None:
    assert not settings.read(HTTP).uses_sockets


def test_what_is_not_set_has_its_default() -> None:
    found = settings.read(SOCKETS)
    assert found.slack_api_url == "https://slack.com/api/"
    assert (found.host, found.port, found.log_level) == ("127.0.0.1", 3000, "INFO")
    assert found.database_url == DEFAULT_DATABASE


def test_every_setting_can_be_set() -> None:
    given = {
        **SOCKETS,
        "SLACK_SIGNING_SECRET": "s",
        "SLACK_API_URL": "http://127.0.0.1:9/api/",
        "DATABASE_URL": "postgresql://u:p@h/n",
        "HOST": "0.0.0.0",
        "PORT": "0",
        "LOG_LEVEL": "debug",
    }
    found = settings.read(given)
    assert set(given) == {name.upper() for name in Settings.model_fields}
    assert (found.host, found.port, found.log_level) == ("0.0.0.0", 0, "DEBUG")
    assert found.slack_api_url == "http://127.0.0.1:9/api/"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {**HTTP, "SLACK_APP_TOKEN": "", "DATABASE_URL": ""}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    found = settings.read()
    assert not found.uses_sockets
    assert found.database_url == DEFAULT_DATABASE


def test_an_environment_that_is_handed_over_is_the_only_one_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1-secret")
    assert problem({"SLACK_APP_TOKEN": "xapp-1"}) == "SLACK_BOT_TOKEN is not set."


def test_other_programs_variables_are_left_alone() -> None:
    others = {"HOSTNAME": "h", "PATH": "/bin", "HOME": "/root", "DATABASE": "x", "SLACK_WEBHOOK": "y"}
    assert settings.read({**SOCKETS, **others}).uses_sockets


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN is not set."),
        ({"SLACK_BOT_TOKEN": "xoxp-1"}, "SLACK_BOT_TOKEN must begin with xoxb-."),
        ({"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN must begin with xapp-."),
        (
            {"SLACK_APP_TOKEN": ""},
            "SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) must be set.",
        ),
        (
            {"SLACK_API_URL": "https://slack.com/"},
            "SLACK_API_URL must be a web address that ends in /api/.",
        ),
        ({"SLACK_API_URL": "slack.com/api/"}, "SLACK_API_URL must be a web address that ends in /api/."),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR."),
        ({"SLACK_BOT_TOKN": "x"}, "SLACK_BOT_TOKN is not a setting; did you mean SLACK_BOT_TOKEN?"),
        ({"DATABSE_URL": "x"}, "DATABSE_URL is not a setting; did you mean DATABASE_URL?"),
        (
            {"SLACK_SIGNING_SECERT": "x"},
            "SLACK_SIGNING_SECERT is not a setting; did you mean SLACK_SIGNING_SECRET?",
        ),
    ],
)
def test_what_is_wrong_is_named(given: dict[str, str], line: str) -> None:
    assert problem({**SOCKETS, **given}) == line


@pytest.mark.parametrize("port", ["http", "-1", "65536", "3000.5"])
def test_a_port_that_is_none_is_named(port: str) -> None:
    said = problem({**SOCKETS, "PORT": port})
    assert said.startswith("PORT ")
    assert "\n" not in said


def test_everything_that_is_wrong_is_said_at_once() -> None:
    said = problem({"SLACK_BOT_TOKN": "x", "SLACK_APP_TOKEN": "y", "PORT": "z"})
    for name in ("SLACK_BOT_TOKN", "SLACK_BOT_TOKEN is not set", "SLACK_APP_TOKEN", "PORT"):
        assert name in said


def test_a_secret_is_never_repeated() -> None:
    said = problem({"SLACK_BOT_TOKEN": "xoxp-hush", "SLACK_APP_TOKEN": "hush-hush"})
    assert "hush" not in said


def test_settings_do_not_show_their_secrets() -> None:
    assert "secret'" not in repr(settings.read({**SOCKETS, **HTTP}))
    assert "1-secret" not in str(settings.read(SOCKETS))


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize(
    ("url", "begins"),
    [
        ("mysql://u@h/n", "DATABASE_URL: mysql is not supported"),
        ("nonsense", "DATABASE_URL is not a database address"),
        ("sqlite:////nowhere/at/all.sqlite3", "DATABASE_URL: the database cannot be"),
        ("postgresql://u:hush@127.0.0.1:1/n", "DATABASE_URL: the database cannot be"),
    ],
)
def test_a_command_with_a_wrong_database_ends_with_one_line(url: str, begins: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "migrate"],
        env={**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(Path(settings.__file__).parents[1])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"urakata: {begins}")
    assert "Traceback" not in ended.stderr
    assert "hush" not in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
