"""Bookings, their history, places by window, remembered answers, and the tables of messaging."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from chassis.migrations import create_messaging_tables
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)

PRICE_LINES_CENTS = """
CREATE FUNCTION price_lines_cents(price jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN (
    SELECT coalesce(sum((line ->> 'amount_cents')::bigint), 0)::bigint
    FROM jsonb_array_elements(price -> 'lines') AS line
)
"""

PRICE_IS_FOR_EVER = """
CREATE FUNCTION booking_price_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the price of booking % never changes', OLD.number USING ERRCODE = 'check_violation';
END
$$
"""

GUARD = """
CREATE TRIGGER booking_price_is_for_ever BEFORE UPDATE ON booking FOR EACH ROW
WHEN (
    OLD.price IS DISTINCT FROM NEW.price
    OR OLD.total_cents IS DISTINCT FROM NEW.total_cents
    OR OLD.request IS DISTINCT FROM NEW.request
    OR OLD.quote_id IS DISTINCT FROM NEW.quote_id
)
EXECUTE FUNCTION booking_price_is_for_ever()
"""


def upgrade() -> None:
    """Creates everything."""
    create_messaging_tables(op)  # type: ignore[arg-type] # alembic's module stands for its Operations
    op.execute(PRICE_LINES_CENTS)
    create_booking()
    op.execute(PRICE_IS_FOR_EVER)
    op.execute(GUARD)
    create_history()
    create_capacity()
    create_idempotency()


def create_booking() -> None:
    """The bookings."""
    op.create_table(
        "booking",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("number", sql.Text, nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("first_name", sql.Text, nullable=False),
        sql.Column("last_name", sql.Text, nullable=False),
        sql.Column("email", sql.Text, nullable=False),
        sql.Column("phone", sql.Text, nullable=False),
        sql.Column("language", sql.Text, nullable=False),
        sql.Column("service_type", sql.Text, nullable=False),
        sql.Column("request", JSONB, nullable=False),
        sql.Column("price", JSONB, nullable=False),
        sql.Column("total_cents", sql.BigInteger, nullable=False),
        sql.Column("pickup_date", sql.Date, nullable=False),
        sql.Column("pickup_window", sql.Text, nullable=False),
        sql.Column("pickup_address", JSONB, nullable=False),
        sql.Column("delivery_address", JSONB, nullable=False),
        sql.Column("special_instructions", sql.Text, nullable=False),
        sql.Column("quote_id", sql.Text),
        sql.Column("guest_session", sql.Text, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("updated_at", INSTANT, nullable=False),
        sql.Column("expires_at", INSTANT),
        sql.Column("version", sql.BigInteger, nullable=False),
        sql.UniqueConstraint("number", name="booking_number_once"),
        sql.UniqueConstraint("quote_id", name="booking_quote_once"),
        sql.CheckConstraint("total_cents > 0", name="booking_costs_something"),
        sql.CheckConstraint(
            "coalesce((price ->> 'total_cents')::bigint, 0) = total_cents", name="booking_total_is_the_price"
        ),
        sql.CheckConstraint("price_lines_cents(price) = total_cents", name="booking_total_is_its_lines"),
        sql.CheckConstraint("(status = 'pending') = (expires_at IS NOT NULL)", name="booking_pending_has_an_end"),
    )
    unpaid = sql.text("expires_at IS NOT NULL")
    op.create_index("booking_unpaid", "booking", ["expires_at"], postgresql_where=unpaid)


def create_history() -> None:
    """What happened to them."""
    op.create_table(
        "booking_history",
        sql.Column("id", sql.BigInteger, sql.Identity(always=True), primary_key=True),
        sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), nullable=False),
        sql.Column("from_status", sql.Text),
        sql.Column("to_status", sql.Text, nullable=False),
        sql.Column("actor", sql.Text, nullable=False),
        sql.Column("at", INSTANT, nullable=False),
        sql.Column("cause", sql.Text, nullable=False),
    )
    op.create_index("booking_history_of_a_booking", "booking_history", ["booking_id", "id"])


def create_capacity() -> None:
    """Places by day and window."""
    op.create_table(
        "capacity",
        sql.Column("pickup_date", sql.Date, primary_key=True),
        sql.Column("pickup_window", sql.Text, primary_key=True),
        sql.Column("used", sql.Integer, nullable=False),
        sql.Column("maximum", sql.Integer, nullable=False),
        sql.CheckConstraint("used BETWEEN 0 AND maximum", name="capacity_is_never_overbooked"),
    )


def create_idempotency() -> None:
    """Answers by a client's key."""
    op.create_table(
        "idempotency",
        sql.Column("scope", sql.Text, primary_key=True),
        sql.Column("key", sql.Text, primary_key=True),
        sql.Column("request_hash", sql.LargeBinary, nullable=False),
        sql.Column("answer", sql.LargeBinary),
        sql.Column("refusal", JSONB),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.CheckConstraint("(answer IS NULL) <> (refusal IS NULL)", name="idempotency_has_one_answer"),
    )
    op.create_index("idempotency_by_age", "idempotency", ["created_at"])
