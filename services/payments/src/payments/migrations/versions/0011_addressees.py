"""Whom mails about a booking's money go to."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds an empty table: who it is, the next start of a payment or of storage says."""
    op.create_table(
        "addressee",
        sql.Column("booking_id", sql.Uuid, primary_key=True),
        sql.Column("booking_number", sql.Text, nullable=False),
        sql.Column("name", sql.Text, nullable=False),
        sql.Column("email", sql.Text, nullable=False),
        sql.Column("language", sql.Text, nullable=False),
        sql.Column("erased_at", sql.DateTime(timezone=True)),
    )
