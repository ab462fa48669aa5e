"""the deadline that a reminder tells of; requests that stand in one message"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

DAY = ["subject_id", "kind", "team_id", "person_id", "day"]


def upgrade() -> None:
    op.add_column("nudges", sa.Column("day", sa.Date(), nullable=True))
    op.create_index("uq_nudges_day", "nudges", DAY, unique=True)
    op.create_index("ix_tasks_due", "tasks", ["state", "due_on"])
    op.add_column("task_requests", sa.Column("first_id", sa.Integer(), nullable=True))
    op.create_index("ix_task_requests_first_id", "task_requests", ["first_id"])
    op.create_index("ix_task_requests_owner", "task_requests", ["owner_id", "asked_at"])
    op.create_index("ix_nudge_messages_person", "nudge_messages", ["team_id", "person_id", "sent_at"])


def downgrade() -> None:
    op.drop_index("ix_task_requests_owner", table_name="task_requests")
    op.drop_index("ix_task_requests_first_id", table_name="task_requests")
    op.drop_column("task_requests", "first_id")
    op.drop_index("ix_tasks_due", table_name="tasks")
    op.drop_index("ix_nudge_messages_person", table_name="nudge_messages")
    op.drop_index("uq_nudges_day", table_name="nudges")
    op.drop_column("nudges", "day")
