"""The tables of money in and money back."""

from __future__ import annotations

import sqlalchemy as sql

from payments.store.schema import INSTANT, metadata

WEBHOOK_CHANNEL = "webhook_event"
WORK_CHANNEL = "stripe_work"

LIVE = "status IN ('creating', 'pending', 'requires_action', 'failed')"

UNSENT = "status IN ('approved', 'processing') AND stripe_refund_id = ''"

payments = sql.Table(
    "payment",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("booking_id", sql.Uuid, nullable=False),
    sql.Column("booking_number", sql.Text, nullable=False),
    sql.Column("customer_name", sql.Text, nullable=False),
    sql.Column("customer_id", sql.Text, nullable=False, server_default=""),
    sql.Column("stripe_customer_id", sql.Text, nullable=False, server_default=""),
    sql.Column("save_card", sql.Boolean, nullable=False, server_default=sql.false()),
    sql.Column("amount_cents", sql.BigInteger, nullable=False),
    sql.Column("intended_amount_cents", sql.BigInteger, nullable=True),
    sql.Column("is_superseded", sql.Boolean, nullable=False, server_default=sql.false()),
    sql.Column("refunded_cents", sql.BigInteger, nullable=False, server_default="0"),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("stripe_payment_intent_id", sql.Text, nullable=True, unique=True),
    sql.Column("stripe_charge_id", sql.Text, nullable=False, server_default=""),
    sql.Column("failure_reason", sql.Text, nullable=False, server_default=""),
    sql.Column("processed_at", INSTANT, nullable=True),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("updated_at", INSTANT, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False, server_default="1"),
    sql.Column("attempts", sql.Integer, nullable=False, server_default="0"),
    sql.Column("next_attempt_at", INSTANT, nullable=True),
    sql.Column("erased_at", INSTANT),
    sql.CheckConstraint("amount_cents > 0", name="payment_amount_is_positive"),
    sql.CheckConstraint("refunded_cents BETWEEN 0 AND amount_cents", name="payment_refunds_at_most_what_was_paid"),
    sql.Index("payment_one_live_for_a_booking", "booking_id", unique=True, postgresql_where=sql.text(LIVE)),
    sql.Index("payment_by_booking", "booking_id", "created_at"),
    sql.Index("payment_newest", "created_at", "id"),
    sql.Index("payment_by_status", "status", "created_at", "id"),
    sql.Index("payment_by_customer", "customer_id", "created_at", postgresql_where=sql.text("customer_id <> ''")),
    sql.Index("payment_by_number", "booking_number"),
    sql.Index("payment_by_charge", "stripe_charge_id", postgresql_where=sql.text("stripe_charge_id <> ''")),
    sql.Index(
        "payment_by_name", sql.text("lower(customer_name)"), postgresql_ops={"lower(customer_name)": "text_pattern_ops"}
    ),
    sql.Index("payment_cancelling", "next_attempt_at", postgresql_where=sql.text("status = 'cancelling'")),
    sql.Index("payment_unsettled", "created_at", postgresql_where=sql.text(LIVE)),
)

webhook_events = sql.Table(
    "webhook_event",
    metadata,
    sql.Column("id", sql.Text, primary_key=True),
    sql.Column("type", sql.Text, nullable=False),
    sql.Column("payload", sql.LargeBinary, nullable=False),
    sql.Column("received_at", INSTANT, nullable=False),
    sql.Column("processed_at", INSTANT, nullable=True),
    sql.Column("attempts", sql.Integer, nullable=False, server_default="0"),
    sql.Column("next_attempt_at", INSTANT, nullable=False),
    sql.Column("last_error", sql.Text, nullable=False, server_default=""),
    sql.Index("webhook_event_unprocessed", "next_attempt_at", postgresql_where=sql.text("processed_at IS NULL")),
    sql.Index("webhook_event_received", "received_at"),
)

refunds = sql.Table(
    "refund",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("payment_id", sql.Uuid, sql.ForeignKey("payment.id"), nullable=False, index=True),
    sql.Column("amount_cents", sql.BigInteger, nullable=False),
    sql.Column("origin", sql.Text, nullable=False),
    sql.Column("reason", sql.Text, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("requested_by", sql.Text, nullable=False),
    sql.Column("idempotency_key", sql.Text, nullable=False, server_default=""),
    sql.Column("decided_by", sql.Text, nullable=False, server_default=""),
    sql.Column("decision_reason", sql.Text, nullable=False, server_default=""),
    sql.Column("stripe_refund_id", sql.Text, nullable=False, server_default=""),
    sql.Column("failure_reason", sql.Text, nullable=False, server_default=""),
    sql.Column("attempts", sql.Integer, nullable=False, server_default="0"),
    sql.Column("next_attempt_at", INSTANT, nullable=True),
    sql.Column("last_error", sql.Text, nullable=False, server_default=""),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("decided_at", INSTANT, nullable=True),
    sql.Column("completed_at", INSTANT, nullable=True),
    sql.CheckConstraint("amount_cents > 0", name="refund_amount_is_positive"),
    sql.CheckConstraint(
        "status IN ('requested', 'approved', 'rejected', 'processing', 'completed', 'failed')", name="refund_status"
    ),
    sql.CheckConstraint("origin IN ('staff', 'cancellation', 'orphan', 'stripe')", name="refund_origin"),
    sql.CheckConstraint(
        "origin <> 'staff' OR decided_by = '' OR decided_by <> requested_by", name="refund_decided_by_somebody_else"
    ),
    sql.Index("refund_to_send", "next_attempt_at", postgresql_where=sql.text(UNSENT)),
    sql.Index("refund_at_stripe", "stripe_refund_id", unique=True, postgresql_where=sql.text("stripe_refund_id <> ''")),
    sql.Index(
        "refund_by_key",
        "requested_by",
        "idempotency_key",
        unique=True,
        postgresql_where=sql.text("idempotency_key <> ''"),
    ),
    sql.Index("refund_one_by_policy", "payment_id", unique=True, postgresql_where=sql.text("origin = 'cancellation'")),
    sql.Index("refund_newest", "created_at", "id"),
    sql.Index("refund_by_status", "status", "created_at", "id"),
    sql.Index("refund_by_origin", "origin", "created_at", "id"),
)

closed_bookings = sql.Table(
    "closed_booking",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("reason", sql.Text, nullable=False),
    sql.Column("closed_at", INSTANT, nullable=False),
)

customer_bookings = sql.Table(
    "customer_booking",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("customer_id", sql.Uuid, nullable=False),
    sql.Index("customer_booking_of_a_customer", "customer_id"),
)
