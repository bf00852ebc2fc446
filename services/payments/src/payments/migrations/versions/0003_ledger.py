"""The ledger, which adds up to zero and is never changed; disputes; paid bookings for reports."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)

BALANCED = """
CREATE FUNCTION ledger_is_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    checked uuid := coalesce(to_jsonb(NEW) ->> 'movement_id', to_jsonb(NEW) ->> 'id');
BEGIN
    IF NOT EXISTS (
        SELECT FROM ledger_entry WHERE movement_id = checked HAVING count(*) >= 2 AND sum(amount_cents) = 0
    ) THEN
        RAISE EXCEPTION 'ledger movement % does not add up to zero', checked USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$
"""
UNTOUCHED = """
CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: book a correction' USING ERRCODE = 'restrict_violation';
END $$
"""


def upgrade() -> None:
    """Creates everything."""
    create_movement()
    create_entry()
    create_dispute()
    create_paid_booking()
    guard()


def create_movement() -> None:
    """What one fact moved."""
    op.create_table(
        "ledger_movement",
        sql.Column("id", sql.Uuid, nullable=False),
        sql.Column("kind", sql.Text, nullable=False),
        sql.Column("source", sql.Text, nullable=False),
        sql.Column("payment_id", sql.Uuid, nullable=True),
        sql.Column("booking_id", sql.Uuid, nullable=True),
        sql.Column("service_type", sql.Text, nullable=False),
        sql.Column("occurred_at", INSTANT, nullable=False),
        sql.Column("recorded_at", INSTANT, server_default=sql.func.now(), nullable=False),
        sql.PrimaryKeyConstraint("id"),
        sql.UniqueConstraint("source"),
    )
    op.create_index("ledger_movement_occurred", "ledger_movement", ["occurred_at", "id"])
    op.create_index("ledger_movement_by_booking", "ledger_movement", ["booking_id"])


def create_entry() -> None:
    """Its sides."""
    op.create_table(
        "ledger_entry",
        sql.Column("movement_id", sql.Uuid, nullable=False),
        sql.Column("position", sql.SmallInteger, nullable=False),
        sql.Column("account", sql.Text, nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
        sql.CheckConstraint("amount_cents <> 0", name="ledger_entry_moves_something"),
        sql.ForeignKeyConstraint(["movement_id"], ["ledger_movement.id"]),
        sql.PrimaryKeyConstraint("movement_id", "position"),
    )
    op.create_index("ledger_entry_by_account", "ledger_entry", ["account"])


def create_dispute() -> None:
    """Banks that ask for money back."""
    op.create_table(
        "dispute",
        sql.Column("id", sql.Uuid, nullable=False),
        sql.Column("stripe_dispute_id", sql.Text, nullable=False),
        sql.Column("payment_id", sql.Uuid, nullable=True),
        sql.Column("charge_id", sql.Text, nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
        sql.Column("reason", sql.Text, nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("evidence_due_at", INSTANT, nullable=True),
        sql.Column("created_at", INSTANT, nullable=False),
        sql.Column("closed_at", INSTANT, nullable=True),
        sql.ForeignKeyConstraint(["payment_id"], ["payment.id"]),
        sql.PrimaryKeyConstraint("id"),
        sql.UniqueConstraint("stripe_dispute_id"),
    )
    op.create_index("dispute_newest", "dispute", ["created_at", "id"])
    op.create_index("ix_dispute_payment_id", "dispute", ["payment_id"])


def create_paid_booking() -> None:
    """What was sold, for reports."""
    op.create_table(
        "paid_booking",
        sql.Column("booking_id", sql.Uuid, nullable=False),
        sql.Column("booking_number", sql.Text, nullable=False),
        sql.Column("customer_id", sql.Text, nullable=False),
        sql.Column("service_type", sql.Text, nullable=False),
        sql.Column("total_cents", sql.BigInteger, nullable=False),
        sql.Column("paid_at", INSTANT, nullable=False),
        sql.PrimaryKeyConstraint("booking_id"),
    )


def guard() -> None:
    """The database keeps the books honest, whoever writes."""
    op.execute(BALANCED)
    op.execute(UNTOUCHED)
    for table in ("ledger_movement", "ledger_entry"):
        op.execute(
            f"CREATE CONSTRAINT TRIGGER {table}_is_balanced AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED "
            "FOR EACH ROW EXECUTE FUNCTION ledger_is_balanced()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()"
        )
