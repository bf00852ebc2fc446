"""The ledger, which triggers keep balanced and append-only (revision 0003); disputes; and paid bookings."""

from __future__ import annotations

import sqlalchemy as sql

from payments.store.schema import INSTANT, metadata

ledger_movements = sql.Table(
    "ledger_movement",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("kind", sql.Text, nullable=False),
    sql.Column("source", sql.Text, nullable=False, unique=True),
    sql.Column("payment_id", sql.Uuid, nullable=True),
    sql.Column("booking_id", sql.Uuid, nullable=True),
    sql.Column("service_type", sql.Text, nullable=False),
    sql.Column("occurred_at", INSTANT, nullable=False),
    sql.Column("recorded_at", INSTANT, nullable=False, server_default=sql.func.now()),
    sql.Index("ledger_movement_occurred", "occurred_at", "id"),
    sql.Index("ledger_movement_by_booking", "booking_id"),
    sql.Index("ledger_movement_by_kind", "kind", "occurred_at", "id"),
)

ledger_entries = sql.Table(
    "ledger_entry",
    metadata,
    sql.Column("movement_id", sql.Uuid, sql.ForeignKey("ledger_movement.id"), primary_key=True),
    sql.Column("position", sql.SmallInteger, primary_key=True),
    sql.Column("account", sql.Text, nullable=False),
    sql.Column("amount_cents", sql.BigInteger, nullable=False),
    sql.CheckConstraint("amount_cents <> 0", name="ledger_entry_moves_something"),
    sql.Index("ledger_entry_by_account", "account"),
)

disputes = sql.Table(
    "dispute",
    metadata,
    sql.Column("id", sql.Uuid, primary_key=True),
    sql.Column("stripe_dispute_id", sql.Text, nullable=False, unique=True),
    sql.Column("payment_id", sql.Uuid, sql.ForeignKey("payment.id"), nullable=True, index=True),
    sql.Column("charge_id", sql.Text, nullable=False),
    sql.Column("amount_cents", sql.BigInteger, nullable=False),
    sql.Column("reason", sql.Text, nullable=False),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("evidence_due_at", INSTANT, nullable=True),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("closed_at", INSTANT, nullable=True),
    sql.Index("dispute_newest", "created_at", "id"),
    sql.Index("dispute_by_status", "status", "created_at", "id"),
)

paid_bookings = sql.Table(
    "paid_booking",
    metadata,
    sql.Column("booking_id", sql.Uuid, primary_key=True),
    sql.Column("booking_number", sql.Text, nullable=False),
    sql.Column("customer_id", sql.Text, nullable=False),
    sql.Column("service_type", sql.Text, nullable=False),
    sql.Column("total_cents", sql.BigInteger, nullable=False),
    sql.Column("paid_at", INSTANT, nullable=False),
)
