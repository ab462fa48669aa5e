"""pauses towards Slack; who was shown what is parked, and since when it is in doubt"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pauses",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "scope", name=op.f("pk_pauses")),
    )
    op.add_column("inbox", sa.Column("told_to", sa.String(length=32), nullable=True))
    op.add_column("outbox", sa.Column("told_to", sa.String(length=32), nullable=True))
    op.add_column("outbox", sa.Column("doubted_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "doubted_at")
    op.drop_column("outbox", "told_to")
    op.drop_column("inbox", "told_to")
    op.drop_table("pauses")
