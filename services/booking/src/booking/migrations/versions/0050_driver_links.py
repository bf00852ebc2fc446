"""Links by which drivers see and report their own day; only a hash of each is kept."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Adds a table; nothing that is there changes."""
    op.create_table(
        "driver_link",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("driver_id", sql.Uuid, sql.ForeignKey("driver.id"), nullable=False),
        sql.Column("day", sql.Date, nullable=False),
        sql.Column("token_hash", sql.LargeBinary, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("good_until", INSTANT, nullable=False),
        sql.Column("ended_at", INSTANT),
        sql.UniqueConstraint("token_hash", name="driver_link_token_once"),
    )
    op.create_index(
        "driver_link_once",
        "driver_link",
        ["driver_id", "day"],
        unique=True,
        postgresql_where=sql.text("ended_at IS NULL"),
    )
    op.create_index("driver_link_by_end", "driver_link", ["good_until"])
