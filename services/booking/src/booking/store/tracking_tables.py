"""The table of steps: which status each delivery task took, and when."""

from __future__ import annotations

import sqlalchemy as sql

from booking.store.tables import INSTANT, metadata

step = sql.Table(
    "delivery_task_step",
    metadata,
    sql.Column("task_id", sql.Uuid, sql.ForeignKey("delivery_task.id"), primary_key=True),
    sql.Column("version", sql.BigInteger, primary_key=True),
    sql.Column("status", sql.Text, nullable=False),
    sql.Column("at", INSTANT, nullable=False),
)
"""One row for each version of a task; the primary key finds those of a task, in order."""
