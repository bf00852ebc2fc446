"""When each delivery task took which status, for its customer to see."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

KNOWN_SO_FAR = """
INSERT INTO delivery_task_step (task_id, version, status, at)
SELECT id, version, status, updated_at FROM delivery_task
"""


def upgrade() -> None:
    """Adds a table; of the tasks that are there, the status they have now is known."""
    op.create_table(
        "delivery_task_step",
        sql.Column("task_id", sql.Uuid, sql.ForeignKey("delivery_task.id"), primary_key=True),
        sql.Column("version", sql.BigInteger, primary_key=True),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("at", sql.DateTime(timezone=True), nullable=False),
    )
    op.execute(KNOWN_SO_FAR)
