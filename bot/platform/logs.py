"""Logs as JSON lines, our own and the libraries' alike; never what people wrote, never a token."""

from __future__ import annotations

import logging
import sys

import structlog

from ..errors import CommitInDoubt, Outage

_SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.ExceptionRenderer(
        structlog.tracebacks.ExceptionDictTransformer(show_locals=False, max_frames=30)
    ),
]


def configure(level: str) -> None:
    """Once, at start. Bolt and the SDK log request bodies below WARNING, so they are kept to that."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("slack_bolt").addFilter(_is_news)
    for noisy in ("slack_bolt", "slack_sdk", "aiohttp.access", "apscheduler", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _is_news(record: logging.LogRecord) -> bool:
    """Bolt finds SLACK_BOT_TOKEN in the environment by itself and says at each start that it is not used;
    below a request that nobody answers it writes a listener for us.
    """
    record.msg, record.args = record.getMessage().partition("\n")[0], None
    return "`token` will be unused" not in record.msg


def failed(log: structlog.stdlib.BoundLogger, what: str, error: BaseException, **about: object) -> None:
    """With its traceback, unless there is no more to say of it than that the database is out of reach."""
    if isinstance(error, Outage | CommitInDoubt):
        log.error(what, problem=str(error), **about)
    else:
        log.error(what, exc_info=error, **about)


def logger(name: str) -> structlog.stdlib.BoundLogger:
    found: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return found
