"""Comparisons with Stripe and the differences they found, strangers among them."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)

KEEP_STRANGERS = """
INSERT INTO difference (id, kind, subject, detail, amount_cents, first_seen_at, last_seen_at)
SELECT gen_random_uuid(), 'stranger', stripe_payment_intent_id,
    'Stripe captured a payment that none of our bookings asked for.', amount_cents, noticed_at, noticed_at
FROM stripe_stranger
"""


def upgrade() -> None:
    """Adds both tables; strangers become differences."""
    create_difference()
    create_reconciliation()
    op.execute(KEEP_STRANGERS)
    op.drop_table("stripe_stranger")


def create_difference() -> None:
    """On what Stripe and we differ."""
    op.create_table(
        "difference",
        sql.Column("id", sql.Uuid, nullable=False),
        sql.Column("kind", sql.Text, nullable=False),
        sql.Column("subject", sql.Text, nullable=False),
        sql.Column("payment_id", sql.Uuid, nullable=True),
        sql.Column("detail", sql.Text, nullable=False),
        sql.Column("amount_cents", sql.BigInteger, nullable=False),
        sql.Column("first_seen_at", INSTANT, nullable=False),
        sql.Column("last_seen_at", INSTANT, nullable=False),
        sql.Column("resolved_at", INSTANT, nullable=True),
        sql.Column("resolved_by", sql.Text, server_default="", nullable=False),
        sql.Column("resolution", sql.Text, server_default="", nullable=False),
        sql.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "difference_open",
        "difference",
        ["kind", "subject"],
        unique=True,
        postgresql_where=sql.text("resolved_at IS NULL"),
    )
    op.create_index("difference_newest", "difference", ["first_seen_at", "id"])


def create_reconciliation() -> None:
    """What was compared."""
    op.create_table(
        "reconciliation",
        sql.Column("id", sql.Uuid, nullable=False),
        sql.Column("compared_from", INSTANT, nullable=False),
        sql.Column("compared_until", INSTANT, nullable=False),
        sql.Column("is_whole", sql.Boolean, nullable=False),
        sql.Column("finished_at", INSTANT, nullable=False),
        *(sql.Column(name, sql.Integer, nullable=False) for name in ("compared", "lost", "repaired", "raised")),
        sql.PrimaryKeyConstraint("id"),
    )
    op.create_index("reconciliation_newest", "reconciliation", ["finished_at"])
