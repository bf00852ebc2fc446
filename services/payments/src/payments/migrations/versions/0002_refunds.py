"""Refunds are asked for by one and approved by another."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)
TEXTS = ("origin", "requested_by", "idempotency_key", "decided_by", "decision_reason", "failure_reason")
NAMED_BY_PAYMENTS = ("origin", "requested_by")
UNSENT = "status IN ('approved', 'processing') AND stripe_refund_id = ''"


def upgrade() -> None:
    """What was asked for automatically before counts as approved by policy."""
    for name in TEXTS:
        op.add_column("refund", sql.Column(name, sql.Text, nullable=False, server_default=""))
    op.add_column("refund", sql.Column("decided_at", INSTANT, nullable=True))
    op.alter_column("refund", "next_attempt_at", nullable=True)
    op.drop_index("refund_to_send", "refund")
    op.drop_constraint("refund_status", "refund")
    op.execute("UPDATE refund SET origin = 'orphan', requested_by = 'payments', decided_by = 'payments'")
    op.execute("UPDATE refund SET status = 'approved' WHERE status = 'requested'")
    op.execute("UPDATE refund SET status = 'processing' WHERE status = 'sending'")
    for name in NAMED_BY_PAYMENTS:
        op.alter_column("refund", name, server_default=None)
    constrain()
    index()


def constrain() -> None:
    """What can never be in the table."""
    states = "'requested', 'approved', 'rejected', 'processing', 'completed', 'failed'"
    op.create_check_constraint("refund_status", "refund", f"status IN ({states})")
    op.create_check_constraint("refund_origin", "refund", "origin IN ('staff', 'cancellation', 'orphan', 'stripe')")
    op.create_check_constraint(
        "refund_decided_by_somebody_else",
        "refund",
        "origin <> 'staff' OR decided_by = '' OR decided_by <> requested_by",
    )


def index() -> None:
    """What is looked for, and what may be there once."""
    op.create_index("refund_to_send", "refund", ["next_attempt_at"], postgresql_where=sql.text(UNSENT))
    op.create_index(
        "refund_at_stripe",
        "refund",
        ["stripe_refund_id"],
        unique=True,
        postgresql_where=sql.text("stripe_refund_id <> ''"),
    )
    op.create_index(
        "refund_by_key",
        "refund",
        ["requested_by", "idempotency_key"],
        unique=True,
        postgresql_where=sql.text("idempotency_key <> ''"),
    )
    op.create_index(
        "refund_one_by_policy",
        "refund",
        ["payment_id"],
        unique=True,
        postgresql_where=sql.text("origin = 'cancellation'"),
    )
    op.create_index("refund_newest", "refund", ["created_at", "id"])
