"""The tables of customers: who they are, where they live, what they booked and what staff noted."""

from __future__ import annotations

import sqlalchemy as sql

from identity.store.metadata import INSTANT, metadata

EMAIL_UNIQUE = "customer_email_once"

customer = sql.Table(
    "customer",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("email", sql.Text, nullable=False),
    sql.Column("email_key", sql.Text, nullable=False),
    sql.Column("email_verified_at", INSTANT),
    sql.Column("password_hash", sql.Text, nullable=False),
    sql.Column("first_name", sql.Text, nullable=False),
    sql.Column("last_name", sql.Text, nullable=False),
    sql.Column("phone", sql.Text, nullable=False),
    sql.Column("preferred_pickup_window", sql.Text, nullable=False),
    sql.Column("email_notifications", sql.Boolean, nullable=False),
    sql.Column("sms_notifications", sql.Boolean, nullable=False),
    sql.Column("marketing_emails", sql.Boolean, nullable=False),
    sql.Column("language", sql.Text, nullable=False),
    sql.Column("is_vip", sql.Boolean, nullable=False),
    sql.Column("search_text", sql.Text, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("updated_at", INSTANT, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.Column("erasure_requested_at", INSTANT),
    sql.UniqueConstraint("email_key", name=EMAIL_UNIQUE),
    sql.CheckConstraint(
        "preferred_pickup_window IN ('morning', 'afternoon', 'evening')", name="customer_pickup_window"
    ),
    sql.Index("customer_newest", "created_at", "id"),
    sql.Index("customer_vip_newest", "created_at", "id", postgresql_where=sql.text("is_vip")),
    sql.Index("customer_search", "search_text", postgresql_using="gin", postgresql_ops={"search_text": "gin_trgm_ops"}),
)

customer_note = sql.Table(
    "customer_note",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("customer_id", sql.Uuid, sql.ForeignKey("customer.id"), nullable=False),
    sql.Column("text", sql.Text, nullable=False),
    sql.Column("author_id", sql.Uuid, nullable=False),
    sql.Column("author_name", sql.Text, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Index("customer_note_newest", "customer_id", "created_at", "id"),
)

customer_booking = sql.Table(
    "customer_booking",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("customer_id", sql.Uuid),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("booked_at", INSTANT),
    sql.Column("paid_cents", sql.BigInteger, nullable=False),
    sql.Column("refunded_cents", sql.BigInteger, nullable=False),
    sql.Index("customer_booking_of_a_customer", "customer_id", postgresql_where=sql.text("customer_id IS NOT NULL")),
)

saved_address = sql.Table(
    "saved_address",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("customer_id", sql.Uuid, sql.ForeignKey("customer.id"), nullable=False),
    sql.Column("nickname", sql.Text, nullable=False),
    sql.Column("address_line_1", sql.Text, nullable=False),
    sql.Column("address_line_2", sql.Text, nullable=False),
    sql.Column("city", sql.Text, nullable=False),
    sql.Column("state", sql.Text, nullable=False),
    sql.Column("zip_code", sql.Text, nullable=False),
    sql.Column("delivery_instructions", sql.Text, nullable=False),
    sql.Column("pickups", sql.Integer, nullable=False),
    sql.Column("deliveries", sql.Integer, nullable=False),
    sql.Column("last_used_at", INSTANT),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("deleted_at", INSTANT),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.Index(
        "saved_address_newest", "customer_id", "created_at", "id", postgresql_where=sql.text("deleted_at IS NULL")
    ),
)

address_use = sql.Table(
    "address_use",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("purpose", sql.Text, primary_key=True),
    sql.Column("address_id", sql.Uuid, sql.ForeignKey("saved_address.id"), nullable=False),
    sql.Column("used_at", INSTANT, nullable=False),
    sql.CheckConstraint("purpose IN ('pickup', 'delivery')", name="address_use_purpose"),
    sql.Index("address_use_of_an_address", "address_id"),
)
