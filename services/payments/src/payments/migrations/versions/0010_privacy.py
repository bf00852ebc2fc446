"""Which bookings are whose, and when a payment's customer was forgotten."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0010"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a column that is empty at first, and a table."""
    op.add_column("payment", sql.Column("erased_at", sql.DateTime(timezone=True)))
    op.create_table(
        "customer_booking",
        sql.Column("booking_id", sql.Uuid, primary_key=True),
        sql.Column("customer_id", sql.Uuid, nullable=False),
    )
    op.create_index("customer_booking_of_a_customer", "customer_booking", ["customer_id"])
