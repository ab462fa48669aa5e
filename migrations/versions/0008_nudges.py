"""reminders of people, and channels told about tasks without an owner"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.add_column(sa.Column("unowned_since", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("named_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE tasks SET unowned_since = created_at WHERE owner_id IS NULL")

    op.create_table(
        "unowned_alerts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("task_ids", sa.JSON(), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("channel_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unowned_alerts")),
    )
    with op.batch_alter_table("unowned_alerts", schema=None) as batch_op:
        batch_op.create_index(
            "ix_unowned_alerts_channel", ["team_id", "channel_id", "posted_at"], unique=False
        )

    op.create_table(
        "nudge_messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge_messages")),
    )
    op.create_table(
        "nudges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["message_id"], ["nudge_messages.id"], name=op.f("fk_nudges_message_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudges")),
    )
    with op.batch_alter_table("nudges", schema=None) as batch_op:
        batch_op.create_index("ix_nudges_waiting", ["message_id", "not_before"], unique=False)

    op.create_table(
        "muted_nudges",
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "person_id", "kind", name=op.f("pk_muted_nudges")),
    )


def downgrade() -> None:
    op.drop_table("muted_nudges")
    op.drop_table("nudges")
    op.drop_table("nudge_messages")
    op.drop_table("unowned_alerts")
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.drop_column("named_at")
        batch_op.drop_column("unowned_since")
