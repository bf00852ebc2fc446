"""The tables of erasures: who asked to be forgotten, and which services have done it."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB

from identity.store.metadata import INSTANT, metadata

erasure = sql.Table(
    "erasure",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("customer_id", sql.Uuid, sql.ForeignKey("customer.id"), nullable=False, unique=True),
    sql.Column("recipient", JSONB(none_as_null=True)),
    sql.Column("requested_at", INSTANT, nullable=False),
    sql.Column("completed_at", INSTANT),
    sql.CheckConstraint("(completed_at IS NULL) = (recipient IS NOT NULL)", name="erasure_forgets_the_recipient_too"),
    sql.Index("erasure_open", "requested_at", postgresql_where=sql.text("completed_at IS NULL")),
)

erasure_report = sql.Table(
    "erasure_report",
    metadata,
    sql.Column("erasure_id", sql.Uuid, sql.ForeignKey("erasure.id"), primary_key=True),
    sql.Column("service", sql.Text, primary_key=True),
    sql.Column("completed_at", INSTANT),
    sql.Column("kept", sql.Text, nullable=False),
    sql.Column("waits_until", sql.Date),
)
