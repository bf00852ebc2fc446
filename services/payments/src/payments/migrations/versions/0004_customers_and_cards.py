"""Customers at Stripe, the cards they keep, and payments whose amount may change."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Adds everything."""
    widen_payment()
    create_stripe_customer()
    create_payment_method()


def widen_payment() -> None:
    """Whose it is at Stripe, and what amount it is about to have."""
    for name in ("customer_id", "stripe_customer_id"):
        op.add_column("payment", sql.Column(name, sql.Text, server_default="", nullable=False))
    op.add_column("payment", sql.Column("save_card", sql.Boolean, server_default=sql.false(), nullable=False))
    op.add_column("payment", sql.Column("is_superseded", sql.Boolean, server_default=sql.false(), nullable=False))
    op.add_column("payment", sql.Column("intended_amount_cents", sql.BigInteger, nullable=True))


def create_stripe_customer() -> None:
    """Who is who at Stripe."""
    op.create_table(
        "stripe_customer",
        sql.Column("customer_id", sql.Uuid, nullable=False),
        sql.Column("stripe_customer_id", sql.Text, nullable=True),
        sql.Column("default_method", sql.Text, nullable=True),
        sql.Column("default_sent", sql.Text, nullable=True),
        sql.Column("next_attempt_at", INSTANT, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.PrimaryKeyConstraint("customer_id"),
        sql.UniqueConstraint("stripe_customer_id"),
    )
    op.create_index(
        "stripe_customer_unsent_default",
        "stripe_customer",
        ["next_attempt_at"],
        postgresql_where=sql.text("default_method IS NOT NULL AND default_method IS DISTINCT FROM default_sent"),
    )


def create_payment_method() -> None:
    """Saved cards, by reference."""
    op.create_table(
        "payment_method",
        sql.Column("id", sql.Uuid, nullable=False),
        sql.Column("customer_id", sql.Uuid, nullable=True),
        sql.Column("stripe_payment_method_id", sql.Text, nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("brand", sql.Text, server_default="", nullable=False),
        sql.Column("last_four", sql.Text, server_default="", nullable=False),
        sql.Column("expiry_month", sql.Integer, server_default="0", nullable=False),
        sql.Column("expiry_year", sql.Integer, server_default="0", nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("told_at", INSTANT, nullable=False),
        sql.Column("next_attempt_at", INSTANT, nullable=False),
        sql.CheckConstraint("status IN ('kept', 'removing', 'removed')", name="payment_method_status"),
        sql.CheckConstraint("length(last_four) <= 4", name="payment_method_last_four_only"),
        sql.PrimaryKeyConstraint("id"),
        sql.UniqueConstraint("stripe_payment_method_id"),
    )
    op.create_index(
        "payment_method_of_customer",
        "payment_method",
        ["customer_id", "created_at"],
        postgresql_where=sql.text("status = 'kept'"),
    )
    op.create_index(
        "payment_method_removing",
        "payment_method",
        ["next_attempt_at"],
        postgresql_where=sql.text("status = 'removing'"),
    )
