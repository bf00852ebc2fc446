"""Quotes whose lines staff write: what was asked, and what was offered when."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)
NEWEST = [sql.text("created_at DESC"), sql.text("id DESC")]


def upgrade() -> None:
    """Adds two tables; nothing that is there changes."""
    create_custom_quote()
    create_indexes()
    create_version()
    op.execute(VERSIONS_ARE_FOR_EVER)
    op.execute(GUARD)


VERSIONS_ARE_FOR_EVER = """
CREATE FUNCTION custom_quote_version_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was offered never changes' USING ERRCODE = 'check_violation';
END
$$
"""

GUARD = """
CREATE TRIGGER custom_quote_version_is_for_ever BEFORE UPDATE OR DELETE ON custom_quote_version FOR EACH ROW
EXECUTE FUNCTION custom_quote_version_is_for_ever()
"""


def create_custom_quote() -> None:
    """What was asked, and how it stands."""
    op.create_table(
        "custom_quote",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("number", sql.Text, nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("company_name", sql.Text, nullable=False),
        sql.Column("first_name", sql.Text, nullable=False),
        sql.Column("last_name", sql.Text, nullable=False),
        sql.Column("email", sql.Text, nullable=False),
        sql.Column("phone", sql.Text, nullable=False),
        sql.Column("language", sql.Text, nullable=False),
        sql.Column("service_type", sql.Text, nullable=False),
        sql.Column("pickup_date", sql.Date, nullable=False),
        sql.Column("pickup_window", sql.Text, nullable=False),
        sql.Column("pickup_address", JSONB, nullable=False),
        sql.Column("delivery_address", JSONB, nullable=False),
        sql.Column("description", sql.Text, nullable=False),
        sql.Column("customer_id", sql.Uuid),
        sql.Column("storage_id", sql.Uuid, sql.ForeignKey("storage.id")),
        sql.Column("storage_direction", sql.Text, nullable=False),
        sql.Column("token_hash", sql.LargeBinary),
        sql.Column("valid_until", INSTANT),
        sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id")),
        sql.Column("decline_reason", sql.Text, nullable=False),
        sql.Column("link_due_at", INSTANT),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("updated_at", INSTANT, nullable=False),
        sql.Column("erased_at", INSTANT),
        sql.Column("version", sql.BigInteger, nullable=False),
        sql.UniqueConstraint("number", name="custom_quote_number_once"),
        sql.UniqueConstraint("token_hash", name="custom_quote_token_once"),
        sql.UniqueConstraint("booking_id", name="custom_quote_becomes_one_booking"),
        sql.CheckConstraint(
            "(status = 'accepted') = (booking_id IS NOT NULL)", name="custom_quote_accepted_is_a_booking"
        ),
        sql.CheckConstraint("status <> 'sent' OR valid_until IS NOT NULL", name="custom_quote_sent_has_an_end"),
    )


def create_indexes() -> None:
    """One for each way a list is asked for, and for each look of the clock."""
    op.create_index("custom_quote_newest", "custom_quote", NEWEST)
    op.create_index("custom_quote_newest_by_status", "custom_quote", ["status", *NEWEST])
    op.create_index("custom_quote_of_a_customer", "custom_quote", ["customer_id", *NEWEST])
    for name, column in (("number", "number"), ("company", "company_name"), ("email", "email")):
        op.create_index(f"custom_quote_by_{name}", "custom_quote", [sql.text(f"lower({column}) text_pattern_ops")])
    sent, owing = sql.text("status = 'sent'"), sql.text("link_due_at IS NOT NULL")
    op.create_index("custom_quote_to_expire", "custom_quote", ["valid_until"], postgresql_where=sent)
    op.create_index("custom_quote_owing_a_link", "custom_quote", ["link_due_at"], postgresql_where=owing)


def create_version() -> None:
    """What was offered; never changed, as what is booked never is."""
    op.create_table(
        "custom_quote_version",
        sql.Column("quote_id", sql.Uuid, sql.ForeignKey("custom_quote.id"), primary_key=True),
        sql.Column("number", sql.Integer, primary_key=True),
        sql.Column("price", JSONB, nullable=False),
        sql.Column("pricing_quote_id", sql.Text, nullable=False),
        sql.Column("note", sql.Text, nullable=False),
        sql.Column("valid_until", INSTANT, nullable=False),
        sql.Column("sent_at", INSTANT, nullable=False),
        sql.Column("written_by", sql.Text, nullable=False),
        sql.CheckConstraint("number >= 1", name="custom_quote_version_counts_from_one"),
        sql.CheckConstraint("price_lines_cents(price) > 0", name="custom_quote_version_costs_something"),
    )
