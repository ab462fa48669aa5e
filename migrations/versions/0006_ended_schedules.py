"""schedules that were ended stay, with the dates they had their posts on"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("schedules", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """A schedule that was ended did not exist before."""
    op.execute("DELETE FROM slots WHERE schedule_id IN (SELECT id FROM schedules WHERE ended_at IS NOT NULL)")
    op.execute("DELETE FROM schedules WHERE ended_at IS NOT NULL")
    op.drop_column("schedules", "ended_at")
