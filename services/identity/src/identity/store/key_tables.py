"""The table of the keys that sign principals."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.dialects.postgresql import JSONB

from identity.store.metadata import INSTANT, metadata

signing_key = sql.Table(
    "signing_key",
    metadata,
    sql.Column("key_id", sql.Uuid, primary_key=True),
    sql.Column("public_key", JSONB, nullable=False),
    sql.Column("sealed_private_key", sql.LargeBinary, nullable=False),
    sql.Column("created_at", INSTANT, nullable=False),
    sql.Column("active_from", INSTANT, nullable=False),
    sql.Column("retired_at", INSTANT),
    sql.Column("expires_at", INSTANT),
    sql.CheckConstraint("(retired_at IS NULL) = (expires_at IS NULL)", name="signing_key_ends_as_a_whole"),
    sql.CheckConstraint("expires_at >= retired_at", name="signing_key_overlaps"),
    sql.UniqueConstraint("retired_at", name="signing_key_one_current", postgresql_nulls_not_distinct=True),
)
