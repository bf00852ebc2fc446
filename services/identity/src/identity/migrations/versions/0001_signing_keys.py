"""The messaging tables, and the keys that sign principals."""

import sqlalchemy as sql
from alembic import op
from chassis.migrations import create_messaging_tables
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Creates outbox, inbox and signing_key."""
    create_messaging_tables(op)  # type: ignore[arg-type] # alembic's module stands for its Operations
    op.create_table(
        "signing_key",
        sql.Column("key_id", sql.Uuid, primary_key=True),
        sql.Column("public_key", JSONB, nullable=False),
        sql.Column("sealed_private_key", sql.LargeBinary, nullable=False),
        sql.Column("created_at", sql.DateTime(timezone=True), nullable=False),
        sql.Column("active_from", sql.DateTime(timezone=True), nullable=False),
        sql.Column("retired_at", sql.DateTime(timezone=True)),
        sql.Column("expires_at", sql.DateTime(timezone=True)),
        sql.CheckConstraint("(retired_at IS NULL) = (expires_at IS NULL)", name="signing_key_ends_as_a_whole"),
        sql.CheckConstraint("expires_at >= retired_at", name="signing_key_overlaps"),
        sql.UniqueConstraint("retired_at", name="signing_key_one_current", postgresql_nulls_not_distinct=True),
    )
