"""The table of claims."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB

from booking.store.tables import INSTANT, metadata

claim = sql.Table(
    "claim",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), nullable=False),
    sql.Column("booking_number", sql.Text, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("items", JSONB, nullable=False),
    sql.Column("wanted_cents", sql.BigInteger, nullable=False),
    sql.Column("opened_at", INSTANT, nullable=False),
    sql.Column("accepted_cents", sql.BigInteger, nullable=False),
    sql.Column("reason", sql.Text, nullable=False),
    sql.Column("decided_at", INSTANT),
    sql.Column("decided_by", sql.Text, nullable=False),
    sql.Column("refund_due_at", INSTANT),
    sql.Column("refund_id", sql.Uuid),
    sql.Column("refund_refusal", sql.Text, nullable=False),
    sql.CheckConstraint("(status = 'accepted') = (accepted_cents > 0)", name="claim_gives_back_when_accepted"),
    sql.Index("claim_open_once", "booking_id", unique=True, postgresql_where=sql.text("status = 'open'")),
    sql.Index("claim_of_a_booking", "booking_id", "id"),
    sql.Index("claim_newest", sql.desc("opened_at"), sql.desc("id")),
    sql.Index("claim_newest_by_status", "status", sql.desc("opened_at"), sql.desc("id")),
    sql.Index("claim_refund_due", "refund_due_at", postgresql_where=sql.text("refund_due_at IS NOT NULL")),
)
