"""Quotes that are redeemed and given back; promotions and their uses; credit; the bookings of each day."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sql
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Adds to quotes, and creates the rest."""
    widen_quote()
    create_promotion()
    create_promotion_use()
    create_credit()
    create_booked()


def widen_quote() -> None:
    """What it was priced with, who wrote it, and who redeemed it."""
    empty: dict[str, Any] = {"nullable": False, "server_default": ""}
    columns: list[sql.Column[Any]] = [
        sql.Column("conditions", sql.LargeBinary, **empty),
        sql.Column("is_custom", sql.Boolean, nullable=False, server_default=sql.false()),
        sql.Column("note", sql.Text, **empty),
        sql.Column("created_by", sql.Text, **empty),
        sql.Column("idempotency_key", sql.Text),
        sql.Column("customer_id", sql.Text, **empty),
        sql.Column("email_digest", sql.LargeBinary, **empty),
        sql.Column("redemption_key", sql.Text),
        sql.Column("redeemed_at", INSTANT),
    ]
    for column in columns:
        op.add_column("quote", column)
    op.create_unique_constraint("quote_redeemed_once_by_a_key", "quote", ["redemption_key"])
    op.create_unique_constraint("quote_used_by_one_booking", "quote", ["booking_id"])
    op.create_unique_constraint("quote_written_once_by_a_key", "quote", ["created_by", "idempotency_key"])
    op.create_check_constraint(
        "quote_redeemed_at_some_time", "quote", "(redemption_key IS NULL) = (redeemed_at IS NULL)"
    )
    unconfirmed = sql.text("redemption_key IS NOT NULL AND booking_id IS NULL")
    op.create_index("quote_unconfirmed", "quote", ["redeemed_at"], postgresql_where=unconfirmed)
    used = sql.text("booking_id IS NOT NULL AND NOT is_custom")
    op.create_index("quote_by_use", "quote", ["used_at"], postgresql_where=used)


def create_promotion() -> None:
    """Discount codes."""
    op.create_table(
        "promotion",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("code", sql.Text, nullable=False),
        sql.Column("name", sql.Text, nullable=False),
        sql.Column("basis_points", sql.Integer, nullable=False),
        sql.Column("fixed_amount_cents", sql.BigInteger, nullable=False),
        sql.Column("maximum_discount_cents", sql.BigInteger, nullable=False),
        sql.Column("minimum_spend_cents", sql.BigInteger, nullable=False),
        sql.Column("service_types", ARRAY(sql.Text), nullable=False),
        sql.Column("starts_at", INSTANT, nullable=False),
        sql.Column("ends_at", INSTANT),
        sql.Column("total_limit", sql.Integer, nullable=False),
        sql.Column("per_customer_limit", sql.Integer, nullable=False),
        sql.Column("is_first_booking_only", sql.Boolean, nullable=False),
        sql.Column("use_count", sql.Integer, nullable=False),
        sql.Column("created_by", sql.Text, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.UniqueConstraint("code", name="promotion_code_once"),
        sql.CheckConstraint("(basis_points > 0) <> (fixed_amount_cents > 0)", name="promotion_takes_one"),
        sql.CheckConstraint("use_count >= 0", name="promotion_is_used_or_not"),
    )
    op.create_index("promotion_by_end", "promotion", ["ends_at"])


def create_promotion_use() -> None:
    """Which quote uses which code; a row that goes gives the use back."""
    op.create_table(
        "promotion_use",
        sql.Column("quote_id", sql.Uuid, sql.ForeignKey("quote.id"), primary_key=True),
        sql.Column("promotion_id", sql.Uuid, sql.ForeignKey("promotion.id"), nullable=False),
        sql.Column("customer_id", sql.Text, nullable=False),
        sql.Column("email_digest", sql.LargeBinary, nullable=False),
        sql.Column("used_at", INSTANT, nullable=False),
    )
    op.create_index("promotion_use_by_customer", "promotion_use", ["promotion_id", "customer_id"])
    op.create_index("promotion_use_by_email", "promotion_use", ["promotion_id", "email_digest"])


def create_credit() -> None:
    """What customers have to spend, and every movement of it."""
    op.create_table(
        "credit_account",
        sql.Column("customer_id", sql.Text, primary_key=True),
        sql.Column("balance_cents", sql.BigInteger, nullable=False),
        sql.CheckConstraint("balance_cents >= 0", name="credit_is_never_below_zero"),
    )
    op.create_table(
        "credit_entry",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("customer_id", sql.Text, sql.ForeignKey("credit_account.customer_id"), nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
        sql.Column("cause", sql.Text, nullable=False),
        sql.Column("quote_id", sql.Uuid, sql.ForeignKey("quote.id")),
        sql.Column("booking_id", sql.Uuid),
        sql.Column("created_by", sql.Text, nullable=False),
        sql.Column("idempotency_key", sql.Text),
        sql.Column("reason", sql.Text, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.UniqueConstraint("booking_id", "cause", name="credit_once_for_a_booking"),
        sql.UniqueConstraint("created_by", "idempotency_key", name="credit_adjusted_once_by_a_key"),
        sql.CheckConstraint(
            "cause IN ('earned', 'spent', 'returned', 'revoked', 'adjusted')", name="credit_has_a_cause"
        ),
    )
    op.create_index("credit_entry_of_a_customer", "credit_entry", ["customer_id", "id"])
    op.create_index("credit_entry_of_a_quote", "credit_entry", ["quote_id"])


def create_booked() -> None:
    """Every booking that was heard of: on which day, whose, and whether it is over."""
    op.create_table(
        "booked",
        sql.Column("booking_id", sql.Uuid, primary_key=True),
        sql.Column("pickup_date", sql.Date, nullable=False),
        sql.Column("version", sql.BigInteger, nullable=False),
        sql.Column("is_over", sql.Boolean, nullable=False),
        sql.Column("customer_id", sql.Text, nullable=False),
        sql.Column("email_digest", sql.LargeBinary, nullable=False),
    )
    stands = sql.text("NOT is_over")
    op.create_index("booked_by_day", "booked", ["pickup_date"], postgresql_where=stands)
    op.create_index("booked_by_customer", "booked", ["customer_id"], postgresql_where=stands)
    op.create_index("booked_by_email", "booked", ["email_digest"], postgresql_where=stands)
