"""The table of what happened to a booking, as its customer may follow it; the database's triggers write it."""

from __future__ import annotations

import sqlalchemy as sql

from booking.store.tables import INSTANT, metadata

booking_event = sql.Table(
    "booking_event",
    metadata,
    sql.Column("booking_id", sql.Uuid, sql.ForeignKey("booking.id"), primary_key=True),
    sql.Column("position", sql.BigInteger, primary_key=True),
    sql.Column("at", INSTANT, nullable=False),
    sql.Column("kind", sql.Text, nullable=False),
    sql.Column("status", sql.Text),
    sql.Column("task_kind", sql.Text),
    sql.Column("stage", sql.Text),
    sql.CheckConstraint(
        "CASE kind WHEN 'status' THEN status IS NOT NULL WHEN 'rescheduled' THEN true"
        " WHEN 'stage' THEN task_kind IS NOT NULL AND stage IS NOT NULL ELSE false END",
        name="booking_event_is_whole",
    ),
)
"""Positions count up within a booking: whoever writes about it holds its row, and the primary key stands behind."""
