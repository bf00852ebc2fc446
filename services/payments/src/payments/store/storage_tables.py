"""The tables of storage that is billed monthly, and of its invoices as Stripe has them."""

from __future__ import annotations

import sqlalchemy as sql

from payments.store.schema import INSTANT, metadata

TO_SEND = "stripe_subscription_id IS NULL OR billed_cents <> monthly_cents OR (status = 'ending' AND NOT is_end_sent)"
TO_RETRY = "status = 'open' AND next_attempt_at IS NOT NULL"

storage_plans = sql.Table(
    "storage_plan",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("booking_number", sql.Text, nullable=False),
    sql.Column("customer_id", sql.Uuid, nullable=False),
    sql.Column("monthly_cents", sql.BigInteger, nullable=False),
    sql.Column("billed_cents", sql.BigInteger, nullable=False, server_default="0"),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("told_version", sql.BigInteger, nullable=False),
    sql.Column("is_end_sent", sql.Boolean, nullable=False, server_default=sql.false()),
    sql.Column("stripe_subscription_id", sql.Text, nullable=True, unique=True),
    sql.Column("next_attempt_at", INSTANT, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.CheckConstraint("monthly_cents > 0", name="storage_plan_costs_something"),
    sql.CheckConstraint("status IN ('active', 'suspended', 'ending', 'ended')", name="storage_plan_status"),
    sql.Index("storage_plan_to_send", "next_attempt_at", postgresql_where=sql.text(TO_SEND)),
)

invoices = sql.Table(
    "invoice",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("stripe_invoice_id", sql.Text, nullable=False, unique=True),
    sql.Column("booking_id", sql.Uuid, nullable=False),
    sql.Column("customer_id", sql.Uuid, nullable=False),
    sql.Column("amount_cents", sql.BigInteger, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("attempts", sql.Integer, nullable=False, server_default="0"),
    sql.Column("period_start", INSTANT, nullable=False),
    sql.Column("next_attempt_at", INSTANT, nullable=True),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("paid_at", INSTANT, nullable=True),
    sql.Index("invoice_to_retry", "next_attempt_at", postgresql_where=sql.text(TO_RETRY)),
    sql.Index("invoice_open_of_customer", "customer_id", postgresql_where=sql.text("status = 'open'")),
    sql.Index("invoice_of_booking", "booking_id"),
    sql.Index("invoice_newest", "created_at", "id"),
    sql.Index("invoice_by_status", "status", "created_at", "id"),
    sql.Index("invoice_by_customer", "customer_id", "created_at", "id"),
)
