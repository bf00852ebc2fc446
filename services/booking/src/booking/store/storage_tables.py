"""The tables of mini storage: agreements, what is in them, their legs, their bills and what happened."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB

from booking.store.tables import INSTANT, metadata

NUMBER_UNIQUE = "storage_number_once"

storage = sql.Table(
    "storage",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("number", sql.Text, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("standing", sql.Text, nullable=False),
    sql.Column("customer_id", sql.Uuid, nullable=False),
    sql.Column("first_name", sql.Text, nullable=False),
    sql.Column("last_name", sql.Text, nullable=False),
    sql.Column("email", sql.Text, nullable=False),
    sql.Column("phone", sql.Text, nullable=False),
    sql.Column("language", sql.Text, nullable=False),
    sql.Column("start_date", sql.Date, nullable=False),
    sql.Column("end_date", sql.Date),
    sql.Column("price", JSONB, nullable=False),
    sql.Column("monthly_cents", sql.BigInteger, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("updated_at", INSTANT, nullable=False),
    sql.Column("erased_at", INSTANT),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.UniqueConstraint("number", name=NUMBER_UNIQUE),
    sql.CheckConstraint("monthly_cents > 0", name="storage_costs_something"),
    sql.CheckConstraint("price_lines_cents(price) = monthly_cents", name="storage_month_is_its_lines"),
    sql.CheckConstraint("(status IN ('ending', 'ended')) = (end_date IS NOT NULL)", name="storage_end_has_a_day"),
    sql.Index("storage_newest", sql.desc("created_at"), sql.desc("id")),
    sql.Index("storage_newest_by_status", "status", sql.desc("created_at"), sql.desc("id")),
    sql.Index("storage_newest_by_standing", "standing", sql.desc("created_at"), sql.desc("id")),
    sql.Index("storage_of_a_customer", "customer_id", sql.desc("created_at"), sql.desc("id")),
    sql.Index("storage_to_start", "start_date", postgresql_where=sql.text("status = 'planned'")),
    sql.Index("storage_to_close", "end_date", postgresql_where=sql.text("status = 'ending'")),
)

item = sql.Table(
    "storage_item",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("storage_id", sql.Uuid, sql.ForeignKey("storage.id"), nullable=False),
    sql.Column("kind", sql.Text, nullable=False),
    sql.Column("label", sql.Text, nullable=False),
    sql.Column("taken_in_on", sql.Date, nullable=False),
    sql.Column("wanted_back_on", sql.Date),
    sql.Column("returned_on", sql.Date),
    sql.CheckConstraint("returned_on >= taken_in_on", name="storage_item_leaves_after_it_came"),
    sql.Index("storage_item_of_a_storage", "storage_id", "id"),
    sql.Index(
        "storage_item_wanted_back",
        "storage_id",
        postgresql_where=sql.text("wanted_back_on IS NOT NULL AND returned_on IS NULL"),
    ),
)

leg = sql.Table(
    "storage_leg",
    metadata,
    sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), primary_key=True),
    sql.Column("storage_id", sql.Uuid, sql.ForeignKey("storage.id"), nullable=False),
    sql.Column("direction", sql.Text, nullable=False),
    sql.Index("storage_leg_of_a_storage", "storage_id"),
)

invoice = sql.Table(
    "storage_invoice",
    metadata,
    sql.Column("invoice_id", sql.Uuid, primary_key=True),
    sql.Column("storage_id", sql.Uuid, sql.ForeignKey("storage.id"), nullable=False),
    sql.Column("state", sql.Text, nullable=False),
    sql.Column("amount_cents", sql.BigInteger, nullable=False),
    sql.Index("storage_invoice_of_a_storage", "storage_id"),
)

history = sql.Table(
    "storage_history",
    metadata,
    sql.Column("id", sql.BigInteger, sql.Identity(always=True), primary_key=True),
    sql.Column("storage_id", sql.Uuid, sql.ForeignKey("storage.id"), nullable=False),
    sql.Column("at", INSTANT, nullable=False),
    sql.Column("actor", sql.Text, nullable=False),
    sql.Column("what", sql.Text, nullable=False),
    sql.Index("storage_history_of_a_storage", "storage_id", "id"),
)
