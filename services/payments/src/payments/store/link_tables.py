"""The table of payment links; of the token only its hash is kept."""

from __future__ import annotations

import sqlalchemy as sql

from payments.store.schema import INSTANT, metadata

payment_links = sql.Table(
    "payment_link",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("token_hash", sql.Text, nullable=False, unique=True),
    sql.Column("booking_id", sql.Uuid, nullable=False),
    sql.Column("booking_number", sql.Text, nullable=False),
    sql.Column("amount_cents", sql.BigInteger, nullable=False),
    sql.Column("created_by", sql.Text, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("expires_at", INSTANT, nullable=False),
    sql.Column("used_at", INSTANT, nullable=True),
    sql.Column("revoked_at", INSTANT, nullable=True),
    sql.Index(
        "payment_link_one_live_for_a_booking",
        "booking_id",
        unique=True,
        postgresql_where=sql.text("used_at IS NULL AND revoked_at IS NULL"),
    ),
    sql.Index("payment_link_by_booking", "booking_id", "created_at"),
)
