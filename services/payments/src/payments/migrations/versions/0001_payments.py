"""Payments, refunds, stored webhooks, closed bookings, and the tables of messaging."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from chassis.migrations import create_messaging_tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)
LIVE = "status IN ('creating', 'pending', 'requires_action', 'failed')"


def upgrade() -> None:
    """Creates everything."""
    create_messaging_tables(op)  # type: ignore[arg-type] # alembic's module stands for its Operations
    create_closed_booking()


def create_closed_booking() -> None:
    """Bookings that can no longer be paid."""
    op.create_table(
        "closed_booking",
        sql.Column("booking_id", sql.Uuid, nullable=False),
        sql.Column("reason", sql.Text, nullable=False),
        sql.Column("closed_at", INSTANT, nullable=False),
        sql.PrimaryKeyConstraint("booking_id"),
    )
