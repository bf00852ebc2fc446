"""The tables of companies: their contacts, and which bookings are theirs."""

from __future__ import annotations

import sqlalchemy as sql

from booking.store.tables import INSTANT, metadata

company = sql.Table(
    "company",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("notes", sql.Text, nullable=False),
    sql.Column("is_active", sql.Boolean, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("updated_at", INSTANT, nullable=False),
    sql.Column("version", sql.BigInteger, nullable=False),
    sql.Index("company_newest", sql.desc("created_at"), sql.desc("id")),
)
sql.Index(
    "company_by_name",
    sql.func.lower(company.c.name).label("lower_name"),
    postgresql_ops={"lower_name": "text_pattern_ops"},
)

contact = sql.Table(
    "company_contact",
    metadata,
    sql.Column("company_id", sql.Uuid, sql.ForeignKey("company.id"), primary_key=True),
    sql.Column("email", sql.Text, primary_key=True),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("added_at", INSTANT, nullable=False),
    sql.CheckConstraint("email = lower(email)", name="company_contact_email_is_small"),
    sql.Index("company_contact_by_email", "email"),
)

company_booking = sql.Table(
    "company_booking",
    metadata,
    sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), primary_key=True),
    sql.Column("company_id", sql.Uuid, sql.ForeignKey("company.id"), nullable=False),
    sql.Column("booked_at", INSTANT, nullable=False),
    sql.Index("company_booking_newest", "company_id", sql.desc("booked_at"), sql.desc("booking_id")),
)

company_quote = sql.Table(
    "company_quote",
    metadata,
    sql.Column("quote_id", sql.Uuid, sql.ForeignKey("custom_quote.id"), primary_key=True),
    sql.Column("company_id", sql.Uuid, sql.ForeignKey("company.id"), nullable=False),
    sql.Column("asked_at", INSTANT, nullable=False),
    sql.Index("company_quote_newest", "company_id", sql.desc("asked_at"), sql.desc("quote_id")),
)
