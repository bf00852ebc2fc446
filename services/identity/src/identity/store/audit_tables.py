"""The tables of the audit log; the migration adds what SQLAlchemy can't say: that they only grow."""

from __future__ import annotations

import sqlalchemy as sql

from identity.store.metadata import INSTANT, metadata

FILTERS = ("actor_id", "actor_kind", "action", "subject_type", "subject_id", "service", "request_id")
"""What may be looked for by its exact value; each has an index, in the order of the log."""

audit_entry = sql.Table(
    "audit_entry",
    metadata,
    sql.Column("position", sql.BigInteger, primary_key=True, autoincrement=False),
    sql.Column("id", sql.Uuid, nullable=False, unique=True),
    sql.Column("service", sql.Text, nullable=False),
    sql.Column("occurred_at", INSTANT, nullable=False),
    sql.Column("recorded_at", INSTANT, nullable=False),
    sql.Column("actor_kind", sql.Text, nullable=False),
    sql.Column("actor_id", sql.Text, nullable=False),
    sql.Column("actor_role", sql.Text, nullable=False),
    sql.Column("on_behalf_of", sql.Text, nullable=False),
    sql.Column("action", sql.Text, nullable=False),
    sql.Column("subject_type", sql.Text, nullable=False),
    sql.Column("subject_id", sql.Text, nullable=False),
    sql.Column("client_address", sql.Text, nullable=False),
    sql.Column("user_agent", sql.Text, nullable=False),
    sql.Column("request_id", sql.Text, nullable=False),
    sql.Column("reason", sql.Text, nullable=False),
    sql.Column("before", sql.Text, nullable=False),
    sql.Column("after", sql.Text, nullable=False),
    sql.Column("previous_hash", sql.LargeBinary, nullable=False, unique=True),
    sql.Column("hash", sql.LargeBinary, nullable=False, unique=True),
    sql.CheckConstraint("position > 0", name="audit_entry_begins_at_one"),
    *(sql.Index(f"audit_entry_by_{name}", name, "position") for name in FILTERS),
    sql.Index("audit_entry_by_time", "occurred_at"),
)

audit_head = sql.Table(
    "audit_head",
    metadata,
    sql.Column("id", sql.SmallInteger, primary_key=True, autoincrement=False),
    sql.Column("position", sql.BigInteger, nullable=False),
    sql.Column("hash", sql.LargeBinary, nullable=False),
    sql.CheckConstraint("id = 1", name="audit_head_is_one"),
)
