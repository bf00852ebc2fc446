"""The table of handovers: one row for each end of a move."""

from __future__ import annotations

import sqlalchemy as sql

from booking.store.tables import INSTANT, metadata

handover = sql.Table(
    "handover",
    metadata,
    sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), primary_key=True),
    sql.Column("stage", sql.Text, primary_key=True),
    sql.Column("recorded_at", INSTANT, nullable=False),
    sql.Column("recorded_by", sql.Text, nullable=False),
    sql.Column("condition_notes", sql.Text, nullable=False),
    sql.Column("signed_by", sql.Text, nullable=False),
    sql.Column("code_hash", sql.Text, nullable=False),
    sql.Column("code_expires_at", INSTANT),
    sql.Column("code_tries", sql.Integer, nullable=False),
    sql.Column("proof", sql.Text),
    sql.Column("confirmed_at", INSTANT),
    sql.CheckConstraint("stage IN ('pickup', 'delivery')", name="handover_is_at_one_end"),
    sql.CheckConstraint("(proof IS NULL) = (confirmed_at IS NULL)", name="handover_confirmed_by_proof"),
)
