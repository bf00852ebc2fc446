"""The tables of quotes whose lines staff write: what was asked, and what was offered when."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB

from booking.store.tables import INSTANT, metadata

custom_quote = sql.Table(
    "custom_quote",
    metadata,
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
    sql.CheckConstraint("(status = 'accepted') = (booking_id IS NOT NULL)", name="custom_quote_accepted_is_a_booking"),
    sql.CheckConstraint("status <> 'sent' OR valid_until IS NOT NULL", name="custom_quote_sent_has_an_end"),
    sql.Index("custom_quote_newest", sql.desc("created_at"), sql.desc("id")),
    sql.Index("custom_quote_newest_by_status", "status", sql.desc("created_at"), sql.desc("id")),
    sql.Index("custom_quote_of_a_customer", "customer_id", sql.desc("created_at"), sql.desc("id")),
    sql.Index("custom_quote_to_expire", "valid_until", postgresql_where=sql.text("status = 'sent'")),
    sql.Index("custom_quote_owing_a_link", "link_due_at", postgresql_where=sql.text("link_due_at IS NOT NULL")),
)

for name, column in (
    ("number", custom_quote.c.number),
    ("company", custom_quote.c.company_name),
    ("email", custom_quote.c.email),
):
    lowered = sql.func.lower(column).label(f"lower_{name}")
    sql.Index(f"custom_quote_by_{name}", lowered, postgresql_ops={f"lower_{name}": "text_pattern_ops"})

version = sql.Table(
    "custom_quote_version",
    metadata,
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
