"""Indexes for what finance staff filter by, and for a customer's own invoices."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

INDEXES = (
    ("difference_by_kind", "difference", ["kind", "first_seen_at", "id"]),
    ("ledger_movement_by_kind", "ledger_movement", ["kind", "occurred_at", "id"]),
    ("dispute_by_status", "dispute", ["status", "created_at", "id"]),
    ("refund_by_status", "refund", ["status", "created_at", "id"]),
    ("refund_by_origin", "refund", ["origin", "created_at", "id"]),
    ("invoice_by_status", "invoice", ["status", "created_at", "id"]),
    ("invoice_by_customer", "invoice", ["customer_id", "created_at", "id"]),
)


def upgrade() -> None:
    """Adds indexes alone: what runs before it runs after it."""
    for name, table, columns in INDEXES:
        op.create_index(name, table, columns)
    found_anything = sql.text("lost + repaired + raised > 0")
    op.create_index(
        "reconciliation_differing", "reconciliation", ["finished_at", "id"], postgresql_where=found_anything
    )
