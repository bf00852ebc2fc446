"""What is found by a prefix or a day comes newest first from an index; every filter of a list has one."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

FILL_IN = """
CREATE FUNCTION search_term_made_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT created_at INTO NEW.created_at FROM booking WHERE id = NEW.booking_id;
    RETURN NEW;
END $$
"""
TRIGGER = """
CREATE TRIGGER made_at_is_filled_in BEFORE INSERT ON booking_search_term
    FOR EACH ROW WHEN (NEW.created_at IS NULL) EXECUTE FUNCTION search_term_made_at()
"""
WHAT_IS_THERE = """
UPDATE booking_search_term SET created_at = booking.created_at FROM booking WHERE booking.id = booking_id
"""


def upgrade() -> None:
    """Fills in when each booking was made; replicas that don't know it yet go on."""
    op.drop_index("booking_search_by_prefix", "booking_search_term")
    op.drop_index("booking_search_of_a_booking", "booking_search_term")
    op.drop_constraint("booking_search_term_pkey", "booking_search_term")
    op.add_column("booking_search_term", sql.Column("created_at", sql.DateTime(timezone=True)))
    op.execute(FILL_IN)
    op.execute(TRIGGER)
    op.execute(WHAT_IS_THERE)
    op.alter_column("booking_search_term", "created_at", nullable=False)
    index_terms()
    index_bookings()


def index_terms() -> None:
    """By prefix, and by booking."""
    op.create_primary_key("booking_search_term_pkey", "booking_search_term", ["booking_id", "term"])
    columns, prefix = ["term", "created_at", "booking_id"], {"term": "text_pattern_ops"}
    op.create_index("booking_search_by_prefix", "booking_search_term", columns, postgresql_ops=prefix)


def index_bookings() -> None:
    """By service, by day and among those deleted."""
    newest = [sql.text("created_at DESC"), sql.text("id DESC")]
    op.create_index("booking_newest_by_service", "booking", ["service_type", *newest])
    op.create_index("booking_newest_by_service_and_status", "booking", ["service_type", "status", *newest])
    op.create_index("booking_deleted", "booking", newest, postgresql_where=sql.text("deleted_at IS NOT NULL"))
    op.drop_index("booking_by_pickup_date", "booking")
    op.create_index("booking_by_pickup_date", "booking", ["pickup_date", "created_at", "id"])
