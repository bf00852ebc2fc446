"""Storage that is billed monthly, and its invoices as Stripe has them."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)
TO_SEND = "stripe_subscription_id IS NULL OR billed_cents <> monthly_cents OR (status = 'ending' AND NOT is_end_sent)"


def upgrade() -> None:
    """Creates both tables."""
    create_storage_plan()
    create_invoice()


def create_storage_plan() -> None:
    """What is billed."""
    op.create_table(
        "storage_plan",
        sql.Column("booking_id", sql.Uuid, nullable=False),
        sql.Column("booking_number", sql.Text, nullable=False),
        sql.Column("customer_id", sql.Uuid, nullable=False),
        sql.Column("monthly_cents", sql.BigInteger, nullable=False),
        sql.Column("billed_cents", sql.BigInteger, server_default="0", nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("told_version", sql.BigInteger, nullable=False),
        sql.Column("is_end_sent", sql.Boolean, server_default=sql.false(), nullable=False),
        sql.Column("stripe_subscription_id", sql.Text, nullable=True),
        sql.Column("next_attempt_at", INSTANT, nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.CheckConstraint("monthly_cents > 0", name="storage_plan_costs_something"),
        sql.CheckConstraint("status IN ('active', 'suspended', 'ending', 'ended')", name="storage_plan_status"),
        sql.PrimaryKeyConstraint("booking_id"),
        sql.UniqueConstraint("stripe_subscription_id"),
    )
    op.create_index("storage_plan_to_send", "storage_plan", ["next_attempt_at"], postgresql_where=sql.text(TO_SEND))


def create_invoice() -> None:
    """What Stripe asked for."""
    op.create_table(
        "invoice",
        sql.Column("id", sql.Uuid, nullable=False),
        sql.Column("stripe_invoice_id", sql.Text, nullable=False),
        sql.Column("booking_id", sql.Uuid, nullable=False),
        sql.Column("customer_id", sql.Uuid, nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("attempts", sql.Integer, server_default="0", nullable=False),
        sql.Column("period_start", INSTANT, nullable=False),
        sql.Column("next_attempt_at", INSTANT, nullable=True),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("paid_at", INSTANT, nullable=True),
        sql.PrimaryKeyConstraint("id"),
        sql.UniqueConstraint("stripe_invoice_id"),
    )
    op.create_index(
        "invoice_to_retry",
        "invoice",
        ["next_attempt_at"],
        postgresql_where=sql.text("status = 'open' AND next_attempt_at IS NOT NULL"),
    )
    op.create_index(
        "invoice_open_of_customer", "invoice", ["customer_id"], postgresql_where=sql.text("status = 'open'")
    )
    op.create_index("invoice_of_booking", "invoice", ["booking_id"])
    op.create_index("invoice_newest", "invoice", ["created_at", "id"])
