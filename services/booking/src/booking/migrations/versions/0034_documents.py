"""The documents of bookings."""

from __future__ import annotations

import sqlalchemy as sql
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Makes a table that is empty at first."""
    op.create_table(
        "document",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), nullable=False),
        sql.Column("kind", sql.Text, nullable=False),
        sql.Column("version", sql.Integer, nullable=False),
        sql.Column("status", sql.Text, nullable=False),
        sql.Column("note", sql.Text, nullable=False),
        sql.Column("requested_at", INSTANT, nullable=False),
        sql.Column("requested_by", sql.Text, nullable=False),
        sql.Column("content_type", sql.Text, nullable=False),
        sql.Column("size_bytes", sql.BigInteger, nullable=False),
        sql.Column("sha256", sql.Text, nullable=False),
        sql.Column("uploaded_by", sql.Text, nullable=False),
        sql.Column("submitted_at", INSTANT),
        sql.Column("decided_at", INSTANT),
        sql.Column("decided_by", sql.Text, nullable=False),
        sql.Column("reason", sql.Text, nullable=False),
        sql.Column("valid_until", sql.Date),
        sql.Column("expiry_told_at", INSTANT),
        sql.Column("file_gone_at", INSTANT),
        sql.UniqueConstraint("booking_id", "kind", "version", name="document_version_once"),
        sql.CheckConstraint("size_bytes BETWEEN 0 AND 20971520", name="document_is_not_too_large"),
        sql.CheckConstraint("status <> 'rejected' OR reason <> ''", name="document_rejected_has_a_reason"),
        sql.CheckConstraint(
            "status NOT IN ('submitted', 'accepted') OR submitted_at IS NOT NULL", name="document_was_seen"
        ),
    )
    accepted, leaving = sql.text("status = 'accepted'"), sql.text("status = 'erased' AND file_gone_at IS NULL")
    op.create_index("document_running_out", "document", ["valid_until"], postgresql_where=accepted)
    op.create_index("document_to_be_removed", "document", ["id"], postgresql_where=leaving)
