"""How Alembic reaches the database: through the connection it is handed, or the URL of the environment."""

from __future__ import annotations

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from bot.app import METADATA
from bot.platform import engines
from bot.platform.tables import Instant
from bot.settings import database_url


def as_plain_types(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Our column type in a migration is what it is to the database: a migration outlives the code."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Instant) else False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
        render_item=as_plain_types,
    )
    with context.begin_transaction():
        context.run_migrations()


if (handed := context.config.attributes.get("connection")) is not None:
    run(handed)
else:
    with engines.migrator(database_url()).begin() as own:
        run(own)
