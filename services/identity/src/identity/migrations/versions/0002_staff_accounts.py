"""Staff accounts."""

import sqlalchemy as sql
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Creates staff_account."""
    op.create_table(
        "staff_account",
        sql.Column("id", sql.Uuid, primary_key=True),
        sql.Column("username", sql.Text, nullable=False, unique=True),
        sql.Column("role", sql.Text, nullable=False),
        sql.Column("password_hash", sql.Text, nullable=False),
        sql.Column("is_active", sql.Boolean, nullable=False, server_default=sql.true()),
        sql.Column("created_at", sql.DateTime(timezone=True), nullable=False),
        sql.CheckConstraint("role IN ('staff', 'supervisor', 'admin')", name="staff_account_role"),
        sql.CheckConstraint("username = lower(username)", name="staff_account_username_is_lower_case"),
    )
