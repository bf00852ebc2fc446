"""Where the parts of bookings are: tasks of the crew, and documents."""

from __future__ import annotations

from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    """Adds a table, and a column that is empty in what is there."""
    op.execute("ALTER TABLE message ADD COLUMN part text")
    op.execute(
        """CREATE TABLE part_standing (
            part text PRIMARY KEY,
            status text NOT NULL,
            version bigint NOT NULL
        )"""
    )
