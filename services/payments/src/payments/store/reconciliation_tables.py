"""The tables of comparisons with Stripe."""

from __future__ import annotations

import sqlalchemy as sql

from payments.store.schema import INSTANT, metadata

DIFFERING = "lost + repaired + raised > 0"

differences = sql.Table(
    "difference",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("kind", sql.Text, nullable=False),
    sql.Column("subject", sql.Text, nullable=False),
    sql.Column("payment_id", sql.Uuid, nullable=True),
    sql.Column("detail", sql.Text, nullable=False),
    sql.Column("amount_cents", sql.BigInteger, nullable=False),
    sql.Column("first_seen_at", INSTANT, nullable=False),
    sql.Column("last_seen_at", INSTANT, nullable=False),
    sql.Column("resolved_at", INSTANT, nullable=True),
    sql.Column("resolved_by", sql.Text, nullable=False, server_default=""),
    sql.Column("resolution", sql.Text, nullable=False, server_default=""),
    sql.Index("difference_open", "kind", "subject", unique=True, postgresql_where=sql.text("resolved_at IS NULL")),
    sql.Index("difference_newest", "first_seen_at", "id"),
    sql.Index("difference_by_kind", "kind", "first_seen_at", "id"),
)

reconciliations = sql.Table(
    "reconciliation",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("compared_from", INSTANT, nullable=False),
    sql.Column("compared_until", INSTANT, nullable=False),
    sql.Column("is_whole", sql.Boolean, nullable=False),
    sql.Column("finished_at", INSTANT, nullable=False),
    sql.Column("compared", sql.Integer, nullable=False),
    sql.Column("lost", sql.Integer, nullable=False),
    sql.Column("repaired", sql.Integer, nullable=False),
    sql.Column("raised", sql.Integer, nullable=False),
    sql.Index("reconciliation_newest", "finished_at"),
    sql.Index("reconciliation_differing", "finished_at", "id", postgresql_where=sql.text(DIFFERING)),
)
