"""Whose bookings are whose, which are erased, and how what was sent to somebody is found."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0001"


def upgrade() -> None:
    """Adds two tables and an index."""
    op.execute("CREATE TABLE customer_booking (booking_id uuid PRIMARY KEY, customer_id uuid NOT NULL)")
    op.execute("CREATE INDEX customer_booking_of_a_customer ON customer_booking (customer_id)")
    op.execute("CREATE TABLE erased_booking (booking_id uuid PRIMARY KEY, erased_at timestamptz NOT NULL)")
    op.execute("CREATE INDEX message_by_recipient ON message (lower(recipient))")
