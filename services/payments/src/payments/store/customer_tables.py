"""The tables of customers at Stripe and the cards they keep: references only, never a card's number."""

from __future__ import annotations

import sqlalchemy as sql

from payments.store.schema import INSTANT, metadata

UNSENT_DEFAULT = "default_method IS NOT NULL AND default_method IS DISTINCT FROM default_sent"

stripe_customers = sql.Table(
    "stripe_customer",
    metadata,
    sql.Column("customer_id", sql.Uuid, primary_key=True),
    sql.Column("stripe_customer_id", sql.Text, nullable=True, unique=True),
    sql.Column("default_method", sql.Text, nullable=True),
    sql.Column("default_sent", sql.Text, nullable=True),
    sql.Column("next_attempt_at", INSTANT, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Index("stripe_customer_unsent_default", "next_attempt_at", postgresql_where=sql.text(UNSENT_DEFAULT)),
)

payment_methods = sql.Table(
    "payment_method",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("customer_id", sql.Uuid, nullable=True),
    sql.Column("stripe_payment_method_id", sql.Text, nullable=False, unique=True),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("brand", sql.Text, nullable=False, server_default=""),
    sql.Column("last_four", sql.Text, nullable=False, server_default=""),
    sql.Column("expiry_month", sql.Integer, nullable=False, server_default="0"),
    sql.Column("expiry_year", sql.Integer, nullable=False, server_default="0"),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("told_at", INSTANT, nullable=False),
    sql.Column("next_attempt_at", INSTANT, nullable=False),
    sql.CheckConstraint("status IN ('kept', 'removing', 'removed')", name="payment_method_status"),
    sql.CheckConstraint("length(last_four) <= 4", name="payment_method_last_four_only"),
    sql.Index("payment_method_of_customer", "customer_id", "created_at", postgresql_where=sql.text("status = 'kept'")),
    sql.Index("payment_method_removing", "next_attempt_at", postgresql_where=sql.text("status = 'removing'")),
)
