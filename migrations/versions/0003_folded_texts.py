"""folded texts, for searching"""

from __future__ import annotations

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXTS = {"memos": ("text",), "memo_sources": ("text",), "tasks": ("title", "note")}
BATCH = 500


def upgrade() -> None:
    for name, columns in TEXTS.items():
        op.add_column(name, sa.Column("folded", sa.Text(), server_default=sa.text("''"), nullable=False))
        _fill(name, columns)


def downgrade() -> None:
    for name in TEXTS:
        op.drop_column(name, "folded")


def _fill(name: str, columns: tuple[str, ...]) -> None:
    """What is there already can be found as well."""
    texts = [sa.column(column, sa.Text()) for column in columns]
    table = sa.table(name, sa.column("id", sa.Integer()), sa.column("folded", sa.Text()), *texts)
    found = op.get_bind().execute(sa.select(table.c.id, *texts)).all()
    change = sa.update(table).where(table.c.id == sa.bindparam("row")).values(folded=sa.bindparam("written"))
    for start in range(0, len(found), BATCH):
        rows = [
            {"row": key, "written": _folded("\n".join(said))} for key, *said in found[start : start + BATCH]
        ]
        op.get_bind().execute(change, rows)


def _folded(text: str) -> str:
    once = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", once).replace("\x00", "")
