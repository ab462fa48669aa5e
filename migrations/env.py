"""How Alembic reaches the database: through the connection it is handed, or the URL of the environment."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from bot.app import METADATA
from bot.platform import engines
from bot.settings import database_url


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if (handed := context.config.attributes.get("connection")) is not None:
    run(handed)
else:
    with engines.migrator(database_url()).begin() as own:
        run(own)
