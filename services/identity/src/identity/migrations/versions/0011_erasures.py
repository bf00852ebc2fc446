"""Who asked to be forgotten, and which services have done it."""

import sqlalchemy as sql
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0011"
down_revision = "0010"

INSTANT = sql.DateTime(timezone=True)


def upgrade() -> None:
    """Creates both tables."""
    op.create_table(
        "erasure",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("customer_id", sql.Uuid, sql.ForeignKey("customer.id"), nullable=False, unique=True),
        sql.Column("recipient", JSONB),
        sql.Column("requested_at", INSTANT, nullable=False),
        sql.Column("completed_at", INSTANT),
        sql.CheckConstraint(
            "(completed_at IS NULL) = (recipient IS NOT NULL)", name="erasure_forgets_the_recipient_too"
        ),
    )
    op.create_index("erasure_open", "erasure", ["requested_at"], postgresql_where=sql.text("completed_at IS NULL"))
    op.create_table(
        "erasure_report",
        sql.Column("erasure_id", sql.Uuid, sql.ForeignKey("erasure.id"), primary_key=True),
        sql.Column("service", sql.Text, primary_key=True),
        sql.Column("completed_at", INSTANT),
        sql.Column("kept", sql.Text, nullable=False),
        sql.Column("waits_until", sql.Date),
    )
