"""Whose account a booking is in, which emails customers have verified, and who asked to be forgotten."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0010"
down_revision = "0002"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Adds two columns that are empty at first, and two tables."""
    op.add_column("booking", sql.Column("customer_id", sql.Uuid))
    op.add_column("booking", sql.Column("erased_at", INSTANT))
    in_account, without = sql.text("customer_id IS NOT NULL"), sql.text("customer_id IS NULL")
    op.create_index("booking_by_customer", "booking", ["customer_id", "id"], postgresql_where=in_account)
    op.create_index("booking_by_guest", "booking", [sql.text("lower(email)"), "id"], postgresql_where=without)
    create_verified_customer()
    create_erasure()


def create_verified_customer() -> None:
    """Which email is a customer's own."""
    op.create_table(
        "verified_customer",
        sql.Column("customer_id", sql.Uuid, primary_key=True),
        sql.Column("email", sql.Text, nullable=False),
        sql.Column("verified_at", INSTANT, nullable=False),
    )
    op.create_index("verified_customer_by_email", "verified_customer", [sql.text("lower(email)")])


def create_erasure() -> None:
    """Who is to be forgotten, and what it waits for."""
    op.create_table(
        "erasure",
        sql.Column("customer_id", sql.Uuid, primary_key=True),
        sql.Column("erasure_id", sql.Uuid, nullable=False),
        sql.Column("email", sql.Text, nullable=False),
        sql.Column("requested_at", INSTANT, nullable=False),
        sql.Column("look_again_on", sql.Date),
        sql.Column("waits_until", sql.Date),
        sql.Column("completed_at", INSTANT),
        sql.CheckConstraint("completed_at IS NULL OR email = ''", name="erasure_forgets_the_email_too"),
    )
    waiting = sql.text("completed_at IS NULL")
    op.create_index("erasure_waiting", "erasure", ["look_again_on"], postgresql_where=waiting)
