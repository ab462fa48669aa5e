"""who took part in a memo, and the tasks kept together with it"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "memo_people",
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["memo_id"], ["memos.id"], name=op.f("fk_memo_people_memo_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("memo_id", "person_id", name=op.f("pk_memo_people")),
    )
    op.create_table(
        "memo_tasks",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("memo_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["memo_id"], ["memos.id"], name=op.f("fk_memo_tasks_memo_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_memo_tasks_task_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("task_id", name=op.f("pk_memo_tasks")),
    )
    with op.batch_alter_table("memo_tasks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memo_tasks_memo_id"), ["memo_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("memo_tasks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_memo_tasks_memo_id"))

    op.drop_table("memo_tasks")
    op.drop_table("memo_people")
