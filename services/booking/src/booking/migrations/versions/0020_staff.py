"""Whose a booking is, what staff write about it, how it is found, and the policy of calling off."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0020"
down_revision = "0010"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)

TERMS_OF_WHAT_IS_THERE = """
INSERT INTO booking_search_term (term, booking_id)
SELECT DISTINCT lower(term), id FROM booking, unnest(ARRAY[
    number, substr(number, 4), email, ltrim(phone, '+'), right(phone, 10), first_name, last_name,
    first_name || ' ' || last_name, left(pickup_address ->> 'zip_code', 5), left(delivery_address ->> 'zip_code', 5)
]) AS term WHERE term <> ''
"""


def upgrade() -> None:
    """Adds to bookings, and makes the tables beside them."""
    op.add_column("booking", sql.Column("staff_notes", sql.Text, nullable=False, server_default=""))
    op.add_column("booking", sql.Column("deleted_at", INSTANT))
    op.add_column("booking", sql.Column("refund_cents", sql.BigInteger, nullable=False, server_default="0"))
    op.create_check_constraint(
        "booking_refunds_what_it_cost_at_most", "booking", "refund_cents BETWEEN 0 AND total_cents"
    )
    create_indexes()
    create_search_terms()
    create_change_policy()
    create_day_rule()


def create_day_rule() -> None:
    """Days with other places than usual."""
    op.create_table(
        "day_rule",
        sql.Column("pickup_date", sql.Date, primary_key=True),
        sql.Column("window_capacity", sql.Integer, nullable=False),
        sql.Column("note", sql.Text, nullable=False),
        sql.CheckConstraint("window_capacity >= 0", name="day_rule_is_no_debt"),
    )


def create_indexes() -> None:
    """One for each way a list is asked for."""
    created, last = sql.text("created_at DESC"), sql.text("id DESC")
    op.create_index("booking_newest", "booking", [created, last])
    op.create_index("booking_newest_by_status", "booking", ["status", created, last])
    op.create_index("booking_of_a_customer", "booking", ["customer_id", created, last])
    op.create_index("booking_by_pickup_date", "booking", ["pickup_date", "pickup_window"])


def create_search_terms() -> None:
    """Everything that a booking is looked for by."""
    op.create_table(
        "booking_search_term",
        sql.Column("term", sql.Text, primary_key=True),
        sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), primary_key=True),
    )
    prefix = {"term": "text_pattern_ops"}
    op.create_index("booking_search_by_prefix", "booking_search_term", ["term"], postgresql_ops=prefix)
    op.create_index("booking_search_of_a_booking", "booking_search_term", ["booking_id"])
    op.execute(TERMS_OF_WHAT_IS_THERE)


def create_change_policy() -> None:
    """Every policy there was; the newest holds."""
    op.create_table(
        "change_policy",
        sql.Column("id", sql.BigInteger, sql.Identity(always=True), primary_key=True),
        sql.Column("free_hours", sql.Integer, nullable=False),
        sql.Column("late_refund_basis_points", sql.Integer, nullable=False),
        sql.Column("same_day_refund_basis_points", sql.Integer, nullable=False),
        sql.Column("is_peak_never_free", sql.Boolean, nullable=False),
        sql.Column("set_at", INSTANT, nullable=False),
        sql.Column("set_by", sql.Text, nullable=False),
        sql.CheckConstraint("free_hours BETWEEN 0 AND 8760", name="change_policy_hours"),
        sql.CheckConstraint("late_refund_basis_points BETWEEN 0 AND 10000", name="change_policy_late_share"),
        sql.CheckConstraint("same_day_refund_basis_points BETWEEN 0 AND 10000", name="change_policy_same_day_share"),
    )
