"""The table of whom mails about a booking's money go to; emptied when they ask to be forgotten."""

from __future__ import annotations

import sqlalchemy as sql

from payments.store.schema import INSTANT, metadata

addressees = sql.Table(
    "addressee",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("booking_number", sql.Text, nullable=False),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("email", sql.Text, nullable=False),
    sql.Column("language", sql.Text, nullable=False),
    sql.Column("erased_at", INSTANT, nullable=True),
)
