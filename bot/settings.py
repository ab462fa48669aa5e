"""What the environment says; the only reader of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import get_close_matches

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from .errors import SetupError

DEFAULT_DATABASE = "sqlite:///urakata.sqlite3"


class Settings(BaseModel):
    """Each field is an environment variable of the same name, in capitals."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    slack_bot_token: SecretStr = Field(description="Bot token of the installed app, `xoxb-…`.")
    slack_app_token: SecretStr | None = Field(
        None,
        description="App-level token, `xapp-…`, with `connections:write`; when set, Socket Mode is used.",
    )
    slack_signing_secret: SecretStr | None = Field(
        None,
        description="Signing secret of the app; needed in HTTP mode, when there is no `SLACK_APP_TOKEN`.",
    )
    slack_api_url: str = Field("https://slack.com/api/", description="Where the Web API is; ends in `/api/`.")
    database_url: str = Field(
        DEFAULT_DATABASE,
        description="`sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/NAME`.",
    )
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(
        3000, ge=0, le=65535, description="Port to listen on, for `/slack/events`, `/healthz` and `/livez`."
    )
    log_level: str = Field("INFO", description="`DEBUG`, `INFO`, `WARNING` or `ERROR`.")

    @field_validator("slack_bot_token")
    @classmethod
    def _is_bot_token(cls, token: SecretStr) -> SecretStr:
        return _beginning("xoxb-", token)

    @field_validator("slack_app_token")
    @classmethod
    def _is_app_token(cls, token: SecretStr | None) -> SecretStr | None:
        return token and _beginning("xapp-", token)

    @field_validator("slack_api_url")
    @classmethod
    def _ends_in_api(cls, url: str) -> str:
        if not (url.startswith(("https://", "http://")) and url.endswith("/api/")):
            raise ValueError("must be a web address that ends in /api/")
        return url

    @field_validator("log_level")
    @classmethod
    def _is_level(cls, level: str) -> str:
        if level.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
        return level.upper()

    @property
    def uses_sockets(self) -> bool:
        return self.slack_app_token is not None


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """Raises SetupError, one line for all that is missing or wrong."""
    given = os.environ if environment is None else environment
    problems = _misspelt(given)
    try:
        settings = Settings.model_validate(
            {k: given[k.upper()] for k in Settings.model_fields if given.get(k.upper())}
        )
    except ValidationError as error:
        problems += [_named(problem["loc"], problem["type"], problem["msg"]) for problem in error.errors()]
        raise SetupError(" ".join(problems)) from None
    if not settings.uses_sockets and settings.slack_signing_secret is None:
        problems.append("SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) must be set.")
    if problems:
        raise SetupError(" ".join(problems))
    return settings


def database_url() -> str:
    """For the commands that need no Slack."""
    return os.environ.get("DATABASE_URL") or DEFAULT_DATABASE


def _beginning(prefix: str, token: SecretStr) -> SecretStr:
    if not token.get_secret_value().startswith(prefix):
        raise ValueError(f"must begin with {prefix}")
    return token


def _misspelt(given: Mapping[str, str]) -> list[str]:
    """Variables that look like one of ours but are not: `SLACK_BOT_TOKN`, `DATABSE_URL`.

    HOST, PORT and LOG_LEVEL are too common for that: LOGLEVEL may be meant for another program.
    """
    ours = [name.upper() for name in Settings.model_fields if name.startswith(("slack", "database"))]
    found = []
    for name in given:
        if name not in ours and (near := get_close_matches(name, ours, 1, 0.9)):
            found.append(f"{name} is not a setting; did you mean {near[0]}?")
    return found


def _named(where: tuple[int | str, ...], kind: str, message: str) -> str:
    name = str(where[0]).upper()
    if kind == "missing":
        return f"{name} is not set."
    return f"{name} {message.removeprefix('Value error, ')}."
