"""Payments, refunds, stored webhooks, closed bookings, and the tables of messaging."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from chassis.migrations import create_messaging_tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)
LIVE = "status IN ('creating', 'pending', 'requires_action', 'failed')"


def upgrade() -> None:
    """Creates everything."""
    create_messaging_tables(op)  # type: ignore[arg-type] # alembic's module stands for its Operations
    create_closed_booking()
    create_payment()
    create_stripe_stranger()
    create_webhook_event()
    create_refund()


def create_closed_booking() -> None:
    """Bookings that can no longer be paid."""
    op.create_table(
        "closed_booking",
        sql.Column("booking_id", sql.Uuid, nullable=False),
        sql.Column("reason", sql.Text, nullable=False),
        sql.Column("closed_at", INSTANT, nullable=False),
        sql.PrimaryKeyConstraint("booking_id"),
    )


def create_payment() -> None:
    """Payments, one live for a booking."""
    op.create_table(
        "payment",
        sql.Column("id", sql.Uuid, nullable=False),
        sql.Column("booking_id", sql.Uuid, nullable=False),
        sql.Column("booking_number", sql.Text, nullable=False),
        sql.Column("customer_name", sql.Text, nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
        sql.Column("refunded_cents", sql.BigInteger, server_default="0", nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("stripe_payment_intent_id", sql.Text, nullable=True),
        sql.Column("stripe_charge_id", sql.Text, server_default="", nullable=False),
        sql.Column("failure_reason", sql.Text, server_default="", nullable=False),
        sql.Column("processed_at", INSTANT, nullable=True),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("updated_at", INSTANT, nullable=False),
        sql.Column("version", sql.BigInteger, server_default="1", nullable=False),
        sql.Column("attempts", sql.Integer, server_default="0", nullable=False),
        sql.Column("next_attempt_at", INSTANT, nullable=True),
        sql.CheckConstraint("amount_cents > 0", name="payment_amount_is_positive"),
        sql.CheckConstraint("refunded_cents BETWEEN 0 AND amount_cents", name="payment_refunds_at_most_what_was_paid"),
        sql.PrimaryKeyConstraint("id"),
        sql.UniqueConstraint("stripe_payment_intent_id"),
    )
    op.create_index("payment_by_booking", "payment", ["booking_id", "created_at"])
    op.create_index(
        "payment_cancelling", "payment", ["next_attempt_at"], postgresql_where=sql.text("status = 'cancelling'")
    )
    op.create_index(
        "payment_one_live_for_a_booking", "payment", ["booking_id"], unique=True, postgresql_where=sql.text(LIVE)
    )
    op.create_index("payment_unsettled", "payment", ["created_at"], postgresql_where=sql.text(LIVE))


def create_stripe_stranger() -> None:
    """Intents at Stripe that no payment of ours made."""
    op.create_table(
        "stripe_stranger",
        sql.Column("stripe_payment_intent_id", sql.Text, nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
        sql.Column("noticed_at", INSTANT, nullable=False),
        sql.PrimaryKeyConstraint("stripe_payment_intent_id"),
    )


def create_webhook_event() -> None:
    """Stripe's webhooks, raw."""
    op.create_table(
        "webhook_event",
        sql.Column("id", sql.Text, nullable=False),
        sql.Column("type", sql.Text, nullable=False),
        sql.Column("payload", sql.LargeBinary, nullable=False),
        sql.Column("received_at", INSTANT, nullable=False),
        sql.Column("processed_at", INSTANT, nullable=True),
        sql.Column("attempts", sql.Integer, server_default="0", nullable=False),
        sql.Column("next_attempt_at", INSTANT, nullable=False),
        sql.Column("last_error", sql.Text, server_default="", nullable=False),
        sql.PrimaryKeyConstraint("id"),
    )
    op.create_index("webhook_event_received", "webhook_event", ["received_at"])
    op.create_index(
        "webhook_event_unprocessed",
        "webhook_event",
        ["next_attempt_at"],
        postgresql_where=sql.text("processed_at IS NULL"),
    )


def create_refund() -> None:
    """Money going back."""
    op.create_table(
        "refund",
        sql.Column("id", sql.Uuid, nullable=False),
        sql.Column("payment_id", sql.Uuid, nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
        sql.Column("reason", sql.Text, nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("stripe_refund_id", sql.Text, server_default="", nullable=False),
        sql.Column("attempts", sql.Integer, server_default="0", nullable=False),
        sql.Column("next_attempt_at", INSTANT, nullable=False),
        sql.Column("last_error", sql.Text, server_default="", nullable=False),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("completed_at", INSTANT, nullable=True),
        sql.CheckConstraint("status IN ('requested', 'sending', 'completed', 'failed')", name="refund_status"),
        sql.CheckConstraint("amount_cents > 0", name="refund_amount_is_positive"),
        sql.ForeignKeyConstraint(
            ["payment_id"],
            ["payment.id"],
        ),
        sql.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_refund_payment_id", "refund", ["payment_id"])
    op.create_index(
        "refund_to_send", "refund", ["next_attempt_at"], postgresql_where=sql.text("status IN ('requested', 'sending')")
    )
