"""Claims for damage."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Makes a table that is empty at first."""
    op.create_table(
        "claim",
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
    )
    newest = [sql.text("opened_at DESC"), sql.text("id DESC")]
    is_open, is_due = sql.text("status = 'open'"), sql.text("refund_due_at IS NOT NULL")
    op.create_index("claim_open_once", "claim", ["booking_id"], unique=True, postgresql_where=is_open)
    op.create_index("claim_of_a_booking", "claim", ["booking_id", "id"])
    op.create_index("claim_newest", "claim", newest)
    op.create_index("claim_newest_by_status", "claim", ["status", *newest])
    op.create_index("claim_refund_due", "claim", ["refund_due_at"], postgresql_where=is_due)
