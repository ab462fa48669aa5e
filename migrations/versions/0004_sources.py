"""what became of the messages that memos and tasks were made from; cards that somebody deleted"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSTANTS = (
    ("memo_sources", "edited_at"),
    ("memo_sources", "gone_at"),
    ("memos", "asked_at"),
    ("tasks", "source_edited_at"),
    ("tasks", "source_gone_at"),
)


def upgrade() -> None:
    for table, column in INSTANTS:
        op.add_column(table, sa.Column(column, sa.DateTime(timezone=True), nullable=True))
    op.add_column("cards", sa.Column("is_gone", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_index("ix_cards_ts", "cards", ["team_id", "ts"], unique=False)
    op.create_index("ix_tasks_source", "tasks", ["team_id", "channel_id", "source_ts"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_tasks_source", "tasks")
    op.drop_index("ix_cards_ts", "cards")
    op.drop_column("cards", "is_gone")
    for table, column in reversed(INSTANTS):
        op.drop_column(table, column)
